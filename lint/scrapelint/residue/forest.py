"""Boosted trees on whole numbers: sums of leaves, in hundredths of a log-odds.

A node is `[feature, threshold, value, low, high]`: a row whose feature is at most the threshold
goes to `low`, any other to `high`; `value` is the mean score below the node, of which only an
explanation makes use. A leaf is a number. Only integers are compared and added, so that a score
is the same on every machine.

All trees are walked at once: one long integer has a bit for each leaf, and each feature of a row
clears those that its value makes unreachable. The lowest bit left of each tree is its leaf. After
QuickScorer (Lucchese et al. 2015), with Python's integers in the place of machine words.
"""

from __future__ import annotations

from functools import cached_property, reduce
from itertools import repeat
from operator import and_, getitem
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Column: TypeAlias = Sequence[int]

Node: TypeAlias = Any
"""A number or a sequence of five, see above; types cannot say that a thing contains itself in JSON."""

LEAST = -1
"""Lowest value of a feature."""
USUAL = 1000
"""Values up to this are looked up as they are; they need not be compared with the highest threshold."""
MAX_WALKED_ROWS = 400
"""Rows that are walked node by node before the trees are compiled, which takes as long as 120 to 600 of them."""
EXPLAINING_TREES = 12
"""The first trees correct most; an explanation looks at no others."""


class Table(NamedTuple):
    """The leaves that stay reachable, by value of one feature."""

    feature: int
    masks: Sequence[int]
    """For the values from 0 to `most`; the last is that of the value -1, as Python counts from the end."""
    most: int
    """All higher values are like this one."""

    def mask(self, value: int) -> int:
        """Return the leaves that a value leaves reachable."""
        return self.masks[min(value, self.most)]

    def places(self, values: Column) -> Column:
        """Return where the masks of these values are."""
        most = self.most
        return [min(value, most) for value in values] if max(values, default=0) > most else values


class Forest:
    """Trees whose leaves are summed."""

    def __init__(self, start: int, trees: Sequence[Node]) -> None:
        """Take the score of a row without trees, and the trees."""
        self._start = start
        self._trees = trees
        self._walked_rows = 0

    def scores(self, features: Sequence[Column | int], count: int) -> list[int]:
        """Return the scores of this many rows; a feature is a column, or a number that all rows share."""
        self._walked_rows += count
        if self._walked_rows <= MAX_WALKED_ROWS:
            columns = [repeat(values, count) if isinstance(values, int) else values for values in features]
            return [self._start + sum([_leaf(tree, row) for tree in self._trees]) for row in zip(*columns, strict=True)]
        return self._compiled.scores(features, count)

    def weights(self, row: Sequence[int]) -> dict[int, int]:
        """Return how much each feature moved the score of a row, up or down, in the first trees."""
        found: dict[int, int] = {}
        for node in self._trees[:EXPLAINING_TREES]:
            while not isinstance(node, int):
                feature, threshold, value, low, high = node
                node = low if row[feature] <= threshold else high  # noqa: PLW2901 - down the tree
                found[feature] = found.get(feature, 0) - value + (node if isinstance(node, int) else node[2])
        return found

    @cached_property
    def _compiled(self) -> Bits:
        return Bits(self._start, self._trees)


class Bits:
    """All trees of a forest in one integer a row."""

    def __init__(self, start: int, trees: Sequence[Node]) -> None:
        """Take what a forest takes."""
        self._trees = trees
        leaves = [_leaves(tree) for tree in trees]
        self._width = max(map(len, leaves), default=1)
        self._all = sum(((1 << len(own)) - 1) << self._bit(i) for i, own in enumerate(leaves))
        self._lowest = sum(1 << self._bit(i) for i in range(len(trees)))
        self._tables = tuple(self._cut())
        self._start = start + sum(map(min, leaves))
        self._planes = tuple(self._binary_planes(leaves))

    def scores(self, features: Sequence[Column | int], count: int) -> list[int]:
        """Return the scores of this many rows; a feature is a column, or a number that all rows share."""
        same = self._all
        masks, columns = [], []
        for table in self._tables:
            values = features[table.feature]
            if isinstance(values, int):
                same &= table.mask(values)
            else:
                masks.append(table.masks)
                columns.append(table.places(values))
        if not columns:
            return [self._sum(same)] * count
        return [self._sum(reduce(and_, map(getitem, masks, row), same)) for row in zip(*columns, strict=True)]

    def _sum(self, reachable: int) -> int:
        """Return the score of a row: the sum of the lowest leaf that each tree has left."""
        leaves = reachable ^ (reachable & (reachable - self._lowest))
        return self._start + sum([(leaves & plane).bit_count() << power for power, plane in self._planes])

    def _bit(self, tree: int) -> int:
        return tree * self._width

    def _cut(self) -> Iterator[Table]:
        cuts: dict[int, dict[int, int]] = {}
        for i, tree in enumerate(self._trees):
            for feature, threshold, lower in _cuts(tree, self._bit(i)):
                at = cuts.setdefault(feature, {})
                at[threshold] = at.get(threshold, 0) | lower
        for feature, lower_by_threshold in cuts.items():
            yield _table(feature, lower_by_threshold, self._all)

    def _binary_planes(self, leaves: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
        """Yield each power of two with the leaves whose value, counted from the lowest of their tree, has it."""
        values: dict[int, int] = {}
        for i, own in enumerate(leaves):
            lowest = min(own)
            values |= {1 << (self._bit(i) + place): leaf - lowest for place, leaf in enumerate(own)}
        for power in range(max(values.values(), default=0).bit_length()):
            yield power, sum([bit for bit, value in values.items() if value >> power & 1])


def _table(feature: int, lower_by_threshold: dict[int, int], reachable: int) -> Table:
    """Return for each value of a feature what the thresholds below it leave."""
    masks: list[int] = []
    for threshold, lower in sorted(lower_by_threshold.items()):
        masks += [reachable] * (threshold + 1 - LEAST - len(masks))
        reachable &= ~lower
    masks += [reachable] * max(1, USUAL + 1 - LEAST - len(masks))
    return Table(feature, (*masks[1:], masks[0]), len(masks) - 1 + LEAST)


def _cuts(node: Node, bit: int) -> Iterator[tuple[int, int, int]]:
    """Yield feature and threshold of each node, with the leaves that a higher value makes unreachable."""
    if isinstance(node, int):
        return
    feature, threshold, _, low, high = node
    count = len(_leaves(low))
    yield feature, threshold, ((1 << count) - 1) << bit
    yield from _cuts(low, bit)
    yield from _cuts(high, bit + count)


def _leaves(node: Node) -> list[int]:
    """Return the leaves below a node, from the lowest values of its features to the highest."""
    return [node] if isinstance(node, int) else _leaves(node[3]) + _leaves(node[4])


def _leaf(node: Node, row: Sequence[int]) -> int:
    while not isinstance(node, int):
        feature, threshold, _, low, high = node
        node = low if row[feature] <= threshold else high
    return node
