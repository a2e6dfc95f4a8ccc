"""Lines that go on in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import CLAUSE_MARKS, CLOSERS, END_MARKS, begins_small

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

LINE_ENDS = END_MARKS + CLAUSE_MARKS
"""Marks after which a line may begin in lower case, too."""
LINE_CLOSERS = CLOSERS + "* \t\xa0\r"
_BLANKS = " \t\xa0"


class Join(NamedTuple):
    """A line that does not end, and the next one, which begins in lower case."""

    upper: Line
    lower: Line


def is_open(text: str) -> bool:
    """Tell whether a line stops without an end mark, quotes and brackets after it left aside."""
    bare = text.rstrip(LINE_CLOSERS)
    return bare != "" and bare[-1] not in LINE_ENDS


def joins(doc: Document) -> list[Join]:
    """Return the pairs of lines that read as one, in order. Computed once for a document."""
    return doc.once(_joins)


def _joins(doc: Document) -> list[Join]:
    lines = doc.rows
    low = [line for line in lines if (first := line.text[0]).islower() or first in _BLANKS]
    return [
        Join(lines[line.index - 1], line)
        for line in low
        if line.index and begins_small(line.text) and is_open(lines[line.index - 1].text)
    ]


def wrapped_rows(doc: Document) -> frozenset[int]:
    """Return the indexes of the lines of paragraphs that are wrapped at a width."""
    return doc.wrapped_lines.union(index - 1 for index in doc.wrapped_lines)
