"""Passages of an article as fingerprints, by which copies find each other."""

from __future__ import annotations

from array import array
from operator import xor
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from scrapelint import Span, key_of, regex

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scrapelint import Document

SHINGLE_WORDS = 5
"""Words of one fingerprint: shorter runs stand in articles that have nothing to do with each other."""
DENSE_SHINGLE_WORDS = 10
"""The same where a word is one sign: Chinese, Japanese, Korean, Thai."""
MIN_LINE_CHARS = 80
"""Shortest line that counts as prose; also one that was cut, and ends without a mark."""
TARGET = 64
"""Fingerprints of an article, at most and about: of a longer one every second, fourth ... is kept, chosen by its
value, so that copies keep the same ones. With these, .95 of planted articles that share a third with another are found."""

_FACTOR = 0x5851_F42D
"""Odd: then what is made of the codes of five words is as even as they are."""
_MASK = (1 << 64) - 1
SAMPLE_CHARS = 100
"""Signs by which the script of a text is told."""

_GAPS = b" \t\n\r\v\f" + bytes(code for code in range(33, 127) if not chr(code).isalnum())
_SPACED = bytes(0x20 if code in _GAPS else code for code in range(256))
_WORD = regex(r"[^ \t\n\r\x0b\x0c!-/:-@\[-`{-~]+")
"""What stands between spaces and marks of ASCII; quotes and dashes are folded to these."""
_SIGN = regex(r"[\u0e00-\u0eff\u2e80-\u2fff\u3040-\ud7ff]|[^\W_\u0e00-\u0eff\u2e80-\ud7ff]+")


class Passages(NamedTuple):
    """The fingerprints of an article."""

    found: dict[int, int]
    """Number of the first word of each, by its fingerprint."""
    size: int
    """How many there are before some were chosen: about the number of words."""
    step: int
    """One of so many was chosen; a power of two."""


def passages(doc: Document) -> tuple[int, Passages]:
    """Return the key of all words of the text, 0 for none, and the fingerprints of its prose; linear in the text.

    Two texts with the same words have the same key, marks, case and spaces left aside.
    """
    dense, prose = _is_dense(doc), _prose(doc)
    own = _codes([line.key for line in doc.lines if line.index in prose], dense=dense)
    others = _codes([line.key for line in doc.lines if line.index not in prose], dense=dense)
    whole = key_of("text", *(array("I", codes).tobytes().decode("latin-1") for codes in (own, others)))
    return whole if own or others else 0, _fingerprints(own, DENSE_SHINGLE_WORDS if dense else SHINGLE_WORDS)


def _codes(keys: Sequence[str], *, dense: bool) -> list[int]:
    """Return a number for each word."""
    if dense:
        return [crc32(sign.encode("utf-8", "surrogatepass")) for key in keys for sign in _SIGN.findall(key)]
    # As bytes, all words are split at once; a table of words that are known would be slower.
    return list(map(crc32, "\n".join(keys).encode("utf-8", "surrogatepass").translate(_SPACED).split()))


def _fingerprints(codes: Sequence[int], width: int) -> Passages:
    size = max(0, len(codes) - width + 1)
    step = 1
    while size > TARGET * step:
        step *= 2
    # First and last word choose: to join all words of all passages would take several times as long.
    chosen = enumerate(map(xor, codes, codes[width - 1 :]))
    found: dict[int, int] = {}
    for place in [place for place, value in chosen if not value & (step - 1)]:
        found.setdefault(_joined(codes[place : place + width]), place)
    return Passages(found, size, step)


def _joined(codes: Sequence[int]) -> int:
    value = 0
    for code in codes:
        value = value * _FACTOR + code
    value &= _MASK
    return value - (1 << 64) if value >> 63 else value


def span_of(doc: Document, first: int, last: int) -> Span | None:
    """Return the span of a passage, from the fingerprint at one word to that at another; None where it is not there."""
    pattern, prose = _SIGN if _is_dense(doc) else _WORD, _prose(doc)
    bounds = [
        (line.key_start + match.start(), line.key_start + match.end())
        for line in doc.lines
        if line.index in prose
        for match in pattern.finditer(line.key)
    ]
    last = min(last + SHINGLE_WORDS, len(bounds)) - 1
    return Span(bounds[first][0], bounds[last][1]) if 0 <= first <= last else None


def _prose(doc: Document) -> Collection[int]:
    """Return the indices of the long lines, where most of the text is in them, else of all lines.

    Menus and lists of headlines are the same on all pages of a site; what is copied is prose.
    """
    long = {line.index for line in doc.lines if len(line.text) >= MIN_LINE_CHARS or line.index in doc.prose}
    chars = sum(len(doc.lines[index].text) for index in long)
    return long if 2 * chars >= len(doc.text) else range(len(doc.lines))


def _is_dense(doc: Document) -> bool:
    """Tell whether the text is in a script that writes words without spaces."""
    if doc.text.isascii():
        return False
    sample = [doc.text[at : at + 1] for at in range(0, len(doc.text), max(1, len(doc.text) // SAMPLE_CHARS))]
    return 3 * sum("\u0e00" <= sign <= "\u0eff" or "\u2e80" <= sign <= "\ud7ff" for sign in sample) > len(sample)
