"""Boosted trees on whole numbers: sums of leaves, in thousandths of a log-odds.

A node is `[feature, threshold, value, low, high]`: a row whose feature is at most the threshold
goes to `low`, any other to `high`; `value` is the mean score below the node, of which only an
explanation makes use. A leaf is a number. Only integers are compared and added, so that a score
is the same on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Row: TypeAlias = Sequence[int]

Node: TypeAlias = Any
"""A number or a sequence of five, see above; types cannot say that a thing contains itself in JSON."""


class Forest:
    """Trees whose leaves are summed; a row that the first trees put far down is given up early."""

    def __init__(self, start: int, trees: Sequence[Node], first: int, give_up: int) -> None:
        """Take the score of a row without trees, the trees, how many come first, and the score to go on from."""
        self._start = start
        self._first = trees[:first]
        self._rest = trees[first:]
        self._give_up = give_up

    def scores(self, rows: Sequence[Row]) -> list[int]:
        """Return the score of each row."""
        return list(map(self._walk, rows))

    def weights(self, row: Row) -> dict[int, int]:
        """Return how much each feature moved the score of a row, up or down."""
        found: dict[int, int] = {}
        for tree in (*self._first, *self._rest):
            for node, after in _path(tree, row):
                found[node[0]] = found.get(node[0], 0) + (after if isinstance(after, int) else after[2]) - node[2]
        return found

    def _walk(self, row: Row) -> int:
        score = self._start + sum(_leaf(tree, row) for tree in self._first)
        return score if score < self._give_up else score + sum(_leaf(tree, row) for tree in self._rest)


def _leaf(node: Node, row: Row) -> int:
    while not isinstance(node, int):
        feature, threshold, _, low, high = node
        node = low if row[feature] <= threshold else high
    return node


def _path(node: Node, row: Row) -> Iterator[tuple[Node, Node]]:
    """Yield each node that a row comes through, with the next."""
    while not isinstance(node, int):
        after = node[3] if row[node[0]] <= node[1] else node[4]
        yield node, after
        node = after
