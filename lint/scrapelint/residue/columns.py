"""Columns of whole numbers, one for each line of a text, and what is reckoned with them."""

from __future__ import annotations

from itertools import accumulate, repeat
from operator import sub
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Column: TypeAlias = "list[int]"
Columns: TypeAlias = "dict[str, Column]"

REACH = 3
"""How many lines above and below count as neighbours."""
FAR = 99
"""Distance of what is not there, and the most that any distance or count is told apart."""


def since(seen: Sequence[object]) -> Column:
    """Return for each place how many places above it the last true one is; FAR where there is none."""
    if not any(seen):
        return [FAR] * len(seen)
    last = accumulate([at if one else -FAR for at, one in enumerate(seen)], max, initial=-FAR)
    return list(map(min, repeat(FAR), map(sub, range(len(seen)), last)))


def above(values: Column) -> Column:
    """Return the sum of the values of the neighbours above each place."""
    so_far = [0] * (REACH + 1) + list(accumulate(values))
    return list(map(sub, so_far[REACH:-1], so_far))


def below(values: Column) -> Column:
    """Return the sum of the values of the neighbours below each place."""
    so_far = list(accumulate(values))
    return list(map(sub, so_far[REACH:] + so_far[-1:] * min(REACH, len(so_far)), so_far))
