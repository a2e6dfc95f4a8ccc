"""Every name that a text may have in a record, through every command that mends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command import ARTICLE, FORM

from scrapelint.article import FIELD_NAMES, NESTED_FIELDS
from scrapelint.cli import main

if TYPE_CHECKING:
    from pathlib import Path

KEPT = ARTICLE.removesuffix(f"\n\n{FORM}\n")
CHOICE = ("--isolated", "--select", "CMT001")
PLACES = [(name,) for name in FIELD_NAMES["text"]] + [
    (holder, name) for holder in NESTED_FIELDS for name in FIELD_NAMES["text"]
]
FORMATS = {"a.jsonl": "{}\n", "a.json": "[{}]"}


@pytest.fixture(params=PLACES, ids=".".join)
def place(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return request.param


@pytest.fixture(params=FORMATS)
def given(request: pytest.FixtureRequest, tmp_path: Path, place: tuple[str, ...]) -> Path:
    path = tmp_path / request.param
    path.write_text(FORMATS[request.param].replace("{}", json.dumps(record(place, ARTICLE))))
    return path


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


def test_clean_mends_the_text_under_every_name(given: Path, place: tuple[str, ...]) -> None:
    out = given.with_name(f"out-{given.name}")

    assert main(["clean", *CHOICE, str(given), "-o", str(out)]) == 0
    assert text_in(out, place).rstrip() == KEPT


def test_fix_mends_the_text_under_every_name(given: Path, place: tuple[str, ...]) -> None:
    assert main(["check", *CHOICE, "--fix", "--unsafe-fixes", str(given)]) == 0
    assert text_in(given, place).rstrip() == KEPT


def test_diff_shows_the_text_under_every_name(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = given.read_bytes()

    main(["check", *CHOICE, "--diff", "--unsafe-fixes", str(given)])
    assert FORM in capsys.readouterr().out
    assert given.read_bytes() == before


def test_object_under_an_earlier_name_is_not_taken_for_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    other = {"maintext": "0123456789 " * 9}
    path.write_text(json.dumps({"text": other, "maintext": ARTICLE}) + "\n")

    assert main(["check", *CHOICE, "--fix", "--unsafe-fixes", str(path)]) == 0
    mended = json.loads(path.read_text())
    assert mended["text"] == other
    assert mended["maintext"].rstrip() == KEPT
