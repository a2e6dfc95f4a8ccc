"""`scrapelint show`: an article with its margins."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command import FORM, scrapelint
from pages import parsed
from terminal import Screen

from scrapelint.cli import main
from scrapelint.config import projects

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "The ferries of Larn sailed again on Monday, nine days after their crews had stopped work over pay and hours."
TEXT = f"Share Tweet\n\n{PROSE}\n\nThe crews get four per cent more from May , he said, and the night boats will go again before the summer is over.\n\n{FORM}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"title": f"Nr {n}", "text": TEXT}) + "\n" for n in (1, 2)))
    return tmp_path


def show(*arguments: str, cwd: Path, **environment: str) -> list[str]:
    ran = scrapelint("show", "--isolated", *arguments, cwd=cwd, **environment)
    assert ran.status == 0, ran.err
    return ran.out.splitlines()


def row(lines: list[str], word: str) -> str:
    return next(line for line in lines if word in line)


def test_zones_stand_on_the_left_and_findings_on_the_right(here: Path) -> None:
    lines = show("a.txt", cwd=here)

    assert row(lines, "Share Tweet").startswith("head ┃   1 - ")
    assert row(lines, "Share Tweet").endswith("NAV002 share-bar")
    assert row(lines, "The ferries").startswith("body ┃   3   ")
    assert row(lines, FORM).startswith("tail ┃   7 - ")


def test_what_clean_changes_in_a_line_stands_in_brackets(here: Path) -> None:
    lines = show("a.txt", "--min-confidence", "0.5", cwd=here)

    assert " ~ The crews get four per cent more from May[- -]," in row(lines, "The crews")


def test_finding_below_the_confidence_stays(here: Path) -> None:
    lines = show("a.txt", "--min-confidence", "1", cwd=here)

    assert " ? " in row(lines, FORM)
    assert lines[1].endswith("clean would change nothing")


def test_summary_says_how_much_would_go(here: Path) -> None:
    lines = show("a.txt", "--select", "CMT", cwd=here)

    assert lines[1] == f"4 lines, 1 finding; clean would mend 1, and take out {len(FORM) + 2} of {len(TEXT)} characters"


def test_probability_of_being_the_pages_stands_before_each_line(here: Path) -> None:
    lines = show("a.txt", "--probabilities", cwd=here)

    shares = [float(row(lines, word).split(" - ")[-1].split()[0]) for word in ("Share Tweet", FORM)]
    assert row(lines, "The ferries").startswith("body ┃   3   0.")
    assert min(shares) > 0.5


def test_record_is_named_by_its_number(here: Path) -> None:
    assert show("a.jsonl:2", cwd=here)[0] == "a.jsonl:2  Nr 2"
    assert sum(line.startswith("a.jsonl:") for line in show("a.jsonl", cwd=here)) == 2


def test_record_that_cannot_be_read_is_told_and_the_others_are_shown(here: Path) -> None:
    (here / "b.jsonl").write_text('{"text": "Talks\n' + json.dumps({"text": TEXT}) + "\n")
    told = "scrapelint: b.jsonl:1: broken JSON: unterminated string starting at\n"

    every, alone = (scrapelint("show", "--isolated", place, cwd=here) for place in ("b.jsonl", "b.jsonl:1"))

    assert (every.status, every.err) == (0, told)
    assert "pay and hours" in " ".join(every.out.split())
    assert (alone.status, alone.out, alone.err) == (2, "", told)


def test_without_a_terminal_there_is_no_escape(here: Path) -> None:
    (here / "a.txt").write_text(TEXT.replace("Larn", "\x1b[31mLarn"))

    out = "\n".join(show("a.txt", cwd=here))

    assert "\x1b" not in out
    assert "␛" in out


def test_colour_replaces_the_brackets(here: Path) -> None:
    out = "\n".join(show("a.txt", "--color", "always", cwd=here))

    assert "\x1b[" in out
    assert "[-" not in out


def test_page_of_an_article_has_its_text_findings_and_nothing_from_elsewhere(here: Path) -> None:
    page = parsed("\n".join(show("a.txt", "--html", cwd=here)))

    rows = page.of("div", "row")
    assert [row.one("div", "text").without("ins") for row in rows] == [line for line in TEXT.split("\n") if line]
    assert "goes" in rows[0].classes
    assert rows[0].one("span", "code").text == "NAV002"
    assert not page.of("link")
    assert not page.of("script")
    assert not [e for e in page.all if "src" in e.attributes]


def test_page_of_a_file_has_every_record(here: Path) -> None:
    page = parsed("\n".join(show("a.jsonl", "--html", cwd=here)))

    assert [heading.text for heading in page.of("h1")] == ["Nr 1", "Nr 2"]


@pytest.mark.parametrize("place", ["none.txt", "a.jsonl:9", "."])
def test_wrong_place_is_told(here: Path, place: str) -> None:
    ran = scrapelint("show", "--isolated", place, cwd=here)

    assert ran.status == 2
    assert place in ran.err


@pytest.mark.parametrize("width", [89, 60, 40])
def test_page_is_no_wider_than_the_terminal(here: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    (here / "a.txt").write_text(f"{PROSE}\n\n" + f"{FORM}\n\nRequired fields are marked with an asterisk *\n\n" * 2)
    monkeypatch.chdir(here)
    projects.forget()  # what is known of the folder of another test
    monkeypatch.setattr("sys.stdout", screen := Screen())
    monkeypatch.setenv("COLUMNS", str(width))

    assert main(["show", "--isolated", "--color", "never", "a.txt"]) == 0

    lines = screen.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert lines[-1].rstrip().endswith("? reported, and stays")


def test_marks_are_explained_once_below_all_articles(here: Path) -> None:
    lines = show("a.jsonl", cwd=here)

    assert [line for line in lines if "clean takes it out" in line] == lines[-1:]
    assert sum(FORM in line for line in lines) == 2


def test_number_of_a_line_in_place_of_a_record_is_told(here: Path) -> None:
    text = here / "text.txt"
    text.write_text("Talks ended on Friday.\n", encoding="utf-8")

    ran = scrapelint("show", "text.txt:4", cwd=here)

    assert (ran.status, ran.err) == (
        2,
        "scrapelint: text.txt:4: no such record; the number counts records, not lines\n",
    )
