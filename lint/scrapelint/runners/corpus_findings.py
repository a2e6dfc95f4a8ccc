"""From the evidence of all articles to what is found across them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from scrapelint.corpus.evidence import number_of
from scrapelint.engine.linter import Linter
from scrapelint.finding import Severity
from scrapelint.intake import Checked, Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.groups import Groups
    from scrapelint.corpus.rows import RuleVerdict
    from scrapelint.intake import Intake
    from scrapelint.result_cache.results import ResultCache

T = TypeVar("T")

BATCH_ARTICLES = 512
"""Articles whose verdicts are looked up at once."""


def reported(
    intakes: Iterable[Intake], groups: Groups, comparison: Comparison, results: ResultCache | None
) -> Iterator[Checked]:
    """Yield each article that has verdicts, with its findings; the articles are read a second time for it.

    `results` are those of earlier runs, where the run can use them.
    """
    reporting = _Reporting(comparison, results)
    for batch in _batches(intake.article for intake in intakes if intake.readable):
        numbers = [number_of(article) for article in batch]
        decided = groups.results(set(numbers))
        for article, number in zip(batch, numbers, strict=True):
            if number in decided:
                found = reporting.found(article, number, decided[number].verdicts)
                yield _checked(article, found, decided[number].worst_before)


def with_verdicts(articles: Iterable[int], groups: Groups) -> Iterator[int]:
    """Yield the numbers of those of these articles that have verdicts, in order."""
    for batch in _batches(articles):
        decided = groups.results(set(batch))
        yield from (article for article in batch if article in decided)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    left = iter(items)
    while batch := list(islice(left, BATCH_ARTICLES)):
        yield batch


class _Reporting:
    """Says what verdicts come to in the text of an article, unless an earlier run said it."""

    def __init__(self, comparison: Comparison, results: ResultCache | None) -> None:
        self._comparison, self._results = comparison, results
        self._linter = Linter(())

    def found(self, article: Article, number: int, verdicts: Sequence[RuleVerdict]) -> Found:
        known = self._results.found_across(number) if self._results else None
        return known or self._reported(article, number, verdicts)

    def _reported(self, article: Article, number: int, verdicts: Sequence[RuleVerdict]) -> Found:
        doc = self._linter.document(article)
        findings = self._comparison.report(doc, verdicts)
        found = Found(findings, language=doc.known_language)
        if self._results:
            self._results.keep_across(number, found)
        return found


def _checked(article: Article, found: Found, worst_before: int | None) -> Checked:
    before = None if worst_before is None else Severity(worst_before)
    return Checked(
        article, found.findings, again=True, was_clean=before is None, worst_before=before, language=found.language
    )
