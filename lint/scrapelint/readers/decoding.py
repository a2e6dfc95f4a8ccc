"""From bytes to text, losing nothing."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO, NamedTuple

from scrapelint.text.lazy_regex import regex

# UTF-32 before UTF-16, whose mark it begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_EXACT = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The same, each with the encoding that keeps the mark."""

PEEK_BYTES = 4096
"""How much of a file tells its encoding: a byte order mark, or a declaration."""
ESCAPED = regex("[\udc80-\udcff]+")
"""Bytes that are not valid UTF-8, as `surrogateescape` decodes them."""


MIN_CHARS_A_NULL = 64
"""Fewest bytes of a text for each NUL that has got into it; UTF-16 has one in two, pictures one in ten."""
MAX_ESCAPED = 1
"""Most places in a text with a NUL that are no UTF-8: what is peeked at may end within a letter."""


class Decoded(io.TextIOWrapper):
    """The text of a file, line ends as they are; U+FEFF at its start is left out."""

    marked: bool
    """True where the file starts with U+FEFF: offsets in it count one more."""
    keeps_mark: bool
    """True where that U+FEFF is the first that is read."""
    is_binary: bool
    """True where the file starts with bytes that no text has."""


class Encoding(NamedTuple):
    """How the text of a file becomes its bytes again."""

    name: str
    errors: str

    def bytes_of(self, written: str) -> bytes:
        """Return the bytes that a part of the file stood for."""
        return written.encode(self.name, self.errors)

    def text_of(self, data: bytes) -> str:
        """Return bytes of the file as text."""
        return data.decode(self.name, self.errors)


UTF_8 = Encoding("utf-8", "surrogateescape")


def decoded(stream: BinaryIO) -> Decoded:
    """Return the text of a stream: UTF-8, or what its byte order mark says."""
    head = _peek(stream)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    wide = encoding.startswith(("utf-16", "utf-32"))
    errors = "replace" if wide else "surrogateescape"
    text = Decoded(stream, encoding=encoding, errors=errors, newline="\n")
    text.marked, text.keeps_mark = encoding != "utf-8", False
    text.is_binary = not wide and _is_binary(head)
    return text


def exact(stream: BinaryIO) -> tuple[Decoded, Encoding]:
    """Return the text of a stream, a byte order mark included, and how it becomes the same bytes again.

    Raises UnicodeDecodeError where UTF-16 or UTF-32 is not valid; of UTF-8 every byte survives.
    """
    head = _peek(stream)
    wide = next((name for mark, name in _EXACT if head.startswith(mark)), "")
    encoding = Encoding(wide, "surrogatepass") if wide else UTF_8
    text = Decoded(stream, encoding=encoding.name, errors=encoding.errors, newline="\n")
    text.marked = text.keeps_mark = bool(wide) or head.startswith(codecs.BOM_UTF8)
    text.is_binary = not wide and _is_binary(head)
    return text, encoding


def escaped_bytes(text: str) -> bytes:
    """Return the bytes that a run of `ESCAPED` stands for."""
    return text.encode("utf-8", "surrogateescape")


def _is_binary(head: bytes) -> bool:
    """Tell whether no text begins so: with several NULs, or with one among bytes that are no UTF-8.

    A single one in a text, as a crawler leaves it, is a fault of its record.
    """
    nulls = head.count(0)
    if nulls * MIN_CHARS_A_NULL > len(head):
        return True
    return nulls > 0 and len(ESCAPED.findall(head.decode("utf-8", "surrogateescape"))) > MAX_ESCAPED


def _peek(stream: BinaryIO) -> bytes:
    return stream.peek(PEEK_BYTES)[:PEEK_BYTES] if isinstance(stream, io.BufferedReader) else b""
