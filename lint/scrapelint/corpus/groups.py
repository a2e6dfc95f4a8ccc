"""Evidence by key, and how it comes to verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from scrapelint.corpus.comparison import COUNT, SEEN, VERDICT
from scrapelint.corpus.evidence import MAX_GROUP, Evidence, Group

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from scrapelint.corpus.comparison import Comparison, Noted, Row


class Groups(Protocol):
    """Where evidence is kept and grouped; every one gives the same groups, whatever the order of the rows."""

    def add(self, rows: Iterable[Row]) -> None:
        """Keep these rows."""

    def take(self, noted: Noted) -> None:
        """Keep the evidence of an article."""

    def groups(self, stage: int, stream: int) -> Iterator[Group]:
        """Yield the groups; rows of later stages may be added meanwhile.

        In the first stage nearly all keys stand alone, and are left out: there is nothing to compare.
        """

    def results(self, articles: Collection[int]) -> dict[int, list[Row]]:
        """Return the rows of stages VERDICT and SEEN of these articles, by article."""

    def verdicts(self) -> int:
        """Return how many articles have verdicts."""

    def close(self) -> None:
        """Give back what was taken."""


def judge(groups: Groups, comparison: Comparison) -> None:
    """Bring the evidence to verdicts, step by step; raises RuleError."""
    for stage in comparison.stages:
        for number in range(len(comparison.streams)):
            for group in groups.groups(stage, number):
                groups.add(comparison.judge(stage, number, group))


class MemoryGroups:
    """Groups in dictionaries."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._rows: dict[tuple[int, int], dict[int, list[Row]]] = {}
        self._unseen: dict[tuple[int, int, int], int] = {}
        self.size = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Keep these rows."""
        for row in rows:
            self._rows.setdefault(row[:2], {}).setdefault(row[2], []).append(row)
            self.size += 1

    def take(self, noted: Noted) -> None:
        """Keep the evidence of an article."""
        self.add(noted.rows())

    def add_unseen(self, stage: int, stream: int, key: int, number: int) -> None:
        """Count rows of a key that are not kept."""
        self._unseen[stage, stream, key] = number

    def keys(self, stage: int, stream: int) -> Collection[int]:
        """Return the keys of a stage and stream."""
        return tuple(self._rows.get((stage, stream), ()))

    def groups(self, stage: int, stream: int) -> Iterator[Group]:
        """Yield the groups."""
        for key, rows in self._rows.get((stage, stream), {}).items():
            if len(rows) > 1 or stage:
                ordered = sorted((article, data, of) for _, _, _, article, of, data in rows)[:MAX_GROUP]
                found = [
                    Evidence(key, data, of, stage, article, self._size(COUNT, stream, of))
                    for article, data, of in ordered
                ]
                yield Group(key, found, self._size(stage, stream, key))

    def _size(self, stage: int, stream: int, key: int) -> int:
        return len(self._rows.get((stage, stream), {}).get(key, ())) + self._unseen.get((stage, stream, key), 0)

    def results(self, articles: Collection[int]) -> dict[int, list[Row]]:
        """Return the rows of stages VERDICT and SEEN of these articles, by article."""
        tables = [rows for (stage, _), rows in self._rows.items() if stage in (VERDICT, SEEN)]
        found = {article: [row for table in tables for row in table.get(article, ())] for article in articles}
        return {article: rows for article, rows in found.items() if rows}

    def verdicts(self) -> int:
        """Return how many articles have verdicts."""
        return len(set().union(*(rows for (stage, _), rows in self._rows.items() if stage == VERDICT)))

    def rows(self) -> Iterator[Row]:
        """Yield all that is kept."""
        return (row for table in self._rows.values() for rows in table.values() for row in rows)

    def close(self) -> None:
        """Forget everything."""
        self._rows = {}
