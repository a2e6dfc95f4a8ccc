"""Places in a text as editors count them: lines from 0, characters in units of an encoding."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from scrapelint.text.lazy_regex import regex

UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"
_LINE_END = regex("\r\n|\n|\r")
_UNIT_BYTES = {UTF_8: 1, UTF_16: 2, UTF_32: 4}
_CODECS = {UTF_8: "utf-8", UTF_16: "utf-16-le", UTF_32: "utf-32-le"}


class Position(NamedTuple):
    """A place as the protocol has it."""

    line: int
    character: int


class Positions:
    """Turns offsets of one text, in code points, into positions.

    A line ends as the protocol says, not as Python does: U+2028 ends none.
    """

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        """Take the text, and the encoding in whose code units characters are counted."""
        self._text = text
        self._codec, self._unit_bytes = _CODECS[encoding], _UNIT_BYTES[encoding]
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def __call__(self, offset: int) -> Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return Position(line, len(before.encode(self._codec, "surrogatepass")) // self._unit_bytes)
