"""How much the phrasing of a text is like that of machine translations."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import NamedTuple

from scrapelint.plugin import data_file, read_data, regex
from scrapelint_rules.translation._shared.phrasing.skeleton import MAX_CHARS, skeleton

SCALE = 40.0
"""What a byte is divided by."""


class Table(NamedTuple):
    """What a table is asked about; lengths are signs of a skeleton."""

    language: str
    least: int
    """Length below which nothing is said."""
    alone: int
    """The same without a sign of a translation next to it."""
    free: int
    """That every text has besides, and that say nothing: so a short one has to say more."""
    most_chars: int
    """Code points of a text that are looked at. They are fewer where no sign is asked for before it is looked at."""


PIECED = "pieced"
"""The table of English that is put together piece by piece, by rules, by statistics or from a list of synonyms."""
TABLES = {
    "en": Table("en", least=150, alone=150, free=200, most_chars=MAX_CHARS),
    "de": Table("de", least=80, alone=300, free=100, most_chars=5_000),
    PIECED: Table("en", least=80, alone=80, free=200, most_chars=2_500),
}
FREE_SIGNS_OF_SENTENCE = 20
"""Those that every sentence has besides."""
_SENTENCE = regex(r"[^\s.!?][^\n]{30,600}?[.!?](?=[\s\"”’)]|$)", re.MULTILINE)
_TABLE = 256 * 256
"""Bytes of a table: one for each pair of signs."""
_OFFSET = 128
"""What is added to a signed byte to make it a plain one."""


def data(table: str) -> str:
    """Return the file of a table, written by `tools/train_phrasing.py`.

    It holds two tables of 256 times 256 signed bytes, of signs side by side and of signs with one between, each ordered
    by the first and then by the second.
    """
    return data_file(__file__, f"{table}.bin")


def likeness(text: str, table: str = "en", *, alone: bool = False) -> float | None:
    """Return how much a text is put together as those that a table has learned from, per sign; None for a short one.

    In English half of 15,800 native texts have less than -.13, and one in a thousand more than .06; half of 23,500
    pieces of translations more than 0. In German half of 9,207 native texts have less than -.02, and one in a thousand
    more than .13; half of 476 translations more than .15. Of 11,024 native English texts half are put together piece by
    piece by less than -.26, and one in a thousand by more than .06; of 348 copies that went there and back half by more
    than .09.
    """
    asked = TABLES[table]
    signs = skeleton(text, asked.language, asked.most_chars)
    if len(signs) < (asked.alone if alone else asked.least):
        return None
    return weight(signs, table) / (len(signs) + asked.free)


def weight(signs: bytes, table: str = "en") -> float:
    """Return the sum of the weights of all pairs."""
    tables = _tables(table)
    beside = sum(map(tables.beside.__getitem__, _pairs(signs, 1)))
    across = sum(map(tables.across.__getitem__, _pairs(signs, 2)))
    number = max(0, len(signs) - 1) + max(0, len(signs) - 2)
    return (beside + across - _OFFSET * number) / SCALE


def likest(text: str, table: str = "en", most: int = 1) -> list[tuple[int, int]]:
    """Return where the sentences are whose phrasing is most like what a table has learned from, the likest first."""
    places = [match.span() for match in _SENTENCE.finditer(text, 0, TABLES[table].most_chars)]
    places.sort(key=lambda place: _sentence_likeness(text[slice(*place)], table), reverse=True)
    return places[:most] or [(0, len(text))]


def _sentence_likeness(sentence: str, table: str) -> float:
    asked = TABLES[table]
    signs = skeleton(sentence, asked.language, asked.most_chars)
    return weight(signs, table) / (len(signs) + FREE_SIGNS_OF_SENTENCE) if signs else -1.0


class _Tables(NamedTuple):
    """Weights as bytes of 0 to 255."""

    beside: bytes
    across: bytes


@cache
def _tables(table: str) -> _Tables:
    weights = bytes([byte ^ _OFFSET for byte in read_data(data(table))])
    return _Tables(weights[:_TABLE], weights[_TABLE:])


def _pairs(signs: bytes, distance: int) -> memoryview:
    """Return the places in a table of the pairs of signs that are so far apart, without a loop of Python's own."""
    first, second = signs[:-distance], signs[distance:]
    pairs = bytearray(2 * len(first))
    is_little = sys.byteorder == "little"
    pairs[0::2], pairs[1::2] = (second, first) if is_little else (first, second)
    return memoryview(pairs).cast("H")
