"""The formats of services that run checks, read back by those who read them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity, Span
from scrapelint.intake import Checked
from scrapelint.reporters import reporter
from scrapelint.reporters.ci.sarif import MAX_RESULTS
from scrapelint.reporters.summary import Summary
from scrapelint.selection.registry import discover
from scrapelint.text.visible import visible

sys.path.insert(0, str(Path(__file__).parent))
from workflow_commands import Command, commands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "tests" / "schemas"

HOSTILE = (
    "a ::error::b %0A %25 ]]> <![CDATA[x]]> &amp; \"q\" 's' \x1b[31m \u202e \ud800 \0 \ufffe |x| `c` @all ,: \\ é𝄞"
)
TEXT = f"Die Fähre é𝄞 legt ab.\n\n{HOSTILE}\nMehr.\n"
START = TEXT.index(HOSTILE)
FOUND = Finding(
    "CMT001", "comment-form", Severity.ERROR, f'form: "{HOSTILE}"', Span(START, START + len(HOSTILE)), 0.97,
    {"phrase": HOSTILE, "pack": "comment-form"}, Fix("remove the line", (Edit(START - 2, START + len(HOSTILE)),), safe=False),
)  # fmt: skip
ARTICLE = Article(TEXT, id="a.txt", filename="./in, the: folder/a%.txt", path="in, the: folder/a%.txt")
INSIDE = Finding("NAV003", "related-links", Severity.WARNING, "links", Span(8, 12), 0.9)
RECORD = Article("Talks.\n\nMore", id="r7", filename="a.jsonl", path="a.jsonl", record=3, row=5)
TITLE = Finding("MET002", "bad-title", Severity.INFO, "title is empty", None, 1, field="title")

CI_FORMATS = ("sarif", "gitlab", "rdjson", "junit", "checkstyle", "github")


def printed(output_format: str, *checked: Checked, **options: Any) -> str:
    out, summary = io.StringIO(), Summary()
    report = reporter(output_format, out, discover().rules, **options)
    for one in checked or (Checked(ARTICLE, [FOUND]),):
        summary.add(one)
        report.report(one)
    report.close(summary)
    return out.getvalue()


def messages(output_format: str, out: str) -> list[str]:
    """Return the messages of a report, as a parser of its form reads them."""
    out.encode()  # whoever reads it gets UTF-8
    if output_format == "github":
        return [command.message for command in commands(out)]
    if output_format == "junit":
        return [
            result.message for suite in JUnitXml.fromstring(out.encode()) for case in suite for result in case.result
        ]
    if output_format == "checkstyle":
        return [error.get("message") or "" for error in ET.fromstring(out.encode()).iter("error")]
    parsed = json.loads(out)
    if output_format == "sarif":
        return [result["message"]["text"] for result in parsed["runs"][0]["results"]]
    if output_format == "rdjson":
        return [diagnostic["message"] for diagnostic in parsed["diagnostics"]]
    return [issue["description"].removeprefix("CMT001 ") for issue in parsed]


@pytest.mark.parametrize("output_format", ["json", "json-lines", "sarif", "gitlab", "rdjson"])
def test_what_cannot_be_seen_is_an_escape_in_json(output_format: str) -> None:
    unseen = "\x9b\u061c\u200e\u2028\u2029\u202e\u2066\ufeff"
    fix = Fix("x", (Edit(START, START + 1, unseen),), safe=True)
    found = FOUND._replace(message=f"a{unseen}", evidence={"phrase": unseen}, fix=fix)

    out = printed(output_format, Checked(ARTICLE._replace(id=unseen, path=unseen, filename=unseen), [found]))

    assert not set(unseen).intersection(out)
    if output_format == "json-lines":
        assert [(found["evidence"]["phrase"], found["filename"]) for found in map(json.loads, out.splitlines())] == [
            (unseen, unseen)
        ]


@pytest.mark.parametrize("output_format", CI_FORMATS)
def test_hostile_text_comes_through_as_text(output_format: str) -> None:
    assert messages(output_format, printed(output_format)) == [visible(FOUND.message)]


@pytest.mark.parametrize("output_format", CI_FORMATS)
def test_all_that_is_no_control_is_the_same_string(output_format: str) -> None:
    plain = "".join(c for c in HOSTILE if visible(c) == c)
    found = FOUND._replace(message=plain)

    assert messages(output_format, printed(output_format, Checked(ARTICLE, [found]))) == [plain]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All formats of one run on the sample corpus, with every rule."""
    folder = tmp_path_factory.mktemp("reports")
    formats = [option for name in CI_FORMATS for option in ("--output-format", f"{name}:{folder / name}")]
    command = [sys.executable, "-m", "scrapelint.cli", "check", "corpus", "--select", "ALL", "--preview", *formats]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", done.stderr.count(b"no records"))
    return {name: (folder / name).read_text(encoding="utf-8") for name in CI_FORMATS}


