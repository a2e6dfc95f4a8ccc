"""Evidence by key: in memory as long as there is little, then on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.corpus.groups import MemoryGroups

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from scrapelint.corpus.groups import Groups
    from scrapelint.corpus.rows import (
        ArticleEvidence,
        ArticleVerdicts,
        Counted,
        EvidenceGroup,
        EvidenceRow,
        OwnFindings,
        RuleVerdict,
    )

MAX_ROWS = 100_000
"""Rows of evidence that are kept in memory, some 40 MB: that of about 1,500 articles."""
MAX_ROWS_WITHOUT_DUCKDB = 1_000_000
"""The same where DuckDB is not installed, some 400 MB."""


class SpillingGroups:
    """Groups in memory that move to disk when they become many."""

    def __init__(self, make_large: Callable[[], Groups], max_rows: int = MAX_ROWS) -> None:
        """Take what makes the groups on disk; it is called only when it is needed."""
        self._make_large = make_large
        self._max_rows = max_rows
        self._small: MemoryGroups | None = MemoryGroups()
        self._now: Groups = self._small
        self._reading = False

    def take(self, noted: ArticleEvidence) -> None:
        """Keep the evidence of an article, and under which keys it is counted."""
        self._now.take(noted)
        self._spill()

    def add(self, rows: Iterable[EvidenceRow]) -> None:
        """Keep evidence."""
        self._now.add(rows)
        self._spill()

    def add_counted(self, counted: Iterable[Counted]) -> None:
        """Count articles."""
        self._now.add_counted(counted)
        self._spill()

    def add_verdicts(self, verdicts: Iterable[RuleVerdict]) -> None:
        """Keep verdicts."""
        self._now.add_verdicts(verdicts)
        self._spill()

    def add_own_findings(self, found: Iterable[OwnFindings]) -> None:
        """Keep that rules for one article have found something in these."""
        self._now.add_own_findings(found)

    def _spill(self) -> None:
        """Move to disk where there is too much for memory; not while groups are read."""
        if self._small is not None and self._small.size > self._max_rows and not self._reading:
            large = self._make_large()
            self._small.move(large)
            self._small, self._now = None, large

    def groups(self, stage: int, stream: int) -> Iterator[EvidenceGroup]:
        """Yield the groups."""
        self._spill()
        self._reading = True
        yield from self._now.groups(stage, stream)
        self._reading = False

    def results(self, articles: Collection[int]) -> dict[int, ArticleVerdicts]:
        """Return what was decided about those of these articles that have verdicts."""
        return self._now.results(articles)

    def all_results(self) -> Iterator[ArticleVerdicts]:
        """Yield what was decided about each article that has verdicts."""
        return self._now.all_results()

    def decided(self) -> int:
        """Return how many articles have verdicts."""
        return self._now.decided()

    def close(self) -> None:
        """Give back what was taken."""
        self._now.close()
