"""How good the text of an article is: which share of it is residue, and a score from 0 to 1.

The share is an expected one: for each character the probability that it is not the article, by the surest finding
that covers it or by the models of zones, whichever is higher. Nothing is counted twice, and a further finding can only
raise it. The score is what is left, less a bounded part for what is wrong with the text. `docs/score.md` has figures.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked

MIN_PROBABILITY = 0.15
"""Probability from which the models' word on a line counts.

Below it they doubt lines of every article. Of the values from 0 to 1, the one by which texts of 1,900 pages that the
figures are not reported from were ranked best."""

FAULTS = frozenset({"ENC", "SEG", "MTX", "LNG", "DAT"})
"""Families that say that a text is wrong, not that it is no article."""

NEITHER = frozenset({"QUA", "MET", "INP", "ACC", "DUP", "SIT"})
"""Families about the record, the file or other articles."""

NO_ARTICLE = frozenset({"WAL003", "WAL004", "WAL005", "WAL006", "WAL007"})
"""Rules that find a page in place of the article: what they say of a line holds for all of the text."""

FAULT_COSTS = {Severity.ERROR: 0.1, Severity.WARNING: 0.01, Severity.INFO: 0.0}
"""What a fault takes from the score where it is certain, as a share of it."""

MAX_FAULTS = 0.25
"""The most that all faults of a text take from its score, as a share of it."""


class Likely(NamedTuple):
    """A part of a text, and the probability that it is not the article."""

    start: int
    end: int
    """Exclusive; both in code points."""
    probability: float
    """From 0 to 1."""


class Score(NamedTuple):
    """What a text is worth."""

    score: float
    """From 0, nothing of an article, to 1."""
    residue_share: float
    """Expected share of the text's characters that is not the article, from 0 to 1."""
    chars: int
    """Characters of the text that are not white space, in code points."""

    @property
    def article_chars(self) -> float:
        """Expected number of characters that are the article's."""
        return self.chars * (1 - self.residue_share)


def likely_residue(doc: Document) -> tuple[Likely, ...]:
    """Return the lines that the models of zones take for the page's, with `MIN_PROBABILITY` or more."""
    lines = zip(doc.lines, doc.residue_probability, strict=True)
    return tuple(Likely(*line.span, probability) for line, probability in lines if probability >= MIN_PROBABILITY)


def scored(checked: Checked) -> Score | None:
    """Return the score of an article by the findings in it alone; None where the models were not asked about it."""
    if checked.likely is None or checked.again or not checked.is_article:
        return None
    return score_of(checked.article.text, checked.findings, checked.likely)


def score_of(text: str, findings: Sequence[Finding], likely: Iterable[Likely] = ()) -> Score:
    """Return the score of a text; `likely` is what the models say of its lines.

    A further finding never raises it. A text without a character has 0. Costs n log n in the findings and lines.
    """
    chars = _chars(text)
    if not chars:
        return Score(0.0, 0.0, 0)
    residue = min(1.0, _expected_chars(text, [*likely, *_residue(text, findings)]) / chars)
    return Score((1 - residue) * (1 - _fault_cost(findings)), residue, chars)


def _residue(text: str, findings: Iterable[Finding]) -> Iterator[Likely]:
    """Yield the parts of a text of which findings say that they are not the article."""
    for finding in findings:
        family = finding.code[:3]
        if finding.field != "text" or finding.span is None or family in FAULTS or family in NEITHER:
            continue
        for start, end in [(0, len(text))] if finding.code in NO_ARTICLE else _parts(finding):
            yield Likely(start, end, finding.confidence)


def _parts(finding: Finding) -> Iterator[tuple[int, int]]:
    """Yield what a finding marks, and what its fix takes out."""
    if finding.span:
        yield finding.span
    for edit in finding.fix.edits if finding.fix else ():
        if not edit.content:
            yield edit.start, edit.end


def _expected_chars(text: str, spans: Sequence[Likely]) -> float:
    """Return how many characters of a text are expected to be residue, by the surest span over each."""
    waiting = sorted(spans, reverse=True)
    edges = sorted({edge for span in spans for edge in span[:2]})
    over: list[tuple[float, int]] = []
    """The negative probability and the end of the spans that have begun, as a heap: the surest first."""
    expected = 0.0
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start <= start:
            span = waiting.pop()
            heappush(over, (-span.probability, span.end))
        while over and over[0][1] <= start:
            heappop(over)
        if over:
            expected -= over[0][0] * _chars(text[start:end])
    return expected


def _chars(text: str) -> int:
    """Return how many code points of a text are no white space."""
    return sum(map(len, text.split()))


def _fault_cost(findings: Iterable[Finding]) -> float:
    """Return which share of its score a text loses by its faults: each rule counts once, by what costs most."""
    costs: dict[str, float] = {}
    for finding in findings:
        if finding.code[:3] in FAULTS:
            cost = FAULT_COSTS[finding.severity] * finding.confidence
            costs[finding.code] = max(cost, costs.get(finding.code, 0.0))
    return min(MAX_FAULTS, sum(costs.values()))
