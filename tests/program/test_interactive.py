"""`scrapelint check --fix --interactive`, as somebody uses it who looks at each fix."""

from __future__ import annotations

import gzip
import json
import re
import signal
from typing import TYPE_CHECKING

import pytest
from checkouts import CHECKOUT
from command import ARTICLE, BETWEEN, FORM, scrapelint
from terminal import on_terminal, typed

from scrapelint.cli import main
from scrapelint.config import projects

if TYPE_CHECKING:
    from pathlib import Path

KEPT = "Talks ended on Friday.\n"
FOLLOW = "Follow us on Facebook, Instagram and X."
TWO = f"Talks ended on Friday.\n\n{BETWEEN}\n\n{FOLLOW}\n\n{BETWEEN}\n\n{FORM}\n"
SELECT = ("check", "--isolated", "--select", "CMT,PRO")
ASK = (*SELECT, "--output-format", "concise", "--fix", "--interactive")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(TWO, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    projects.forget()  # what is known of the folder of another test
    return tmp_path


def content(here: Path) -> dict[str, str]:
    """Return all files, hidden ones too: nothing half written may lie beside them."""
    return {path.name: path.read_text(encoding="utf-8") for path in here.iterdir()}


class TestOnATerminal:
    def test_question_shows_finding_and_lines_and_the_answer_is_obeyed(self, here: Path) -> None:
        seen = on_terminal(*ASK, "a.txt", cwd=here, answers=["n", "y"])

        assert 'warning PRO005 follow-us: call to follow the site: "Follow us on"\n  --> a.txt:5:1\n' in seen.screen
        assert "99% sure\n    do   remove the line (safe fix)\n@@ -5,5 +5,3 @@\n" in seen.screen
        assert f"-\n-{FORM}\n(2/2) Apply this fix [y,n,a,d,s,q,x,?]? y\n" in seen.screen
        assert content(here)["a.txt"] == TWO.replace(f"\n\n{FORM}", "")
        assert seen.screen.endswith("Found 2 findings (1 fixed, 1 remaining) in 1 article.\n1 fix not applied.\n")
        assert seen.status == 1

    def test_ctrl_c_writes_nothing(self, here: Path) -> None:
        before = content(here)

        seen = on_terminal(*ASK, ".", cwd=here, answers=["y", "y", b"\x03"])

        assert content(here) == before
        assert seen.screen.endswith("\nNothing was written.\n")
        assert seen.status == 130

    def test_end_of_the_answers_writes_nothing(self, here: Path) -> None:
        before = content(here)

        seen = on_terminal(*ASK, ".", cwd=here, answers=["y", b"\x04"])

        assert content(here) == before
        assert "Nothing was written.\n" in seen.screen
        assert "(0 fixed, 3 remaining)" in seen.screen

    def test_terminal_that_goes_away_writes_nothing(self, here: Path) -> None:
        before = content(here)

        seen = on_terminal(*ASK, ".", cwd=here, answers=["y", signal.SIGHUP])

        assert content(here) == before
        assert seen.status == 128 + signal.SIGHUP


def test_nothing_is_written_before_the_last_answer(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(here)
    during: list[dict[str, str]] = []

    class Watching:
        def __init__(self) -> None:
            self._left = ["y\n", "y\n", "y\n"]

        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            during.append({name: text for name, text in content(here).items() if not name.startswith(".")})
            return self._left.pop(0)

    typed(monkeypatch)
    monkeypatch.setattr("sys.stdin", Watching())

    assert main([*ASK, "."]) == 0
    assert during == [before, before, before]
    assert content(here) == {"a.txt": TWO.replace(f"\n\n{FORM}", "").replace(f"{FOLLOW}\n\n", ""), "b.txt": KEPT}


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        (["y", "q"], {"a.txt"}),
        (["y", "y", "q"], {"a.txt"}),
        (["q"], set()),
        (["y", "y", "y"], {"a.txt", "b.txt"}),
        (["n", "a"], {"a.txt", "b.txt"}),
        (["n", "d"], set()),
        (["y", "x"], set()),
        (["what?", "Y", "n", "y"], {"a.txt", "b.txt"}),
    ],
)
def test_files_are_written_as_chosen(
    here: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str], written: set[str]
) -> None:
    before = content(here)
    screen = typed(monkeypatch, *answers)

    main([*ASK, "."])

    assert {name for name, text in content(here).items() if text != before[name]} == written
    assert screen.getvalue().count("Apply this fix") == len(answers)


