"""What a sample says of all: the bounds of a share."""

from __future__ import annotations

from bisect import bisect_left
from math import exp, lgamma

SURE = 0.95
"""How often the share of all is within the bounds: as often above them as below where it is not."""
NEGLIGIBLE = 1e-9
"""Terms of a sum, relative to it, from which on it is not added to."""


def bounds(found: int, of: int, unseen: int) -> tuple[float, float]:
    """Return the bounds of a share, from 0 to 1, of which `found` of `of` articles that were drawn by lot were seen.

    `unseen` articles, at most, were not drawn; without any, the bounds are the share. They are exact for drawing
    without putting back (hypergeometric), so that they hold for rare findings and small samples as well; for many
    unseen they are those of Clopper and Pearson 1934. Of no article anything may be: 0 to 1.
    """
    total = of + unseen
    if not of:
        return 0.0, float(unseen > 0)
    return (total - _most(of - found, of, total)) / total, _most(found, of, total) / total


def _most(found: int, of: int, total: int) -> int:
    """Return of how many of all it may be true, at most, where it is true of `found` of those that were drawn."""
    least = found * total // of
    candidates = range(least, total - of + found + 1)
    return least + bisect_left(candidates, 1, key=lambda marked: _is_rare(found, of, marked, total)) - 1


def _is_rare(found: int, of: int, marked: int, total: int) -> bool:
    """Tell whether so few are seldom drawn where so many of all are marked, by share as many at least."""
    term = probability = exp(_log_ways(marked, found) + _log_ways(total - marked, of - found) - _log_ways(total, of))
    # Each term follows from the one before it; the sum ends where the rest cannot change the answer.
    for fewer in range(found, max(0, of - total + marked), -1):
        term *= fewer * (total - marked - of + fewer) / ((marked - fewer + 1) * (of - fewer + 1))
        probability += term
        if term < NEGLIGIBLE * probability:
            break
    return probability <= (1 - SURE) / 2


def _log_ways(size: int, chosen: int) -> float:
    """Return the logarithm of the number of ways to choose so many of a set."""
    return lgamma(size + 1) - lgamma(chosen + 1) - lgamma(size - chosen + 1)
