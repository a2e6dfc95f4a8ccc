"""Passages of an article as fingerprints, by which copies find each other."""

from __future__ import annotations

from array import array
from itertools import compress, groupby, islice, pairwise
from sys import byteorder
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from scrapelint.plugin import Span, regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scrapelint.plugin import Document

SHINGLE_WORDS = 5
"""Words of one fingerprint: shorter runs are in articles that have nothing to do with each other."""
DENSE_SHINGLE_WORDS = 10
"""The same where a word is one character: Chinese, Japanese, Korean, Thai."""
MIN_LINE_CHARS = 80
"""Shortest line that counts as prose; also one that was cut, and ends without a mark."""
ENOUGH_CHARS = 400
"""Of running text, by which copies of an article are told, whatever else is around it."""
MAX_RESIDUE = 0.5
"""Probability of a line to be the page's up to which it is compared. Where pages were joined to articles, or dumped
whole, it leaves a third to a half of the wrong pairs, and finds as many of the right ones."""
TARGET = 64
"""Fingerprints of an article, at most and about: of a longer one every second, fourth ... is kept, chosen by its
value, so that copies keep the same ones. With these, .93 of planted articles that share a third with another are found,
with 80 of them .94."""

CODE_BYTES = 4
"""Bytes of the number of a word."""
_PRIME = 0x6D0F_27BD_9CEA_8F79
"""Of 63 bits, and near no power of two: what is left of the codes of five words is then as even as they are."""
_ZEROS = {(1 << bits) - 1: bytes(byte & (1 << bits) - 1 == 0 for byte in range(256)) for bits in range(1, 9)}
"""By a mask: 1 for each byte of which none of its bits is set, else 0."""
SAMPLE_CHARS = 100
"""Characters by which the script of a text is told."""

_GAPS = b" \t\n\r\v\f" + bytes(code for code in range(33, 127) if not chr(code).isalnum())
_SPACED = bytes(0x20 if code in _GAPS else code for code in range(256))
_WORD = regex(r"[^ \t\n\r\x0b\x0c!-/:-@\[-`{-~]+")
"""What comes between spaces and marks of ASCII; quotes and dashes are folded to these."""
_PAUSE = regex(r"[,.;:!?…]\s|[。、，；！？،؛؟।॥]")
"""Marks inside of sentences and between them; menus have none."""
_SIGN = regex(r"[\u0e00-\u0eff\u2e80-\u2fff\u3040-\ud7ff]|[^\W_\u0e00-\u0eff\u2e80-\ud7ff]+")


class Passages(NamedTuple):
    """The fingerprints of an article."""

    found: dict[int, int]
    """Number of the first word of each, by its fingerprint."""
    size: int
    """How many there are before some were chosen: about the number of words."""
    step: int
    """One of so many was chosen; a power of two."""
    lines: str
    """The lines that they are of, by their indices: 0-8,10 for instance."""


def passages(doc: Document) -> tuple[int, Passages]:
    """Return the key of all words of the text, 0 for none, and the fingerprints of its prose; linear in the text.

    Two texts with the same words have the same key, marks, case and spaces left aside.
    """
    dense, prose = _is_dense(doc), _prose(doc)
    runs = [
        (is_prose, _codes([line.key for line in lines], dense=dense))
        for is_prose, lines in groupby(doc.lines, key=lambda line: line.index in prose)
    ]
    own = b"".join([codes for is_prose, codes in runs if is_prose])
    whole = b"".join([codes for _, codes in runs])
    found, size, step = _fingerprints(own, DENSE_SHINGLE_WORDS if dense else SHINGLE_WORDS)
    return _key(b"\1" + whole) if whole else 0, Passages(found, size, step, _ranges(sorted(prose)))


def _codes(keys: Sequence[str], *, dense: bool) -> bytes:
    """Return a number for each word, CODE_BYTES long."""
    codes = array("I", map(crc32, _words(keys, dense=dense)))
    if byteorder == "big":
        codes.byteswap()
    return codes.tobytes()


def _words(keys: Sequence[str], *, dense: bool) -> list[bytes]:
    if dense:
        return [sign.encode("utf-8", "surrogatepass") for key in keys for sign in _SIGN.findall(key)]
    # As bytes, all words are split at once; a table of words that are known would be slower.
    return "\n".join(keys).encode("utf-8", "surrogatepass").translate(_SPACED).split()


