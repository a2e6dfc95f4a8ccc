"""Pairs to show: the worst of each rule that was gained or lost, of each site and of all, in bounded memory."""

from __future__ import annotations

from heapq import heappush, heappushpop
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.comparing.difference import Difference
    from scrapelint.comparing.store import Pair

PER_GROUP = 4
"""Pairs of a rule, or of a site."""
MAX_GROUPS = 400
"""Rules and sites of which pairs are kept for themselves."""
ALL = "all"

Rank = tuple[float, float, int]
"""How bad a pair is, by how much its score fell, and its negative place in the input: what is worse is higher."""


class Examples:
    """Holds the numbers of the worst pairs of each rule, of each site and of all, those that differ."""

    def __init__(self, size: int) -> None:
        """Take how many pairs are wanted at most."""
        self._size = size
        self._groups: dict[str, list[tuple[Rank, Pair]]] = {}
        """By group its pairs, as a heap: the least bad first."""

    def add(self, found: Difference, pair: Pair) -> None:
        """Keep the numbers of a pair where it is one of the worst of a group."""
        if not self._size or not (found.gained or found.lost or found.verdict != "alike"):
            return
        entry = (found.badness, -found.change, -pair.new), pair
        for group in self._groups_of(found):
            self._enter(group, entry)

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs: of each rule and each site in turn one, the worst of it first, then the worst of all."""
        return iter(list(dict.fromkeys(self._in_turn()))[: self._size])

    @staticmethod
    def _groups_of(found: Difference) -> Iterator[str]:
        yield ALL
        for code in sorted({known.code for known in (*found.gained, *found.lost)}):
            yield f"rule {code}"
        yield f"site {found.new.site}"

    def _enter(self, group: str, entry: tuple[Rank, Pair]) -> None:
        if group not in self._groups and len(self._groups) > MAX_GROUPS:
            return
        heap = self._groups.setdefault(group, [])
        push = heappush if len(heap) < (self._size if group == ALL else PER_GROUP) else heappushpop
        push(heap, entry)

    def _in_turn(self) -> Iterator[Pair]:
        """Yield the pairs of all groups in turn, then those of the rest; some more than once."""
        ranked = {name: [pair for _, pair in sorted(heap, reverse=True)] for name, heap in self._groups.items()}
        worst = ranked.pop(ALL, [])
        for turn in range(PER_GROUP):
            yield from (pairs[turn] for pairs in ranked.values() if turn < len(pairs))
        yield from worst
