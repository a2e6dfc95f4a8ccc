"""How often each rule finds something on each site: a file of rates.

The first line names the rules that were on: `{"on": ["CMT001", "CMT002"]}`. Then one line a site, sorted:
`{"site": "larn.example", "articles": 120, "rules": {"CMT001": 3}}`. A rule counts once an article, so that one
long page does not make a trend.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.errors import UsageError
from scrapelint.finding import Span
from scrapelint.gates.intervals import interval
from scrapelint.site import site_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from scrapelint.intake import Checked

MIN_RATIO = 2.0
"""How many times as often a rule has to find something as before."""
EXAMPLE = '{"site": "larn.example", "articles": 9, "rules": {"CMT001": 3}}'


class SiteRates(NamedTuple):
    """What a run has counted on one site."""

    site: str
    articles: int
    rules: Mapping[str, int]
    """Articles with a finding, by code."""


class Known(NamedTuple):
    """A file of rates."""

    on: frozenset[str]
    """The rules that were on; of others nothing is known."""
    sites: Mapping[str, SiteRates]
    spans: Mapping[str, Span]
    """Where the line of each site is."""


class Jump(NamedTuple):
    """A rule that finds something far more often on a site than it did."""

    code: str
    now: SiteRates
    before: SiteRates

    @property
    def share(self) -> float:
        """Share of the site's articles with a finding of the rule."""
        return self.now.rules[self.code] / self.now.articles

    @property
    def share_before(self) -> float:
        """The same in the earlier run."""
        return self.before.rules.get(self.code, 0) / self.before.articles


class Rates:
    """Counts of a run, by site; one number for each rule and site, whatever the number of articles."""

    def __init__(self) -> None:
        """Start at nothing."""
        self._articles: Counter[str] = Counter()
        self._rules: dict[str, Counter[str]] = {}

    def add(self, checked: Checked) -> None:
        """Count the findings of an article; one whose site is not known counts nowhere."""
        site = site_of(checked.article) if checked.is_article else ""
        if not site:
            return
        self._articles[site] += not checked.again
        self._rules.setdefault(site, Counter()).update({finding.code for finding in checked.findings})

    def __iter__(self) -> Iterator[SiteRates]:
        """Yield what was counted, by the names of the sites."""
        for site in sorted(self._articles):
            yield SiteRates(site, self._articles[site], dict(sorted(self._rules[site].items())))


def written(rates: Rates, on: Iterable[str]) -> str:
    """Return the content of a file of rates, of a run with these rules."""
    rows = [{"on": sorted(on)}, *(row._asdict() for row in rates)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(text: str, name: str) -> Known:
    """Return what a file of rates says; raises UsageError with the place of a line that is none."""
    on: frozenset[str] = frozenset()
    sites, spans, start = {}, {}, 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                if "on" in row:
                    on = frozenset(map(str, _checked(row, "on", list)))
                else:
                    site = _checked(row, "site", str)
                    sites[site] = SiteRates(site, _positive(row["articles"]), _counts(row))
                    spans[site] = Span(start, start + len(line.rstrip()))
            except (ValueError, KeyError, TypeError, RecursionError):
                raise UsageError(f"{name}:{number}: no rates of a site; a line is like {EXAMPLE}") from None
        start += len(line) + 1
    return Known(on, sites, spans)


def jumps(now: SiteRates, before: SiteRates, on: Container[str]) -> Iterator[Jump]:
    """Yield the rules, of those that were on before, that find something far more often than chance would have it."""
    for code in filter(on.__contains__, now.rules):
        jump = Jump(code, now, before)
        low, _ = interval(now.rules[code], now.articles)
        _, high = interval(before.rules.get(code, 0), before.articles)
        if low > high and jump.share >= MIN_RATIO * jump.share_before:
            yield jump


def _checked(row: Any, key: str, kind: type) -> Any:
    if not isinstance(row[key], kind):
        raise TypeError(key)
    return row[key]


def _positive(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise TypeError(value)
    return value


def _counts(row: Any) -> dict[str, int]:
    rules: dict[str, Any] = _checked(row, "rules", dict)
    articles = row["articles"]
    if any(_positive(count) > articles for count in rules.values()):
        raise ValueError("more articles with a finding than articles")
    return rules
