"""The most severe of many, in their order."""

from __future__ import annotations

from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from scrapelint.finding import Finding

T = TypeVar("T")


class Worst(Generic[T]):
    """Keeps the most severe, then surest, then first of what it is given; memory is bounded."""

    def __init__(self, most: int) -> None:
        """Take how many to keep."""
        self._most = most
        self._heap: list[tuple[int, float, int, T]] = []
        self._seen = 0

    def add(self, finding: Finding, item: T) -> None:
        """Take what stands for a finding."""
        self._seen += 1
        ranked = (int(finding.severity), finding.confidence, -self._seen, item)
        if len(self._heap) < self._most:
            heappush(self._heap, ranked)
        else:
            heappushpop(self._heap, ranked)

    @property
    def left_out(self) -> int:
        """How many were not kept."""
        return self._seen - len(self._heap)

    def in_order(self) -> list[T]:
        """Return what was kept, in the order in which it came."""
        return [item for *_, item in sorted(self._heap, key=lambda ranked: -ranked[2])]

    def ranked(self) -> list[T]:
        """Return what was kept, the worst first."""
        return [item for *_, item in sorted(self._heap, key=lambda ranked: ranked[:3], reverse=True)]
