"""A record of JSON as it is written: where its strings are."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.readers.syntax.parts import Writing, in_row
from scrapelint.record import BETWEEN_PARAGRAPHS, strings_of
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.parts import Part
    from scrapelint.record import Path

_SPACE = regex(r"[ \t\r\n]*")
_ESCAPE = regex(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_DECODER = json.JSONDecoder()


class Member(NamedTuple):
    """A record in a value of JSON."""

    record: Any
    before: Path = ()
    """Keys that lead to it."""
    after: Path = ()
    """Keys after the name of a column, where the value holds columns."""

    def path(self, path: Path) -> Path:
        """Return the keys that lead from the value to what is at a path of the record."""
        return (*self.before, *path[:1], *self.after, *path[1:])


def parts_of(written: str, field: str, source: Source, member: Member | None = None) -> Sequence[Part]:
    """Return where a field of a record is; of a member of the value that is written, its field."""
    member = member or Member(json.loads(written))
    if not isinstance(member.record, dict):
        return []
    paths = [member.path(held.path) for held in strings_of(field, member.record, source.names)]
    writing = Writing(_ESCAPE, partial(_escaped, ascii_only=written.isascii()))
    places = [literal(written, path) for path in paths]
    return list(in_row([(*place, writing) for place in places if place], written, BETWEEN_PARAGRAPHS))


def rejected(written: str) -> str:
    """Return a record on one line: outside of strings a line break is only white space, inside JSON has none."""
    return written.strip().replace("\r", " ").replace("\n", " ")


def literal(record: str, path: Iterable[str | int]) -> tuple[int, int] | None:
    """Return where the string at a path of keys and indices is, without its quotes; None where none is there.

    Of equal keys the last counts.
    """
    at = _value(record, _skip(record, 0), path)
    if at is None or record[at] != '"':
        return None
    _, end = _DECODER.raw_decode(record, at)
    return at + 1, end - 1


def _escaped(text: str, *, ascii_only: bool) -> str:
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _value(record: str, at: int, path: Iterable[str | int]) -> int | None:
    """Return where the value at a path begins, below the value that begins at `at`."""
    for key in path:
        members = _members(record, at) if record[at] == "{" else _items(record, at) if record[at] == "[" else ()
        found = [place for name, place in members if name == key]
        if not found:
            return None
        at = found[-1]
    return at


def _members(record: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the keys of an object, and where the value of each begins."""
    at = _skip(record, at + 1)
    while record[at] != "}":
        name, at = _DECODER.raw_decode(record, at)
        at = _skip(record, _skip(record, at) + 1)
        yield name, at
        at = _after(record, at)


def _items(record: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the indices of an array, and where each of its values begins."""
    at, index = _skip(record, at + 1), 0
    while record[at] != "]":
        yield index, at
        at, index = _after(record, at), index + 1


def _after(record: str, at: int) -> int:
    """Return where the next member begins, or the bracket that closes."""
    _, at = _DECODER.raw_decode(record, at)
    at = _skip(record, at)
    return _skip(record, at + 1) if record[at] == "," else at


def _skip(record: str, at: int) -> int:
    found = _SPACE.match(record, at)
    return found.end() if found else at