def test_line_ends_of_windows_are_no_part_of_what_is_shown(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "b.txt").write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    screen = typed(monkeypatch, "n")

    main([*ASK, "b.txt"])

    assert f"\n {KEPT}-\n-{FORM}\n" in screen.getvalue()
    assert "␍" not in screen.getvalue()


@pytest.mark.usefixtures("here")
def test_help_says_what_each_letter_does(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = typed(monkeypatch, "?", "q")

    main([*ASK, "b.txt"])

    assert "\na  apply it, and from here on all of this rule\n" in screen.getvalue()


def test_accepted_finding_gets_its_reason_and_is_left_out(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = typed(monkeypatch, "y", "s", "", "s", "quoted in the exhibition", "y")

    assert main([*ASK, "."]) == 0

    (entry,) = map(json.loads, (here / ".scrapelint-accepted.jsonl").read_text(encoding="utf-8").splitlines())
    assert (entry["filename"], entry["code"], entry["reason"]) == ("a.txt", "CMT001", "quoted in the exhibition")
    assert "Nothing is accepted without a reason." in screen.getvalue()
    assert "Accepted 1 finding; 1 in .scrapelint-accepted.jsonl.\n" in screen.getvalue()
    assert "(2 fixed, 0 remaining) in 2 articles.\n1 accepted finding left out." in capsys.readouterr().out
    again = scrapelint("check", "--isolated", "--select", "CMT,PRO", ".", cwd=here)
    assert "1 accepted finding left out." in again.out
    assert again.status == 0


def test_nothing_is_accepted_where_nothing_is_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "s", "because", "x")

    main([*ASK, "."])

    assert sorted(content(here)) == ["a.txt", "b.txt"]


def test_unsafe_fixes_are_asked_about_when_asked_for(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = "Jūsu e-pasta adrese netiks publicēta."  # Latvian is not among the languages that were measured
    (here / "b.txt").write_text(f"Talks ended on Friday.\n\n{form}\n", encoding="utf-8")
    screen = typed(monkeypatch, "y", "y")

    main([*ASK, "b.txt"])
    assert not screen.getvalue()

    main([*ASK, "--unsafe-fixes", "b.txt"])
    assert content(here)["b.txt"] == KEPT


def test_records_of_a_compressed_file_are_asked_about_one_by_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = '{"z" : 1.50,"maintext":"Caf\\u00e9 owners met.\\n\\n%s" }\n'
    path = here / "c.jsonl.gz"
    path.write_bytes(gzip.compress((line % FORM * 3 + '{"maintext": \n').encode()))
    screen = typed(monkeypatch, "y", "n", "y")

    main([*ASK, "c.jsonl.gz"])

    mended = line.replace("\\n\\n%s", "")
    assert gzip.decompress(path.read_bytes()).decode() == mended + line % FORM + mended + '{"maintext": \n'
    assert "  --> c.jsonl.gz:2:3:1\n" in screen.getvalue()


def test_text_of_the_web_reaches_the_terminal_escaped(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "\x1b]0;title\x07\u202e\u200b\x9b31m"
    text = f"Talks {bad} ended on Friday.\n\n{bad}{FORM}{bad}\n"
    (here / "h.jsonl").write_text(json.dumps({"id": bad, "text": text}) + "\n", encoding="utf-8")
    screen = typed(monkeypatch, "a", "a", "a", "a")

    main([*ASK, "--unsafe-fixes", "--extend-select", "ENC", "h.jsonl"])

    assert "<U+202E>" in screen.getvalue()
    assert not set(screen.getvalue()).intersection("\x1b\x07\u202e\u200b\x9b")


def test_page_is_no_wider_than_the_terminal(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "The mayor said that no more than 漢字漢字 and a <U+200B> would do for the harbour, " * 40
    (here / "w.txt").write_text(f"{words}\n\n{FORM} {words}\n\n{BETWEEN}\n", encoding="utf-8")
    screen = typed(monkeypatch, "n", "n")

    main([*ASK, "--unsafe-fixes", "w.txt"])

    # On a slow machine a bar is drawn and wiped again.
    lines = re.sub(r"\x1b\[[\d;]*[A-Za-z]", "", screen.getvalue()).splitlines()
    assert lines
    assert max(len(line) + sum(char in "漢字" for char in line) for line in lines) <= 80


@pytest.mark.usefixtures("here")
def test_other_output_stays_apart_from_the_questions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "n")

    main([*SELECT, "--fix", "-i", "--output-format", "json", "b.txt"])

    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)] == ["CMT001"]


@pytest.mark.usefixtures("here")
def test_fix_only_reports_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    screen = typed(monkeypatch, "y", "n", "y")

    assert main([*SELECT, "--fix-only", "-i", "."]) == 0
    assert screen.getvalue().endswith("\nFixed 2 findings.\n")
    assert capsys.readouterr().out == ""


def test_file_of_two_names_is_asked_about_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "c.txt").symlink_to("b.txt")
    screen = typed(monkeypatch, "y", "y")

    assert main([*ASK, "b.txt", "./b.txt", "c.txt"]) == 0
    assert screen.getvalue().count("Apply this fix") == 1
    assert content(here)["b.txt"] == KEPT


