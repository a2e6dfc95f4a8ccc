"""Runs of lines that are likely not the article, graded by how likely they are."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Document, regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from scrapelint.plugin import Line

SURE_LINE, SURE_RUN = 0.7, 0.8
"""Least probability of a line, and least mean of a run of such lines, from which a run is sure."""
MIXED_RUN = 0.65
"""Least mean of sure runs and likely ones between and beside them from which they are one run, and sure."""
LIKELY_LINE = 0.3
"""Least probability of a line of a run that is worth knowing."""
MIN_LISTED = 4
"""Headlines with dates in a list whose lines are as likely as their mean."""
MIN_LIST_MEAN, SURE_ABOVE = 0.5, 0.9
"""Least mean of such a list, and probability of the line above it, from which it is as likely as its likeliest line."""
MAX_DATE_CHARS = 12
"""Longest date at the end of a headline, in code points."""
_DATE_END = regex(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d\)?$")
"""A day in figures at the end of a headline: "03.05.2023", "5/3/23)"."""


class Run(NamedTuple):
    """Lines that follow each other."""

    first: int
    last: int
    """Inclusive."""
    probability: float
    """Mean of its lines, those left aside that other rules know; of joined runs the mean by their length."""
    is_sure: bool = False
    """Whether nearly all such runs were the page's, on sites not learned from."""

    @property
    def indices(self) -> range:
        """The indices of its lines."""
        return range(self.first, self.last + 1)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self.last + 1 - self.first


def levelled(lines: Sequence[Line], shares: list[float]) -> list[float]:
    """Return the shares of lines, those of a list of headlines that all end in a date as one: all or none of it goes.

    Only the `lines` are looked at: those with digits suffice. Below what is surely the page's they are as likely as the
    likeliest, else as their mean. A line without a date may come between two of them, as the label of a part of the list.
    """
    likely = (line for line in lines if shares[line.index])
    dated = [line.index for line in likely if _DATE_END.search(line.text.rstrip()[-MAX_DATE_CHARS:])]
    if len(dated) < MIN_LISTED:
        return shares
    pairs = enumerate(pairwise(dated), 1)
    breaks = [place for place, (one, other) in pairs if other - one > 2 or not shares[one + 1]]
    for start, end in pairwise([0, *breaks, len(dated)]):
        if end - start >= MIN_LISTED:
            _level(shares, dated[start], dated[end - 1] + 1)
    return shares


def _level(shares: list[float], start: int, end: int) -> None:
    part = shares[start:end]
    mean = sum(part) / len(part)
    is_page = start > 0 and mean >= MIN_LIST_MEAN and shares[start - 1] >= SURE_ABOVE
    shares[start:end] = [max(part) if is_page else mean] * len(part)


def graded(shares: Sequence[float], known: Container[int], least: float) -> Iterator[Run]:
    """Yield runs in order, each sure or only likely; a likely one that touches a sure one may be joined to it.

    No run has a lower mean than `least`.
    Lines that other rules know join those around them, but no run begins or ends with one.
    """
    seen = (run for run in _runs(shares, known, SURE_LINE) if run.probability >= max(SURE_RUN, least))
    sure = [Run(run.first, run.last, run.probability, is_sure=True) for run in seen]
    rest = list(shares)
    for run in sure:
        rest[run.first : run.last + 1] = [0.0] * len(run)
    likely = [run for run in _runs(rest, known, LIKELY_LINE) if run.probability >= least]
    yield from _joined(sorted(sure + likely))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs in order, those as one that touch and are sure together."""
    group: list[Run] = []
    for run in runs:
        if group and run.first > group[-1].last + 1:
            yield from _as_one(group)
            group = []
        group.append(run)
    yield from _as_one(group)


def _as_one(group: Sequence[Run]) -> Iterable[Run]:
    """Return one run for all of a group if it is sure for the most part, and sure enough as a whole."""
    lines = sum(map(len, group))
    sure = sum(len(run) for run in group if run.is_sure)
    mean = sum(run.probability * len(run) for run in group) / lines if lines else 0.0
    if len(group) < 2 or 2 * sure < lines or mean < MIXED_RUN:
        return group
    return [Run(group[0].first, group[-1].last, mean, is_sure=True)]


def _runs(shares: Sequence[float], known: Container[int], least: float) -> Iterator[Run]:
    new: list[int] = []
    for index, share in enumerate((*shares, 0.0)):
        # A line of another rule neither ends a run nor counts in its mean.
        if index < len(shares) and share and index in known:
            continue
        if share >= least:
            new.append(index)
        elif new:
            yield Run(new[0], new[-1], sum([shares[i] for i in new]) / len(new))
            new = []


def runs_of(doc: Document, indices: Iterable[int]) -> Iterator[Run]:
    """Yield the runs that lines make."""
    for _, run in groupby(enumerate(indices), lambda pair: pair[1] - pair[0]):
        lines = [index for _, index in run]
        yield Run(lines[0], lines[-1], sum(doc.residue_probability[index] for index in lines) / len(lines))
