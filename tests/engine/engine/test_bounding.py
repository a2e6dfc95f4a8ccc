"""Of too many findings of a record the worst are reported, and all are counted, whatever runs the rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command import scrapelint

from scrapelint.api import check_paths, check_records, fix_text, lint_text
from scrapelint.article import Article
from scrapelint.config.values import DEFAULT_MAX_RECORD_FINDINGS, Config
from scrapelint.engine.bounding import CODE, Bound, kinds, without
from scrapelint.errors import ConfigError
from scrapelint.finding import Edit, Finding, Fix, Severity
from scrapelint.integrations import tables
from scrapelint.integrations.arrow import Maker, check_arrow
from scrapelint.readers.faults import BOUND_RULES, BadFile, TooManyFindings
from scrapelint.reporters.rule_pages import documentation
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from pathlib import Path

    from scrapelint.readers.faults import GoodFile, InputRule

BOUND = 4
"""What the examples of the rule are checked with."""
DATES = 12
TEXT = "\n\n".join(f"The trial of group {n} was put off to 31 February {2000 + n}." for n in range(DATES))
"""A text with an error in each line, and little else."""
SET = ("--config", "max-record-findings = 3", "--select", "DAT002,SEG011", "--isolated")
CONFIG = Config(max_record_findings=3, select=("DAT002", "SEG011"))
TOLD = "10 more findings are left out; `max-record-findings` allows 3"


def finding(code: str, severity: Severity = Severity.ERROR, confidence: float = 0.9, fix: Fix | None = None) -> Finding:
    return Finding(code, code.lower(), severity, "", None, confidence, fix=fix)


def bounded(found: list[Finding], most: int) -> list[Finding]:
    return Bound(most, TooManyFindings())(found)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Twelve errors and a space at the end of a line."""
    (tmp_path / "a.txt").write_text(f"{TEXT} \n", encoding="utf-8")
    return tmp_path


def codes(path: Path, settings: str = "max-record-findings = 3") -> list[str]:
    """Return the codes of what is found in a file under a configuration."""
    config = path.parent / "scrapelint.toml"
    config.write_text(settings, encoding="utf-8")
    return [found.code for result in check_paths([path], config=config, jobs=1) for found in result.findings]


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in BOUND_RULES for example in rule.examples],
    ids=lambda value: getattr(value, "code", type(value).__name__),
)
def test_rule_does_what_its_example_says(tmp_path: Path, rule: type[InputRule], example: BadFile | GoodFile) -> None:
    (tmp_path / example.filename).write_bytes(example.content)

    found = codes(tmp_path / example.filename, f"max-record-findings = {BOUND}")

    assert (rule.code in found) is isinstance(example, BadFile)
    assert "Why it matters:" in documentation(rule)


class TestBound:
    def test_as_many_as_are_allowed_stay_as_they_are(self) -> None:
        found = [finding("AAA001")] * 3

        assert bounded(found, 3) is found

    def test_first_stay_in_their_order_and_the_rest_is_told(self) -> None:
        found = [finding("AAA001")._replace(message=str(n)) for n in range(9)]

        told, *kept = bounded(found, 4)

        assert [one.message for one in kept] == ["0", "1", "2", "3"]
        assert (told.code, told.message) == (CODE, "5 more findings are left out; `max-record-findings` allows 4")

    def test_worst_comes_before_the_first(self) -> None:
        found = [*[finding("AAA001", Severity.INFO)] * 9, *[finding("AAA001")] * 3]

        _, *kept = bounded(found, 3)

        assert [one.severity for one in kept] == [Severity.INFO, Severity.ERROR, Severity.ERROR]

    def test_surest_of_each_rule_and_severity_stays_however_many_they_are(self) -> None:
        found = [finding(f"AAA{n:03}", severity, confidence) for n in range(5) for severity in Severity
                 for confidence in (0.5, 0.8, 0.7)]  # fmt: skip

        _, *kept = bounded(found, 2)

        assert len(kept) == 15
        assert {one.confidence for one in kept} == {0.8}

    def test_kinds_are_those_of_all_findings(self) -> None:
        fix = Fix("x", (Edit(0, 1),), safe=True)
        found = [*[finding("AAA001", fix=fix)] * 5, *[finding("AAA001")] * 3, finding("AAA002", Severity.INFO)]

        counted: dict[Any, int] = {}
        for kind, count in kinds(bounded(found, 2)):
            counted[kind[0], str(kind.severity), kind.fix] = (
                counted.get((kind[0], str(kind.severity), kind.fix), 0) + count
            )

        assert counted == {("AAA001", "error", "safe"): 5, ("AAA001", "error", ""): 3, ("AAA002", "info", ""): 1,
                           (CODE, "info", ""): 1}  # fmt: skip

    def test_what_is_left_out_of_rules_that_are_off_is_not_told(self) -> None:
        told = bounded([*[finding("AAA001")] * 5, *[finding("AAA002")] * 5], 4)[0]

        less = without(told, {"AAA001"})

        assert less is not None
        assert less.message == "4 more findings are left out; `max-record-findings` allows 4"
        assert without(told, {"AAA001", "AAA002"}) is None
        assert without(finding("AAA001"), {"AAA001"}) == finding("AAA001")


