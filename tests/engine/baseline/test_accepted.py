"""Findings that a team has accepted: written, left out, counted, stale."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, BETWEEN, FORM, Ran, scrapelint

from scrapelint.baseline.accepted import Entry, rows, written
from scrapelint.baseline.rules import ACCEPTED_RULES
from scrapelint.config.projects import ACCEPTED_FILE
from scrapelint.errors import WriteError
from scrapelint.fixes import atomic
from scrapelint.fixes.atomic import exclusive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapelint.readers.faults import BadFile, GoodFile, InputRule

SELECT = ("--select", "CMT")
SECOND = f"The ferry left at nine.\n\nLeave a Reply\n\n{BETWEEN}\n\nYour email address will not be published.\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "sub" / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def check(*arguments: str, cwd: Path) -> Ran:
    return scrapelint("check", *SELECT, "--output-format", "json-lines", *(arguments or (".",)), cwd=cwd)


def accept(*arguments: str, cwd: Path) -> Ran:
    return scrapelint("accept", *SELECT, *arguments, cwd=cwd)


def entries(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / ACCEPTED_FILE).read_text(encoding="utf-8").splitlines()]


class TestAccept:
    def test_check_leaves_out_what_is_accepted_and_counts_it(self, here: Path) -> None:
        told = accept("--reason", "quoted", cwd=here)

        assert (told.status, told.out) == (0, f"Accepted 3 findings; 3 in {ACCEPTED_FILE}.\n")
        assert check(cwd=here) == (0, "", "")
        assert scrapelint("check", *SELECT, ".", cwd=here).out.endswith(
            "Nothing found in 2 articles.\n3 accepted findings left out.\n"
        )

    def test_that_git_keeps_the_lines_of_both_sides_is_told_once(self, here: Path) -> None:
        first, second = accept("a.txt", cwd=here), accept("sub/b.txt", cwd=here)

        assert f"{ACCEPTED_FILE} is new; .gitattributes says that git keeps the lines of both sides" in first.err
        assert f"{ACCEPTED_FILE} merge=union" in (here / ".gitattributes").read_text(encoding="utf-8")
        assert second.err == ""

    def test_entry_says_what_where_why_and_when(self, here: Path) -> None:
        accept("a.txt", "--reason", "quoted", cwd=here)

        (entry,) = entries(here)
        assert len(entry.pop("fingerprint")) == 32
        assert len(entry.pop("date")) == 10
        assert entry == {"filename": "a.txt", "code": "CMT001", "excerpt": FORM.lower(), "reason": "quoted"}

    def test_changed_line_comes_back_and_its_entry_is_stale(self, here: Path) -> None:
        accept(cwd=here)
        (here / "sub" / "b.txt").write_text(SECOND.replace("Leave a Reply", "Leave a Reply!"), encoding="utf-8")

        ran = check(cwd=here)

        assert [(f["code"], f["filename"], f["location"]["row"]) for f in ran.findings] == [
            ("CMT001", "sub/b.txt", 3),
            ("ACC001", ACCEPTED_FILE, 2),
        ]

    def test_moved_lines_stay_accepted_from_every_folder(self, here: Path) -> None:
        accept(cwd=here)
        (here / "sub" / "b.txt").write_text("The wind fell.\n\n" * 10 + SECOND, encoding="utf-8")

        assert check("b.txt", cwd=here / "sub") == (0, "", "")
        assert check(str(here / "sub" / "b.txt"), cwd=here.parent) == (0, "", "")

    def test_another_finding_of_the_same_words_is_not_accepted(self, here: Path) -> None:
        accept(cwd=here)
        (here / "a.txt").write_text(f"{ARTICLE}\n{BETWEEN}\n\n{FORM}\n", encoding="utf-8")

        assert [f["location"]["row"] for f in check(cwd=here).findings] == [7]

    def test_line_that_joins_accepted_ones_is_not_accepted_with_them(self, here: Path) -> None:
        accept(cwd=here)
        (here / "a.txt").write_text(f"{ARTICLE}\nLeave a Reply\n", encoding="utf-8")

        assert [(f["code"], f["evidence"].get("merged_lines")) for f in check("a.txt", cwd=here).findings] == [
            ("CMT001", 2),
            ("ACC001", None),
        ]

    def test_accepting_again_adds_only_what_is_new_and_missing_reasons(self, here: Path) -> None:
        accept("a.txt", cwd=here)

        told = accept("--reason", "quoted", cwd=here)

        assert told.out.startswith("Accepted 2 findings and gave 1 entry a reason; 3 in ")
        assert {entry["reason"] for entry in entries(here)} == {"quoted"}

    def test_records_are_known_by_id_wherever_they_stand(self, here: Path) -> None:
        record, other = json.dumps({"id": "x", "text": ARTICLE}), json.dumps({"id": "y", "text": "Talks ended."})
        (here / "c.jsonl").write_text(record + "\n", encoding="utf-8")
        accept("c.jsonl", cwd=here)
        (here / "c.jsonl").write_text(f"{other}\n{record}\n", encoding="utf-8")

        assert check("c.jsonl", cwd=here).findings == []
        assert entries(here)[0]["id"] == "x"

    def test_records_without_id_are_known_by_their_longest_line(self, here: Path) -> None:
        one, two = (
            f"The {n} round of talks on the river treaty ended on Friday.\n\n{FORM}\n" for n in ("first", "second")
        )
        record, other = json.dumps({"text": one}), json.dumps({"text": two})
        (here / "c.jsonl").write_text(record + "\n", encoding="utf-8")
        accept("c.jsonl", cwd=here)
        (here / "c.jsonl").write_text(f"{other}\n{record}\n", encoding="utf-8")

        (finding,) = check("c.jsonl", cwd=here).findings
        assert finding["record"] == 1

    def test_reason_may_be_required(self, here: Path) -> None:
        accept("a.txt", cwd=here)
        (here / "scrapelint.toml").write_text("require-reasons = true\n", encoding="utf-8")

        refused = accept(cwd=here)

        assert refused.status == 2
        assert refused.err == 'scrapelint: scrapelint.toml:1: a reason is required; give it with --reason "..."\n'
        assert [f["message"] for f in check("a.txt", cwd=here).findings] == [
            "CMT001 in a.txt is accepted without a reason"
        ]

    def test_two_that_accept_at_once_lose_nothing(self, here: Path) -> None:
        (here / "b.txt").write_text(ARTICLE.replace("Friday", "Monday"), encoding="utf-8")
        command = [sys.executable, "-m", "scrapelint", "accept", "--select", "CMT001"]
        with exclusive(str(here)):
            one = subprocess.Popen([*command, "a.txt"], cwd=here)
            other = subprocess.Popen([*command, "b.txt"], cwd=here)
            with pytest.raises(subprocess.TimeoutExpired):
                one.wait(timeout=2)

        assert (one.wait(timeout=60), other.wait(timeout=60)) == (0, 0)
        assert [entry["filename"] for entry in entries(here)] == ["a.txt", "b.txt"]

    def test_run_that_never_ends_keeps_no_other_for_ever(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(atomic, "MAX_WAIT_S", 0.2)

        with (
            exclusive(str(here)),
            pytest.raises(WriteError, match="another run has been writing here for"),
            exclusive(str(here)),
        ):
            pass

    def test_nothing_found_writes_nothing(self, here: Path) -> None:
        told = scrapelint("accept", "--select", "ENC", cwd=here)

        assert (told.status, told.out) == (0, "Nothing found, nothing to accept.\n")
        assert not (here / ACCEPTED_FILE).exists()


class TestStale:
    def test_prune_removes_what_hides_nothing_and_accepts_nothing(self, here: Path) -> None:
        accept("a.txt", cwd=here)
        (here / "a.txt").write_text("Talks ended on Friday.\n", encoding="utf-8")

        told = accept("--prune", cwd=here)

        assert told.out == f"Removed 1 entry of {ACCEPTED_FILE}.\n"
        assert entries(here) == []
        assert check("sub", cwd=here).codes == ["CMT001", "CMT001"]

    def test_file_that_is_gone_makes_its_entries_stale_where_its_folder_is_searched(self, here: Path) -> None:
        accept(cwd=here)
        (here / "sub" / "b.txt").unlink()

        assert check("a.txt", cwd=here).codes == []
        assert check(".", cwd=here).codes == ["ACC001", "ACC001"]

    @pytest.mark.parametrize(
        "options", [("--select", "NAV"), ("--ignore", "CMT001"), ("--per-file-ignores", "*:CMT001")]
    )
    def test_entry_of_a_rule_that_is_off_is_not_stale(self, here: Path, options: tuple[str, ...]) -> None:
        accept("a.txt", cwd=here)
        (here / "a.txt").write_text("Talks ended on Friday.\n", encoding="utf-8")

        assert "ACC001" not in scrapelint("check", "--output-format", "json-lines", *options, "a.txt", cwd=here).out

    def test_entry_of_a_file_that_was_not_read_is_not_stale(self, here: Path) -> None:
        accept(cwd=here)
        (here / "sub" / "b.txt").write_text("The ferry left.\n", encoding="utf-8")

        assert check("a.txt", cwd=here).codes == []

    def test_file_that_cannot_be_read_makes_nothing_stale(self, here: Path) -> None:
        accept("a.txt", cwd=here)
        (here / "a.txt").write_bytes(b"\x89PNG\0\0")

        assert check("a.txt", cwd=here).codes == ["INP003"]

    @pytest.mark.parametrize(
        ("rule", "example"),
        [(rule, example) for rule in ACCEPTED_RULES for example in rule.examples],
        ids=lambda value: getattr(value, "code", type(value).__name__),
    )
    def test_rule_does_what_its_example_says(
        self, here: Path, rule: type[InputRule], example: BadFile | GoodFile
    ) -> None:
        (here / ACCEPTED_FILE).write_bytes(example.content)

        codes = check(".", cwd=here).codes

        assert (rule.code in codes) is type(example).__name__.startswith("Bad")

    def test_stale_entries_can_be_ignored(self, here: Path) -> None:
        accept("a.txt", cwd=here)
        (here / "a.txt").write_text("Talks ended on Friday.\n", encoding="utf-8")

        assert check("--ignore", "ACC001", "a.txt", cwd=here) == (0, "", "")


class TestMending:
    def test_fix_leaves_what_is_accepted(self, here: Path) -> None:
        accept("sub", cwd=here)

        ran = scrapelint("check", *SELECT, "--fix", "--unsafe-fixes", "-q", ".", cwd=here)

        assert ran.status == 0
        assert (here / "a.txt").read_text(encoding="utf-8") == "Talks ended on Friday.\n"
        assert (here / "sub" / "b.txt").read_text(encoding="utf-8") == SECOND

    def test_clean_leaves_and_drops_nothing_that_is_accepted(self, here: Path) -> None:
        accept("a.txt", cwd=here)

        scrapelint("clean", *SELECT, "-q", "a.txt", "-o", "out.txt", "--drop-on", "error", cwd=here)

        assert (here / "out.txt").read_text(encoding="utf-8") == ARTICLE


class TestFile:
    def entry(self, **values: str) -> Entry:
        known = dict(
            filename="a.txt", id="", code="CMT001", excerpt="x", fingerprint="f" * 32, reason="", date="2026-03-02"
        )
        return Entry(**{**known, **values})

    def test_entries_are_sorted_one_a_line_and_stand_once(self) -> None:
        first, second = self.entry(filename="b.txt", fingerprint="1" * 32), self.entry()

        text = written([first, second, first])

        assert [row.entry for row in rows(text)] == [second, first]
        assert text.count("\n") == 2

    def test_file_is_the_same_after_it_was_read_and_written(self) -> None:
        text = written([self.entry(reason='"quoted"\n\u2028 é', excerpt="\x1b ::")], kept=["<<<<<<< HEAD"])
        read = rows(text)

        assert written([row.entry for row in read if row.entry], [row.written for row in read if not row.entry]) == text

    def test_what_cannot_be_seen_is_an_escape_for_whoever_reviews_the_file(self) -> None:
        entry = Entry("a\u202e.txt", "", "CMT001", "leave\u2028a reply", "0" * 32, "", "2026-03-01")

        content = written([entry])

        assert content.isascii()
        assert [row.entry for row in rows(content)] == [entry]

    def test_lines_that_are_no_entries_stay(self, here: Path) -> None:
        (here / ACCEPTED_FILE).write_text("<<<<<<< HEAD\n", encoding="utf-8")

        accept("a.txt", cwd=here)

        assert (here / ACCEPTED_FILE).read_text(encoding="utf-8").startswith("<<<<<<< HEAD\n{")

    def test_bytes_in_a_file_name_survive(self, here: Path) -> None:
        name = "caf\udce9.txt"
        (here / name).write_text(ARTICLE, encoding="utf-8")

        accept(".", cwd=here)

        assert check(".", cwd=here) == (0, "", "")


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs git in a repository of its own."""
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout

    run("init", "--quiet", "--initial-branch", "main")
    return run


