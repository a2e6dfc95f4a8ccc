"""From counts to the tables and charts of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Severity
from scrapelint.reporters.counting.groups import OTHERS, Group
from scrapelint.reporters.rule_pages import FAMILIES, page_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrapelint.reporters.counting.groups import Groups
    from scrapelint.reporters.html.counts import Counts

MAX_ROWS = 40
"""Sites and languages that have a row of their own."""
MAX_GRID_SITES = 20
MAX_GRID_RULES = 14
"""Rows and columns of the table of sites by rules."""
MAX_MONTHS = 48
"""Columns of the chart of months; of more months the years are shown."""
LEAST_SHARE = 0.001
"""Shares below are only told to be less."""
SMALL_SHARE = 0.0995
"""Counts below are told with a digit more."""
SHADES = 8
"""Steps from white to full."""


class Share(NamedTuple):
    """Articles of which something is true, among all of their kind."""

    articles: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1."""
        return self.articles / self.of if self.of else 0.0

    @property
    def percent(self) -> str:
        """The share for people; small ones keep a digit, and only none is 0%."""
        if 0 < self.value < LEAST_SHARE:
            return f"<{LEAST_SHARE:.1%}"
        return f"{self.value:.1%}" if 0 < self.value < SMALL_SHARE else f"{self.value:.0%}"

    @property
    def shade(self) -> int:
        """From 0 to `SHADES`; only none is 0."""
        return -int(-self.value * SHADES // 1)


class Part(NamedTuple):
    """Articles whose worst finding has one severity."""

    severity: str
    reached: Share


class GroupRow(NamedTuple):
    """A site, a language or a month."""

    name: str
    articles: int
    found: Share
    parts: Sequence[Part]
    """By severity of the worst finding, errors first."""
    score: float | None
    """Mean score of the articles, from 0 to 1; None where none has one."""


class RuleRow(NamedTuple):
    """A rule that found something."""

    code: str
    name: str
    severity: str
    url: str
    reached: Share
    findings: int
    fixable: Share


class FamilyRow(NamedTuple):
    """The rules whose codes begin alike."""

    family: str
    name: str
    reached: Share


class Grid(NamedTuple):
    """Sites by rules."""

    rules: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Share]]]


class Overview(NamedTuple):
    """All tables of a report."""

    articles: int
    found: Share
    parts: Sequence[Part]
    findings: int
    rules: Sequence[RuleRow]
    families: Sequence[FamilyRow]
    sites: Sequence[GroupRow]
    more_sites: int
    languages: Sequence[GroupRow]
    more_languages: int
    months: Sequence[GroupRow]
    grid: Grid
    score: float | None
    """Mean score of all articles, from 0 to 1; None where they were not scored."""


def overview(counts: Counts) -> Overview:
    """Return the tables of what was counted."""
    everything = counts.all
    return Overview(
        articles=everything.articles,
        found=Share(everything.with_findings, everything.articles),
        parts=_parts(everything),
        findings=counts.findings.total(),
        rules=_rules(counts),
        families=_families(counts),
        sites=_groups(counts.sites),
        more_sites=max(0, len(counts.sites) - MAX_ROWS),
        languages=_groups(counts.languages),
        more_languages=max(0, len(counts.languages) - MAX_ROWS),
        months=_months(counts.months),
        grid=_grid(counts),
        score=everything.score,
    )


def _parts(group: Group) -> list[Part]:
    worst_first = sorted(Severity, reverse=True)
    return [Part(severity.label, Share(group.worst[severity], group.articles)) for severity in worst_first]


def _rules(counts: Counts) -> list[RuleRow]:
    rows = [
        RuleRow(
            code, rule.name, rule.worst.label, page_url(code), Share(rule.articles, counts.all.articles),
            rule.findings, Share(rule.fixable, rule.findings),
        )
        for code, rule in counts.rules.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row.reached.articles, row.code))


def _families(counts: Counts) -> list[FamilyRow]:
    return [
        FamilyRow(family, FAMILIES.get(family, family), Share(articles, counts.all.articles))
        for family, articles in sorted(counts.families.items(), key=lambda item: (-item[1], item[0]))
    ]


def _groups(groups: Groups) -> list[GroupRow]:
    """Return the groups with most articles in which anything was found, what has no name of its own last."""
    ranked = sorted(groups.items(), key=lambda item: (item[0] in ("", OTHERS), -item[1].with_findings, item[0]))
    return [_group(name, group) for name, group in ranked[:MAX_ROWS]]


def _group(name: str, group: Group) -> GroupRow:
    found = Share(group.with_findings, group.articles)
    return GroupRow(name, group.articles, found, _parts(group), group.score)


def _months(groups: Groups) -> list[GroupRow]:
    """Return all months from the first to the last, or years where these are many; what has no date is left out."""
    dated = {name: group for name, group in groups.items() if name not in ("", OTHERS)}
    if not dated:
        return []
    names = _between(min(dated), max(dated))
    if len(names) > MAX_MONTHS:
        dated = _joined((name[:4], group) for name, group in dated.items())
        names = [f"{year}" for year in range(int(min(dated)), int(max(dated)) + 1)]
    return [_group(name, dated.get(name, Group())) for name in names[-MAX_MONTHS:]]


def _between(first: str, last: str) -> list[str]:
    """Return all months from one to another, which are written as `2026-03`."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def _joined(named: Iterable[tuple[str, Group]]) -> dict[str, Group]:
    found: dict[str, Group] = {}
    for name, group in named:
        found[name] = found[name] + group if name in found else group
    return found


def _grid(counts: Counts) -> Grid:
    rules = [row.code for row in _rules(counts)[:MAX_GRID_RULES]]
    sites = [row.name for row in _groups(counts.sites)[:MAX_GRID_SITES]]
    rows = [(name, counts.sites[name]) for name in sites]
    return Grid(rules, [(name, [Share(group.rules[code], group.articles) for code in rules]) for name, group in rows])
