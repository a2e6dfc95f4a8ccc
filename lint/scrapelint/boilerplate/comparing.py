"""What changed since an earlier run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.boilerplate.shared import Change, GoneLine
from scrapelint.gates.intervals import is_higher

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from scrapelint.boilerplate.shared import SharedLine
    from scrapelint.boilerplate.tally import LineTally


class EarlierLine(NamedTuple):
    """A line that an earlier run reported."""

    text: str
    articles: int


class EarlierSite(NamedTuple):
    """What an earlier run reported of a site."""

    articles: int
    least: int
    """From how many articles on it reported lines."""
    lines: Mapping[int, EarlierLine]
    """By key."""


def changed(line: SharedLine, articles: int, before: EarlierSite | None) -> SharedLine:
    """Return a line of a site that has so many articles, with what changed by more than chance."""
    if before is None:
        return line
    known = before.lines.get(line.key)
    was = known.articles if known else min(before.least - 1, before.articles)
    change = Change("more" if known else "new", was, before.articles)
    if is_higher(line.articles, articles, was, before.articles):
        return line._replace(change=change)
    if known and is_higher(was, before.articles, line.articles, articles):
        return line._replace(change=change._replace(kind="less"))
    return line


def gone(
    articles: int, before: EarlierSite, reported: Container[int], now: Mapping[int, LineTally]
) -> Iterator[GoneLine]:
    """Yield the lines that the earlier run reported, this one does not, and clearly fewer articles have."""
    for key, line in before.lines.items():
        left = now[key].articles if key in now else 0
        if key not in reported and is_higher(line.articles, before.articles, left, articles):
            yield GoneLine(key, line.text, left, Change("gone", line.articles, before.articles))
