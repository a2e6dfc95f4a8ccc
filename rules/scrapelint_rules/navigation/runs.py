"""Runs of lines that are likely not the article, graded by how likely they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

SURE_LINE, SURE_RUN = 0.7, 0.87
"""Least probability of a line, and least mean of a run of such lines, from which a run is sure."""
LIKELY_LINE = 0.3
"""Least probability of a line of a run that is worth knowing."""


class Run(NamedTuple):
    """Lines that follow each other."""

    first: int
    last: int
    """Inclusive."""
    probability: float
    """Mean of its lines, those left aside that other rules know."""

    @property
    def is_sure(self) -> bool:
        """Whether nearly all such runs were the page's, on sites not learned from."""
        return self.probability >= SURE_RUN

    def __len__(self) -> int:
        """Return the number of lines."""
        return self.last + 1 - self.first


def graded(shares: Sequence[float], known: Container[int], least: float) -> Iterator[Run]:
    """Yield the sure runs, then what is likely besides them; no run has a lower mean than `least`.

    Lines that other rules know join those around them, but no run begins or ends with one.
    """
    rest = list(shares)
    for run in _runs(shares, known, SURE_LINE):
        if run.probability >= max(SURE_RUN, least):
            rest[run.first : run.last + 1] = [0.0] * len(run)
            yield run
    yield from (run for run in _runs(rest, known, LIKELY_LINE) if run.probability >= least)


def _runs(shares: Sequence[float], known: Container[int], least: float) -> Iterator[Run]:
    new: list[int] = []
    for index, share in enumerate((*shares, 0.0)):
        if index < len(shares) and share and index in known:
            continue
        if share >= least:
            new.append(index)
        elif new:
            yield Run(new[0], new[-1], sum([shares[i] for i in new]) / len(new))
            new = []
