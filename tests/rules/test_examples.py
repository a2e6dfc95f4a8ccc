"""The examples of every rule of every installed plugin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from each import check_each

from scrapelint.article import Article
from scrapelint.engine.linter import Linter
from scrapelint.finding import Finding
from scrapelint.fixes.edits import apply
from scrapelint.rule import MIN_ERROR_CONFIDENCE, Bad, DocumentRule, Good, Severity
from scrapelint.selection.registry import discover
from scrapelint.testing import ExampleCase, cases_of, check_example, unmarked

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapelint.packs.table import PackedPhrases

RULES = [rule for rule in discover().rules.values() if issubclass(rule, DocumentRule)]
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
BUILT_IN = [rule for rule in RULES if rule.__module__.startswith("scrapelint_rules.")]


@each_rule
def test_rule_does_what_its_examples_say(rule: type[DocumentRule], table: PackedPhrases) -> None:
    check_each(cases_of([rule]), lambda case: check_example(case, table))


class TestDeclaration:
    @pytest.mark.parametrize("kind", [Bad, Good])
    def test_rules_have_three_examples_of_each_kind(self, kind: type) -> None:
        counts = {rule.code: sum(isinstance(example, kind) for example in rule.examples) for rule in RULES}

        assert [code for code, count in counts.items() if count < MIN_EXAMPLES] == []

    def test_no_example_stands_twice(self) -> None:
        shown = {rule.code: list(map(repr, rule.examples)) for rule in RULES}

        assert [code for code, examples in shown.items() if len(set(examples)) < len(examples)] == []

    def test_names_name_the_bad_thing(self) -> None:
        named = re.compile(r"(?!(no|avoid|use|prefer)-)[a-z0-9]+(-[a-z0-9]+)*")

        assert [rule.name for rule in RULES if not named.fullmatch(rule.name)] == []

    def test_no_two_rules_share_a_name(self) -> None:
        names = [rule.name for rule in RULES]

        assert sorted(set(names)) == sorted(names)

    def test_codes_are_of_the_family_of_their_folder(self) -> None:
        folders = {rule.code: rule.__module__.split(".")[1] for rule in BUILT_IN}

        assert [code for code, folder in folders.items() if code[:3] != FAMILIES[folder]] == []

    def test_files_have_the_names_of_their_rules(self) -> None:
        files = {rule.name: rule.__module__.rpartition(".")[2] for rule in BUILT_IN}

        assert [name for name, file in files.items() if file != name.replace("-", "_")] == []

    @pytest.mark.parametrize("part", ["Why it matters:", "What to do:"])
    def test_docstrings_have(self, part: str) -> None:
        assert [rule.code for rule in RULES if part not in (rule.__doc__ or "")] == []

    def test_first_line_of_docstring_is_a_sentence_of_its_own(self) -> None:
        sentence = re.compile(r".*\.\n\n")

        assert [rule.code for rule in RULES if not sentence.match(rule.__doc__ or "")] == []


Reported = list[tuple[ExampleCase, list[Finding]]]
"""The examples of something bad, each with what its rule finds in it."""


@pytest.fixture(scope="module", params=RULES, ids=lambda rule: rule.code)
def reported(request: pytest.FixtureRequest, table: PackedPhrases) -> Reported:
    """Return what a rule finds in its examples; linters are kept, for they are slow to make."""
    linters: dict[str, Linter] = {}

    def found(case: ExampleCase) -> list[Finding]:
        example = case.example
        key = repr(example.settings)
        if key not in linters:
            linters[key] = Linter([case.rule(settings=example.settings)], table)
        return linters[key].check(Article(unmarked(example.text)[0], fields=example.fields))

    bad = (case for case in cases_of([request.param]) if isinstance(case.example, Bad))
    return [(case, found(case)) for case in bad]


class TestFindings:
    def test_messages_are_lower_case_without_full_stop(self, reported: Reported) -> None:
        def is_plain(finding: Finding) -> bool:
            message = finding.message
            return not (
                message.endswith(".") or message != message.strip() or "\n" in message or CAPITALISED.match(message)
            )

        assert failing(reported, is_plain) == []

    def test_confidence_is_above_zero_and_at_most_one(self, reported: Reported) -> None:
        assert failing(reported, lambda finding: 0 < finding.confidence <= 1) == []

    def test_error_is_as_sure_as_errors_are(self, reported: Reported) -> None:
        def is_sure(finding: Finding) -> bool:
            return finding.severity is not Severity.ERROR or finding.confidence >= MIN_ERROR_CONFIDENCE

        assert failing(reported, is_sure) == []

    def test_evidence_or_quotation_says_why(self, reported: Reported) -> None:
        assert failing(reported, lambda finding: bool(finding.evidence or QUOTATION.search(finding.message))) == []

    def test_severity_is_at_most_that_of_the_rule(self, reported: Reported) -> None:
        assert [case.id for case, found in reported for f in found if f.severity > case.rule.severity] == []

    def test_fix_is_of_the_kind_that_the_rule_declares(self, reported: Reported) -> None:
        fixes = [(case, finding.fix) for case, found in reported for finding in found if finding.fix]
        allowed = {"safe": (True, False), "unsafe": (False,)}

        assert [case.id for case, fix in fixes if fix.safe not in allowed.get(case.rule.fix, ())] == []

    def test_edits_lie_inside_the_text_in_order(self, reported: Reported) -> None:
        for case, found in reported:
            for finding in found:
                offsets = [offset for edit in (finding.fix.edits if finding.fix else ()) for offset in edit[:2]]

                assert offsets == sorted(offsets), case.id
                assert not offsets or 0 <= offsets[0] <= offsets[-1] <= len(value(case, finding)), case.id

    def test_edit_changes_something(self, reported: Reported) -> None:
        for case, found in reported:
            for finding in found:
                text = value(case, finding)

                assert not finding.fix or apply(text, [finding.fix]) != text, case.id

    def test_mended_text_has_no_more_blank_lines_in_a_row(self, reported: Reported) -> None:
        for case, found in reported:
            for finding in found:
                text = value(case, finding)
                mended = apply(text, [finding.fix] if finding.fix else [])

                assert most_blank_lines(mended) <= most_blank_lines(text), case.id


def failing(reported: Reported, holds: Callable[[Finding], bool]) -> list[str]:
    """Return which examples have a finding for which something does not hold."""
    return [case.id for case, found in reported for finding in found if not holds(finding)]


def value(case: ExampleCase, finding: Finding) -> str:
    """Return what a finding's edits are about: the text, or the field."""
    if finding.field == "text":
        return unmarked(case.example.text)[0]
    return Article("", fields=case.example.fields).get(finding.field)


def most_blank_lines(text: str) -> int:
    """Return the length of the longest run of blank lines, those at the edges of the text left out."""
    runs = re.split(r"\S+", re.sub("\r\n?", "\n", text.strip()))
    return max(0, *(run.count("\n") - 1 for run in runs))
