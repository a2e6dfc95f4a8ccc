"""The examples of every rule of every installed plugin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from scrapelint.article import Article
from scrapelint.engine.linter import Linter
from scrapelint.fixes.edits import apply
from scrapelint.rule import MIN_ERROR_CONFIDENCE, Bad, DocumentRule, Good, Severity
from scrapelint.selection.registry import discover
from scrapelint.testing import ExampleCase, cases_of, check_example, unmarked

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapelint.finding import Finding
    from scrapelint.packs.table import PackedPhrases

RULES = [rule for rule in discover().rules.values() if issubclass(rule, DocumentRule)]
CASES = list(cases_of(RULES))
MIN_EXAMPLES = 3
"""Of each kind: a shape, the same in another language or place, and one at the border."""

FAMILIES = {
    "comments": "CMT", "navigation": "NAV", "walls": "WAL", "promotion": "PRO", "credits": "CRD", "repetition": "REP",
    "assistants": "LLM", "dates": "DAT", "encoding": "ENC", "segmentation": "SEG", "metadata": "MET", "statistics": "QUA",
    "language": "LNG", "translation": "MTX",
}  # fmt: skip

CAPITALISED = re.compile("(?!Cyrillic|Greek|Latin)[A-Z][a-z]")
"""A word that begins like a sentence; the names of scripts are written so anywhere."""
QUOTATION = re.compile('".+"')

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
each_built_in = pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.__module__.startswith("scrapelint_rules.")], ids=lambda rule: rule.code
)
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
each_bad = pytest.mark.parametrize(
    "case", [case for case in CASES if isinstance(case.example, Bad)], ids=lambda case: case.id
)


@each_case
def test_rule_does_what_its_example_says(case: ExampleCase, table: PackedPhrases) -> None:
    check_example(case, table)


class TestDeclaration:
    @each_rule
    @pytest.mark.parametrize("kind", [Bad, Good])
    def test_rule_has_three_examples_of_each_kind(self, rule: type[DocumentRule], kind: type) -> None:
        examples = [example for example in rule.examples if isinstance(example, kind)]

        assert len(examples) >= MIN_EXAMPLES

    @each_rule
    def test_no_example_stands_twice(self, rule: type[DocumentRule]) -> None:
        shown = [repr(example) for example in rule.examples]

        assert len(set(shown)) == len(shown)

    @each_rule
    def test_name_names_the_bad_thing(self, rule: type[DocumentRule]) -> None:
        assert re.fullmatch(r"(?!(no|avoid|use|prefer)-)[a-z0-9]+(-[a-z0-9]+)*", rule.name)

    def test_no_two_rules_share_a_name(self) -> None:
        names = [rule.name for rule in RULES]

        assert sorted(set(names)) == sorted(names)

    @each_built_in
    def test_code_is_of_the_family_of_its_folder(self, rule: type[DocumentRule]) -> None:
        folder = rule.__module__.split(".")[1]

        assert rule.code[:3] == FAMILIES[folder]

    @each_built_in
    def test_file_has_the_name_of_the_rule(self, rule: type[DocumentRule]) -> None:
        assert rule.__module__.rpartition(".")[2] == rule.name.replace("-", "_")

    @each_rule
    @pytest.mark.parametrize("part", ["Why it matters:", "What to do:"])
    def test_docstring_has(self, rule: type[DocumentRule], part: str) -> None:
        assert part in (rule.__doc__ or "")

    @each_rule
    def test_first_line_of_docstring_is_a_sentence_of_its_own(self, rule: type[DocumentRule]) -> None:
        first, _, rest = (rule.__doc__ or "").partition("\n")

        assert first.endswith(".")
        assert rest.startswith("\n")


@pytest.fixture(scope="module")
def found(table: PackedPhrases) -> Callable[[ExampleCase], list[Finding]]:
    """Return what the rule of an example finds in it; linters are kept, for they are slow to make."""
    linters: dict[tuple[str, str], Linter] = {}

    def check(case: ExampleCase) -> list[Finding]:
        example = case.example
        key = case.rule.code, repr(example.settings)
        if key not in linters:
            linters[key] = Linter([case.rule(settings=example.settings)], table)
        return linters[key].check(Article(unmarked(example.text)[0], fields=example.fields))

    return check


class TestFindings:
    @pytest.fixture
    def findings(self, case: ExampleCase, found: Callable[[ExampleCase], list[Finding]]) -> list[Finding]:
        return found(case)

    @each_bad
    def test_message_is_lower_case_without_full_stop(self, findings: list[Finding]) -> None:
        messages = {finding.message for finding in findings}

        assert not {m for m in messages if m.endswith(".") or m != m.strip() or CAPITALISED.match(m) or "\n" in m}

    @each_bad
    def test_confidence_is_above_zero_and_at_most_one(self, findings: list[Finding]) -> None:
        assert all(0 < finding.confidence <= 1 for finding in findings)

    @each_bad
    def test_error_is_as_sure_as_errors_are(self, findings: list[Finding]) -> None:
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]

        assert all(finding.confidence >= MIN_ERROR_CONFIDENCE for finding in errors)

    @each_bad
    def test_evidence_or_quotation_says_why(self, findings: list[Finding]) -> None:
        assert all(finding.evidence or QUOTATION.search(finding.message) for finding in findings)

    @each_bad
    def test_severity_is_at_most_that_of_the_rule(self, case: ExampleCase, findings: list[Finding]) -> None:
        assert all(finding.severity <= case.rule.severity for finding in findings)

    @each_bad
    def test_fix_is_of_the_kind_that_the_rule_declares(self, case: ExampleCase, findings: list[Finding]) -> None:
        fixes = [finding.fix for finding in findings if finding.fix]

        assert not fixes or case.rule.fix == "safe" or (case.rule.fix == "unsafe" and not any(f.safe for f in fixes))

    @each_bad
    def test_edits_lie_inside_the_text_in_order(self, case: ExampleCase, findings: list[Finding]) -> None:
        for finding in findings:
            offsets = [offset for edit in (finding.fix.edits if finding.fix else ()) for offset in edit[:2]]

            assert offsets == sorted(offsets)
            assert not offsets or 0 <= offsets[0] <= offsets[-1] <= len(value(case, finding))

    @each_bad
    def test_edit_changes_something(self, case: ExampleCase, findings: list[Finding]) -> None:
        for finding in findings:
            text = value(case, finding)

            assert not finding.fix or apply(text, [finding.fix]) != text

    @each_bad
    def test_mended_text_has_no_more_blank_lines_in_a_row(self, case: ExampleCase, findings: list[Finding]) -> None:
        for finding in findings:
            text = value(case, finding)
            mended = apply(text, [finding.fix] if finding.fix else [])

            assert most_blank_lines(mended) <= most_blank_lines(text)


def value(case: ExampleCase, finding: Finding) -> str:
    """Return what a finding's edits are about: the text, or the field."""
    if finding.field == "text":
        return unmarked(case.example.text)[0]
    return Article("", fields=case.example.fields).get(finding.field)


def most_blank_lines(text: str) -> int:
    """Return the length of the longest run of blank lines, those at the edges of the text left out."""
    runs = re.split(r"\S+", re.sub("\r\n?", "\n", text.strip()))
    return max(0, *(run.count("\n") - 1 for run in runs))
