"""What a program gets from the library is what a user of the command gets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command import ARTICLE, BETWEEN, FORM, scrapelint
from pages import parsed

from scrapelint.api import check_paths, check_records, clean_records, fix_text, lint_record, lint_text
from scrapelint.config.values import Config
from scrapelint.errors import ConfigError, UsageError
from scrapelint.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ARTICLE.removesuffix(f"\n\n{FORM}\n")
CHOICE: dict[str, Any] = {"select": ["CMT001"]}


def test_finding_has_row_column_and_a_severity_with_a_name() -> None:
    (finding,) = lint_text(ARTICLE, **CHOICE)

    assert (finding.row, finding.column, str(finding.severity)) == (3, 1, "error")


def test_severity_is_set_as_text() -> None:
    assert f"{Severity.WARNING:>8}|" == " warning|"


def test_one_selector_may_be_a_string() -> None:
    assert [finding.code for finding in lint_text(ARTICLE, select="CMT001")] == ["CMT001"]


def test_ignored_rule_finds_nothing() -> None:
    assert not lint_text(ARTICLE, select=["CMT"], ignore=["CMT001"])


def test_configuration_file_counts(tmp_path: Path) -> None:
    path = tmp_path / "scrapelint.toml"
    path.write_text('[rules.comment-form]\nseverity = "info"\n')

    assert [str(f.severity) for f in lint_text(ARTICLE, config=path, **CHOICE)] == ["info"]


def test_unknown_rule_is_an_error_that_names_it() -> None:
    with pytest.raises(ConfigError, match='unknown rule "CMT9"'):
        lint_text(ARTICLE, select=["CMT9"])


@pytest.mark.parametrize("missing", [None, float("nan"), 7])
def test_text_that_is_none_is_a_type_error(missing: Any) -> None:
    with pytest.raises(TypeError, match="not str"):
        lint_text(missing)


def test_field_that_is_not_a_number_is_absent() -> None:
    assert not [f for f in lint_text(KEPT, {"author": float("nan")}, select=["MET"]) if f.field == "author"]


def test_record_is_known_by_the_names_of_other_tools() -> None:
    assert [f.code for f in lint_record({"maintext": ARTICLE}, **CHOICE)] == ["CMT001"]


def test_record_without_a_text_says_which_fields_it_has() -> None:
    with pytest.raises(ValueError, match="no field holds a text; its fields: a, b"):
        lint_record({"a": 1, "b": 2})
    with pytest.raises(ValueError, match='its fields: text; "text" is a number, no string'):
        lint_record({"text": 5})


def test_fields_of_the_configuration_count() -> None:
    config = Config(select=("CMT001",), fields={"text": ("story",)})
    record = {"story": ARTICLE, "text": KEPT}

    assert [f.code for f in lint_record(record, config=config)] == ["CMT001"]
    assert [f.code for found in check_records([record], config=config) for f in found.findings] == ["CMT001"]
    assert [cleaned.record["story"] for cleaned in clean_records([record], config=config)] == [
        "Talks ended on Friday.\n"
    ]


def test_rules_about_the_input_can_be_named() -> None:
    assert [f.code for f in lint_text(ARTICLE, ignore=["INP004"], **CHOICE)] == ["CMT001"]


def test_records_flow_and_one_without_a_text_ends_nothing() -> None:
    results = list(check_records(iter([{"text": ARTICLE}, {"x": 1}, {"text": KEPT}]), **CHOICE))

    assert [len(result.findings) for result in results] == [1, 0, 0]
    assert results[1].error == "record 2: no field holds a text; its fields: x"


def test_paths_give_what_the_command_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "text": ARTICLE}) + "\n")
    ran = scrapelint("check", "--isolated", "--output-format", "json-lines", ".", cwd=tmp_path)

    found = [row for result in check_paths(["."], isolated=True) for row in result.to_dicts()]

    assert found == ran.findings
    assert {row["code"] for row in found} >= {"CMT001"}


def test_what_is_accepted_is_left_out_as_by_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (before,) = check_paths([tmp_path], isolated=True, **CHOICE)
    scrapelint("accept", "a.txt", "--isolated", "--select", "CMT001", cwd=tmp_path)

    (after,) = check_paths([tmp_path / "a.txt"], config=_config_in(tmp_path), **CHOICE)

    assert ([finding.code for finding in before.findings], after.findings) == (["CMT001"], ())


def _config_in(folder: Path) -> Path:
    path = folder / "scrapelint.toml"
    path.write_text("", encoding="utf-8")
    return path


@pytest.mark.parametrize("ignore", ["CMT001", ["CMT001"], ("CMT",)])
def test_one_selector_is_one_in_files_as_in_texts(tmp_path: Path, ignore: Any) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")

    (in_files,) = check_paths([tmp_path], select="CMT", ignore=ignore, isolated=True)

    assert [f.code for f in in_files.findings] == [f.code for f in lint_text(ARTICLE, select="CMT", ignore=ignore)]
    assert "CMT001" not in [f.code for f in in_files.findings]
    assert "CMT001" in [f.code for f in lint_text(ARTICLE, select="CMT")]


def test_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing"):
        list(check_paths([tmp_path / "nothing"]))


def test_fixed_text_keeps_the_article() -> None:
    fixed = fix_text(ARTICLE, min_confidence=0, **CHOICE)

    assert fixed.text.rstrip() == KEPT
    assert ([f.code for f in fixed.fixed], fixed.left) == (["CMT001"], ())


def test_sure_fixes_alone_are_applied_where_nothing_else_is_asked_for() -> None:
    text = f"{ARTICLE}\nA line.  \n"
    fixed = fix_text(text).fixed

    assert fixed
    assert all(finding.confidence >= 0.99 for finding in fixed)


@pytest.mark.parametrize("path", [("text",), ("maintext",), ("metadata", "body")], ids=".".join)
def test_cleaned_record_keeps_its_other_fields_and_their_order(path: tuple[str, ...]) -> None:
    inner: Any = ARTICLE
    for name in reversed(path):
        inner = {name: inner}
    record = {"n": 1.5, **inner, "z": [1]}

    (cleaned,) = clean_records([record], min_confidence=0, **CHOICE)

    assert list(cleaned.record) == list(record)
    value: Any = cleaned.record
    for name in path:
        value = value[name]
    assert value.rstrip() == KEPT
    assert record[path[0]] == inner[path[0]]


def test_record_that_cannot_be_cleaned_comes_back_with_the_reason() -> None:
    record = {"x": 1}

    (cleaned,) = clean_records([record])

    assert cleaned.record is record
    assert "no field holds a text" in cleaned.error


def test_result_shows_itself_in_a_notebook() -> None:
    (result,) = check_records([{"title": "Storm", "text": f"{BETWEEN}\n\nLeave a Reply\n\n<script>"}], select=["CMT"])

    page = parsed(result._repr_html_())

    assert [text.text for text in page.of("div", "text")][:2] == [BETWEEN, "Leave a Reply"]
    assert page.one("del").text == "Leave a Reply"
    assert [code.text for code in page.of("span", "code")] == ["CMT001"]
    assert not page.of("script")
    assert not [element for element in page.all if "id" in element.attributes]


def test_record_without_a_text_shows_itself_too() -> None:
    (result,) = check_records([{"title": "Storm"}])

    assert "0 lines" in parsed(result._repr_html_()).text
