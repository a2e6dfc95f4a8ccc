"""Numbered legends of figures, "Figure 2: ...", to which the text refers: "as figure 2 shows", "(figures 3 and 4)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

NUMBER = "{n}"
"""What stands for a number in a phrase."""
STEM_CHARS = 3
"""Letters that a legend and what refers to it have in common: "Figure", "fig.", "figures"."""
_REFERENCE = regex(
    r"(?:(?<=[\w,;)] )|(?<=\())([^\W\d_]{3})\w{0,8}\.?[ \u00a0]{0,2}(\d{1,2}(?:(?:, ?| ?[-–] ?| \w{1,3} )\d{1,2}){0,6})\b"
)
_DIGITS = regex(r"\d+")


def is_referred_to(doc: Document, hit: Hit) -> bool:
    """Tell whether a phrase is the number of a legend to which the text refers: the figure is a part of it."""
    if NUMBER not in hit.phrase:
        return False
    label = doc.text[hit.start : hit.end].lstrip()
    number = _DIGITS.search(label)
    return number is not None and (label[:STEM_CHARS].casefold(), int(number[0])) in doc.once(_references)


def _references(doc: Document) -> frozenset[tuple[str, int]]:
    """Return the figures that a text refers to within its sentences, by the beginning of the word and the number."""
    found = ((match[1].casefold(), match[2]) for match in _REFERENCE.finditer(doc.text))
    return frozenset((stem, int(number)) for stem, numbers in found for number in _DIGITS.findall(numbers))
