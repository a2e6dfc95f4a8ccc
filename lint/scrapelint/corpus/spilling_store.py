"""Evidence by key: in memory as long as there is little, then on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.corpus.groups import MemoryGroups

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from scrapelint.corpus.comparison import Noted, Row
    from scrapelint.corpus.evidence import Group
    from scrapelint.corpus.groups import Groups

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

    def add(self, rows: Iterable[Row]) -> None:
        """Keep these rows."""
        self._now.add(rows)
        if not self._reading:
            self._spill()

    def take(self, noted: Noted) -> None:
        """Keep the evidence of an article."""
        self._now.take(noted)
        self._spill()

    def _spill(self) -> None:
        """Move to disk where there is too much for memory; not while groups are read."""
        if self._small is not None and self._small.size > self._max_rows:
            large = self._make_large()
            large.add(self._small.rows())
            self._small, self._now = None, large

    def groups(self, stage: int, stream: int) -> Iterator[Group]:
        """Yield the groups."""
        self._spill()
        self._reading = True
        yield from self._now.groups(stage, stream)
        self._reading = False

    def results(self, articles: Collection[int]) -> dict[int, list[Row]]:
        """Return the rows of stages VERDICT and SEEN of these articles, by article."""
        return self._now.results(articles)

    def verdicts(self) -> int:
        """Return how many articles have verdicts."""
        return self._now.verdicts()

    def close(self) -> None:
        """Give back what was taken."""
        self._now.close()
