"""How a line is worded: like those of pages, or like those of articles?

A linear model on the words of a line's beginning and end, single and in pairs. Only integers are added, so that a score
is the same on every machine. `tools/train_wording.py` writes the weights.
"""

from __future__ import annotations

import json
from functools import cache, cached_property
from itertools import accumulate, repeat
from operator import add
from typing import TYPE_CHECKING, Any

from scrapelint.residue.columns import REACH, above, below
from scrapelint.resources.data_files import data_file, read_data
from scrapelint.text.character_classes import with_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.residue.columns import Column, Columns

DATA = data_file(__file__, "wording.json")

HEAD_CHARS, TAIL_CHARS = 60, 25
"""Beginning and end of a line whose words count, in code points."""
DENSE_HEAD_CHARS, DENSE_TAIL_CHARS = 24, 10
"""The same in scripts that write a word in one or two characters: there each of them is a word."""
HIGHEST, NEUTRAL = 400, 200
"""Highest score, and the one that tells nothing; the lowest is 0."""
STEP = 5
"""Hundredths of a log-odds in a step of the score."""
ROOT_UNIT = 1000
"""What a root is divided by: roots are whole numbers too."""

_GAP = " \u2026 "
_MARKS, _FAR_MARKS = ".,;:!?\"'()[]|/*#-", "«»“”„।、。「」–—"
"""What is a gap between words, in ASCII and beyond it: what the weights were learned with."""
_DIGITS = "123456789"
"""All digits are one."""
_PLAIN = bytes.maketrans(f"{_MARKS}{_DIGITS}".encode(), b" " * len(_MARKS) + b"0" * len(_DIGITS))
_ROOTS: list[int] = [round(ROOT_UNIT / (2 * count + 1) ** 0.5) for count in range(HEAD_CHARS + TAIL_CHARS)]


def wording_columns(keys: Sequence[str], *, dense: bool) -> Columns:
    """Return how each line is worded, and how it is together with its neighbours."""
    return near_columns(wording().scores(keys, dense=dense))


def near_columns(scores: Column) -> Columns:
    """Return the scores, and the mean of each with those of its neighbours, where there are any."""
    known = [score - NEUTRAL for score in scores]
    sums = zip(known, above(known), below(known), strict=True)
    return {"wording": scores, "wording_near": [NEUTRAL + (a + b + c) // (2 * REACH + 1) for a, b, c in sums]}


@cache
def wording() -> Wording:
    """Return the weights that come with the program, read on first use."""
    return Wording(json.loads(read_data(DATA)))


class Wording:
    """The weights of words and of pairs of words."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take what `wording.json` holds; its words are read on first use."""
        self._data = data
        self._bias = int(data["bias"])

    def scores(self, keys: Sequence[str], *, dense: bool) -> Column:
        """Return the score of each line, from 0 (an article's) to HIGHEST (a page's). Linear."""
        return self.scores_of_words(words_of(keys, dense=dense))

    def scores_of_words(self, words_by_line: Sequence[Sequence[str]]) -> Column:
        """Return the score of each line, from what `words_of` makes of it."""
        words: list[str] = []
        for line in words_by_line:
            words += line
            words.append("")
        ones = map(self._words.get, words, _NONE)
        pairs = map(self._pairs.get, zip(("", *words), words, strict=False), _NONE)
        known = list(accumulate(map(add, ones, pairs)))
        scores, before, at = [], 0, -1
        for line in words_by_line:
            at += len(line) + 1
            score = self._bias + (known[at] - before) * _ROOTS[len(line)] // ROOT_UNIT
            scores.append(max(0, min(HIGHEST, NEUTRAL + score // STEP)))
            before = known[at]
        return scores

    @cached_property
    def _words(self) -> dict[str, int]:
        """The weight of each word, in hundredths of a log-odds."""
        known: dict[str, int] = {}
        for weight, found in self._data["words"].items():
            known |= dict.fromkeys(found.split("\t"), int(weight))
        return known

    @cached_property
    def _pairs(self) -> dict[tuple[str, ...], int]:
        """The weight of each two words that follow each other; an empty one is the edge of a line."""
        known: dict[tuple[str, ...], int] = {}
        for weight, found in self._data["pairs"].items():
            words = found.replace("\t", " ").split(" ")
            known |= dict.fromkeys(zip(words[::2], words[1::2], strict=True), int(weight))
        return known


def words_of(keys: Sequence[str], *, dense: bool) -> list[list[str]]:
    """Return the words of the beginning and the end of each line, from its key."""
    head, tail = (DENSE_HEAD_CHARS, DENSE_TAIL_CHARS) if dense else (HEAD_CHARS, TAIL_CHARS)
    ends = [key if len(key) <= head + tail else key[:head] + _GAP + key[-tail:] for key in keys]
    text = with_plain("\n".join(ends), _PLAIN)
    for mark in () if text.isascii() else _FAR_MARKS:
        text = text.replace(mark, " ")
    lines = text.split("\n")
    return [list("".join(line.split())) for line in lines] if dense else list(map(str.split, lines))


_NONE = repeat(0)
