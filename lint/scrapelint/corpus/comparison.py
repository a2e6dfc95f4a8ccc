"""Rules across articles at work: from articles to evidence, step by step to verdicts, and back to findings."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.corpus.evidence import Evidence, Verdict
from scrapelint.corpus.rule import CorpusRule, Relation
from scrapelint.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.corpus.evidence import Group
    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding

COUNT = -1
"""The stage of a row that counts its article under its key."""
VERDICT = 100
"""The stage of a verdict: its key is its article, its stream the place of the rule."""
SEEN = 101
"""The stage of an article in which rules for one article have found something; its key is the article."""


Row = tuple[int, int, int, int, int, str]
"""Evidence as it is stored and sent: stage, stream, key, article, of, data.

A plain tuple: named ones take three times as long to make.
"""


class Noted(NamedTuple):
    """The evidence of one article, by column: some sixty rows, which take several times as long to make and to send."""

    article: int
    stages: list[int]
    streams: list[int]
    keys: list[int]
    ofs: list[int]
    data: list[str]

    def rows(self) -> Iterator[Row]:
        """Yield it row by row."""
        return zip(self.stages, self.streams, self.keys, repeat(self.article), self.ofs, self.data, strict=False)

    def put(self, stream: int, found: Sequence[Evidence]) -> None:
        """Add what one stream gives."""
        self.stages.extend([evidence.stage for evidence in found])
        self.streams.extend([stream] * len(found))
        self.keys.extend([evidence.key for evidence in found])
        self.ofs.extend([evidence.of for evidence in found])
        self.data.extend([evidence.data for evidence in found])


class Stream(NamedTuple):
    """One source of evidence and the rules that judge it."""

    name: str
    source: Relation | CorpusRule
    rules: Sequence[CorpusRule]
    last: int
    """The stage in which the rules judge."""

    @property
    def label(self) -> str:
        """Name and version, by which an index knows the stream."""
        return f"{self.name}/{self.source.version}"


class Comparison:
    """Configured rules across articles; knows neither files nor where evidence is kept."""

    def __init__(self, rules: Iterable[CorpusRule]) -> None:
        """Take the rules of the run; rules of one relation share its evidence."""
        self.rules: Sequence[CorpusRule] = tuple(sorted(rules, key=lambda rule: rule.code))
        self.streams: Sequence[Stream] = tuple(_streams(self.rules))
        self.stages = range(max((stream.last for stream in self.streams), default=-1) + 1)

    def emit(self, doc: Document) -> Noted:
        """Return the evidence of one article; raises RuleError where a rule raises anything."""
        noted = Noted(doc.number, [], [], [], [], [])
        for number, stream in enumerate(self.streams):
            source = stream.source
            try:
                noted.put(number, list(source.emit(doc)))
                if isinstance(source, CorpusRule):
                    noted.put(number, [Evidence(key, stage=COUNT) for key in source.tally(doc)])
            except Exception as error:
                raise _fault(stream.name, doc.article.filename or doc.article.id, error) from error
        return noted

    def judge(self, stage: int, stream: int, group: Group) -> Iterator[Row]:
        """Yield what a group comes to: evidence for later stages, or verdicts."""
        at = self.streams[stream]
        try:
            if stage < at.last and isinstance(at.source, Relation):
                for made in at.source.join(stage, group):
                    yield made.stage, stream, made.key, made.article, made.of, made.data
                return
            for rule in at.rules:
                for verdict in rule.judge(group):
                    place = self.rules.index(rule)
                    yield VERDICT, place, verdict.article, verdict.article, 0, verdict.written()
        except Exception as error:
            raise _fault(at.name, f"evidence under {group.key}", error) from error

    def report(self, doc: Document, rows: Iterable[Row]) -> list[Finding]:
        """Return the findings of an article's verdicts, each once, ordered by rule and text."""
        found = sorted({(place, data) for stage, place, _, _, _, data in rows if stage == VERDICT})
        reported = ((self.rules[place], Verdict.read(doc.number, written)) for place, written in found)
        return [rule.measured(rule.report(doc, verdict), doc.language) for rule, verdict in reported]


def _streams(rules: Sequence[CorpusRule]) -> Iterator[Stream]:
    relations: dict[type[Relation], list[CorpusRule]] = {}
    for rule in rules:
        if rule.relation is None:
            yield Stream(rule.code, rule, (rule,), 0)
        else:
            relations.setdefault(rule.relation, []).append(rule)
    for relation, judges in relations.items():
        yield Stream(relation.name, relation(), tuple(judges), relation.stages)


def _fault(name: str, where: str, error: Exception) -> RuleError:
    return RuleError(f"{where}: {name} failed: {type(error).__name__}: {error}")
