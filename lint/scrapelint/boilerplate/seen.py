"""What came before, in memory that does not grow."""

from __future__ import annotations

BITS = 1 << 28
"""32 MB; of ten million articles, each with address and text, one in a hundred is taken for a known one."""
PROBES = 4
"""Bits that are set for each key: more fill the set sooner, with fewer more keys are taken for known."""
_WORD_BITS = 64
"""Size of a key; its upper half gives the step from one probe to the next."""


class Seen:
    """A set of keys that may take a new one for one that it has, never the other way round (a Bloom filter)."""

    def __init__(self, bits: int = BITS) -> None:
        """Take the size, a power of two."""
        self._bits = bytearray(bits >> 3)
        self._mask = bits - 1

    def add(self, key: int) -> bool:
        """Take a key of 64 bits; return whether it came before."""
        was_there = True
        step = (key >> (_WORD_BITS // 2)) | 1
        for probe in range(PROBES):
            at = (key + probe * step) & self._mask
            bit = 1 << (at & 7)
            was_there = was_there and bool(self._bits[at >> 3] & bit)
            self._bits[at >> 3] |= bit
        return was_there
