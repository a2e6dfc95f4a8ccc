"""The line below a label that has the name for it: programs break a row at its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

_NAME_ALONE = regex(r"\s?[^\W\d_a-z][^\W\d_]{1,20}(?: [^\W\d_a-z][^\W\d_]{1,20}){1,3}\.?\s?")
"""A name of several words on a line of its own."""


def name_below(doc: Document, line: Line, *, max_rows: int = 1) -> Line | None:
    """Return the line at most so many rows below where a name is all of it, or that of the full stop after the name."""
    below = None if doc.is_flat else _next_row(doc, line, max_rows)
    if below is None or not _NAME_ALONE.fullmatch(below.text) or any(word[0].islower() for word in below.text.split()):
        return None
    stop = _next_row(doc, below)
    return stop if stop is not None and stop.text.strip() == "." else below


def _next_row(doc: Document, line: Line, max_rows: int = 1) -> Line | None:
    below = doc.after(line)
    return below if below is not None and below.row <= line.row + max_rows else None
