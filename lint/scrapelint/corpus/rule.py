"""Rules across articles: what no single article shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from scrapelint.corpus.codecs import Nothing
from scrapelint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scrapelint.corpus.codecs import Codec
    from scrapelint.corpus.evidence import Evidence, Group, Verdict
    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding


R = TypeVar("R")


class ExampleArticle(NamedTuple):
    """One article of an example."""

    text: str
    fields: Mapping[str, Any] = {}
    filename: str = ""
    """The article's number in the example where empty."""


class BadCorpus(NamedTuple):
    """Articles of which the rule has to report some, and in them exactly the ⟦marks⟧."""

    articles: tuple[ExampleArticle, ...]
    reported: tuple[int, ...]
    """Which of them, counted from 1."""
    settings: Mapping[str, Any] = {}


class GoodCorpus(NamedTuple):
    """Articles of which the rule must not report any."""

    articles: tuple[ExampleArticle, ...]
    why: str = ""
    settings: Mapping[str, Any] = {}


class Relation:
    """Evidence that several rules judge, worked out once for all of them, in stages.

    A stage sees the evidence of one key and makes evidence for later stages: so two articles that share a passage
    become a pair, and the pairs of an article come together. Both methods are pure, and what they give does
    not depend on the order of the articles.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    """Goes up when what `emit` gives changes: an index of an earlier version is then of no use."""
    codecs: ClassVar[Mapping[int, Codec[Any]]]
    """By stage, from 0, how its rows are written; in the last one the rules judge."""

    def emit(self, doc: Document) -> Iterable[Evidence[Any]]:
        """Yield what one article gives to any stage."""
        raise NotImplementedError

    def join(self, stage: int, group: Group[Any]) -> Iterable[Evidence[Any]]:
        """Yield what the evidence of one key in one stage gives to later ones; each has to name its article."""
        raise NotImplementedError


class CorpusRule(Rule, Generic[R]):
    """A rule that compares articles, in three pure steps: emit, judge, report.

    It says of what kind its rows are: `CorpusRule[Title]`; those of one that notes no more than a key are None.
    """

    relation: ClassVar[type[Relation] | None] = None
    """What the rule judges instead of evidence of its own."""
    codec: ClassVar[Codec[Any]] = Nothing()
    """How the rows of evidence of its own are written."""
    version: ClassVar[int] = 1
    """Goes up when what `emit` gives changes, or how it is written."""
    examples: ClassVar[tuple[BadCorpus | GoodCorpus, ...]] = ()

    def emit(self, doc: Document) -> Iterable[Evidence[R]]:  # noqa: ARG002
        """Yield the evidence of one article; none where the rule judges a relation."""
        return ()

    def tally(self, doc: Document) -> Iterable[int]:  # noqa: ARG002
        """Yield the keys under which the article is counted, for rules that ask for a share."""
        return ()

    def judge(self, group: Group[R]) -> Iterable[Verdict]:
        """Yield what all evidence of one key comes to."""
        raise NotImplementedError

    def report(self, doc: Document, verdict: Verdict) -> Finding:
        """Return the finding of a verdict, with what it shows of its article's text."""
        return self.stated(doc, verdict)

    def stated(self, doc: Document, verdict: Verdict, **more: Any) -> Finding:
        """Return the finding of a verdict; `more` goes to `finding`."""
        evidence = dict(verdict.evidence)
        if verdict.passage:
            evidence["passage"] = " ".join(doc.text[slice(*verdict.passage)].split())
        made = self.finding(
            verdict.message, verdict.span, confidence=verdict.confidence, evidence=evidence, field=verdict.field,
            at_most=verdict.at_most, **more,
        )  # fmt: skip
        return made._replace(related=verdict.related)
