"""What of an article is kept until all are read: values as they are stored and sent, one class for each kind."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from scrapelint.corpus.evidence import Evidence

EvidenceRow = tuple[int, int, int, int, int, str]
"""One evidence: stage, stream, key, article, key of its count, row as written.

A plain tuple, as are those of a group: an article has some sixty, and named ones take three times as long to make.
"""
GroupRow = tuple[int, str, int, int]
"""One evidence of a group: article, row as written, key of its count, how many articles are counted under that."""


class EvidenceGroup(NamedTuple):
    """A group as it is kept; the comparison reads its rows."""

    key: int
    rows: Sequence[GroupRow]
    """In order, at most MAX_GROUP."""
    size: int


class Counted(NamedTuple):
    """That an article is counted under a key, for rules that ask for a share."""

    stream: int
    key: int
    article: int


class RuleVerdict(NamedTuple):
    """What a rule decided about an article."""

    article: int
    rule: int
    """The place of the rule in the comparison."""
    written: str
    """The verdict, as it writes itself."""


class OwnFindings(NamedTuple):
    """That rules for one article have found something in it."""

    article: int
    worst: int
    """Severity of the worst finding."""


class ArticleVerdicts(NamedTuple):
    """What all rules decided about an article."""

    verdicts: Sequence[RuleVerdict]
    worst_before: int | None = None
    """Severity of the worst that rules for one article have found in it; None for nothing."""


class ArticleEvidence(NamedTuple):
    """The evidence of one article, by column: row by row it would take several times as long to make and to send."""

    article: int
    stages: list[int]
    streams: list[int]
    keys: list[int]
    count_keys: list[int]
    rows: list[str]
    counted: list[Counted]

    @classmethod
    def of(cls, article: int) -> ArticleEvidence:
        """Return that of an article of which nothing is noted yet."""
        return cls(article, [], [], [], [], [], [])

    def put(self, stream: int, found: Sequence[Evidence[Any]], encoders: Mapping[int, Callable[[Any], str]]) -> None:
        """Add what one stream gives, its rows written by the encoders of their stages."""
        if not found:
            return
        keys, rows, count_keys, stages, _, _ = zip(*found, strict=True)
        self.stages.extend(stages)
        self.streams.extend([stream] * len(found))
        self.keys.extend(keys)
        self.count_keys.extend(count_keys)
        self.rows.extend([encoders[stage](row) for stage, row in zip(stages, rows, strict=True)])

    def by_row(self) -> Iterator[EvidenceRow]:
        """Yield it evidence by evidence."""
        return zip(self.stages, self.streams, self.keys, repeat(self.article), self.count_keys, self.rows, strict=False)
