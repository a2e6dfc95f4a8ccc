"""A JSON file: one record, an array of them, or an object with a list of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrapelint.article import from_record
from scrapelint.location import Location
from scrapelint.readers.faults import binary, broken, oversized
from scrapelint.readers.records import intake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source

LIST_KEYS = ("articles", "records", "documents", "items", "data", "results", "docs", "posts", "rows")
"""Keys under which APIs and exports put their list of articles."""

CHUNK_CHARS = 1 << 16
CUT_CHARS = 16
"""An error this near to the end of what has been read may only mean that more has to be read."""

_SPACE = " \t\r\n"


def read(stream: Decoded, source: Source) -> Iterator[Intake]:
    """Yield the records of the file; of an array one is in memory at a time.

    Several values one after the other, as JSON Lines has them, are taken as well.
    """
    if stream.is_binary:
        yield binary(source)
        return
    window = Window(stream, source.max_record_chars)
    try:
        yield from _array(window, source) if window.peek() == "[" else _values(window, source)
    except json.JSONDecodeError as error:
        yield broken(source, window.number or None, window.place(error.pos), error.msg)
    except RecursionError:
        yield broken(source, window.number or None, window.place(), "nested too deeply")
    except ValueError as error:  # a number with more digits than Python converts
        yield broken(source, window.number or None, window.place(), str(error))
    except TooLargeError:
        yield oversized(source, window.number or None, window.place())


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

    def value(self) -> tuple[Any, Location, str]:
        """Return the next value, where it starts, and how it is written."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_be_cut(error) or not self._read():
                    raise
            else:
                start, raw = self.place(), self._text[self._at : end]
                self._at = end
                return value, start, raw

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
        if self._ended:
            return False
        if len(self._text) - self._at > self._max_chars:
            raise TooLargeError
        more = self._stream.read(max(CHUNK_CHARS, len(self._text) - self._at))
        self._ended = not more
        if more:
            self._passed = self.place()
            self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)


def _array(window: Window, source: Source) -> Iterator[Intake]:
    window.skip()
    while (sign := window.peek()) != "]":
        window.number += 1
        value, start, raw = window.value()
        yield _record(value, source, window.number, start, raw)
        sign = window.peek()
        if sign == ",":
            window.skip()
        elif sign != "]":
            raise window.fail("Expecting ',' or ']' after a record")


def _record(value: Any, source: Source, number: int | None, start: Location, raw: str) -> Intake:
    if len(raw) > source.max_record_chars:
        return oversized(source, number, start, len(raw))
    return intake(value, source, number, start, raw)


def _values(window: Window, source: Source) -> Iterator[Intake]:
    while window.peek():
        value, start, raw = window.value()
        listed = listed_in(value, source)
        if listed is not None:
            for number, inner in enumerate(listed, 1):
                yield intake(inner, source, number, start)
            continue
        several = bool(window.number or window.peek())
        window.number += several
        yield _record(value, source, window.number if several else None, start, raw)


def listed_in(value: Any, source: Source) -> list[Any] | None:
    """Return the list of records in an object that is no record itself."""
    if not isinstance(value, dict) or from_record(value, source.names) is not None:
        return None
    return next((value[key] for key in LIST_KEYS if isinstance(value.get(key), list)), None)
