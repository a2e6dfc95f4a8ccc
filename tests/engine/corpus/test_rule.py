"""The examples of every rule across articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from scrapelint.corpus.rule import BadCorpus, CorpusRule, ExampleArticle, GoodCorpus
from scrapelint.selection.registry import discover
from scrapelint.testing import CorpusCase, check_corpus_example, corpus_cases, corpus_findings

if TYPE_CHECKING:
    from scrapelint.finding import Finding

RULES = [rule for rule in discover().rules.values() if issubclass(rule, CorpusRule)]
CASES = list(corpus_cases(RULES))
FAMILIES = {"duplicates": "DUP", "sites": "SIT"}
CAPITALISED = re.compile("[A-Z][a-z]")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
each_bad = pytest.mark.parametrize(
    "case", [case for case in CASES if isinstance(case.example, BadCorpus)], ids=lambda case: case.id
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_rule_does_what_its_example_says_in_any_order(case: CorpusCase) -> None:
    check_corpus_example(case)


class TestDeclaration:
    @each_rule
    @pytest.mark.parametrize("kind", [BadCorpus, GoodCorpus])
    def test_rule_has_three_examples_of_each_kind(self, rule: type[CorpusRule], kind: type) -> None:
        assert sum(isinstance(example, kind) for example in rule.examples) >= 3

    @each_rule
    def test_code_is_of_the_family_of_its_folder(self, rule: type[CorpusRule]) -> None:
        assert rule.code[:3] == FAMILIES[rule.__module__.split(".")[1]]

    @each_rule
    def test_file_has_the_name_of_the_rule(self, rule: type[CorpusRule]) -> None:
        assert rule.__module__.rpartition(".")[2] == rule.name.replace("-", "_")

    @each_rule
    @pytest.mark.parametrize("part", ["Why it matters:", "What to do:"])
    def test_docstring_has(self, rule: type[CorpusRule], part: str) -> None:
        assert part in (rule.__doc__ or "")


class TestFindings:
    @pytest.fixture
    def findings(self, case: CorpusCase) -> list[Finding]:
        return [finding for findings in corpus_findings(case).values() for finding in findings]

    @each_bad
    def test_message_is_lower_case_without_full_stop(self, findings: list[Finding]) -> None:
        assert not {f.message for f in findings if f.message.endswith(".") or CAPITALISED.match(f.message)}

    @each_bad
    def test_evidence_says_why(self, findings: list[Finding]) -> None:
        assert all(finding.evidence for finding in findings)

    @each_bad
    def test_fix_is_of_the_kind_that_the_rule_declares(self, case: CorpusCase, findings: list[Finding]) -> None:
        assert all(bool(finding.fix) == (case.rule.fix == "unsafe") for finding in findings)


class TestChecker:
    RULE = next(rule for rule in RULES if rule.code == "DUP001")
    SAME = (ExampleArticle("The ferries sail."), ExampleArticle("the ferries sail"))

    def check(self, example: BadCorpus | GoodCorpus) -> None:
        check_corpus_example(CorpusCase(self.RULE, example, 1))

    def test_good_example_that_is_reported_fails(self) -> None:
        with pytest.raises(AssertionError, match="reported"):
            self.check(GoodCorpus(self.SAME))

    def test_bad_example_of_which_another_article_is_reported_fails(self) -> None:
        with pytest.raises(AssertionError, match="not \\[1\\]"):
            self.check(BadCorpus(self.SAME, (1,)))

    def test_mark_where_nothing_is_reported_fails(self) -> None:
        with pytest.raises(AssertionError, match="not the marks"):
            self.check(BadCorpus((ExampleArticle("⟦The ferries⟧ sail."), self.SAME[1]), (1, 2)))
