"""The examples of rules and packs as tests, for every plugin author.

>>> import river_rules
>>> examples = PluginExamples(river_rules)
>>> for case in examples.cases:  # or, with pytest, `@pytest.mark.parametrize("case", examples.cases, ids=str)`
...     examples.check(case)
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.article import Article
from scrapelint.corpus.comparison import Comparison
from scrapelint.corpus.groups import MemoryGroups, judge
from scrapelint.corpus.rule import BadCorpus, CorpusRule
from scrapelint.engine.document import Document
from scrapelint.engine.linter import Linter
from scrapelint.finding import Finding, Span
from scrapelint.fixes.edits import apply
from scrapelint.packs.cache import phrases_of
from scrapelint.packs.files import compiled, load
from scrapelint.packs.matcher import NO_PHRASES, Matcher
from scrapelint.rule import Bad, DocumentRule, Good
from scrapelint.selection.registry import discover, pack_files, rules_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    from scrapelint.corpus.rule import GoodCorpus
    from scrapelint.packs.files import Pack
    from scrapelint.packs.matcher import Phrases

_MARK = re.compile("[⟦⟧]")


class ExampleCase(NamedTuple):
    """One example of one rule."""

    rule: type[DocumentRule]
    example: Bad | Good
    number: int

    @property
    def id(self) -> str:
        """Code, kind and number, as a test's id."""
        return f"{self.rule.code}-{type(self.example).__name__.lower()}-{self.number}"

    def __str__(self) -> str:
        """Return the id."""
        return self.id


def cases_of(rules: Iterable[type[DocumentRule]]) -> Iterator[ExampleCase]:
    """Yield the examples of these rules."""
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            yield ExampleCase(rule, example, number)


def unmarked(text: str) -> tuple[str, list[Span]]:
    """Return an example's text without its ⟦marks⟧, and the spans that they marked."""
    spans, start = [], 0
    for shift, mark in enumerate(_MARK.finditer(text)):
        if mark.group() == "⟦":
            start = mark.start() - shift
        else:
            spans.append(Span(start, mark.start() - shift))
    return _MARK.sub("", text), spans


def check_example(case: ExampleCase, phrases: Phrases = NO_PHRASES) -> None:
    """Raise AssertionError, saying what differs, where a rule does not do what its example says."""
    text, spans = unmarked(case.example.text)
    linter = _linter(case, phrases)
    found = linter.check(Article(text, id="example", fields=dict(case.example.fields)))
    if isinstance(case.example, Good):
        assert not found, f"{case.id} must not be reported: {_shown(found, text)}"
        return
    expected_field = case.example.field
    assert found, f"{case.id}: nothing reported in {text!r}"
    assert {f.field for f in found} == {expected_field}, f"{case.id}: reported {_shown(found, text)}"
    if expected_field == "text" and (spans or any(f.span for f in found)):
        reported = sorted({f.span for f in found if f.span})
        assert reported == sorted(spans), f"{case.id}: reported {_shown(found, text)}, not the marks {spans}"
    if case.example.fixed is not None:
        value = text if expected_field == "text" else str(case.example.fields.get(expected_field, ""))
        mended = apply(value, [f.fix for f in found if f.fix])
        assert mended == case.example.fixed, f"{case.id}: mended to {mended!r}"


def _linter(case: ExampleCase, phrases: Phrases) -> Linter:
    """Return a linter of one rule, kept for its next example: an automaton takes longer than an example."""
    key = case.rule, repr(sorted(case.example.settings.items()))
    known = _linters.get(key)
    if known is None or known[0] is not phrases:
        known = _linters[key] = (phrases, Linter([case.rule(settings=case.example.settings)], phrases))
    return known[1]


_linters: dict[tuple[type[DocumentRule], str], tuple[Phrases, Linter]] = {}


def _shown(found: Iterable[Finding], text: str) -> list[tuple[str, str, object]]:
    return [(f.code, text[f.span.start : f.span.end] if f.span else f.field, f.span) for f in found]


class CorpusCase(NamedTuple):
    """One example of one rule across articles."""

    rule: type[CorpusRule[Any]]
    example: BadCorpus | GoodCorpus
    number: int

    @property
    def id(self) -> str:
        """Code, kind and number, as a test's id."""
        kind = "bad" if isinstance(self.example, BadCorpus) else "good"
        return f"{self.rule.code}-{kind}-{self.number}"

    def __str__(self) -> str:
        """Return the id."""
        return self.id


