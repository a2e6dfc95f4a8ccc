"""The words of a text in order, for rules that look for copies and for unknown words."""

from __future__ import annotations

from itertools import compress, count
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint import Document, Line

BREAK = "\ufdd0"
"""What stands between the words of two lines: no character of any text."""

_MARKS = '.,;:!?"“”)('


def words_of(doc: Document) -> list[str]:
    """Return what stands between spaces and marks of a document, as it is spelled, with `BREAK` between its lines."""
    return doc.once(_words_of)


def _words_of(doc: Document) -> list[str]:
    """Return the words at the speed of `str.split`; linear."""
    text = f" {BREAK} ".join([line.text for line in doc.lines])
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, " ")
    return text.split()


def lines_at(doc: Document, places: Iterable[int]) -> list[Line]:
    """Return the lines on which words of these indices stand, in order."""
    words, rows, at, row = words_of(doc), set(), 0, 0
    for place in sorted(places):
        row += words[at:place].count(BREAK)
        at = place
        rows.add(row)
    return [doc.lines[row] for row in sorted(rows) if row < len(doc.lines)]


def copies_at(words: Sequence[str], distance: int) -> Iterator[int]:
    """Yield the indices of the words that stand again so many words further on."""
    return compress(count(), map(eq, words, words[distance:]))


def stretches_again(words: Sequence[str], shapes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield index, distance and length of stretches that stand again, for pairs of a distance and a length in words.

    A word is a byte of one integer, so that all are compared at once; few words of one byte are not the same.
    """
    row = bytes([hash(word) & 0xFF for word in words])
    number = int.from_bytes(row, "little")
    for distance, length in shapes:
        unlike = (number ^ number >> 8 * distance).to_bytes(len(row), "little")
        at = unlike.find(bytes(length))
        while at >= 0:
            if words[at : at + length] == words[at + distance : at + distance + length]:
                yield at, distance, length
            at = unlike.find(bytes(length), at + 1)
