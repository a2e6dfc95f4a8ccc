"""The words of a text in order, for rules that look for copies and for unknown words."""

from __future__ import annotations

from bisect import bisect_right
from itertools import cycle, islice
from struct import pack
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Line

MAX_DISTANCE = 16
"""How far on a copy is looked for, in words."""
_MARKS_OF_LINES = tuple(map(chr, range(0xFDD0, 0xFDD0 + MAX_DISTANCE + 2)))
"""What follows the words of a line: no characters of any text, and none is another's copy near by."""
BREAKS = frozenset(_MARKS_OF_LINES)
_SHAPES = (*((near, 1) for near in (1, 2, 3)), *((distance, 2) for distance in range(2, MAX_DISTANCE + 1)))
"""Distances and lengths of copies."""

_MARKS = '.,;:!?"“”)('


class Copy(NamedTuple):
    """A word, or two, and how far on they are again."""

    at: int
    distance: int
    length: int


def words_of(doc: Document) -> list[str]:
    """Return what comes between spaces and marks of a document, as it is spelled, `BREAKS` after lines."""
    return doc.once(_words_of)


def _words_of(doc: Document) -> list[str]:
    """Return the words at the speed of `str.split`; linear."""
    text = "".join([f"{line.text} {mark} " for line, mark in zip(doc.lines, cycle(_MARKS_OF_LINES), strict=False)])
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, " ")
    return text.split()


def lines_at(doc: Document, places: Iterable[int] | None) -> list[Line]:
    """Return the lines on which words of these indices are, in order; all lines for None."""
    if places is None:
        return doc.lines
    wanted = set(places)
    ends = list(_ends_of_lines(doc)) if wanted else []
    rows = {bisect_right(ends, place) for place in wanted}
    return [doc.lines[row] for row in sorted(rows) if row < len(doc.lines)]


def _ends_of_lines(doc: Document) -> Iterator[int]:
    """Yield the index after the words of each line."""
    words, end = words_of(doc), 0
    for mark in islice(cycle(_MARKS_OF_LINES), len(doc.lines)):
        end = words.index(mark, end) + 1
        yield end


def copies_of(doc: Document) -> list[Copy] | None:
    """Return the words and pairs of words that are again near by; None where there are more of them than words."""
    return doc.once(_copies)


def _copies(doc: Document) -> list[Copy] | None:
    words = words_of(doc)
    found = list(islice(copies_in(words), len(words) + 1))
    return found if len(found) <= len(words) else None


def copies_in(words: Sequence[str]) -> Iterator[Copy]:
    """Yield where words are again so many words further on: one word up to three, two up to `MAX_DISTANCE`.

    A word is a byte of one integer, so that all are compared at once; few words of one byte are not the same.
    """
    row = pack(f"<{len(words)}q", *map(hash, words))[::8]
    number = int.from_bytes(row, "little")
    for distance, length in _SHAPES:
        unlike = (number ^ number >> 8 * distance).to_bytes(len(row), "little")
        equal, end = bytes(length), max(0, len(row) - distance)
        at = unlike.find(equal, 0, end)
        while at >= 0:
            if words[at] == words[at + distance] and (length == 1 or words[at + 1] == words[at + 1 + distance]):
                yield Copy(at, distance, length)
            at = unlike.find(equal, at + 1, end)