@pytest.mark.usefixtures("here")
def test_status_tells_of_fixes_where_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "y")

    assert main([*ASK, "--exit-non-zero-on-fix", "b.txt"]) == 1


def test_article_that_would_lose_too_much_is_left_with_a_word(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "b.txt").write_text(f"{FORM}\n", encoding="utf-8")
    screen = typed(monkeypatch)

    main([*ASK, "b.txt"])

    assert screen.getvalue().startswith("b.txt: left as it is: the fixes would take 100% of its paragraphs")


def test_file_that_changed_meanwhile_is_left_and_the_status_is_2(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapelint.fixes.atomic.is_same", lambda path, _: not path.endswith("a.txt"))
    screen = typed(monkeypatch, "y", "y", "y")

    assert main([*ASK, "."]) == 2
    assert "a.txt: changed while it was read; nothing was written" in screen.getvalue()
    assert content(here) == {"a.txt": TWO, "b.txt": KEPT}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--fix", "-i", "b.txt"],
            "--interactive asks on a terminal: standard input and standard error have to be one",
        ),
        (["-i", "b.txt"], "--interactive asks which fixes to apply: add --fix"),
        (["--diff", "-i", "b.txt"], "--interactive asks which fixes to apply: leave out --diff"),
        (["--fix", "-i", "-"], "--interactive reads files twice, and - can be read only once"),
        (["--fix", "-i", "--watch", "."], "--watch has a view of its own"),
        (["-i", "--engine", "spark", "b.txt", "-o", "c"], "--interactive is for files on this machine"),
    ],
)
def test_misuse_is_told(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    assert main(["check", "--isolated", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_last_sentence_of_a_run_breaks_between_words(here: Path) -> None:
    thread = CHECKOUT / "corpus" / "bad" / "comments" / "reader-thread-en.txt"
    (here / "c.txt").write_text(thread.read_text("utf-8"), encoding="utf-8")

    seen = on_terminal("check", "--isolated", "--select", "CMT", "c.txt", cwd=here, answers=[])

    lines = seen.screen.rstrip("\n").split("\n")
    assert max(map(len, lines)) <= 80
    assert lines[-2:] == [
        "[*] 2 fixable with the `--fix` option (1 hidden fix can be enabled with the",
        "`--unsafe-fixes` option).",
    ]
