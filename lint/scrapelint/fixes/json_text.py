"""JSON as it is written: where a string stands in a record, and edits spliced into it.

Everything else of the record stays as it is: white space, order, escapes, numbers, bytes that are not valid UTF-8.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.fixes.patches import Hunk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Path = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_DECODER = json.JSONDecoder()


class Literal(NamedTuple):
    """A string in a record, as it is written: what stands between its quotes."""

    start: int
    end: int
    written: str

    def hunks(self, hunks: Sequence[Hunk], *, ascii_only: bool) -> Iterator[Hunk]:
        """Yield hunks of the string's value as hunks of the record."""
        places = _places(self.written, [place for hunk in hunks for place in (hunk.start, hunk.end)])
        for hunk in hunks:
            start, end = next(places), next(places)
            content = json.dumps(hunk.content, ensure_ascii=ascii_only)[1:-1]
            yield Hunk(self.start + start, self.start + end, content, hunk.codes)


def literal(record: str, path: Path) -> Literal | None:
    """Return the string at a path of keys and indices; None where none is there. Of equal keys the last counts."""
    at = _value(record, _skip(record, 0), path)
    if at is None or record[at] != '"':
        return None
    _, end = _DECODER.raw_decode(record, at)
    return Literal(at + 1, end - 1, record[at + 1 : end - 1])


def _value(record: str, at: int, path: Path) -> int | None:
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
        at = _behind(record, at)


def _items(record: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the indices of an array, and where each of its values begins."""
    at, index = _skip(record, at + 1), 0
    while record[at] != "]":
        yield index, at
        at, index = _behind(record, at), index + 1


def _behind(record: str, at: int) -> int:
    """Return where the next member begins, or the bracket that closes."""
    _, at = _DECODER.raw_decode(record, at)
    at = _skip(record, at)
    return _skip(record, at + 1) if record[at] == "," else at


def _skip(record: str, at: int) -> int:
    found = _SPACE.match(record, at)
    return found.end() if found else at


def _places(written: str, wanted: Iterable[int]) -> Iterator[int]:
    """Yield where code points of the value stand in the written string; they have to be asked for in order."""
    escapes = _ESCAPE.finditer(written) if "\\" in written else iter(())
    at = value = 0  # a place in the written string, and the same in the value
    escape = next(escapes, None)
    for place in wanted:
        while escape and value + (escape.start() - at) < place:
            value += escape.start() - at + 1
            at = escape.end()
            escape = next(escapes, None)
        yield at + place - value
