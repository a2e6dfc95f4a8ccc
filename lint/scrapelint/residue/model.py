"""How likely is each line text of the page, not of the article?

Two models, one for articles with some residue and one for whole pages, and a third that tells
which of the two a document is. All three are in `zones.json`, with a note of what they learned
from; `tools/train_zones.py` writes it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.residue.forest import Forest
from scrapelint.resources.data_files import data_file, read_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scrapelint.residue.features import Table

DATA = data_file(__file__, "zones.json")
FLAT_DATA = data_file(__file__, "flat.json")

MIN_DOUBT, MAX_DOUBT = 0.2, 0.7
"""Between these probabilities of being a whole page both models have to agree on a line."""


class Curve(NamedTuple):
    """From a score to the share of lines with such a score that are residue, on sites not learned from."""

    scores: Sequence[int]
    """The lowest score of each step but the first, rising."""
    shares: Sequence[float]
    """One more than scores, rising."""

    def __call__(self, scores: Iterable[int]) -> list[float]:
        """Return the share at each of these scores."""
        steps, shares = self.scores, self.shares
        return [shares[bisect_right(steps, score)] for score in scores]


class Model:
    """Trees and what their score means."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take one of the models of `zones.json`; the trees are compiled on first use."""
        self._data = data
        self.features: Sequence[str] = data["features"]
        """What it looks at, in the order in which its trees count."""
        self.curve = Curve(data["scores"], [share / 1000 for share in data["shares"]])

    @cached_property
    def forest(self) -> Forest:
        """The trees."""
        return Forest(self._data["start"], self._data["trees"])

    def shares(self, table: Table) -> list[float]:
        """Return the probability of each line."""
        return table.spread(self._shares(list(map(table.of_paragraphs, self.features)), table.paragraphs))

    def share(self, document: Mapping[str, int]) -> float:
        """Return the probability of a document, by the features that all its lines share."""
        return self._shares([document[name] for name in self.features], 1)[0]

    def weights(self, table: Table, lines: Sequence[int]) -> dict[str, int]:
        """Return how much each feature speaks for these lines being residue, on average."""
        sums: dict[int, int] = {}
        for row in table.rows(self.features, lines):
            for feature, weight in self.forest.weights(row).items():
                sums[feature] = sums.get(feature, 0) + weight
        return {self.features[feature]: weight // len(lines) for feature, weight in sums.items()}

    def _shares(self, features: Sequence[Sequence[int] | int], count: int) -> list[float]:
        return self.curve(self.forest.scores(features, count))


class ResidueModel:
    """Three models: one for whole pages, one for articles, one that tells which of the two a text is."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take what `zones.json` holds."""
        self._gate, self._article, self._page = (Model(data[name]) for name in ("gate", "article", "page"))

    def residue_probability(self, table: Table, page: float) -> tuple[float, ...]:
        """Return for each line the probability that it is not the article; `page` is that of being a whole page."""
        judged = [model.shares(table) for model in self._models(page)]
        return tuple(map(min, *judged)) if len(judged) > 1 else tuple(judged[0])

    def weights(self, table: Table, page: float, lines: Sequence[int]) -> dict[str, int]:
        """Return how much each feature speaks for these lines being residue, on average; `page` as there."""
        return self._models(page)[-1].weights(table, lines)

    def whole_page_probability(self, table: Table) -> float:
        """Return the probability that a document is a whole page rather than an article."""
        return self._gate.share(table.document)

    def _models(self, page: float) -> Sequence[Model]:
        if page < MIN_DOUBT:
            return (self._article,)
        return (self._page,) if page > MAX_DOUBT else (self._page, self._article)


@cache
def flat_model() -> Model:
    """Return the model of the sentences of texts without line breaks; `tools/train_flat.py` writes it."""
    return Model(json.loads(read_data(FLAT_DATA)))


@cache
def residue_model() -> ResidueModel:
    """Return the models that come with the program, read on first use."""
    return ResidueModel(json.loads(read_data(DATA)))
