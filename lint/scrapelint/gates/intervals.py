"""How sure a share is that was counted, and whether two of them differ by more than chance."""

from __future__ import annotations

from math import hypot, sqrt

Z = 3.0
"""Width of the intervals in standard errors: one comparison in a thousand is outside by chance on each side."""


def interval(count: int, total: int) -> tuple[float, float]:
    """Return the bounds of a share, from 0 to 1, that was seen as `count` of `total` (Wilson 1927)."""
    share, weight = count / total, Z * Z / total
    middle = (share + weight / 2) / (1 + weight)
    width = Z / (1 + weight) * sqrt(share * (1 - share) / total + weight / total / 4)
    return middle - width, middle + width


def is_higher(count: int, total: int, other_count: int, other_total: int) -> bool:
    """Tell whether a share is higher than another, by more than chance.

    By the interval of their difference that is made of both their intervals (Newcombe 1998, method 10); it holds for
    few articles, and for shares of 0 and 1.
    """
    share, other = count / total, other_count / other_total
    low, _ = interval(count, total)
    _, high = interval(other_count, other_total)
    return share - other > hypot(share - low, high - other)
