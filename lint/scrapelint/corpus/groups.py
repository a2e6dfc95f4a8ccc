"""Evidence by key, and how it comes to verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.corpus.rows import ArticleVerdicts, EvidenceGroup, OwnFindings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.rows import ArticleEvidence, Counted, EvidenceRow, RuleVerdict


class Groups(Protocol):
    """Where evidence is kept and grouped; every one gives the same groups, whatever the order of the rows."""

    def take(self, noted: ArticleEvidence) -> None:
        """Keep the evidence of an article, and under which keys it is counted."""

    def add(self, rows: Iterable[EvidenceRow]) -> None:
        """Keep evidence."""

    def add_counted(self, counted: Iterable[Counted]) -> None:
        """Count articles."""

    def add_verdicts(self, verdicts: Iterable[RuleVerdict]) -> None:
        """Keep verdicts."""

    def add_own_findings(self, found: Iterable[OwnFindings]) -> None:
        """Keep that rules for one article have found something in these."""

    def groups(self, stage: int, stream: int) -> Iterator[EvidenceGroup]:
        """Yield the groups; evidence for later stages, and verdicts, may come meanwhile.

        In the first stage nearly all keys have one article only, and are left out: there is nothing to compare.
        """

    def results(self, articles: Collection[int]) -> dict[int, ArticleVerdicts]:
        """Return what was decided about those of these articles that have verdicts."""

    def all_results(self) -> Iterator[ArticleVerdicts]:
        """Yield what was decided about each article that has verdicts."""

    def decided(self) -> int:
        """Return how many articles have verdicts."""

    def close(self) -> None:
        """Give back what was taken."""


def judge(groups: Groups, comparison: Comparison) -> None:
    """Bring the evidence to verdicts, stage by stage; raises RuleError."""
    for stage in comparison.stages:
        for number in range(len(comparison.streams)):
            for group in groups.groups(stage, number):
                if comparison.is_judged(stage, number):
                    groups.add_verdicts(comparison.judge(number, group))
                else:
                    groups.add(comparison.join(stage, number, group))


class MemoryGroups:
    """Groups in dictionaries."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._rows: dict[tuple[int, int], dict[int, list[EvidenceRow]]] = {}
        self._counted: dict[int, dict[int, list[Counted]]] = {}
        self._verdicts: dict[int, list[RuleVerdict]] = {}
        self._own_findings: dict[int, int] = {}
        self._unseen: dict[tuple[int, int, int], int] = {}
        self._counted_elsewhere: dict[tuple[int, int], int] = {}
        self.size = 0

    def take(self, noted: ArticleEvidence) -> None:
        """Keep the evidence of an article, and under which keys it is counted."""
        self.add(noted.by_row())
        self.add_counted(noted.counted)

    def add(self, rows: Iterable[EvidenceRow]) -> None:
        """Keep evidence."""
        for row in rows:
            self._rows.setdefault(row[:2], {}).setdefault(row[2], []).append(row)
            self.size += 1

    def add_counted(self, counted: Iterable[Counted]) -> None:
        """Count articles."""
        for one in counted:
            self._counted.setdefault(one.stream, {}).setdefault(one.key, []).append(one)
            self.size += 1

    def add_verdicts(self, verdicts: Iterable[RuleVerdict]) -> None:
        """Keep verdicts."""
        for verdict in verdicts:
            self._verdicts.setdefault(verdict.article, []).append(verdict)
            self.size += 1

    def add_own_findings(self, found: Iterable[OwnFindings]) -> None:
        """Keep that rules for one article have found something in these."""
        self._own_findings.update(found)

    def add_unseen(self, stage: int, stream: int, key: int, number: int) -> None:
        """Take evidence under a key into its number that is not kept."""
        self._unseen[stage, stream, key] = number

    def add_counted_elsewhere(self, stream: int, key: int, number: int) -> None:
        """Take articles into the number of a key that are not of the run."""
        self._counted_elsewhere[stream, key] = number

    def keys(self, stage: int, stream: int) -> Collection[int]:
        """Return the keys of a stage and stream."""
        return tuple(self._rows.get((stage, stream), ()))

    def count_keys(self, stream: int) -> Collection[int]:
        """Return the keys under which articles are counted for a stream."""
        return tuple(self._counted.get(stream, ()))

    def groups(self, stage: int, stream: int) -> Iterator[EvidenceGroup]:
        """Yield the groups."""
        for key, rows in self._rows.get((stage, stream), {}).items():
            if len(rows) > 1 or stage:
                ordered = sorted((article, written, count_key) for _, _, _, article, count_key, written in rows)
                found = [
                    (article, written, count_key, self._total(stream, count_key))
                    for article, written, count_key in ordered[:MAX_GROUP]
                ]
                yield EvidenceGroup(key, found, len(rows) + self._unseen.get((stage, stream, key), 0))

    def _total(self, stream: int, key: int) -> int:
        here = self._counted.get(stream, {}).get(key, ())
        return len(here) + self._counted_elsewhere.get((stream, key), 0)

    def results(self, articles: Collection[int]) -> dict[int, ArticleVerdicts]:
        """Return what was decided about those of these articles that have verdicts."""
        found = ((article, self._verdicts.get(article)) for article in articles)
        return {article: ArticleVerdicts(known, self._own_findings.get(article)) for article, known in found if known}

    def all_results(self) -> Iterator[ArticleVerdicts]:
        """Yield what was decided about each article that has verdicts."""
        yield from self.results(self._verdicts).values()

    def add_results(self, found: ArticleVerdicts) -> None:
        """Take what was decided about an article."""
        self.add_verdicts(found.verdicts)
        if found.worst_before is not None:
            self.add_own_findings([OwnFindings(found.verdicts[0].article, found.worst_before)])

    def decided(self) -> int:
        """Return how many articles have verdicts."""
        return len(self._verdicts)

    def move(self, to: Groups) -> None:
        """Have others keep what is kept here."""
        to.add(row for table in self._rows.values() for rows in table.values() for row in rows)
        to.add_counted(one for keys in self._counted.values() for counted in keys.values() for one in counted)
        to.add_verdicts(verdict for verdicts in self._verdicts.values() for verdict in verdicts)
        to.add_own_findings(map(OwnFindings._make, self._own_findings.items()))

    def close(self) -> None:
        """Forget everything."""
        self._rows = {}
