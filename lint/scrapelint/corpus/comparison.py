"""Rules across articles at work: from articles to evidence, stage by stage to verdicts, and back to findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.config.per_site import NO_SITE_IGNORES
from scrapelint.corpus.evidence import Evidence, Group, Verdict
from scrapelint.corpus.rows import ArticleEvidence, Counted, RuleVerdict
from scrapelint.corpus.rule import CorpusRule, Relation
from scrapelint.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from scrapelint.config.per_site import SiteIgnores
    from scrapelint.corpus.codecs import Codec
    from scrapelint.corpus.rows import EvidenceGroup, EvidenceRow
    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding


class Stream(NamedTuple):
    """One source of evidence and the rules that judge it."""

    name: str
    source: Relation | CorpusRule[Any]
    rules: Sequence[CorpusRule[Any]]
    codecs: Mapping[int, Codec[Any]]
    """Of the rows of each stage."""
    encoders: Mapping[int, Callable[[Any], str]]
    last: int
    """The stage in which the rules judge."""

    @property
    def label(self) -> str:
        """Name and version, by which an index knows the stream."""
        return f"{self.name}/{self.source.version}"

    def group(self, stage: int, kept: EvidenceGroup) -> Group[Any]:
        """Return a group as rules see it, its rows read."""
        decode = self.codecs[stage].decode
        found = [
            Evidence(kept.key, decode(written), count_key, stage, article, total)
            for article, written, count_key, total in kept.rows
        ]
        return Group(kept.key, found, kept.size)


class Comparison:
    """Configured rules across articles; knows neither files nor where evidence is kept."""

    def __init__(self, rules: Iterable[CorpusRule[Any]], ignores: SiteIgnores = NO_SITE_IGNORES) -> None:
        """Take the rules of the run, and what is not reported where; rules of one relation share its evidence."""
        self._ignores = ignores
        self.rules: Sequence[CorpusRule[Any]] = tuple(sorted(rules, key=lambda rule: rule.code))
        self.streams: Sequence[Stream] = tuple(_streams(self.rules))
        self.stages = range(max((stream.last for stream in self.streams), default=-1) + 1)

    def emit(self, doc: Document) -> ArticleEvidence:
        """Return the evidence of one article; raises RuleError where a rule raises anything."""
        noted = ArticleEvidence.of(doc.number)
        for number, stream in enumerate(self.streams):
            source = stream.source
            try:
                noted.put(number, list(source.emit(doc)), stream.encoders)
                if isinstance(source, CorpusRule):
                    noted.counted.extend([Counted(number, key, doc.number) for key in source.tally(doc)])
            except Exception as error:
                raise _fault(stream.name, doc.article.filename or doc.article.id, error) from error
        return noted

    def is_judged(self, stage: int, stream: int) -> bool:
        """Tell whether rules judge the groups of a stage; those of others are joined."""
        return stage == self.streams[stream].last

    def join(self, stage: int, stream: int, kept: EvidenceGroup) -> Iterator[EvidenceRow]:
        """Yield what a group gives to later stages."""
        at = self.streams[stream]
        if not isinstance(at.source, Relation):
            return
        try:
            for made in at.source.join(stage, at.group(stage, kept)):
                written = at.encoders[made.stage](made.row)
                yield made.stage, stream, made.key, made.article, made.count_key, written
        except Exception as error:
            raise _fault(at.name, f"evidence under {kept.key}", error) from error

    def judge(self, stream: int, kept: EvidenceGroup) -> Iterator[RuleVerdict]:
        """Yield what a group of the last stage comes to."""
        at = self.streams[stream]
        try:
            group = at.group(at.last, kept)
            for rule in at.rules:
                for verdict in rule.judge(group):
                    yield RuleVerdict(verdict.article, self.rules.index(rule), verdict.written())
        except Exception as error:
            raise _fault(at.name, f"evidence under {kept.key}", error) from error

    def report(self, doc: Document, verdicts: Iterable[RuleVerdict]) -> list[Finding]:
        """Return the findings of an article's verdicts, each once, ordered by rule and text."""
        found = sorted({(verdict.rule, verdict.written) for verdict in verdicts})
        ignored = self._ignores.of(doc.article)
        known = ((self.rules[place], Verdict.read(doc.number, written)) for place, written in found)
        reported = ((rule, verdict) for rule, verdict in known if rule.code not in ignored)
        return [rule.measured(rule.report(doc, verdict), doc.language) for rule, verdict in reported]


def _streams(rules: Sequence[CorpusRule[Any]]) -> Iterator[Stream]:
    relations: dict[type[Relation], list[CorpusRule[Any]]] = {}
    for rule in rules:
        if rule.relation is None:
            yield _stream(rule.code, rule, (rule,), {0: rule.codec})
        else:
            relations.setdefault(rule.relation, []).append(rule)
    for relation, judges in relations.items():
        yield _stream(relation.name, relation(), tuple(judges), relation.codecs)


def _stream(
    name: str,
    source: Relation | CorpusRule[Any],
    rules: Sequence[CorpusRule[Any]],
    codecs: Mapping[int, Codec[Any]],
) -> Stream:
    return Stream(name, source, rules, codecs, {stage: codec.encode for stage, codec in codecs.items()}, max(codecs))


def _fault(name: str, where: str, error: Exception) -> RuleError:
    return RuleError(f"{where}: {name} failed: {type(error).__name__}: {error}")
