"""Songs, prayers and chants: rows of short lines that come again because they are sung."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from scrapelint.plugin import CLOSERS, is_dense, regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Line

MAX_LINE_CHARS, MIN_LINES = 70, 4
"""Characters of a line that is sung, and lines of a row of them."""
MAX_CALL_CHARS = 40
"""Characters of what a crowd calls out."""
MIN_SIGNS = 2
"""Lines of a row that end as those of a poem, or as what is called out."""
_NOT_SUNG = regex(r"[\d|:：@/#]")
_COMMAS = regex(r"[,，、،]")
_VERSE_ENDS, _CALL_ENDS = frozenset(",;，；،"), frozenset("!?！？؟")


def sung_lines(doc: Document) -> frozenset[int]:
    """Return the indices of the lines of songs, poems and chants, where a line of the text comes again that may be sung.

    They are told by a line that says the same twice ("bring them in, bring them in"), by commas at the ends of lines, or
    by calls and questions one below the other. Pages list nothing in this way.
    """
    if not any(len(lines) > 1 and _may_be(doc, lines[0]) for lines in doc.by_key.values()):
        return frozenset()
    return frozenset(line.index for row in _rows(doc) if _is_sung(row) for line in row)


def _rows(doc: Document) -> Iterator[Sequence[Line]]:
    """Yield the lines below each other that may be sung: short, without figures, and without words of a page."""
    for may_be, lines in groupby(doc.lines, lambda line: _may_be(doc, line)):
        if may_be and len(row := list(lines)) >= MIN_LINES:
            yield row


def _may_be(doc: Document, line: Line) -> bool:
    is_short = 0 < len(line.text.strip()) <= MAX_LINE_CHARS and not _NOT_SUNG.search(line.text)
    return is_short and line.index not in doc.known_residue


def _is_sung(row: Sequence[Line]) -> bool:
    if any(_says_twice(line.key) for line in row):
        return True
    calls = [line for line in row if len(line.text) <= MAX_CALL_CHARS]
    return _ending_in(_CALL_ENDS, calls) >= MIN_SIGNS or _ending_in(_VERSE_ENDS, row) >= MIN_SIGNS


def _ending_in(marks: frozenset[str], lines: Iterable[Line]) -> int:
    """Return how many lines end in one of these marks."""
    return sum(line.text.rstrip(CLOSERS + " ")[-1:] in marks for line in lines)


def _says_twice(key: str) -> bool:
    parts = [part.strip() for part in _COMMAS.split(key.rstrip(",.!，。！"))]
    return len(parts) > 1 and len(set(parts)) == 1 and (" " in parts[0] or is_dense(parts[0]) or "-" in parts[0])
