"""What can be seen of each line by itself and by its words, column by column."""

from __future__ import annotations

from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING

from scrapelint.text.prose import is_dense
from scrapelint.text.sentences.marks import CLOSERS, END_MARKS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from scrapelint.residue.columns import Column, Columns
    from scrapelint.text.lines import Line

MAX_CHARS = 1000
"""Longest line, in code points, that is told apart."""
TOKEN_CHARS = 120
"""Part of a line whose words are looked for in the rest of the text."""
MIN_WORD_CHARS = 4
"""Shortest word that is compared, in code points: names and things, hardly ever grammar."""
DENSE_WEIGHT = 3
"""How many letters of other scripts say what one character says where words are written without spaces."""
DENSE_SAMPLE = 8
"""How many lines tell whether a text writes its words without spaces."""
LOWER = 2
"""Class of a line that opens with a small letter: the rest of a sentence."""

_MARKS = (",", ".", '"')
"""What is taken from words before they are compared."""
_ENDS = {
    **dict.fromkeys(END_MARKS, 1), **dict.fromkeys("?？؟", 2), **dict.fromkeys("!！", 3), **dict.fromkeys(":：", 4),
    "…": 5, ",": 6, ";": 6, "-": 7, "–": 7, "|": 7, ">": 8, "*": 8,
}  # fmt: skip
"""Class of the character that ends a line, quotes and brackets after it left aside; 0 for any other."""
_CLOSING = CLOSERS + " \u00a0\t\r"
_QUOTES = ('"', "“", "„", "«")
_OPENING_QUOTES = frozenset("\"'“”„«»‘’「『")


def line_columns(lines: Sequence[Line], prose: Collection[int], *, dense: bool) -> Columns:
    """Return the shape of each line, and how many of its words the paragraphs have; `dense` as `are_dense` says."""
    return _shapes(lines, dense=dense) | _words(lines, prose, dense=dense)


def are_dense(lines: Sequence[Line]) -> bool:
    """Tell whether a text writes its words without spaces, by some of its lines."""
    sample = lines[:: max(1, len(lines) // DENSE_SAMPLE)]
    return 2 * sum(not line.key.isascii() and is_dense(line.text) for line in sample) > len(sample)


def _shapes(lines: Sequence[Line], *, dense: bool) -> Columns:
    """Return what can be seen of each line by itself."""
    texts = [line.text for line in lines]
    keys = [line.key for line in lines]
    weight = DENSE_WEIGHT if dense else 1
    return {
        "chars": _at_most(MAX_CHARS, [len(key) * weight for key in keys]),
        "words": [1 + len(key) // 2 for key in keys] if dense else [key.count(" ") + 1 for key in keys],
        "end": [_ENDS.get(text.rstrip(_CLOSING)[-1:], 0) for text in texts],
        "opening": [_opening(text.lstrip()[:1]) for text in texts],
        "quotes": _counts(texts, _QUOTES),
    }


def _at_most(most: int, values: Column) -> Column:
    return values if max(values) <= most else [min(most, value) for value in values]


def _counts(texts: Sequence[str], marks: Iterable[str]) -> Column:
    """Return how often these marks are in each line."""
    column = [0] * len(texts)
    text = "\n".join(texts)
    for mark in marks:
        if mark in text:
            column = list(map(add, column, [one.count(mark) for one in texts]))
    return column


@lru_cache(maxsize=1024)
def _opening(char: str) -> int:
    """Return the class of the character that opens a line."""
    if char.isalpha():
        return 1 if char.isupper() else LOWER if char.islower() else 3
    if char.isdigit():
        return 4
    return 5 if char in _OPENING_QUOTES else 6


def _words(lines: Sequence[Line], prose: Collection[int], *, dense: bool) -> Columns:
    """Return how many words of a line the paragraphs of the text have, those of the line itself left out."""
    found = _pairs(lines) if dense else _tokens(lines)
    known: set[str] = set()
    twice: set[str] = set()
    for index in prose:
        twice |= known & found[index]
        known |= found[index]
    shared = [len(words & (twice if i in prose else known)) for i, words in enumerate(found)]
    return {
        "shared": shared,
        "shared_share": [100 * one // len(words) if words else -1 for one, words in zip(shared, found, strict=True)],
    }


def _pairs(lines: Sequence[Line]) -> list[set[str]]:
    """Return the pairs of characters at the beginning of each line: most words of these scripts are one."""
    heads = [line.key[:TOKEN_CHARS] for line in lines]
    return [set(map(add, head, head[1:])) for head in heads]


def _tokens(lines: Sequence[Line]) -> list[set[str]]:
    """Return the longer words at the beginning of each line: names and things, hardly ever grammar."""
    text = "\n".join([line.key[:TOKEN_CHARS] for line in lines])
    for mark in _MARKS:
        text = text.replace(mark, "")
    return [{word for word in key.split() if len(word) >= MIN_WORD_CHARS} for key in text.split("\n")]
