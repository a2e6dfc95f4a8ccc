"""A comparison, done: what reports show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.comparing.difference import Difference, difference
from scrapelint.comparing.examples import Examples
from scrapelint.comparing.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.comparing.store import Pair, SideCount, Store


class Comparison(NamedTuple):
    """Two sets of articles, compared."""

    by: str
    """What the versions are joined by: `url` or `id`."""
    old: SideCount
    new: SideCount
    totals: Totals
    worst: Sequence[Difference]
    """The worst pairs, the worst first."""
    examples: Sequence[Pair]
    """Pairs to show of each rule and each site, those first that say most."""


def compared(store: Store, by: str, worst: int, examples: int = 0) -> Comparison:
    """Return what the versions in a store come to, joined by `url` or `id`, or by what pairs more where `by` is empty.

    With so many of the `worst` pairs, and the numbers of so many `examples`. Raises UsageError where no article is on
    both sides.
    """
    by = store.join(by)
    totals, shown = Totals(worst), Examples(examples)
    for pair in store.pairs(by):
        found = difference(store[pair.old], store[pair.new])
        totals.add(found, pair)
        shown.add(found, pair)
    known = [difference(store[pair.old], store[pair.new]) for pair in totals.worst()]
    return Comparison(by, store.count(0, by), store.count(1, by), totals, known, list(shown.pairs()))
