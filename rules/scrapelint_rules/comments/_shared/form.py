"""How sure a line of a comment form is, by the company it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapelint import Document, Hit

FORM_LINES = 12
"""How far apart, in lines, blank ones among them, the parts of one form may stand."""

FORM_CONFIDENCE = 0.99
"""Measured precision of a line that stands near another part of a form: of 454 such lines of the development and
training pages none was the article's."""


def in_form(doc: Document, hit: Hit) -> Hit:
    """Return the hit, surer where another phrase of a comment form stands near it."""
    near = (
        other.entry.id != hit.entry.id and abs(other.line.index - hit.line.index) <= FORM_LINES
        for other in doc.hits("comment-form")
    )
    if hit.entry.confidence >= FORM_CONFIDENCE or not any(near):
        return hit
    return hit._replace(entry=hit.entry._replace(confidence=FORM_CONFIDENCE))
