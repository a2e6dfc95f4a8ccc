"""Names of networks in a list of the article: where a council stays, which firms have to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence, is_dense
from scrapelint_rules.navigation._shared.links.cues import COLONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrapelint.plugin import Document, Line

PACK, NAME = "share", "network"
"""The pack with the names of networks, and their entry."""
MIN_LABEL_SPACES, MIN_LABEL_DENSE_CHARS = 1, 4
"""From which a label over a list says something of it: "Share:" and "分享：" do not."""
MIN_SENTENCE_SPACES, MIN_SENTENCE_DENSE_CHARS = 5, 12
"""From which a sentence around a list is the article's: a page has short ones."""
MAX_ITEMS, MAX_ITEM_CHARS = 20, 60
"""Lines of a list that stands amid sentences, and characters of a line."""


def own_networks(doc: Document) -> set[int]:
    """Return the indices of the lines with names of networks that the article lists."""
    names = {hit.line.index for hit in doc.hits(PACK) if hit.entry.id == NAME}
    own: set[int] = set()
    for place in sorted(names):
        label = None if place - 1 in own else _label(doc, place, names)
        if place - 1 in own or (label is not None and _announces(doc, label, names)):
            own.add(place)
    return own


def _label(doc: Document, place: int, names: Collection[int]) -> Line | None:
    """Return what announces the list in which a name is: the next line above it that is no item."""
    for line in reversed(doc.lines[max(0, place - MAX_ITEMS) : place]):
        if line.index not in names and not (_is_item(line) and line.index not in doc.known_residue):
            return line if _is_label(doc, line) else None
    return None


def _is_label(doc: Document, line: Line) -> bool:
    if line.index in doc.known_residue:
        return False
    if not line.text.rstrip().endswith(COLONS):
        return line.index in doc.announced_lines  # "as follows."
    return line.text.count(" ") >= MIN_LABEL_SPACES or (len(line.key) >= MIN_LABEL_DENSE_CHARS and is_dense(line.text))


def _announces(doc: Document, label: Line, names: Collection[int]) -> bool:
    """Tell whether a label is a line of the article: in its body, or amid its sentences."""
    in_body = label.index in doc.announced_lines and doc.zone(label) == "body"
    return in_body or _is_amid_sentences(doc, label, names)


def _is_amid_sentences(doc: Document, above: Line, names: Collection[int]) -> bool:
    """Tell whether a sentence of the article is right above a label, and another right below its short list."""
    if not _is_told(doc, doc.before(above)):
        return False
    for line in doc.lines[above.index + 1 : above.index + 2 + MAX_ITEMS]:
        if line.index not in names and (line.index in doc.known_residue or not _is_item(line)):
            return _is_told(doc, line)
    return False


def _is_item(line: Line) -> bool:
    return len(line.text) <= MAX_ITEM_CHARS and not (ends_sentence(line.text) or line.text.rstrip().endswith(COLONS))


def _is_told(doc: Document, line: Line | None) -> bool:
    """Tell whether a line is a sentence of the article."""
    if line is None or line.index in doc.known_residue or not ends_sentence(line.text):
        return False
    is_long = line.text.count(" ") >= MIN_SENTENCE_SPACES
    return is_long or (len(line.key) >= MIN_SENTENCE_DENSE_CHARS and is_dense(line.text))
