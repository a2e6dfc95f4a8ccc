"""The shape of a text: one byte a code point, so that broken places are found at the speed of `bytes.find`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scrapelint.plugin import latin_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator


def _table() -> bytes:
    table = bytearray(range(256))
    for code in range(256):
        char = chr(code)
        if char.isupper():
            table[code] = ord("A")
        elif char.islower():
            table[code] = ord("a")
    for like, chars in {" ": "\t\xa0", ".": "!,;)]", "(": "[", "?": '"'}.items():
        for char in chars:
            table[ord(char)] = ord(like)
    return bytes(table)


_TABLE = _table()
_UNCASED = bytes.maketrans(b"A?", b"aa")


@lru_cache(maxsize=1)
def shape(text: str) -> bytes:
    """Return the text with a letter for each class of characters, so that few searches find all that may be broken.

    `A` capitals, `a` other letters, a space for all spaces of Latin-1, `.` for `. ! , ; ) ]`, `(` for `( [`, and `?`
    for quotes and all beyond Latin-1. Offsets in it are offsets in the text. Linear.
    """
    return latin_bytes(text).translate(_TABLE)


@lru_cache(maxsize=1)
def uncased_shape(text: str) -> bytes:
    """Return the shape with `a` for all letters, and for all beyond Latin-1."""
    return shape(text).translate(_UNCASED)


def places(shaped: bytes, *pieces: bytes) -> Iterator[int]:
    """Yield where one of these pieces begins, piece by piece, without overlaps of a piece with itself."""
    for piece in pieces:
        at = shaped.find(piece)
        while at >= 0:
            yield at
            at = shaped.find(piece, at + len(piece) - 1 or 1)
