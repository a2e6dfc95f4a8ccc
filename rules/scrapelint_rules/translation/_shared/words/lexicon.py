"""English words, known by a Bloom filter of half a million of them, and words made from these."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from scrapelint.plugin import data_file, read_data

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = data_file(__file__, "english.bloom")
"""Written by `tools/build_words.py`, which names the lists and their licences."""

HASHES = 7
"""Bits asked for each word; at ten bits a word, one unknown word in a hundred is taken for known."""
FREQUENT = "+"
"""Stands before a word that is written at least once in a million words."""
USUAL = "-"
"""Stands before a word that is written at least once in ten million words."""

MIN_PART_CHARS = 3
"""Shortest part of a compound."""
MAX_WORD_CHARS = 40
"""Longer ones are addresses and accidents."""
MIN_STEM_CHARS = 3

_MIXER, _MASK, _HALF = 0x9E3779B97F4A7C15, (1 << 64) - 1, 32
"""Golden ratio of 2 to the 64, by which words with like checksums come apart."""
_PREFIXES = frozenset(
    "un re pre non anti over under out super hyper mini mega micro nano cyber bio geo eco neuro psycho photo tele "
    "electro auto multi inter trans counter semi ultra pseudo post mid sub co de dis mis fore petro agro thermo hydro "
    "crypto narco socio techno info infra euro kilo mono poly proto retro meta para".split()
)
_ENDINGS = frozenset(
    "s es ed d ing er ers or ors ness nesses ly ish like less able ably ability ism isms ist ists ization isation ized "
    "ised izing ising ize ise izes ises al ally ic ical ian ians ship ships hood wise ward wards fest gate phobic "
    "ville esque est ier iest ment ments ful y ies".split()
)
MAX_PREFIX_CHARS, MAX_ENDING_CHARS = max(map(len, _PREFIXES)), max(map(len, _ENDINGS))


class Lexicon(NamedTuple):
    """The bits of the filter."""

    bits: bytes

    def holds(self, word: str) -> bool:
        """Tell whether a word, a mark of its frequency before it or not, was put into the filter."""
        bits = self.bits
        size = len(bits) * 8
        first, step = _hashes(word)
        for probe in range(first, first + HASHES * step, step):
            at = probe % size
            if not bits[at >> 3] >> (at & 7) & 1:
                return False
        return True

    def knows(self, word: str) -> bool:
        """Tell whether a word in lower case is English, inflected, derived or put together from two frequent ones."""
        if len(word) > MAX_WORD_CHARS:
            return False
        return self.holds(word) or any(map(self.holds, stems(word))) or self._is_compound(word)

    def _is_compound(self, word: str) -> bool:
        cuts = range(MIN_PART_CHARS, len(word) - MIN_PART_CHARS + 1)
        return any(self.holds(FREQUENT + word[:i]) and self.holds(FREQUENT + word[i:]) for i in cuts)


def stems(word: str) -> Iterator[str]:
    """Yield what a word may have been derived from by one ending or one prefix, the shortest ending first."""
    for at in range(len(word) - 1, max(MIN_STEM_CHARS, len(word) - MAX_ENDING_CHARS) - 1, -1):
        if word[at:] in _ENDINGS:
            stem = word[:at]
            yield stem
            yield stem + "e"
            # "carried" is of "carry", "stopped" of "stop".
            if stem[-1] == "i":
                yield stem[:-1] + "y"
            if stem[-1] == stem[-2] and at > MIN_STEM_CHARS:
                yield stem[:-1]
    for at in range(1, min(len(word) - MIN_STEM_CHARS, MAX_PREFIX_CHARS + 1)):
        if word[:at] in _PREFIXES:
            yield word[at:]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; read once, when the first word is asked for."""
    return Lexicon(read_data(DATA))


def bloom(words: list[str], bits_per_word: int) -> bytes:
    """Return the bits of a filter that holds these words."""
    size = (len(words) * bits_per_word + 7) // 8 * 8
    bits = bytearray(size // 8)
    for word in words:
        first, step = _hashes(word)
        for _ in range(HASHES):
            at = first % size
            bits[at >> 3] |= 1 << (at & 7)
            first += step
    return bytes(bits)


def _hashes(word: str) -> tuple[int, int]:
    """Return where to begin, and the step to the next bit; a checksum, as `hashlib` takes four milliseconds to import."""
    mixed = crc32(word.encode("utf-8", "surrogatepass")) * _MIXER & _MASK
    return mixed >> _HALF, (mixed & (1 << _HALF) - 1) | 1