class TestEachFormat:
    def test_all_formats_of_a_run_have_the_same_findings(self, reports: dict[str, str]) -> None:
        counts = {name: len(messages(name, out)) for name, out in reports.items()}
        suites = JUnitXml.fromstring(reports["junit"].encode())

        # In JUnit, what is only worth knowing is a test that passes.
        assert counts.pop("junit") < sum(suite.tests for suite in suites) == counts["sarif"]
        assert len(set(counts.values())) == 1

    @pytest.mark.parametrize("name", ["gitlab", "rdjson"])
    def test_json_follows_its_schema(self, reports: dict[str, str], name: str) -> None:
        schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))

        jsonschema.Draft202012Validator(schema).validate(json.loads(reports[name]))

    def test_sarif_follows_the_schema_of_its_standard(self, reports: dict[str, str]) -> None:
        schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))

        jsonschema.Draft7Validator(schema).validate(json.loads(reports["sarif"]))

    @pytest.mark.parametrize(("name", "schema"), [("junit", "junit-10.xsd"), ("checkstyle", "checkstyle.xsd")])
    def test_xml_follows_its_schema(self, reports: dict[str, str], name: str, schema: str) -> None:
        xmlschema.XMLSchema(SCHEMAS / schema).validate(reports[name])

    def test_checkstyle_is_read_by_diff_quality(self, reports: dict[str, str]) -> None:
        by_file = CheckstyleXmlDriver().parse_reports([reports["checkstyle"]])

        violation = by_file["corpus/bad/comments/wordpress-form-de.txt"][0]
        assert "CMT001" in violation.message or "comment form" in violation.message
        assert sum(map(len, by_file.values())) == len(messages("checkstyle", reports["checkstyle"]))

    @pytest.mark.parametrize("output_format", CI_FORMATS)
    def test_clean_run_is_a_whole_report(self, output_format: str) -> None:
        assert messages(output_format, printed(output_format, Checked(ARTICLE, []))) == []


class TestSarif:
    @pytest.fixture
    def run(self) -> dict[str, Any]:
        checked = Checked(ARTICLE, [FOUND]), Checked(RECORD, [INSIDE, TITLE])
        return json.loads(printed("sarif", *checked))["runs"][0]

    def test_result_is_on_its_lines_in_code_points(self, run: dict[str, Any]) -> None:
        physical = run["results"][0]["locations"][0]["physicalLocation"]

        assert run["columnKind"] == "unicodeCodePoints"
        assert physical["region"] == {"startLine": 3, "endLine": 3, "startColumn": 1, "endColumn": len(HOSTILE) + 1}
        assert physical["artifactLocation"]["uri"] == "in%2C%20the%3A%20folder/a%25.txt"

    def test_result_in_a_record_is_on_the_row_of_the_record(self, run: dict[str, Any]) -> None:
        (place,) = run["results"][1]["locations"]

        assert place["physicalLocation"]["region"] == {"startLine": 5, "endLine": 5}
        assert place["logicalLocations"][0]["fullyQualifiedName"] == "record 3, 3:1"

    def test_rule_has_help_and_precision(self, run: dict[str, Any]) -> None:
        rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}

        assert "What to do" in rules["CMT001"]["help"]["text"]
        assert rules["CMT001"]["help"]["markdown"].startswith("# comment-form (CMT001)")
        assert [rules[code]["properties"]["precision"] for code in ("CMT001", "MET002")] == ["high", "very-high"]
        assert [r["ruleId"] for r in run["results"]] == [
            run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] for r in run["results"]
        ]

    def test_most_severe_are_kept_in_their_order_and_the_rest_is_told(self) -> None:
        many = [TITLE] * MAX_RESULTS

        run = json.loads(printed("sarif", Checked(RECORD, [*many, FOUND, INSIDE])))["runs"][0]

        assert len(run["results"]) == MAX_RESULTS
        assert {result["ruleId"] for result in run["results"][:-2]} == {TITLE.code}
        assert [result["ruleId"] for result in run["results"][-2:]] == ["CMT001", "NAV003"]
        (note,) = run["invocations"][0]["toolExecutionNotifications"]
        assert note["message"]["text"] == "2 of 5,002 findings, the least severe, are left out."


