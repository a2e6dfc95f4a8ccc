"""How what something costs grows with its input."""

from __future__ import annotations

import gc
import time
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1, 4)
MAX_EXPONENT = 1.3
"""1 is linear, 2 quadratic; n log n is some 1.1 here."""
MIN_S = 0.004
"""CPU time for the largest input below which nothing is told of its growth."""
TRIES = 8
"""How often a cost is measured, at most, until it is linear: other work on the machine only ever adds to it."""


def is_linear(works: Callable[[int], Callable[[], object]]) -> bool:
    """Tell whether work on once and four times an input takes about that much CPU time.

    `works` gives, by size, what is to be done.
    """
    todo = [works(size) for size in SIZES]
    best = [float("inf")] * len(SIZES)
    for _ in range(TRIES):
        best = [min(least, seconds(work)) for least, work in zip(best, todo, strict=True)]
        if _exponent(best) < MAX_EXPONENT:
            return True
    return False


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of work, without what the collection of garbage takes."""
    gc.disable()  # to look for cycles costs what all tests before have left in memory
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def _exponent(best: list[float]) -> float:
    """Return the power of the size with which costs grow from the smallest input to the largest."""
    return log(best[-1] / best[0]) / log(SIZES[-1] / SIZES[0]) if best[-1] >= MIN_S else 0.0
