"""How much each line adds to a run: less where it may be a sentence of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence, regex
from scrapelint_rules.navigation._shared.runs.run import LIKELY_LINE, levelled
from scrapelint_rules.navigation._shared.shapes import MIN_PARAGRAPH_SPACES
from scrapelint_rules.navigation._shared.whole_page import is_page

if TYPE_CHECKING:
    from collections.abc import Container

    from scrapelint.plugin import Document, Line

MIN_SENTENCE_PROBABILITY, MIN_BODY_SENTENCE_PROBABILITY = 0.7, 0.8
"""Of a line that is a sentence, outside and among the paragraphs: half of what is less likely is the article's."""
MIN_PAGE_SENTENCE_PROBABILITY = 0.6
"""The same on whole pages, whose paragraphs are other stories' as often as not."""
MIN_FLAT_PROBABILITY = 0.7
"""The same where the line breaks are lost and each line is a sentence."""
MIN_SHORT_SENTENCE_PROBABILITY = 0.9
SHORT_TEXT_LINES = 8
"""Of shorter texts the models have seen few: their sentences have to be the surest."""
CERTAIN = 1.0
"""More than any line has: between two spaces of a Thai sentence is no line of its own."""
MIN_SENTENCE_SPACES = 5
"""Spaces from which a line with an end mark is a sentence; one without it is a paragraph that has lost its own if it is as long."""
MAX_SOURCE_CHARS = 40
"""How much of the end of a line may be the source after its last sentence, in code points."""
_SOURCE = regex(r"[\w%)][.!?…][\"”’»)]? ?[–—-] ?[^\W\d_][\w.&'’ ]{1,30}$")


def shares_of(doc: Document, own: Container[int], partly: Container[int]) -> list[float]:
    """Return the probability of each line; 0 for the article's own, and for sentences that are not surely the page's."""
    shares = [0.0 if index in own or index in partly else share for index, share in enumerate(doc.residue_probability)]
    for index, share in enumerate(shares):
        if LIKELY_LINE <= share < MIN_SHORT_SENTENCE_PROBABILITY and share < _least(doc, doc.lines[index]):
            shares[index] = 0.0
    return levelled(doc.lines_with_digits, shares)


def _least(doc: Document, line: Line) -> float:
    """Return the least probability from which a line is not taken for a sentence of the article."""
    text = doc.paragraph(line).text
    spaces = text.count(" ")
    if doc.is_phrase(line):
        return CERTAIN
    if doc.is_flat:
        return MIN_FLAT_PROBABILITY if len(doc.lines) >= SHORT_TEXT_LINES else MIN_SHORT_SENTENCE_PROBABILITY
    if spaces < MIN_SENTENCE_SPACES:
        return 0.0
    is_short = len(doc.lines) < SHORT_TEXT_LINES
    if is_page(doc) and not is_short:
        return MIN_PAGE_SENTENCE_PROBABILITY if _is_closed(text) else 0.0
    if is_short or doc.zone(line) == "body":
        # Among paragraphs a long line is one of them that has lost its end mark.
        least = MIN_SHORT_SENTENCE_PROBABILITY if is_short else MIN_BODY_SENTENCE_PROBABILITY
        return least if spaces >= MIN_PARAGRAPH_SPACES or _is_closed(text) else 0.0
    return MIN_SENTENCE_PROBABILITY if _is_closed(text) else 0.0


def _is_closed(text: str) -> bool:
    """Tell whether a line ends in an end mark, or in a source after one: "The port is shut. – Larn Mail"."""
    return ends_sentence(text) or _SOURCE.search(text, max(0, len(text) - MAX_SOURCE_CHARS)) is not None
