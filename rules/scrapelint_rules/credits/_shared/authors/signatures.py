"""Signatures after an article: initials, or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

_SIGNED = regex(
    r"^\s*(?:\([A-Za-z]{2,4}(?:[/, ]{1,2}[A-Za-z]{2,6}){0,2}\)|[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})\s*$"
)
"""Initials in brackets, or an address, and nothing else."""
MAX_SIGNED_LINES = 6
"""How many lines after the last paragraph may hold the signature."""


def signed_lines(doc: Document) -> list[Line]:
    """Return the lines right after the last paragraph that are a signature and nothing else."""
    first, last = doc.body_range
    after = doc.lines[last + 1 : last + 1 + MAX_SIGNED_LINES] if first <= last else []
    return [line for line in after if _SIGNED.search(line.text)]
