"""How un-English a word looks, from the runs of three letters that it is made of."""

from __future__ import annotations

import unicodedata
from functools import cache

from scrapelint.plugin import data_file, read_data

DATA = data_file(__file__, "shapes.bin")
"""One signed byte for each run of three characters; written by `tools/build_words.py`."""

SIGNS = "abcdefghijklmnopqrstuvwxyz#*"
"""The letters, the edge of a word, and whatever else a letter may carry or be."""
SCALE = 30
"""What a byte is divided by: hundredths would not fit."""


def foreignness(word: str) -> float:
    """Return the log-odds that a word is of another language than English, all else equal.

    Above 0 its letters follow each other as in the 24 other languages, romanised Russian and Ukrainian
    among them, that the table learned from; below 0 as in English.
    """
    odds = _odds()
    return sum([odds[_place(run)] for run in runs(word)]) / SCALE


def runs(word: str) -> list[str]:
    """Return the runs of three characters of a word, its edges included."""
    spelled = "#" + _spelled(word) + "#"
    return [spelled[at : at + 3] for at in range(len(spelled) - 2)]


def _spelled(word: str) -> str:
    """Return a word in `SIGNS`: a letter with a diacritic is the letter and a star, as is any other character."""
    if word.isascii():
        return "".join([char if char.isalpha() else "*" for char in word.lower()])
    signs: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower()):
        is_plain = "a" <= char <= "z"
        if is_plain or signs[-1:] != ["*"]:
            signs.append(char if is_plain else "*")
    return "".join(signs)


def _place(run: str) -> int:
    """Return where the byte of a run is: runs are ordered by their first character, then by the second and the third."""
    first, second, third = map(SIGNS.index, run)
    return (first * len(SIGNS) + second) * len(SIGNS) + third


@cache
def _odds() -> memoryview:
    return memoryview(read_data(DATA)).cast("b")
