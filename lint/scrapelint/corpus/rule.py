"""Rules across articles: what no single article shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from scrapelint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scrapelint.corpus.evidence import Evidence, Group, Verdict
    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding


class Together(NamedTuple):
    """One article of an example."""

    text: str
    fields: Mapping[str, Any] = {}
    filename: str = ""
    """The article's number in the example where empty."""


class BadTogether(NamedTuple):
    """Articles of which the rule has to report some, and in them exactly the ⟦marks⟧."""

    articles: tuple[Together, ...]
    reported: tuple[int, ...]
    """Which of them, counted from 1."""
    settings: Mapping[str, Any] = {}


class GoodTogether(NamedTuple):
    """Articles of which the rule must not report any."""

    articles: tuple[Together, ...]
    why: str = ""
    settings: Mapping[str, Any] = {}


class Relation:
    """Evidence that several rules judge, worked out once for all of them, in steps.

    A step sees the evidence of one key and makes evidence for later steps: so two articles that share a passage
    become a pair, and the pairs of an article come together. Both methods are pure, and what they give does
    not depend on the order of the articles.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    """Goes up when what `emit` gives changes: an index of an earlier version is then of no use."""
    stages: ClassVar[int]
    """How many steps there are before rules judge."""

    def emit(self, doc: Document) -> Iterable[Evidence]:
        """Yield what one article gives to any step, or to the rules."""
        raise NotImplementedError

    def join(self, stage: int, group: Group) -> Iterable[Evidence]:
        """Yield what the evidence of one key in one step gives to later steps; each has to name its article."""
        raise NotImplementedError


class CorpusRule(Rule):
    """A rule that compares articles, in three pure steps: emit, judge, report."""

    relation: ClassVar[type[Relation] | None] = None
    """What the rule judges instead of evidence of its own."""
    version: ClassVar[int] = 1
    """Goes up when what `emit` gives changes."""
    examples: ClassVar[tuple[BadTogether | GoodTogether, ...]] = ()

    def emit(self, doc: Document) -> Iterable[Evidence]:  # noqa: ARG002
        """Yield the evidence of one article; none where the rule judges a relation."""
        return ()

    def tally(self, doc: Document) -> Iterable[int]:  # noqa: ARG002
        """Yield the keys under which the article is counted, for rules that ask for a share."""
        return ()

    def judge(self, group: Group) -> Iterable[Verdict]:
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
