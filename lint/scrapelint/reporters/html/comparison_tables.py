"""From the totals of a comparison to the tables of its page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.reporters.compared import VERDICTS, Figure, change_words, figures, pair_words, side_words
from scrapelint.reporters.html.overview import MAX_ROWS, Share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.comparing.comparison import Comparison
    from scrapelint.comparing.totals import RuleChange, SiteTotals


class Verdict(NamedTuple):
    """How many of the articles became `better`, `worse`, or are `alike`."""

    name: str
    reached: Share


class SiteRow(NamedTuple):
    """What became of the articles of a site."""

    name: str
    articles: int
    old: float
    new: float
    """Mean scores, from 0 to 1."""
    verdicts: Sequence[Verdict]
    gained: int
    lost: int
    """Findings."""
    gained_chars: int
    lost_chars: int


class RuleRow(NamedTuple):
    """What became of the findings of a rule."""

    change: RuleChange
    gained: Share
    lost: Share
    """Among the findings that the rule with most changes gained and lost."""


class Tables(NamedTuple):
    """All tables of the page."""

    sides: Sequence[tuple[str, str, str]]
    """Label, name, and what there is of articles."""
    pairs: int
    joined: str
    verdicts: Sequence[Verdict]
    figures: Sequence[Figure]
    changes: Sequence[tuple[str, str]]
    """`gained` and `lost`, with what that is."""
    rules: Sequence[RuleRow]
    sites: Sequence[SiteRow]
    more_sites: int


def tables_of(comparison: Comparison, names: tuple[str, str]) -> Tables:
    """Return the tables of a comparison; `names` are those of the two sides."""
    totals = comparison.totals
    words = map(side_words, (comparison.old, comparison.new))
    sites = list(islice((_site(*named) for named in totals.ranked_sites()), MAX_ROWS))
    return Tables(
        sides=list(zip(("old", "new"), names, words, strict=True)),
        pairs=totals.all.pairs,
        joined=pair_words(comparison),
        verdicts=_verdicts(totals.all),
        figures=list(figures(totals.all)),
        changes=[(turn, change_words(totals.all, turn)) for turn in ("gained", "lost")],
        rules=list(_rules([rule for rule in totals.rules() if rule.gained or rule.lost])),
        sites=sites,
        more_sites=len(totals.sites) - len(sites),
    )


def _verdicts(totals: SiteTotals) -> list[Verdict]:
    return [Verdict(name, Share(totals.verdicts[name], totals.pairs)) for name in VERDICTS]


def _rules(changed: Sequence[RuleChange]) -> Iterator[RuleRow]:
    most = max((rule.gained + rule.lost for rule in changed), default=0)
    for rule in changed:
        yield RuleRow(rule, Share(rule.gained, most), Share(rule.lost, most))


def _site(name: str, totals: SiteTotals) -> SiteRow:
    found, text = totals.findings, totals.text
    return SiteRow(
        name, totals.pairs, totals.old.value, totals.new.value, _verdicts(totals),
        found["gained"], found["lost"], text["gained_chars"], text["lost_chars"],
    )  # fmt: skip
