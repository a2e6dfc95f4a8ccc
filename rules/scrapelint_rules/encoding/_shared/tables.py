"""Tables of the encodings by which texts are misread, from characters to bytes."""

from __future__ import annotations

import codecs
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _codecs import _EncodingMap

HAN = ("gb18030", "big5", "cp949", "cp932")
"""Encodings of Chinese, Japanese and Korean."""
SINGLE = (
    "cp1252", "cp1250", "cp1251", "cp1254", "mac_roman", "cp850", "cp437", "cp1253", "cp1256", "cp1257", "cp1255",
    "cp1258", "cp874", "koi8_r", "cp866", "cp852", "iso8859_2",
)  # fmt: skip
"""Encodings of one byte a character by which UTF-8 is misread, the commonest first."""


@cache
def decoded_bytes(encoding: str) -> str:
    """Return what each of the 256 bytes stands for; a control of Latin-1 where the table leaves a gap."""
    return "".join(_decoded(byte, encoding) for byte in range(256))


def _decoded(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def to_bytes(text: str, encoding: str) -> bytes:
    """Return one byte for each code point of a text; a question mark for what the table does not have.

    The controls of Latin-1 are the same bytes as the letters and marks that Windows-1252 has in their place.
    """
    if encoding == "cp1252" and not _CONTROLS.isdisjoint(text):
        text = text.translate({byte: decoded_bytes(encoding)[byte] for byte in range(0x80, 0xA0)})
    return codecs.charmap_encode(text, "replace", _map(encoding))[0]


@cache
def _map(encoding: str) -> dict[int, int] | _EncodingMap:
    return codecs.charmap_build(decoded_bytes(encoding))


_CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))


@cache
def second_bytes(encoding: str) -> frozenset[str]:
    """Return the characters that an encoding has for the bytes which follow the first in UTF-8 (80 to BF)."""
    controls = map(chr, range(0x80, 0xA0)) if encoding == "cp1252" else ()
    return frozenset(decoded_bytes(encoding)[0x80:0xC0]).union(controls)


@cache
def first_bytes(encoding: str) -> frozenset[str]:
    """Return the characters that an encoding has for the bytes which begin a character in UTF-8 (C2 to F4)."""
    return frozenset(decoded_bytes(encoding)[0xC2:0xF5])
