"""A JSON file: one record, an array of them, or an object with a list of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from scrapelint.readers.faults import broken, oversized
from scrapelint.readers.format import Piece, TextFormat
from scrapelint.readers.records import intake, parsed
from scrapelint.readers.syntax.fields import MIN_TEXT_CHARS
from scrapelint.readers.syntax.json_record import Member, parts_of, rejected
from scrapelint.readers.syntax.json_window import TooLargeError, Window
from scrapelint.record import OF_ARTICLES, from_record

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.parts import Part
    from scrapelint.record import Path

LIST_KEYS = ("articles", "records", "documents", "items", "data", "results", "docs", "posts", "rows", "hits", "@graph")
"""Keys under which APIs and exports put their list of articles, or an object that has it: `hits.hits`."""
MAX_OBJECTS = 3
"""Objects in each other in which such a list is looked for."""


class JsonFile(TextFormat):
    """One record, an array, or an object of records; of an array one is in memory at a time.

    Several values one after the other, as JSON Lines has them, are taken as well.
    """

    name: ClassVar[str] = "json"
    endings: ClassVar[tuple[str, ...]] = (".json",)
    mends_fields: ClassVar[bool] = True

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield the values of a file and what comes between them; after a fault the rest as it is."""
        window = Window(stream, source.max_record_chars)
        fault = None
        try:
            yield from _array(window, source) if window.peek() == "[" else _series(window, source)
        except (ValueError, RecursionError) as error:
            fault = _fault(error, window, source)
        yield Piece(window.between(), window.number or None, fault=fault)
        yield from map(Piece, window.rest())

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the article of a value, or those in it."""
        several = members(json.loads(piece.written), source)
        if several is None:
            yield parsed(piece.written, source, piece.number, piece.start)
            return
        for number, member in enumerate(several, 1):
            yield intake(member.record, source, number, piece.start)

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:
        """Return where a field of an article in a value is."""
        several = members(json.loads(piece.written), source)
        return parts_of(piece.written, field, source, several[index] if several else None)

    def rejected(self, piece: Piece) -> str:
        """Return the record."""
        return rejected(piece.written)


def members(value: Any, source: Source) -> list[Member] | None:
    """Return the records in an object that is no record itself; None where there are none.

    They are a list under a key that says so, columns as pandas writes them, objects under keys of their own, or a list
    that lies deeper.
    """
    if not isinstance(value, dict) or from_record(value, source.names) is not None:
        return None
    for key in LIST_KEYS:
        if isinstance(value.get(key), list):
            return _members((key,), value[key])
    if not value or not all(isinstance(inner, dict) for inner in value.values()):
        return _deeper(value, source)
    return _columns(value, source) or _named(value, source) or _deeper(value, source)


def _members(path: Path, records: list[Any]) -> list[Member]:
    return [Member(record, (*path, place)) for place, record in enumerate(records)]


def _deeper(value: dict[str, Any], source: Source) -> list[Member] | None:
    """Return the records of the first list of a known name in an object within the value, where one has a text.

    An article whose text has a name that nobody knows has lists as well: of comments, of related stories.
    """
    if OF_ARTICLES & value.keys() or any(isinstance(x, str) and len(x) >= MIN_TEXT_CHARS for x in value.values()):
        return None
    for path, records in _lists(value):
        found = _members(path, records)
        if any(isinstance(one.record, dict) and from_record(one.record, source.names) for one in found):
            return found
    return None


def _lists(value: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, list[Any]]]:
    yield from (((*path, key), value[key]) for key in LIST_KEYS if isinstance(value.get(key), list))
    for key, inner in value.items() if len(path) < MAX_OBJECTS else ():
        if isinstance(inner, dict):
            yield from _lists(inner, (*path, key))


def _columns(value: dict[str, dict[str, Any]], source: Source) -> list[Member] | None:
    keys = next(iter(value.values())).keys()
    if any(column.keys() != keys for column in value.values()):
        return None
    found = [Member({name: column[key] for name, column in value.items()}, (), (key,)) for key in keys]
    return found if found and from_record(found[0].record, source.names) else None


def _named(value: dict[str, Any], source: Source) -> list[Member] | None:
    has_text = any(from_record(record, source.names) for record in value.values())
    return [Member(record, (key,)) for key, record in value.items()] if has_text else None


def _array(window: Window, source: Source) -> Iterator[Piece]:
    window.skip()
    while window.peek() != "]":
        yield Piece(window.between(), is_joint=window.number > 0)
        window.number += 1
        is_read = yield from _member(window, source)
        char = window.peek()
        if char == ",":
            window.skip()
        elif char != "]" and is_read:
            raise window.fail("Expecting ',' or ']' after a record")
        elif char != "]":
            return  # where a broken record ends cannot be told


def _member(window: Window, source: Source) -> Generator[Piece, None, bool]:
    """Yield a record of an array, and return whether it could be read; one that could not is passed over."""
    try:
        yield _record(window, source, window.number)
    except TooLargeError:
        yield from _too_large(window, source, window.number)
    except (ValueError, RecursionError) as error:
        yield Piece("", window.number, fault=_fault(error, window, source))
        yield from map(Piece, window.passed())
        return False
    return True


def _series(window: Window, source: Source) -> Iterator[Piece]:
    while window.peek():
        yield Piece(window.between())
        known = window.number + 1 if window.number else None
        try:
            piece = _record(window, source, known)
        except TooLargeError:
            window.number += 1
            yield from _too_large(window, source, known)
            continue
        several = bool(window.number or window.peek())
        window.number += several
        yield piece._replace(number=window.number if several else None)


def _record(window: Window, source: Source, number: int | None) -> Piece:
    written, start = window.written()
    if len(written) > source.max_record_chars:
        return Piece(written, number, start, fault=oversized(source, number, start, len(written)))
    return Piece(written, number, start, is_record=True)


def _too_large(window: Window, source: Source, number: int | None) -> Iterator[Piece]:
    """Yield a value that is not kept, in parts, and at its end what is wrong with it."""
    start, chars = window.place(), 0
    for part in window.passed():
        chars += len(part)
        yield Piece(part)
    yield Piece("", number, start, fault=oversized(source, number, start, chars))


def _fault(error: Exception, window: Window, source: Source) -> Intake:
    """Return what is told of a value that is not JSON, or more of it than Python reads."""
    number = window.number or None
    if isinstance(error, json.JSONDecodeError):
        return broken(source, number, window.place(error.pos), error.msg)
    if isinstance(error, UnicodeDecodeError):
        raise error
    return broken(
        source, number, window.place(), "nested too deeply" if isinstance(error, RecursionError) else str(error)
    )
