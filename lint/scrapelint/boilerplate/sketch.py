"""How often keys come, in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_COUNTERS = 1_000_000
"""Different keys that are counted at once, in some 100 MB: the lines of about 30,000 articles."""


class Sketch:
    """Counts of keys; of too many, all counts go down by one and those at zero go (Misra and Gries 1982).

    A count is then too low by `missed` at most, and `missed` is at most twice the number of keys that came, by
    `MAX_COUNTERS`.
    Linear in the number of keys that come.
    """

    def __init__(self, most: int = MAX_COUNTERS) -> None:
        """Take how many different keys are counted at once."""
        self._most = most
        self._counts: dict[int, int] = {}
        self.missed = 0
        """How much too low a count may be; 0 while there was room for all."""

    def add(self, keys: Iterable[int]) -> None:
        """Count each of some keys once more."""
        counts = self._counts
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
        while len(self._counts) > self._most:
            self._thin()

    def at_least(self, key: int) -> int:
        """Return how often a key came, or less."""
        return self._counts.get(key, 0)

    def _thin(self) -> None:
        while len(self._counts) > self._most // 2:
            self._counts = {key: count - 1 for key, count in self._counts.items() if count > 1}
            self.missed += 1
