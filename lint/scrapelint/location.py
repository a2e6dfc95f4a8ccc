"""Where something is in a text."""

from __future__ import annotations

from typing import NamedTuple


class Location(NamedTuple):
    """A place in a text; rows and columns from 1, columns and offset in code points."""

    row: int
    column: int
    offset: int


FIRST = Location(1, 1, 0)
"""The start of a text."""


class Places:
    """Turns the offsets of one text into locations."""

    def __init__(self, text: str, start: Location = FIRST) -> None:
        """Take the text and where in its file it starts; nothing is computed yet."""
        self._text = text
        self._start = start
        self._offset = self._row = self._line_start = 0

    def __call__(self, offset: int) -> Location:
        """Return the location of an offset; the cost is the distance to the one asked before."""
        if offset < self._offset:
            self._row -= self._text.count("\n", offset, self._offset)
            self._line_start = self._text.rfind("\n", 0, offset) + 1
        else:
            self._row += self._text.count("\n", self._offset, offset)
            self._line_start = self._text.rfind("\n", self._offset, offset) + 1 or self._line_start
        self._offset = offset
        column = offset - self._line_start + 1
        return Location(self._row + self._start.row, column, offset + self._start.offset)
