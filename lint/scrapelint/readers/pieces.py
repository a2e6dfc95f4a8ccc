"""A file in the pieces that it is mended by: records, and all that stands between them.

The pieces of a file, one after the other, are the file: nothing is left out, and encoded again they are the same
bytes. This is what mending reads; `check` reads the same records by `readers.read`.
"""

from __future__ import annotations

import codecs
import io
import json
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from scrapelint.location import FIRST, Location
from scrapelint.readers import json_file, markdown, text
from scrapelint.readers.decoding import Decoded
from scrapelint.readers.faults import binary, broken, oversized
from scrapelint.readers.json_file import TooLargeError, Window, listed_in
from scrapelint.readers.records import intake, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.source import Source

CHUNK_CHARS = 1 << 16

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"


class Encoding(NamedTuple):
    """How the text of a file becomes its bytes again."""

    name: str
    errors: str

    def bytes_of(self, written: str) -> bytes:
        """Return the bytes that a part of the file stood for."""
        return written.encode(self.name, self.errors)


class Piece(NamedTuple):
    """A part of a file as it is written."""

    written: str
    number: int | None = None
    """Number of the record in its file, from 1; None where the file is one record."""
    start: Location = FIRST
    is_record: bool = False
    fault: Intake | None = None
    """What is wrong with a part that cannot be read as a record."""
    is_joint: bool = False
    """True for what separates two records of an array: one of two records takes it along."""


def exact(stream: BinaryIO) -> tuple[Decoded, Encoding]:
    """Return the text of a stream, a byte order mark included, and how it becomes the same bytes again.

    Raises UnicodeDecodeError where UTF-16 or UTF-32 is not valid; of UTF-8 every byte survives.
    """
    head = stream.peek(4096)[:4096] if isinstance(stream, io.BufferedReader) else b""
    wide = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    encoding = Encoding(wide, "surrogatepass") if wide else Encoding("utf-8", "surrogateescape")
    decoded = Decoded(stream, encoding=encoding.name, errors=encoding.errors, newline="\n")
    decoded.marked = bool(wide) or head.startswith(codecs.BOM_UTF8)
    decoded.is_binary = b"\0" in head and not wide
    return decoded, encoding


def pieces(stream: Decoded, kind: str, source: Source) -> Iterator[Piece]:
    """Yield all of a file, in order."""
    if stream.marked:
        yield Piece(stream.read(1))
    if stream.is_binary:
        yield Piece("", fault=binary(source))
        yield from _rest(stream)
    elif kind == "json-lines":
        yield from _lines(stream, source)
    elif kind == "json":
        yield from _values(stream, source)
    else:
        yield from _whole(stream, source)


def articles(piece: Piece, kind: str, source: Source) -> Iterator[tuple[list[str | int], Intake]]:
    """Yield the articles of a record, each with the keys that lead to it: several where it has a list of them."""
    if kind == "json-lines":
        yield [], parsed(piece.written.rstrip("\r\n"), source, piece.number or 1, piece.start)
    elif kind == "json":
        value = json.loads(piece.written)
        listed = listed_in(value, source)
        if listed is None:
            yield [], intake(value, source, piece.number, piece.start, piece.written)
            return
        key = next(key for key in json_file.LIST_KEYS if value.get(key) is listed)
        for number, inner in enumerate(listed, 1):
            yield [key, number - 1], intake(inner, source, number, piece.start)
    else:
        yield [], READ[kind](piece.written, source, piece.start)


READ = {"text": text.intake_of, "markdown": markdown.intake_of}
"""By kind: from the text of a file to its one article."""


def _lines(stream: Decoded, source: Source) -> Iterator[Piece]:
    limit = source.max_record_chars
    row = number = 0
    offset = int(stream.marked)
    while line := stream.readline(limit + 1):
        row += 1
        start = Location(row, 1, offset)
        offset += len(line)
        blank = line.isspace()
        number += not blank
        if len(line) > limit and not line.endswith("\n"):
            yield Piece(line, number, start, fault=oversized(source, number, start))
            for piece in _rest_of_line(stream):
                offset += len(piece.written)
                yield piece
        else:
            yield Piece(line, number, start, is_record=not blank)


def _rest_of_line(stream: Decoded) -> Iterator[Piece]:
    while part := stream.readline(CHUNK_CHARS):
        yield Piece(part)
        if part.endswith("\n"):
            return


def _whole(stream: Decoded, source: Source) -> Iterator[Piece]:
    written = stream.read(source.max_record_chars + 1)
    start = Location(1, 1, int(stream.marked))
    if len(written) > source.max_record_chars:
        yield Piece(written, fault=oversized(source, None, start))
        yield from _rest(stream)
    else:
        yield Piece(written, None, start, is_record=True)


def _rest(stream: Decoded) -> Iterator[Piece]:
    return map(Piece, iter(partial(stream.read, CHUNK_CHARS), ""))


class _Window(Window):
    """A window that keeps what stands between the values."""

    def __init__(self, stream: Decoded, max_chars: int) -> None:
        super().__init__(stream, max_chars)
        self._kept: list[str] = []
        self._mark = 0

    def between(self) -> str:
        """Return what was passed over since this was asked last."""
        passed = "".join([*self._kept, self._text[self._mark : self._at]])
        self._kept, self._mark = [], self._at
        return passed

    def written(self) -> tuple[str, Location]:
        """Return the next value as it is written, and where it starts."""
        _, start, raw = self.value()
        self._mark = self._at
        return raw, start

    def rest(self) -> Iterator[Piece]:
        """Yield all that has not been passed over."""
        yield Piece(self._text[self._at :])
        self._at = self._mark = len(self._text)
        yield from _rest(self._stream)

    def _read(self) -> bool:
        self._kept.append(self._text[self._mark : self._at])
        self._mark = self._at
        more = super()._read()
        if more:
            self._mark = 0
        return more


def _values(stream: Decoded, source: Source) -> Iterator[Piece]:
    window = _Window(stream, source.max_record_chars)
    fault = None
    try:
        yield from _array(window, source) if window.peek() == "[" else _series(window, source)
    except json.JSONDecodeError as error:
        fault = broken(source, window.number or None, window.place(error.pos), error.msg)
    except RecursionError:
        fault = broken(source, window.number or None, window.place(), "nested too deeply")
    except TooLargeError:
        fault = oversized(source, window.number or None, window.place())
    except UnicodeDecodeError:
        raise
    except ValueError as error:  # a number with more digits than Python converts
        fault = broken(source, window.number or None, window.place(), str(error))
    yield Piece(window.between(), window.number or None, fault=fault)
    yield from window.rest()


def _array(window: _Window, source: Source) -> Iterator[Piece]:
    window.skip()
    while (sign := window.peek()) != "]":
        yield Piece(window.between(), is_joint=window.number > 0)
        window.number += 1
        yield _record(window, source, window.number)
        sign = window.peek()
        if sign == ",":
            window.skip()
        elif sign != "]":
            raise window.fail("Expecting ',' or ']' after a record")


def _series(window: _Window, source: Source) -> Iterator[Piece]:
    while window.peek():
        yield Piece(window.between())
        piece = _record(window, source, None)
        several = bool(window.number or window.peek())
        window.number += several
        yield piece._replace(number=window.number if several else None)


def _record(window: _Window, source: Source, number: int | None) -> Piece:
    written, start = window.written()
    if len(written) > source.max_record_chars:
        return Piece(written, number, start, fault=oversized(source, number, start, len(written)))
    return Piece(written, number, start, is_record=True)
