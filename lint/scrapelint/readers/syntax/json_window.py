"""Values of JSON read from a stream, one in memory at a time, and all that comes between them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.location import Location
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.readers.decoding import Decoded

CHUNK_CHARS = 1 << 16
CUT_CHARS = 16
"""An error this near to the end of what has been read may only mean that more has to be read."""

_SPACE = " \t\r\n"
_NUMBER = "-0123456789"
_IN_STRING = regex(r'(?s)\\.?|"')
_IN_BRACKETS = regex(r'["\[\]{}]')
_OUTSIDE = regex(r'["\[\]{},\s]')


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
        """Return the next character that is not white space; nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read():
                return ""

    def skip(self) -> None:
        """Pass over one character."""
        self._at += 1

    def written(self) -> tuple[str, Location]:
        """Return the next value as it is written, and where it starts."""
        while True:
            try:
                _, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if error.pos - self._at > self._max_chars:
                    raise TooLargeError from None
                if not self._may_be_cut(error) or not self._read():
                    raise
            else:
                if self._may_go_on(end) and self._read():
                    continue
                start, raw = self.place(), self._text[self._at : end]
                self._at = self._mark = end
                return raw, start

    def passed(self) -> Iterator[str]:
        """Yield the next value in parts, without a look at what is in it: it ends where its brackets close."""
        value = _Value()
        while (end := value.end(self._text, self._at)) is None:
            yield self._text[self._at :]
            self._at = self._mark = len(self._text)
            if not self._read():
                return
        yield self._text[self._at : end]
        self._at = self._mark = end

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
        """Return the location in the file of an index into the window; of the next character by default."""
        at = self._at if at is None else at
        row, column, offset = self._passed
        last = self._text.rfind("\n", 0, at)
        column = at - last if last >= 0 else column + at
        return Location(row + self._text.count("\n", 0, at), column, offset + at)

    def fail(self, problem: str) -> json.JSONDecodeError:
        """Return the error that something else has to be at the next character."""
        return json.JSONDecodeError(problem, self._text, self._at)

    def _may_go_on(self, end: int) -> bool:
        """Tell whether a value is a number that may have more digits: `1.5e+` is 1.5 until the next digit is read."""
        return self._text[self._at] in _NUMBER and end > len(self._text) - len(".0e")

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        near_end = error.pos >= len(self._text) - CUT_CHARS
        return near_end or error.msg.startswith("Unterminated string")

    def _read(self) -> bool:
        """Read on; the window at least doubles, so that a long value is parsed again only a few times."""
        if len(self._text) - self._at > self._max_chars + CUT_CHARS:
            raise TooLargeError
        self._kept.append(self._text[self._mark : self._at])
        self._mark = self._at
        if self._ended:
            return False
        more = self._stream.read(max(CHUNK_CHARS, len(self._text) - self._at))
        self._ended = not more
        if more:
            self._passed = self.place()
            self._text, self._at = self._text[self._at :] + more, 0
            self._mark = 0
        return bool(more)


class _Value:
    """A value whose end is looked for, part by part."""

    def __init__(self) -> None:
        self._depth = 0
        self._is_string = False
        self._is_escaped = False
        """Whether a part ended with a backslash, so that the first character of the next says nothing."""

    def end(self, text: str, start: int) -> int | None:
        """Return where in a text the value ends of which the next part starts there; None where it goes on."""
        at = start + self._is_escaped
        self._is_escaped = False
        while found := self._signs.search(text, at):
            at = found.end()
            self._is_escaped = found.group() == "\\"
            depth = self._depth
            self._take(found.group())
            if self._depth < 1 and not self._is_string:
                return at if depth or found.group() == '"' else found.start()
        return None

    @property
    def _signs(self) -> re.Pattern[str]:
        if self._is_string:
            return _IN_STRING
        return _IN_BRACKETS if self._depth else _OUTSIDE

    def _take(self, char: str) -> None:
        if char == '"':
            self._is_string = not self._is_string
        elif not self._is_string:
            self._depth += (char in "[{") - (char in "]}")
