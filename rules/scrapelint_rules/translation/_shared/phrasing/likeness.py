"""How much the phrasing of a text is like that of machine translations."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import NamedTuple

from scrapelint.plugin import data_file, read_data, regex
from scrapelint_rules.translation._shared.phrasing.skeleton import skeleton
from scrapelint_rules.translation._shared.phrasing.vocabulary import vocabulary

SCALE = 40.0
"""What a byte is divided by."""


class Length(NamedTuple):
    """Signs of a skeleton."""

    least: int
    """Below which nothing is said."""
    alone: int
    """The same without a sign of a translation next to it."""
    free: int
    """That every text has besides, and that say nothing: so a short one has to say more."""


LENGTHS = {"en": Length(150, 150, 200), "de": Length(80, 300, 100)}
FREE_SIGNS_OF_SENTENCE = 20
"""The same of a sentence."""
_SENTENCE = regex(r"[^\s.!?][^\n]{30,600}?[.!?](?=[\s\"”’)]|$)", re.MULTILINE)
_TABLE = 256 * 256
"""Bytes of a table: one for each pair of signs."""
_OFFSET = 128
"""What is added to a signed byte to make it a plain one."""


def data(language: str) -> str:
    """Return the file of a language, written by `tools/train_phrasing.py`.

    It holds two tables of 256 times 256 signed bytes, of signs side by side and of signs with one between, each ordered
    by the first and then by the second.
    """
    return data_file(__file__, f"{language}.bin")


def likeness(text: str, language: str = "en", *, alone: bool = False) -> float | None:
    """Return how much a text is put together as machine translations are, per sign; None for a short one.

    In English half of 15,800 native texts have less than -.13, and one in a thousand more than .06; half of 23,500
    pieces of translations more than 0. In German half of 9,207 native texts have less than -.02, and one in a thousand
    more than .13; half of 476 translations more than .15.
    """
    signs, length = skeleton(text, language), LENGTHS[language]
    if len(signs) < (length.alone if alone else length.least):
        return None
    return weight(signs, language) / (len(signs) + length.free)


def weight(signs: bytes, language: str = "en") -> float:
    """Return the sum of the weights of all pairs."""
    tables = _tables(language)
    beside = sum(map(tables.beside.__getitem__, _pairs(signs, 1)))
    across = sum(map(tables.across.__getitem__, _pairs(signs, 2)))
    number = max(0, len(signs) - 1) + max(0, len(signs) - 2)
    return (beside + across - _OFFSET * number) / SCALE


def likest(text: str, language: str = "en") -> tuple[int, int]:
    """Return where the sentence of a text is whose phrasing is most like that of a machine translation."""
    places = [match.span() for match in _SENTENCE.finditer(text, 0, vocabulary(language).most_chars)]
    return max(places, key=lambda place: _sentence_likeness(text[slice(*place)], language), default=(0, len(text)))


def _sentence_likeness(sentence: str, language: str) -> float:
    signs = skeleton(sentence, language)
    return weight(signs, language) / (len(signs) + FREE_SIGNS_OF_SENTENCE) if signs else -1.0


class _Tables(NamedTuple):
    """Weights as bytes of 0 to 255."""

    beside: bytes
    across: bytes


@cache
def _tables(language: str) -> _Tables:
    table = bytes([byte ^ _OFFSET for byte in read_data(data(language))])
    return _Tables(table[:_TABLE], table[_TABLE:])


def _pairs(signs: bytes, distance: int) -> memoryview:
    """Return the places in a table of the pairs of signs that are so far apart, without a loop of Python's own."""
    first, second = signs[:-distance], signs[distance:]
    pairs = bytearray(2 * len(first))
    is_little = sys.byteorder == "little"
    pairs[0::2], pairs[1::2] = (second, first) if is_little else (first, second)
    return memoryview(pairs).cast("H")
