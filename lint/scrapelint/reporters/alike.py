"""How much two texts have in common."""

from __future__ import annotations

from itertools import takewhile


def shared_start(one: str, other: str) -> int:
    """Return how many code points two texts share at their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many code points two texts share at their start, and of the rest how many at their end."""
    first = shared_start(one, other)
    return first, shared_start(one[first:][::-1], other[first:][::-1])
