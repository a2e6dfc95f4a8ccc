"""Whether foreign paragraphs say what the rest of their article says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document
    from scrapelint_rules.language._shared.paragraphs import Run

MIN_SHARE, MAX_SHARE = 0.25, 0.75
"""Share of the text between which a part may be the other half of it."""
MIN_COMMON = 3
"""Numbers and names that both halves have to have."""
MIN_COMMON_SHARE = 0.3
"""Least share of these among all numbers and names of the half that has fewer."""

_FACT = regex(r"(?<![\w.,])\d{1,12}(?:[.,]\d{1,6}){0,3}(?![\w])|(?<=[^\W\d_] )[A-ZÀ-ÞА-Я][^\W\d_]{3,30}")
_SEPARATORS = str.maketrans("", "", ".,")


def is_translated_copy(doc: Document, run: Run) -> bool:
    """Tell whether a run and the text outside it are of like length and share numbers and names."""
    start, end = doc.span(run.first, run.last)
    if not MIN_SHARE <= (end - start) / len(doc.text) <= MAX_SHARE:
        return False
    inside, outside = _facts(doc.text[start:end]), _facts(doc.text[:start] + "\n" + doc.text[end:])
    common = len(inside & outside)
    return common >= MIN_COMMON and common >= MIN_COMMON_SHARE * min(len(inside), len(outside))


def _facts(text: str) -> frozenset[str]:
    """Return the numbers and the names of a text; a number without its separators."""
    return frozenset(match[0].translate(_SEPARATORS) for match in _FACT.finditer(text))
