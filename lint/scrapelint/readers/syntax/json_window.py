"""Values of JSON read from a stream, one in memory at a time, and all that stands between them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.readers.decoding import Decoded

CHUNK_CHARS = 1 << 16
CUT_CHARS = 16
"""An error this near to the end of what has been read may only mean that more has to be read."""

_SPACE = " \t\r\n"


class TooLargeError(Exception):
    """A value is longer than a record may be."""


class Window:
    """The part of a stream that is being parsed."""

    def __init__(self, stream: Decoded, max_chars: int) -> None:
        """Take the stream, and how long a value may be in code points."""
        self.number = 0
        self._stream = stream
        self._max_chars = max_chars
        self._text = ""
        self._at = 0
        self._ended = False
        self._passed = Location(1, 1, int(stream.marked))
        self._decoder = json.JSONDecoder()
        self._kept: list[str] = []
        self._mark = 0

    def peek(self) -> str:
        """Return the next sign that is not white space; nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read():
                return ""

    def skip(self) -> None:
        """Pass over one sign."""
        self._at += 1

    def written(self) -> tuple[str, Location]:
        """Return the next value as it is written, and where it starts."""
        while True:
            try:
                _, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_be_cut(error) or not self._read():
                    raise
            else:
                start, raw = self.place(), self._text[self._at : end]
                self._at = self._mark = end
                return raw, start

    def between(self) -> str:
        """Return what was passed over since this was asked last."""
        passed = "".join([*self._kept, self._text[self._mark : self._at]])
        self._kept, self._mark = [], self._at
        return passed

    def rest(self) -> Iterator[str]:
        """Yield all that has not been passed over."""
        yield self._text[self._at :]
        self._at = self._mark = len(self._text)
        while more := self._stream.read(CHUNK_CHARS):
            yield more

    def place(self, at: int | None = None) -> Location:
        """Return the location in the file of an index into the window; of the next sign by default."""
        at = self._at if at is None else at
        row, column, offset = self._passed
        last = self._text.rfind("\n", 0, at)
        column = at - last if last >= 0 else column + at
        return Location(row + self._text.count("\n", 0, at), column, offset + at)

    def fail(self, problem: str) -> json.JSONDecodeError:
        """Return the error that something else has to stand at the next sign."""
        return json.JSONDecodeError(problem, self._text, self._at)

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        near_end = error.pos >= len(self._text) - CUT_CHARS
        return near_end or error.msg.startswith("Unterminated string")

    def _read(self) -> bool:
        """Read on; the window at least doubles, so that a long value is parsed again only a few times."""
        self._kept.append(self._text[self._mark : self._at])
        self._mark = self._at
        if self._ended:
            return False
        if len(self._text) - self._at > self._max_chars:
            raise TooLargeError
        more = self._stream.read(max(CHUNK_CHARS, len(self._text) - self._at))
        self._ended = not more
        if more:
            self._passed = self.place()
            self._text, self._at = self._text[self._at :] + more, 0
            self._mark = 0
        return bool(more)
