"""A table of phrases as bytes, of which a run on few texts reads only what stands in them.

Phrases stand in blocks, by the bytes that they begin with. The beginnings, taken as numbers, are compared
with those at all places of a text at once: of fifty thousand phrases, a text of 5 KB has some hundred blocks.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from scrapelint.phrases import Entry, PhraseTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BEGINNINGS = ((8, "Q"), (4, "I"))
"""Bytes of a beginning, the longer first, and the type of their number; a phrase of fewer has the number 0."""
_NUMBER_BYTES, _END_BYTES = 8, 4

_RECORD, _FIELD = "\x1e", "\x1f"
_LINE, _LITERAL, _TEMPLATE = "line", "literal", "template"


class PackedPhrases:
    """The phrases that `packed` made bytes of."""

    def __init__(self, content: bytes) -> None:
        """Take the bytes; raises ValueError or TypeError where they are damaged."""
        head_end = content.index(b"\n") + 1
        entries, count = json.loads(content[:head_end])
        ends = head_end + count * _NUMBER_BYTES
        blocks = ends + count * _END_BYTES
        self.entries: Sequence[Entry] = [Entry(*entry) for entry in entries]
        self._numbers = _integers("Q", content[head_end:ends])
        self._ends = _integers("I", content[ends:blocks])
        self._blocks = memoryview(content)[blocks:]
        if len(self._blocks) != (self._ends[-1] if count else 0):
            raise ValueError("the phrases are cut off")

    def part(self, haystack: str) -> PhraseTable:
        """Return the table of the phrases that stand in this text: keys of lines between line breaks."""
        found = (
            record
            for number in _numbers_in(haystack.encode()).intersection(self._numbers)
            for record in self._records(bisect_left(self._numbers, number))
            if record[0] in haystack
        )
        return self._table(found)

    def whole(self) -> PhraseTable:
        """Return the table of all phrases."""
        return self._table(_split(self._blocks))

    def _records(self, block: int) -> Iterator[list[str]]:
        start = self._ends[block - 1] if block else 0
        return _split(self._blocks[start : self._ends[block]])

    def _table(self, records: Iterable[Sequence[str]]) -> PhraseTable:
        lines: dict[str, str] = {}
        literals: dict[str, str] = {}
        templates: dict[str, Any] = {}
        for literal, kind, value in records:
            if kind == _LINE:
                lines[literal[1:-1]] = value
            elif kind == _LITERAL:
                literals[literal] = value
            else:
                templates[literal] = json.loads(value)
        return PhraseTable(self.entries, lines, literals, templates)


def packed(table: PhraseTable) -> bytes:
    """Return the bytes of a table; raises ValueError for one with a phrase that they cannot hold."""
    blocks: dict[int, list[str]] = {}
    for record in _written(table):
        blocks.setdefault(_number(record[0].encode()), []).append(_joined(record))
    content = {number: "".join(blocks[number]).encode() for number in sorted(blocks)}
    head = json.dumps([table.entries, len(content)], ensure_ascii=False).encode()
    ends = accumulate(map(len, content.values()))
    return b"".join([head, b"\n", _bytes("Q", content), _bytes("I", ends), *content.values()])


def _joined(record: tuple[str, str, str]) -> str:
    if any(sign in part for part in record for sign in (_FIELD, _RECORD)):
        msg = f"a phrase has a sign that parts phrases: {record[0]!r}"
        raise ValueError(msg)
    return _FIELD.join(record) + _RECORD


def _written(table: PhraseTable) -> Iterator[tuple[str, str, str]]:
    """Yield what is looked for, kind and value of each phrase."""
    for key, references in table.lines.items():
        yield f"\n{key}\n", _LINE, references
    for literal, references in table.literals.items():
        yield literal, _LITERAL, references
    for literal, templates in table.templates.items():
        yield literal, _TEMPLATE, json.dumps(templates, ensure_ascii=False)


def _split(blocks: memoryview) -> Iterator[list[str]]:
    return (record.split(_FIELD) for record in str(blocks, "utf-8").split(_RECORD) if record)


def _number(literal: bytes) -> int:
    """Return the number of what a phrase begins with."""
    for size, _ in BEGINNINGS:
        if len(literal) >= size:
            return int.from_bytes(literal[:size], "little")
    return 0


def _numbers_in(haystack: bytes) -> set[int]:
    """Return the numbers of all that can begin in this text."""
    found = {0}
    for size, kind in BEGINNINGS:
        for shift in range(min(size, len(haystack))):
            end = len(haystack) - (len(haystack) - shift) % size
            found.update(_integers(kind, haystack[shift:end]))
    return found


def _integers(kind: str, content: bytes) -> array[int]:
    """Return the numbers that these bytes are, the lowest byte first on every machine."""
    numbers = array(kind, content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _bytes(kind: str, numbers: Iterable[int]) -> bytes:
    return _integers(kind, array(kind, numbers).tobytes()).tobytes()
