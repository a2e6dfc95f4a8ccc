"""Text as letters alone, by which the line of an article is found in its page whatever became of spaces and marks."""

from __future__ import annotations

from scrapelint.text.folding import composed, fold
from scrapelint.text.lazy_regex import regex

_NO_LETTERS = regex("[^a-z]+")
"""In ASCII."""


def letters(text: str) -> str:
    """Return the letters of a text, folded; numbers, marks and spaces left out."""
    if text.isascii():
        return _NO_LETTERS.sub("", text.lower())
    return "".join(filter(str.isalpha, fold(composed(text))))
