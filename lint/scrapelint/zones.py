"""How likely is each line text of the page, not of the article?

Two models, one for articles with some residue and one for whole pages, and a third that tells
which of the two a document is. All three are in `zones.json`, with a note of what they learned
from; `tools/train_zones.py` writes it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.trees import Forest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scrapelint.features import Table

DATA = Path(__file__).with_name("zones.json")

MIN_DOUBT, MAX_DOUBT = 0.1, 0.9
"""Between these probabilities of being a whole page both models have to agree on a line."""


class Curve(NamedTuple):
    """From a score to the share of lines with such a score that are residue, on sites not learned from."""

    scores: Sequence[int]
    """The lowest score of each step but the first, rising."""
    shares: Sequence[float]
    """One more than scores, rising."""

    def __call__(self, score: int) -> float:
        """Return the share at a score."""
        return self.shares[bisect_right(self.scores, score)]


class Model(NamedTuple):
    """Trees and what their score means."""

    forest: Forest
    curve: Curve

    def shares(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """Return the probability of each row."""
        return [self.curve(score) for score in self.forest.scores(rows)]


class Zones:
    """The three models, and the features that they look at."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take what `zones.json` holds."""
        self._features: tuple[str, ...] = tuple(data["features"])
        self._gate, self._article, self._page = (_model(data[name]) for name in ("gate", "article", "page"))

    def residue(self, table: Table) -> tuple[float, ...]:
        """Return for each line the probability that it is not the article."""
        rows = self._rows(table)
        if not rows:
            return ()
        judged = [model.shares(rows) for model in self._models(rows)]
        return tuple(map(min, *judged)) if len(judged) > 1 else tuple(judged[0])

    def weights(self, table: Table, lines: Iterable[int]) -> dict[str, int]:
        """Return how much each feature speaks for these lines being residue, summed over them."""
        rows = self._rows(table)
        found: dict[str, int] = {}
        model = self._models(rows)[-1]
        for line in lines:
            for feature, weight in model.forest.weights(rows[line]).items():
                name = self._features[feature]
                found[name] = found.get(name, 0) + weight
        return found

    def is_page(self, table: Table) -> float:
        """Return the probability that a document is a whole page rather than an article."""
        return self._gate.shares(self._rows(table)[:1])[0]

    def _models(self, rows: Sequence[Sequence[int]]) -> Sequence[Model]:
        page = self._gate.shares(rows[:1])[0]
        if page < MIN_DOUBT:
            return (self._article,)
        return (self._page,) if page > MAX_DOUBT else (self._page, self._article)

    def _rows(self, table: Table) -> list[tuple[int, ...]]:
        return list(table.rows(self._features))


@cache
def zones() -> Zones:
    """Return the models that come with the program, read on first use."""
    return Zones(json.loads(DATA.read_text(encoding="utf-8")))


def _model(data: Mapping[str, Any]) -> Model:
    forest = Forest(data["start"], data["trees"], data["first"], data["give_up"])
    return Model(forest, Curve(data["scores"], [share / 1000 for share in data["shares"]]))
