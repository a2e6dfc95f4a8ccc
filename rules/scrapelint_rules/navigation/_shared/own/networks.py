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
MIN_SECTIONS, MIN_NETWORK_SECTIONS = 3, 2
"""Different subheadings that are words of a share bar from which they are taken for such, and the same of networks alone."""


def own_networks(doc: Document) -> set[int]:
    """Return the indices of the lines with names of networks that the article lists, or has for subheadings."""
    names = {hit.line.index for hit in doc.hits(PACK) if hit.entry.id == NAME}
    own = set(_subheadings(doc, names))
    for place in sorted(names):
        if place - 1 in own or _is_listed(doc, place, names):
            own.add(place)
    return own


def _subheadings(doc: Document, names: Collection[int]) -> Collection[int]:
    """Return the lines of a share bar's words that each stand over a sentence of the article, and below another."""
    words = {hit.line.index: hit.line for hit in doc.hits(PACK) if len(hit.line.text) <= MAX_ITEM_CHARS}
    heads = {
        place: line.key
        for place, line in (() if doc.is_flat else words.items())
        if words.keys().isdisjoint((place - 1, place + 1))
        and _is_told(doc, doc.before(line))
        and _is_told(doc, doc.after(line))
    }
    least = MIN_NETWORK_SECTIONS if heads.keys() <= set(names) else MIN_SECTIONS
    return heads.keys() if len(set(heads.values())) >= least else ()


def _is_listed(doc: Document, place: int, names: Collection[int]) -> bool:
    """Tell whether a name is in a list that a line of the article announces: in its body, or amid its sentences."""
    label = None
    for line in reversed(doc.lines[max(0, place - MAX_ITEMS) : place]):
        if line.index in names or (_is_item(line) and line.index not in doc.known_residue):
            continue
        if not _is_label(doc, line):
            return label is not None and _is_told(doc, line) and _goes_on(doc, place, names)
        if line.index in doc.announced_lines and doc.zone(line) == "body":
            return True
        if _is_long(line):
            return _goes_on(doc, place, names)
        label = line
    return False


def _goes_on(doc: Document, place: int, names: Collection[int]) -> bool:
    """Tell whether a sentence of the article is right below a short list."""
    for line in doc.lines[place : place + MAX_ITEMS]:
        is_known = line.index in doc.known_residue
        if line.index not in names and (is_known or not (_is_item(line) or _is_label(doc, line))):
            return _is_told(doc, line)
    return False


def _is_label(doc: Document, line: Line) -> bool:
    if line.index in doc.known_residue:
        return False
    if not line.text.rstrip().endswith(COLONS):
        return line.index in doc.announced_lines  # "as follows."
    return line.text.count(" ") >= MIN_LABEL_SPACES or (len(line.key) >= MIN_LABEL_DENSE_CHARS and is_dense(line.text))


def _is_item(line: Line) -> bool:
    return len(line.text) <= MAX_ITEM_CHARS and not (ends_sentence(line.text) or line.text.rstrip().endswith(COLONS))


def _is_told(doc: Document, line: Line | None) -> bool:
    """Tell whether a line is a sentence of the article."""
    return line is not None and line.index not in doc.known_residue and ends_sentence(line.text) and _is_long(line)


def _is_long(line: Line) -> bool:
    is_long = line.text.count(" ") >= MIN_SENTENCE_SPACES
    return is_long or (len(line.key) >= MIN_SENTENCE_DENSE_CHARS and is_dense(line.text))
