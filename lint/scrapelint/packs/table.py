"""A table of phrases as bytes, of which a run on few texts reads only what is in them.

Phrases are in blocks, by the bytes that they begin with. Phrases that are whole lines are looked up by the
beginning of each line. Of all others the beginnings, taken as numbers, are compared with those at all places
of a text at once: of twenty-five thousand phrases, a text of 5 KB has some fifty blocks.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.packs.matcher import Entry, PhraseTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Record = Sequence[str]

BEGINNINGS = ((8, "Q"), (4, "I"))
"""Bytes of a beginning, the longer first, and the type of their number; a phrase of fewer has the number 0."""
_NUMBER_BYTES, _END_BYTES = 8, 4
"""Sizes of the number of a block, and of the place where it ends."""

_END = "\x1f"
"""Ends each part of a record."""
_LINE_PARTS, _OTHER_PARTS = 2, 3
"""Key and references; literal, kind and references or templates."""
_LITERAL, _TEMPLATE = "literal", "template"


class _Blocks(NamedTuple):
    """Records by the number of what they begin with."""

    numbers: array[int]
    """Rising."""
    ends: array[int]
    """Where each block ends."""
    content: memoryview
    parts: int
    """How many parts a record has."""

    def records(self, number: int) -> Iterator[Record]:
        """Return the records of a number, none where it has none."""
        at = bisect_left(self.numbers, number)
        if at == len(self.numbers) or self.numbers[at] != number:
            return iter(())
        return self._split(self.content[self.ends[at - 1] if at else 0 : self.ends[at]])

    def all(self) -> Iterator[Record]:
        """Return all records."""
        return self._split(self.content)

    def _split(self, content: memoryview) -> Iterator[Record]:
        parts = iter(str(content, "utf-8").split(_END))
        return zip(*[parts] * self.parts, strict=False)  # nothing follows the last character


class PackedPhrases:
    """The phrases that `packed` made bytes of."""

    def __init__(self, content: bytes) -> None:
        """Take the bytes; raises ValueError or TypeError where they are damaged."""
        start = content.index(b"\n") + 1
        entries, lines, others = json.loads(content[:start])
        self.entries: Sequence[Entry] = [Entry(*entry) for entry in entries]
        self._lines, start = _read(content, start, lines, _LINE_PARTS)
        self._others, start = _read(content, start, others, _OTHER_PARTS)
        if start != len(content):
            raise ValueError("the phrases are cut off")

    def part(self, haystack: str) -> PhraseTable:
        """Return the table of the phrases that are in this text: keys of lines between line breaks."""
        keys = dict.fromkeys(haystack.split("\n"))
        lines = [record for key in keys for record in self._lines.records(_number(key.encode())) if record[0] == key]
        numbers = _numbers_in(haystack.encode()).intersection(self._others.numbers)
        others = [record for number in numbers for record in self._others.records(number) if record[0] in haystack]
        return self._table(lines, others)

    def whole(self) -> PhraseTable:
        """Return the table of all phrases."""
        return self._table(self._lines.all(), self._others.all())

    def of_key(self, key: str) -> str:
        """Return the references of the phrase that is this key, with a line break after it if it ends a line."""
        number = _number(key.encode())
        lines = (references for line, references in self._lines.records(number) if line == key)
        others = (value for literal, kind, value in self._others.records(number) if literal == key and kind == _LITERAL)
        return next(chain(lines, others), "")

    def _table(self, lines: Iterable[Record], others: Iterable[Record]) -> PhraseTable:
        literals: dict[str, str] = {}
        templates: dict[str, Any] = {}
        for literal, kind, value in others:
            if kind == _LITERAL:
                literals[literal] = value
            else:
                templates[literal] = json.loads(value)
        return PhraseTable(self.entries, {record[0]: record[1] for record in lines}, literals, templates)


def packed(table: PhraseTable) -> bytes:
    """Return the bytes of a table; raises ValueError for one with a phrase that they cannot hold."""
    literals = [(literal, _LITERAL, references) for literal, references in table.literals.items()]
    templates = [
        (literal, _TEMPLATE, json.dumps(found, ensure_ascii=False)) for literal, found in table.templates.items()
    ]
    blocks = [_blocks(table.lines.items()), _blocks([*literals, *templates])]
    head = [table.entries, *([len(own), sum(map(len, own.values()))] for own in blocks)]
    return b"".join([json.dumps(head, ensure_ascii=False).encode(), b"\n", *map(_written, blocks)])


def _blocks(records: Iterable[Record]) -> dict[int, bytes]:
    """Return the records of each number, the numbers rising."""
    blocks: dict[int, list[str]] = {}
    for record in records:
        if any(_END in part for part in record):
            msg = f"a phrase has the character that ends phrases: {record[0]!r}"
            raise ValueError(msg)
        blocks.setdefault(_number(record[0].encode()), []).append("".join(part + _END for part in record))
    return {number: "".join(blocks[number]).encode() for number in sorted(blocks)}


def _written(blocks: dict[int, bytes]) -> bytes:
    return b"".join([_bytes("Q", blocks), _bytes("I", accumulate(map(len, blocks.values()))), *blocks.values()])


def _read(content: bytes, start: int, sizes: Sequence[int], parts: int) -> tuple[_Blocks, int]:
    """Return the blocks that begin at a place, so many of so many bytes, and where they end."""
    count, length = sizes
    ends = start + count * _NUMBER_BYTES
    records = ends + count * _END_BYTES
    numbers = _integers("Q", content[start:ends])
    stop = records + length
    return _Blocks(numbers, _integers("I", content[ends:records]), memoryview(content)[records:stop], parts), stop


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
