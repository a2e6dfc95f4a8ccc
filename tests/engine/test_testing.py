"""The helpers with which plugin authors test their examples."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

import pytest

from scrapelint.finding import Edit, Finding, Severity, Span
from scrapelint.packs.files import Pack, compiled
from scrapelint.packs.matcher import Matcher
from scrapelint.rule import Bad, DocumentRule, Good, Setting
from scrapelint.testing import (
    ExampleCase,
    PluginExamples,
    cases_of,
    check_example,
    check_pack_example,
    pack_cases,
    unmarked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scrapelint.engine.document import Document
    from scrapelint.testing import Case


class Word(DocumentRule):
    """A word that is not wanted, and a title of that word."""

    code, name, severity, fix = "TST001", "word", Severity.WARNING, "safe"
    unwanted: ClassVar[Setting[str]] = Setting("share", "the word")
    examples = (Bad("⟦share⟧ it"), Good("keep it"), Bad("", fields={"title": "share"}, field="title"))

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in re.finditer(self.unwanted, doc.text):
            yield self.finding(f'"{match.group()}"', match.span(), edits=[Edit(*match.span())], confidence=1.0)
        if doc.article.get("title") == self.unwanted:
            yield self.finding("title", field="title")


def check(example: Bad | Good) -> None:
    check_example(ExampleCase(Word, example, 1))


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("One.", "One.", []),
        ("⟦One⟧.", "One.", [Span(0, 3)]),
        ("a ⟦b⟧ c ⟦d⟧", "a b c d", [Span(2, 3), Span(6, 7)]),
        ("a⟦⟧b", "ab", [Span(1, 1)]),
    ],
)
def test_marks_are_spans(text: str, plain: str, spans: list[Span]) -> None:
    assert unmarked(text) == (plain, spans)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\x85", "\u2028"])
def test_message_is_one_line_whatever_names_are_in_it(break_: str) -> None:
    assert Word().finding(f"by Ann{break_}::error::Lee").message == "by Ann ::error::Lee"


def test_cases_are_known_by_code_kind_and_number() -> None:
    assert [case.id for case in cases_of([Word])] == ["TST001-bad-1", "TST001-good-2", "TST001-bad-3"]


class TestExample:
    @pytest.mark.parametrize(
        "example",
        [
            *Word.examples,
            Bad("⟦share⟧ and ⟦share⟧", fixed=" and "),
            Bad("⟦tweet⟧ share", settings={"unwanted": "tweet"}),
            Good("share", settings={"unwanted": "tweet"}),
            Good("share", settings={"unwanted": "a^"}, why="nothing matches"),
        ],
    )
    def test_true_example_passes(self, example: Bad | Good) -> None:
        check(example)

    @pytest.mark.parametrize(
        ("example", "message"),
        [
            pytest.param(Good("share it"), "must not be reported", id="good that is reported"),
            pytest.param(Bad("keep it"), "nothing reported", id="bad that is not reported"),
            pytest.param(Bad("share ⟦it⟧"), "not the marks", id="another place"),
            pytest.param(Bad("⟦share⟧ share"), "not the marks", id="one mark too few"),
            pytest.param(Bad("⟦share⟧ ⟦it⟧"), "not the marks", id="one mark too many"),
            pytest.param(Bad("share it"), "not the marks", id="no marks"),
            pytest.param(Bad("⟦share⟧ it", fixed="it"), "mended to ' it'", id="another fix"),
            pytest.param(Bad("⟦share⟧ it", field="title"), "reported", id="another field"),
        ],
    )
    def test_false_example_says_what_differs(self, example: Bad | Good, message: str) -> None:
        with pytest.raises(AssertionError) as raised:
            check(example)

        assert message in str(raised.value)


class TestPack:
    PACK = Pack.model_validate(
        {
            "concept": "party",
            "summary": "calls",
            "entries": [{"id": "call", "where": "line", "max_line_chars": 60, "phrases": {"en": ["call me"]}}],
            "examples": {
                "hits": {"en": ["Call me!", "They called."]},
                "misses": {"en": ["He said: call me", "call me"]},
            },
        }
    )

    def test_cases_are_known_by_concept_kind_and_language(self) -> None:
        assert {case.id for case in pack_cases(self.PACK)} == {"party-hit-en", "party-miss-en"}

    @pytest.mark.parametrize("number", [0, 2])
    def test_true_example_passes(self, number: int) -> None:
        check_pack_example(list(pack_cases(self.PACK))[number], Matcher(compiled([self.PACK])))

    @pytest.mark.parametrize("number", [1, 3])
    def test_false_example_says_what_was_hit(self, number: int) -> None:
        with pytest.raises(AssertionError, match="hit"):
            check_pack_example(list(pack_cases(self.PACK))[number], Matcher(compiled([self.PACK])))


PLUGIN_RULE = """
from scrapelint.plugin import Bad, BadCorpus, CorpusRule, Evidence, ExampleArticle, PhraseRule, Severity, Verdict, key_of

class Hotline(PhraseRule):
    code, name, severity, packs = "TST002", "hotline", Severity.WARNING, ("made-up-hotline",)
    examples = (Bad("Talks ended on Friday.\\n\\n⟦Call our hotline⟧"), Bad("⟦Talks ended⟧"))

class SameText(CorpusRule):
    code, name, severity = "TST003", "same-text", Severity.WARNING
    examples = (BadCorpus((ExampleArticle("a"), ExampleArticle("a")), reported=(1,)),)

    def emit(self, doc):
        yield Evidence(key_of(doc.text), None)

    def judge(self, group):
        for one in group.evidences:
            yield Verdict(one.article, "the same text", 0.9)
"""
PLUGIN_PACK = """
concept = "made-up-hotline"
summary = "A call to call."

[[entries]]
id = "call"
where = "line"
about = "asks to call"
max_line_chars = 60
phrases.en = ["call our hotline"]

[examples]
hits.en = ["Call our hotline", "Talks ended"]
misses.en = ["Talks ended on Friday."]
"""


def test_examples_of_a_plugin_are_those_of_its_rules_and_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made_up_plugin" / "packs").mkdir(parents=True)
    (tmp_path / "made_up_plugin" / "__init__.py").write_text("")
    (tmp_path / "made_up_plugin" / "hotline.py").write_text(PLUGIN_RULE)
    (tmp_path / "made_up_plugin" / "packs" / "made-up-hotline.toml").write_text(PLUGIN_PACK)
    monkeypatch.syspath_prepend(tmp_path)
    examples = PluginExamples(import_module("made_up_plugin"))

    assert {str(case): outcome(examples, case) for case in examples.cases} == {
        "TST002-bad-1": "",
        "TST002-bad-2": "TST002-bad-2: nothing reported in 'Talks ended'",
        "TST003-bad-1": "TST003-bad-1: reported",
        "made-up-hotline-hit-en": "made-up-hotline-hit-en: 'Talks ended' hit []",
        "made-up-hotline-miss-en": "",
    }


def outcome(examples: PluginExamples, case: Case) -> str:
    try:
        examples.check(case)
    except AssertionError as error:
        return str(error).partition(" {")[0]
    return ""