def corpus_cases(rules: Iterable[type[CorpusRule[Any]]]) -> Iterator[CorpusCase]:
    """Yield the examples of these rules across articles."""
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            yield CorpusCase(rule, example, number)


def corpus_findings(case: CorpusCase, order: Sequence[int] = ()) -> dict[int, list[Finding]]:
    """Return what a rule finds in each article of an example, by its number from 1; they come in any `order`."""
    comparison = Comparison([case.rule(settings=case.example.settings)])
    linter, groups = Linter(()), MemoryGroups()
    docs = {
        number: linter.document(
            Article(unmarked(one.text)[0], str(number), one.filename or f"{number}.txt", fields=dict(one.fields))
        )
        for number, one in enumerate(case.example.articles, 1)
    }
    for number in order or docs:
        groups.take(comparison.emit(docs[number]))
    judge(groups, comparison)
    results = groups.results([doc.number for doc in docs.values()])
    return {n: comparison.report(doc, results[doc.number].verdicts) for n, doc in docs.items() if doc.number in results}


def check_corpus_example(case: CorpusCase) -> None:
    """Raise AssertionError, saying what differs, where a rule does not do what its example says."""
    found = corpus_findings(case)
    wanted = sorted(case.example.reported) if isinstance(case.example, BadCorpus) else []
    shown = {number: [(f.code, f.message, f.span) for f in findings] for number, findings in found.items()}
    assert sorted(found) == wanted, f"{case.id}: reported {shown}, not {wanted}"
    for number, findings in found.items():
        spans = unmarked(case.example.articles[number - 1].text)[1]
        reported = sorted(f.span for f in findings if f.span)
        assert reported == sorted(spans), f"{case.id}: reported {shown[number]}, not the marks {spans}"
    backwards = corpus_findings(case, range(len(case.example.articles), 0, -1))
    assert backwards == found, f"{case.id}: depends on the order of the articles: {shown}"


class PackCase(NamedTuple):
    """One example of one pack."""

    concept: str
    language: str
    text: str
    hit: bool

    @property
    def id(self) -> str:
        """Concept, kind and language, as a test's id."""
        return f"{self.concept}-{'hit' if self.hit else 'miss'}-{self.language}"

    def __str__(self) -> str:
        """Return the id."""
        return self.id


def pack_cases(pack: Pack) -> Iterator[PackCase]:
    """Yield the examples of a pack."""
    for hit, examples in ((True, pack.examples.hits), (False, pack.examples.misses)):
        for language, texts in examples.items():
            for text in texts:
                yield PackCase(pack.concept, language, text, hit)


def check_pack_example(case: PackCase, matcher: Matcher) -> None:
    """Raise AssertionError where the matcher of a pack does not do what its example says."""
    doc = Document(Article(case.text), matcher)
    found = [hit.phrase for hit in doc.hits(case.concept)]
    assert bool(found) is case.hit, f"{case.id}: {case.text!r} hit {found}"


Case = ExampleCase | CorpusCase | PackCase


class PluginExamples:
    """The examples of all rules and packs of one plugin, to be checked one by one."""

    def __init__(self, plugin: ModuleType) -> None:
        """Read the packs of a plugin; raises PackError for one that is not valid."""
        self._plugin = plugin
        self._packs = [load(Path(path)) for path in pack_files(plugin)]

    @cached_property
    def cases(self) -> list[Case]:
        """All examples, first of the rules by code, then of the packs by name."""
        rules = rules_in(self._plugin)
        return [
            *cases_of(rule for rule in rules if issubclass(rule, DocumentRule)),
            *corpus_cases(rule for rule in rules if issubclass(rule, CorpusRule)),
            *(case for pack in self._packs for case in pack_cases(pack)),
        ]

    def check(self, case: Case) -> None:
        """Raise AssertionError, saying what differs: the spans, the field, the text after the fix, the phrases."""
        if isinstance(case, ExampleCase):
            check_example(case, self._phrases)
        elif isinstance(case, CorpusCase):
            check_corpus_example(case)
        else:
            check_pack_example(case, self._matchers[case.concept])

    @cached_property
    def _phrases(self) -> Phrases:
        """What a rule may name: the packs of the plugin, installed or not, and those of all plugins that are."""
        return phrases_of(sorted({*discover().pack_files, *pack_files(self._plugin)}))

    @cached_property
    def _matchers(self) -> dict[str, Matcher]:
        return {pack.concept: Matcher(compiled([pack])) for pack in self._packs}