def _fingerprints(codes: bytes, width: int) -> tuple[dict[int, int], int, int]:
    size = max(0, len(codes) // CODE_BYTES - width + 1)
    step = 1
    while size > TARGET * step:
        step *= 2
    found: dict[int, int] = {}
    for place in _chosen(codes, width, size, step):
        found.setdefault(_key(codes[CODE_BYTES * place : CODE_BYTES * (place + width)]), place)
    return found, size, step


def _chosen(codes: bytes, width: int, size: int, step: int) -> Iterable[int]:
    """Return the places of the passages that are kept, one of so many.

    First and last word choose, byte by byte: to join all words of all passages would take many times as long.
    They choose by different bytes, so that a passage between two of the same word is no likelier than others.
    """
    places: Sequence[int] = range(size)
    for byte in range(CODE_BYTES):
        mask = step - 1 >> 8 * byte & 0xFF
        if mask:
            first, last = codes[byte::CODE_BYTES], codes[byte ^ 2 :: CODE_BYTES]
            values = _xor(first[:size], last[width - 1 :]).translate(_ZEROS[mask])
            places = list(compress(places, values)) if byte == 0 else [place for place in places if values[place]]
    return places


def _xor(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).to_bytes(len(one), "big")


def _key(codes: bytes) -> int:
    return int.from_bytes(codes, "little") % _PRIME


def span_of(doc: Document, lines: str, first: int, last: int) -> Span | None:
    """Return the span from the fingerprint at one word of these lines to that at another; None where it is not there."""
    dense = _is_dense(doc)
    width = DENSE_SHINGLE_WORDS if dense else SHINGLE_WORDS
    start = end = None
    before = 0
    for line in (doc.lines[index] for index in indices(lines) if index < len(doc.lines)):
        after = before + len(_words([line.key], dense=dense))
        for place in (first, last + width - 1):
            if before <= place < after:
                found = next(islice((_SIGN if dense else _WORD).finditer(line.key), place - before, None))
                start = line.offset(found.start()) if place == first else start
                end = line.offset(found.end())
        before = after
    return Span(start, end) if start is not None and end is not None else None


def indices(ranges: str) -> Iterator[int]:
    """Yield the indices of lines that `Passages` names."""
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _prose(doc: Document) -> Collection[int]:
    """Return the indices of the lines of running text, where there is enough of it, else of all lines.

    Menus and lists of headlines are the same on all pages of a site; what is copied is prose. Prose of the page itself
    is left aside where enough of the article's is left.
    """
    # The lines of a text that has lost its breaks are sentences, and a short one is as much the article's as a long one.
    running = [
        line.index for line in doc.lines if doc.is_flat or line.index in doc.paragraphs or _is_running(line.text)
    ]
    own = [index for index in running if doc.residue_probability[index] <= MAX_RESIDUE]
    for indices in (own, running):
        if sum(len(doc.lines[index].text) for index in indices) >= ENOUGH_CHARS:
            return frozenset(indices)
    chars = sum(len(doc.lines[index].text) for index in running)
    return frozenset(running) if 2 * chars >= len(doc.text) else range(len(doc.lines))


def _is_running(text: str) -> bool:
    """Tell whether a line that is no paragraph is one that was cut, rather than a menu on one line."""
    return len(text) >= MIN_LINE_CHARS and _PAUSE.search(text) is not None


def _is_dense(doc: Document) -> bool:
    """Tell whether the text is in a script that writes words without spaces."""
    if doc.text.isascii():
        return False
    sample = [doc.text[at : at + 1] for at in range(0, len(doc.text), max(1, len(doc.text) // SAMPLE_CHARS))]
    return 3 * sum("\u0e00" <= sign <= "\u0eff" or "\u2e80" <= sign <= "\ud7ff" for sign in sample) > len(sample)


def _ranges(indices: Sequence[int]) -> str:
    """Return numbers, which have to be in order, as text: 0-8,10."""
    starts = [place for place, index in enumerate(indices) if not place or index != indices[place - 1] + 1]
    pairs = ((indices[start], indices[end - 1]) for start, end in pairwise([*starts, len(indices)]))
    return ",".join(f"{first}-{last}" if last > first else f"{first}" for first, last in pairs)
