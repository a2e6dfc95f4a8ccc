"""Every name that a text may have in a record, through every command that mends."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

import pytest
from command import ARTICLE, FORM, json_lines

from scrapelint.cli import main
from scrapelint.config.projects import forget
from scrapelint.record import FIELD_NAMES, NESTED_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEPT = ARTICLE.removesuffix(f"\n\n{FORM}\n")
CHOICE = ("--isolated", "--select", "CMT001")
PLACES = [(name,) for name in FIELD_NAMES["text"]] + [
    (holder, name) for holder in NESTED_FIELDS for name in FIELD_NAMES["text"]
]
FORMATS = {".jsonl": "{}\n", ".json": "[{}]"}


Given = dict[tuple[str, ...], "Path"]
"""A file for each place that a text may have."""


@pytest.fixture(params=FORMATS)
def given(request: pytest.FixtureRequest, tmp_path: Path) -> Given:
    """One file a place: the fields of a file are found by all of its records."""
    (tmp_path / "in").mkdir()
    files = {place: tmp_path / "in" / f"{'.'.join(place)}{request.param}" for place in PLACES}
    for place, path in files.items():
        path.write_text(FORMATS[request.param].replace("{}", json.dumps(record(place, ARTICLE))))
    return files


def record(place: tuple[str, ...], text: str) -> dict[str, Any]:
    inner: Any = text
    for name in reversed(place):
        inner = {name: inner}
    return {"id": "a", **inner}


def text_in(path: Path, place: tuple[str, ...]) -> str:
    value = json.loads(path.read_text())
    value = value[0] if isinstance(value, list) else value
    for name in place:
        value = value[name]
    return value


def test_clean_mends_the_text_under_every_name(given: Given, tmp_path: Path) -> None:
    out = tmp_path / "out"

    assert main(["clean", *CHOICE, str(tmp_path / "in"), "-o", str(out)]) == 0
    assert [place for place, path in given.items() if text_in(out / path.name, place).rstrip() != KEPT] == []


def test_fix_mends_the_text_under_every_name(given: Given) -> None:
    assert main(["check", *CHOICE, "--fix", "--unsafe-fixes", *map(str, given.values())]) == 0
    assert [place for place, path in given.items() if text_in(path, place).rstrip() != KEPT] == []


def test_diff_shows_the_text_under_every_name(given: Given, capsys: pytest.CaptureFixture[str]) -> None:
    before = [path.read_bytes() for path in given.values()]

    main(["check", *CHOICE, "--diff", "--unsafe-fixes", *map(str, given.values())])

    shown = capsys.readouterr().out
    assert shown.count(FORM) == len(given)
    assert [path.name for path in given.values() if path.name not in shown] == []
    assert [path.read_bytes() for path in given.values()] == before


def test_object_under_an_earlier_name_is_not_taken_for_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    other = {"maintext": "0123456789 " * 9}
    path.write_text(json.dumps({"text": other, "maintext": ARTICLE}) + "\n")

    assert main(["check", *CHOICE, "--fix", "--unsafe-fixes", str(path)]) == 0
    mended = json.loads(path.read_text())
    assert mended["text"] == other
    assert mended["maintext"].rstrip() == KEPT


TOLD = 'no field "storry" in any of 2 records; did you mean "story"?; the text is taken from "text"; the fields are: '
COMMANDS = {
    "check": ("check", "a.jsonl", "--output-format", "concise", "--no-cache"),
    "check in two processes": ("check", "a.jsonl", "--output-format", "concise", "--no-cache", "-j", "2"),
    "check --sample": ("check", "a.jsonl", "--output-format", "concise", "--sample", "9"),
    "check --fix": ("check", "a.jsonl", "--output-format", "concise", "--fix"),
    "check --diff": ("check", "a.jsonl", "--diff"),
    "clean": ("clean", "a.jsonl", "-o", "out.jsonl"),
    "show": ("show", "a.jsonl"),
    "report": ("report", "a.jsonl", "-o", "-"),
    "sites": ("sites", "a.jsonl"),
    "compare": ("compare", "a.jsonl", "b.jsonl"),
    "accept": ("accept", "a.jsonl"),
    "index": ("index", "a.jsonl"),
}


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two records with a text in two fields, and two with one in the usual field alone."""
    monkeypatch.chdir(tmp_path)
    forget()
    lines = [{"text": f"A summary of day {n}.", "story": ARTICLE} for n in range(2)]
    (tmp_path / "a.jsonl").write_text(json_lines(lines))
    (tmp_path / "b.jsonl").write_text(json_lines(lines))
    yield tmp_path
    forget()


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("stories")
def test_name_that_no_record_has_is_told_by_every_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, *rest = COMMANDS[name]

    main([command, *rest, "--isolated", "--text-field", "storry"])

    out, err = capsys.readouterr()
    assert TOLD in html.unescape(out + err)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "compare"])
@pytest.mark.usefixtures("stories")
def test_name_that_a_record_has_is_taken_without_a_word(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, *rest = COMMANDS[name]

    main([command, *rest, "--isolated", "--text-field", "story"])

    out, err = capsys.readouterr()
    assert "no field" not in out + err


def test_file_without_the_named_field_is_one_finding_at_its_end(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (stories / "scrapelint.toml").write_text('fields.text = ["tale"]')

    assert main(["check", "--select", "CMT", "a.jsonl", "--output-format", "json-lines"]) == 1

    (finding,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (finding["code"], finding["severity"], finding["record"]) == ("INP007", "warning", None)
    assert finding["message"].startswith('no field "tale" in any of 2 records; the text is taken from "text"')


@pytest.mark.parametrize("setting", ['fields.text = ["tale", "text"]', 'ignore = ["INP007"]\nfields.text = "tale"'])
@pytest.mark.parametrize("options", [(), ("--fix",)])
def test_other_field_that_is_named_too_is_told_of_no_file(
    stories: Path, capsys: pytest.CaptureFixture[str], setting: str, options: tuple[str, ...]
) -> None:
    (stories / "scrapelint.toml").write_text(setting)

    assert main(["check", "--select", "CMT", "a.jsonl", "--output-format", "json-lines", *options]) == 0
    assert not capsys.readouterr().out


@pytest.mark.usefixtures("stories")
def test_article_that_is_told_of_is_none_of_those_that_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--isolated", "--select", "CMT", "--text-field", "tale", "a.jsonl", "--output-format", "concise"])

    assert "Found 1 finding (1 warning) in 0 of 2 articles." in capsys.readouterr().out