class TestFiles:
    def test_default_is_one_that_no_article_meets(self, here: Path) -> None:
        assert DEFAULT_MAX_RECORD_FINDINGS == 1000
        assert CODE not in codes(here / "a.txt", "")

    def test_files_of_which_a_rule_is_ignored_count_the_others_alone(self, here: Path) -> None:
        ignored = 'select = ["DAT002", "SEG011"]\nper-file-ignores."*.txt" = ["DAT002"]\nmax-record-findings = 3'

        assert codes(here / "a.txt", ignored) == ["SEG011"]

    def test_severity_is_that_of_the_configuration_and_the_rule_can_be_ignored(self, here: Path) -> None:
        worse = Config(max_record_findings=3, rules={CODE: {"severity": "error"}})
        assert lint_text(TEXT, config=worse)[0].severity is Severity.ERROR

        assert CODE not in codes(here / "a.txt", 'max-record-findings = 3\nignore = ["INP006"]')

    def test_bound_below_one_is_refused(self, here: Path) -> None:
        with pytest.raises(ConfigError, match="max-record-findings: has to be greater than or equal to 1, not 0"):
            codes(here / "a.txt", "max-record-findings = 0")


class TestCommand:
    def test_worst_are_reported_and_all_are_counted_by_gates_too(self, here: Path) -> None:
        ran = scrapelint(
            "check", *SET, "--output-format", "concise", "--max-findings-per-rule", "11", "a.txt", cwd=here
        )

        assert ran.out.splitlines()[0] == f"a.txt:text: info INP006 {TOLD}"
        assert [line.split()[2] for line in ran.out.splitlines()[1:4]] == ["DAT002", "DAT002", "SEG011"]
        assert "Found 14 findings (12 errors, 2 info) in 1 of 1 article." in ran.out
        assert "Gate failed: DAT002 impossible-date: 12 findings, 11 allowed: 1 too many." in ran.out

    def test_statistics_of_two_processes_count_all(self, here: Path) -> None:
        (here / "a.jsonl").write_text(f"{json.dumps({'text': TEXT})}\n" * 2, encoding="utf-8")

        ran = scrapelint("check", *SET, "--statistics", "--jobs", "2", "--no-cache", "a.jsonl", cwd=here)

        assert ran.out.splitlines() == ["24  DAT002  [ ]  impossible-date", " 2  INP006  [ ]  too-many-findings"]

    def test_bound_is_heeded_where_results_are_kept(self, here: Path) -> None:
        options = ("--select", "DAT002", "--output-format", "json-lines", "--cache-dir", "kept", "a.txt")
        scrapelint("check", *options, cwd=here)

        assert len(scrapelint("check", *options, "--config", "max-record-findings = 5", cwd=here).codes) == 6

    def test_every_fix_is_applied_and_what_is_left_is_bounded(self, here: Path) -> None:
        spaces = "\n\n".join(f"The ferry of day {n} sailed on time and came back late at night. " for n in range(9))
        (here / "a.txt").write_text(f"{TEXT}\n\n{spaces}\n", encoding="utf-8")

        ran = scrapelint("check", *SET, "--fix", "--output-format", "json-lines", "a.txt", cwd=here)

        assert ran.codes == [CODE, "DAT002", "DAT002", "DAT002"]
        assert " \n" not in (here / "a.txt").read_text(encoding="utf-8")


class TestOthers:
    def test_library_tells_the_same(self) -> None:
        assert lint_text(f"{TEXT} ", config=CONFIG)[0].message == TOLD
        (result,) = check_records([{"text": f"{TEXT} "}], config=CONFIG)
        assert len(result.findings) == 4

    def test_mended_text_has_every_fix(self) -> None:
        text = "\n".join(f"Line {n} of the report ends here. " for n in range(9))

        mended = fix_text(text, config=CONFIG._replace(max_record_findings=1))

        assert (" \n" not in mended.text, mended.left) == (True, ())

    def test_tables_tell_the_same(self) -> None:
        assert tables.check({"text": [f"{TEXT} "]}, config=CONFIG)["message"][0] == TOLD

    def test_machines_of_an_engine_tell_the_same(self) -> None:
        import pyarrow as pa

        batch = pa.RecordBatch.from_pylist([{"text": f"{TEXT} "}, {"other": "x"}])
        codes = [row[0] for row in check_arrow([batch], Maker(CONFIG))]
        assert codes == [CODE, "DAT002", "DAT002", "SEG011", "INP004"]

        off = CONFIG._replace(ignore=(CODE, "INP004"))
        assert [row[0] for row in check_arrow([batch], Maker(off))] == ["DAT002", "DAT002", "SEG011"]

    def test_linter_gives_all_to_what_mends(self) -> None:
        from scrapelint.runners.pipeline import installed

        made = linter(CONFIG, installed())

        assert len(made.every(Article(f"{TEXT} "))) == DATES + 1
        assert len(made.check(Article(f"{TEXT} "))) == 4