class TestGithub:
    @pytest.fixture
    def only(self) -> Callable[..., Command]:
        def one(checked: Checked) -> Command:
            (command,) = commands(printed("github", checked))
            return command

        return one

    def test_annotation_has_file_place_and_title(self, only: Callable[..., Command]) -> None:
        command = only(Checked(ARTICLE, [FOUND]))

        assert command.name == "error"
        assert command.properties == {
            "file": "in, the: folder/a%.txt", "line": "3", "endLine": "3", "col": "1",
            "endColumn": str(len(HOSTILE) + 1), "title": "CMT001 comment-form",
        }  # fmt: skip

    def test_annotation_over_several_rows_has_no_columns(self, only: Callable[..., Command]) -> None:
        command = only(Checked(ARTICLE, [FOUND._replace(span=Span(4, START + 3))]))

        assert command.properties.keys() == {"file", "line", "endLine", "title"}

    def test_annotation_of_a_record_says_where_in_it(self, only: Callable[..., Command]) -> None:
        command = only(Checked(RECORD, [INSIDE]))

        assert (command.name, command.properties["line"]) == ("warning", "5")
        assert command.properties["title"] == "NAV003 related-links (record 3, 3:1)"

    def test_surest_of_the_most_severe_come_first(self) -> None:
        unsure = FOUND._replace(message="unsure", confidence=0.86)

        out = printed("github", Checked(RECORD, [TITLE, INSIDE]), Checked(ARTICLE, [unsure, FOUND]))

        assert [command.name for command in commands(out)] == ["error", "error", "warning", "notice"]
        assert commands(out)[1].message == "unsure"

    def test_limits_of_a_step_are_told(self) -> None:
        out = printed("github", Checked(ARTICLE, [FOUND] * 12), Checked(RECORD, [INSIDE] * 3))

        assert "the first 10 errors, warnings and notices of a step: 13 of 15 findings are annotated.\n" in out

    def test_step_summary_shows_the_text_as_text(self, tmp_path: Path) -> None:
        path = tmp_path / "summary.md"
        path.write_text("# Step before\n", encoding="utf-8")

        printed("github", Checked(ARTICLE, [FOUND]), step_summary=str(path))

        html = MarkdownIt("gfm-like", {"linkify": False}).render(path.read_text(encoding="utf-8"))
        cells = [cell.partition("</td>")[0] for cell in html.split("<td>")[1:]]
        assert html.startswith("<h1>Step before</h1>")
        assert unescape(cells[5]) == " ".join(visible(FOUND.message).split())
        assert not any("<" in cell for cell in cells)
        assert "with the `--fix` option" in html or "with the `--unsafe-fixes` option" in html

    def test_step_summary_has_one_row_a_rule_whatever_can_be_mended(self, tmp_path: Path) -> None:
        path = tmp_path / "summary.md"

        printed("github", Checked(ARTICLE, [FOUND, FOUND, FOUND._replace(fix=None)]), step_summary=str(path))

        rows = path.read_text(encoding="utf-8").splitlines()
        assert [row for row in rows if row.endswith(" CMT001 comment\\-form |")] == ["| 3 | CMT001 comment\\-form |"]


class TestOthers:
    def test_columns_of_rdjson_are_bytes(self) -> None:
        inside = FOUND._replace(span=Span(10, 12), fix=Fix("x", (Edit(10, 12, "y"),), safe=True))

        (diagnostic,) = json.loads(printed("rdjson", Checked(ARTICLE, [inside])))["diagnostics"]

        reach = {"start": {"line": 1, "column": 12}, "end": {"line": 1, "column": 18}}
        assert TEXT[10:12] == "é𝄞"
        assert diagnostic["location"]["range"] == reach
        assert diagnostic["suggestions"] == [{"range": reach, "text": "y"}]

    def test_fingerprints_of_gitlab_are_unique_even_of_copies(self) -> None:
        copy = Checked(RECORD, [INSIDE])

        issues = json.loads(printed("gitlab", copy, copy, copy))

        assert len({issue["fingerprint"] for issue in issues}) == 3

    def test_junit_counts_what_fails_and_passes(self) -> None:
        (suite, other) = JUnitXml.fromstring(
            printed("junit", Checked(ARTICLE, [FOUND, TITLE]), Checked(RECORD, [INSIDE])).encode()
        )

        assert (suite.name, suite.tests, suite.failures, other.tests) == (ARTICLE.path, 2, 1, 1)
        assert "title is empty" in (suite._elem.findtext("system-out") or "")

    def test_clean_run_in_junit_is_one_test_that_passes(self) -> None:
        (suite,) = JUnitXml.fromstring(printed("junit", Checked(ARTICLE, [])).encode())

        assert [(case.name, case.is_passed) for case in suite] == [("nothing found in 1 article", True)]


FINGERPRINTS: dict[str, Callable[[Any], Iterable[str]]] = {
    "json": lambda parsed: (found["fingerprint"] for found in parsed),
    "gitlab": lambda parsed: (issue["fingerprint"] for issue in parsed),
    "sarif": lambda parsed: (r["partialFingerprints"]["scrapelint/v1"] for r in parsed["runs"][0]["results"]),
}


@pytest.mark.parametrize("output_format", FINGERPRINTS)
def test_fingerprints_survive_moved_lines_and_other_spellings_of_the_path(output_format: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    text = (ROOT / "corpus/bad/comments/wordpress-form-de.txt").read_text(encoding="utf-8")
    path = tmp_path / "sub" / "a.txt"

    def prints(content: str, given: str, cwd: Path) -> list[str]:
        path.write_text(content, encoding="utf-8")
        command = [sys.executable, "-m", "scrapelint.cli", given, "--output-format", output_format]
        done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=60)
        return sorted(FINGERPRINTS[output_format](json.loads(done.stdout)))

    before = prints(text, "sub/a.txt", tmp_path)
    moved = "Der Rat tagte am Abend.\n" * 10 + text

    assert before
    assert prints(text, "./sub/../sub/a.txt", tmp_path) == before
    assert prints(text, str(path), Path("/")) == before
    assert set(prints(moved, "a.txt", tmp_path / "sub")) >= set(before)
