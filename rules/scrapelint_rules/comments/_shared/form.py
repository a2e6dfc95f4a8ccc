"""How sure a line of a comment form is, by the company it keeps."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.plugin import Document, Hit

FORM_LINES = 12
"""How far apart, in lines, blank ones among them, the parts of one form may be."""

FORM_CONFIDENCE = 0.99
"""Measured precision of a line that is near another part of a form: of 454 such lines of the development and
training pages none was the article's."""


def in_form(doc: Document, hit: Hit) -> Hit:
    """Return the hit, surer where another phrase of a comment form is near it."""
    if hit.entry.confidence >= FORM_CONFIDENCE or not _has_company(doc, hit):
        return hit
    return hit._replace(entry=hit.entry._replace(confidence=FORM_CONFIDENCE))


def is_near(places: Sequence[int], place: int, reach: int) -> bool:
    """Tell whether one of these places, which rise, is at most so far from this one; logarithmic in their number."""
    at = bisect_left(places, place - reach)
    return at < len(places) and places[at] <= place + reach


def _has_company(doc: Document, hit: Hit) -> bool:
    others = doc.once(_places).items()
    return any(is_near(places, hit.line.index, FORM_LINES) for entry, places in others if entry != hit.entry.id)


def _places(doc: Document) -> Mapping[str, Sequence[int]]:
    """Return the indices of the lines with phrases of a comment form, rising, by entry."""
    places: dict[str, list[int]] = {}
    for hit in doc.hits("comment-form"):
        places.setdefault(hit.entry.id, []).append(hit.line.index)
    return places
