"""Names in credits: the words between them, on the line below a label, cut off where the line breaks are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Span, ends_sentence, regex, stop_words
from scrapelint_rules.credits._shared import names_below

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit, Line

BETWEEN_NAMES = frozenset(
    "and und et y e en og och av af i z a и та ve dan by for of the from von für de du des del da do di la le der den "
    "van het voor per pour para por bin al el with inputs imago dpa epd sda ddp".split()
)
"""Words in lower case that a credit has between and before names."""
_WORD = regex(r"\s?([^\W\d_a-z][\w'’-]{0,40})")
"""The next word, with a capital."""
_LABEL_ALONE = regex(r"\W{0,4}[^\W\d_]{2,12}(?: [^\W\d_]{2,12})?\s?[:：]\s?")
"""A label that is all of its line."""
MAX_TITLE_CHARS = 60
"""Longest title of a picture above an agency's credit, in code points."""
_RESOLD = regex(r"[\[［].{2,80}재판매 및 DB ?금지[\]］]")
"""An agency's credit in Korean, which is all of its line."""


def name_below(doc: Document, hit: Hit) -> Line | None:
    """Return the line right below a label that is all of its line, where a name is on it."""
    return names_below.name_below(doc, hit.line) if _LABEL_ALONE.fullmatch(hit.line.text) else None


def cuts_name(doc: Document, credit: Span) -> bool:
    """Tell whether a credit begins or ends within names: after a slash, or with a word that the text joins to the next.

    Such a text has lost its line breaks: "Image: Orlo Tram Pro can run at night" tells of the Tram Pro.
    """
    text = doc.text[credit.start : credit.end]
    if doc.text[max(0, credit.start - 2) : credit.start].rstrip().endswith("/"):
        return True
    after = _WORD.match(doc.text, credit.end)
    if after is None or not text.strip():
        return False
    last, following = text.split()[-1], after[1]
    if following.startswith("Images") or following == last or following.lower() in stop_words(doc.found_language):
        return following.startswith("Images")
    return doc.text.count(f"{last} {following}") > doc.text.count(f"{text.strip()} {following}")


def title_above(doc: Document, line: Line) -> Line | None:
    """Return the line above a Korean agency's credit that is the title of its picture; None where it may be the story's.

    Agencies set both together between blank rows: the title without a full stop, below it "[... 재판매 및 DB 금지]". The
    first line of a text may be its headline.
    """
    above = doc.before(line)
    if above is None or above.row != line.row - 1 or not _RESOLD.fullmatch(line.text.strip()):
        return None
    next_above = doc.before(above)
    opens_block = next_above is not None and next_above.row < above.row - 1
    is_title = len(above.text) <= MAX_TITLE_CHARS and not ends_sentence(above.text)
    return above if is_title and opens_block else None