@pytest.mark.parametrize("start", ["no entries", "some entries"])
def test_branches_that_accept_different_findings_merge(start: str, git: Callable[..., str], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(SECOND, encoding="utf-8")
    if start == "some entries":
        accept("a.txt", cwd=tmp_path)
    git("add", ".")
    git("commit", "--quiet", "-m", "articles")
    for branch, name in (("left", "b.txt"), ("right", "c.txt")):
        git("switch", "--quiet", "--create", branch, "main")
        accept(name, cwd=tmp_path)
        git("add", ".")
        git("commit", "--quiet", "-m", branch)

    git("merge", "--quiet", "--no-edit", "left")

    assert {entry["filename"] for entry in entries(tmp_path)} >= {"b.txt", "c.txt"}
    assert check("b.txt", "c.txt", cwd=tmp_path) == (0, "", "")


class TestAcrossArticles:
    TEXT = "\n\n".join(
        f"The {n} of the harbour said on Friday that the new pier will open in spring."
        for n in ("mayor", "owner", "master", "clerk", "keeper", "baker", "pilot", "cook")
    )

    @pytest.fixture
    def copies(self, tmp_path: Path) -> Path:
        (tmp_path / ".git").mkdir()
        for name in "ab":
            (tmp_path / f"{name}.txt").write_text(self.TEXT, encoding="utf-8")
        scrapelint("accept", "--select", "DUP", "--reason", "known copies", cwd=tmp_path)
        return tmp_path

    def test_accepted_copy_is_not_stale_where_one_of_the_files_is_checked_alone(self, copies: Path) -> None:
        assert (copies / ACCEPTED_FILE).exists()
        ran = scrapelint("check", "--select", "DUP", "--output-format", "json-lines", "a.txt", cwd=copies)

        assert (ran.status, ran.codes) == (0, [])

    def test_accepted_copy_that_is_gone_is_stale_where_the_project_is_checked(self, copies: Path) -> None:
        (copies / "b.txt").unlink()
        ran = scrapelint("check", "--select", "DUP", "--output-format", "json-lines", cwd=copies)

        assert set(ran.codes) == {"ACC001"}
