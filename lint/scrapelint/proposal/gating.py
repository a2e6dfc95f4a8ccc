"""Gates that hold today and fail when a data set gets worse."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.corpus.rule import CorpusRule
from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.intake import Checked
    from scrapelint.rule import Rule

MARGIN = 0.2
"""What may come on top of what is there, as a share of it; one article always may."""
SIGMAS = 3.0
"""How sure a bound is that is drawn from a sample: it is too low for one data set in some 700."""
STEP = 0.01
"""Bounds are rounded up to multiples of this."""
_NOT_HELD = frozenset({"ACC"})
"""Families that say nothing of the data."""


class Gate(NamedTuple):
    """A bound on the share of articles in which some rules find something."""

    selector: str
    share: float
    """From 0 to 1."""
    why: str


class Counted(NamedTuple):
    """What was found in a sample."""

    articles: int
    with_findings: int
    by_selector: Counter[str]
    """Articles by the codes and families of what was found in them."""
    failing: Counter[str]
    """The same, only of findings that fail a run by their severity, by code."""


def counted(found: Iterable[Checked]) -> Counted:
    """Count what was found; what is found across articles counts for the article again."""
    articles = with_findings = 0
    by_selector: Counter[str] = Counter()
    failing: Counter[str] = Counter()
    for checked in found:
        articles += checked.is_article and not checked.again
        with_findings += bool(checked.findings) and (not checked.again or checked.was_clean)
        codes = {finding.code for finding in checked.findings}
        by_selector.update(codes | {code[:3] for code in codes})
        failing.update({finding.code for finding in checked.findings if finding.severity >= Severity.WARNING})
    return Counted(articles, with_findings, by_selector, failing)


def gates_of_all(found: Counted, rules: Sequence[Rule]) -> Iterator[Gate]:
    """Yield a gate for each rule that would fail a run, from all articles that there are."""
    names = {rule.code: rule.name for rule in rules}
    for code in sorted(found.failing):
        number = found.by_selector[code]
        most = number + max(1, math.ceil(MARGIN * number))
        yield Gate(code, _up(most / found.articles), f"{names[code]}: in {number:,} of {found.articles:,} articles")


def gates_of_sample(found: Counted, rules: Sequence[Rule]) -> Iterator[Gate]:
    """Yield a gate for each family, from some of the articles: rules that were not seen may still be hit in others."""
    across = {rule.code[:3] for rule in rules if isinstance(rule, CorpusRule)}
    for family in sorted({rule.code[:3] for rule in rules} - _NOT_HELD):
        if family in across:
            yield Gate(family, 1.0, "compares all articles: set it after a full run")
        else:
            number = found.by_selector[family]
            share = _up(_most_likely(number, found.articles))
            yield Gate(family, share, f"in {number:,} of {found.articles:,} articles")


def _most_likely(number: int, articles: int) -> float:
    """Return the largest share of all articles that so many in a sample still go with: Wilson's upper bound."""
    share, weight = number / articles, SIGMAS**2 / articles
    spread = SIGMAS * math.sqrt(share * (1 - share) / articles + weight / (4 * articles))
    return (share + weight / 2 + spread) / (1 + weight)


def _up(share: float) -> float:
    # What is a multiple but for the last bit of a float stays.
    return min(1.0, round(math.ceil(round(share / STEP, 6)) * STEP, 2))
