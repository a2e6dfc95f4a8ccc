"""How much the phrasing of an English text is like that of machine translations."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import NamedTuple

from scrapelint.plugin import data_file, read_data, regex
from scrapelint_rules.translation._shared.phrasing.skeleton import MAX_CHARS, skeleton

DATA = data_file(__file__, "phrasing.bin")
"""Two tables of 256 times 256 signed bytes, of signs side by side and of signs with one between, each ordered by the
first and then by the second; written by `tools/train_phrasing.py`."""
SCALE = 40.0
"""What a byte is divided by."""
MIN_SIGNS = 150
"""Signs of a skeleton below which nothing is said."""
FREE_SIGNS = 200
"""Signs that every text has besides, and that say nothing: so a short one has to say more."""
FREE_SIGNS_OF_SENTENCE = 20
"""The same of a sentence."""
_SENTENCE = regex(r"[^\s.!?][^\n]{30,600}?[.!?](?=[\s\"”’)]|$)", re.MULTILINE)
_TABLE = 256 * 256
_OFFSET = 128


def likeness(text: str) -> float | None:
    """Return how much an English text is put together as machine translations are, per sign; None for a short one.

    Half of 15,800 native texts have less than -.13, and one in a thousand more than .06; half of 23,500 pieces of
    translations more than 0.
    """
    signs = skeleton(text)
    return weight(signs) / (len(signs) + FREE_SIGNS) if len(signs) >= MIN_SIGNS else None


def weight(signs: bytes) -> float:
    """Return the sum of the weights of all pairs."""
    tables = _tables()
    beside = sum(map(tables.beside.__getitem__, _pairs(signs, 1)))
    across = sum(map(tables.across.__getitem__, _pairs(signs, 2)))
    number = max(0, len(signs) - 1) + max(0, len(signs) - 2)
    return (beside + across - _OFFSET * number) / SCALE


def likest(text: str) -> tuple[int, int]:
    """Return where the sentence of a text stands whose phrasing is most like that of a machine translation."""
    places = [match.span() for match in _SENTENCE.finditer(text, 0, MAX_CHARS)]
    return max(places, key=lambda place: _sentence_likeness(text[slice(*place)]), default=(0, len(text)))


def _sentence_likeness(sentence: str) -> float:
    signs = skeleton(sentence)
    return weight(signs) / (len(signs) + FREE_SIGNS_OF_SENTENCE) if signs else -1.0


class _Tables(NamedTuple):
    """Weights as bytes of 0 to 255."""

    beside: bytes
    across: bytes


@cache
def _tables() -> _Tables:
    data = bytes([byte ^ _OFFSET for byte in read_data(DATA)])
    return _Tables(data[:_TABLE], data[_TABLE:])


def _pairs(signs: bytes, distance: int) -> memoryview:
    """Return the places in a table of the pairs of signs that stand so far apart, without a loop of Python's own."""
    first, second = signs[:-distance], signs[distance:]
    pairs = bytearray(2 * len(first))
    is_little = sys.byteorder == "little"
    pairs[0::2], pairs[1::2] = (second, first) if is_little else (first, second)
    return memoryview(pairs).cast("H")
