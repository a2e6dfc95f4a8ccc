"""Only what the change against a git revision brings in."""

from __future__ import annotations

import gzip
import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, BETWEEN, FORM, Ran, scrapelint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPLY = "Leave a Reply\n"


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., None]:
    def run(*arguments: str) -> None:
        identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, capture_output=True, check=True, timeout=60)

    return run


@pytest.fixture
def here(tmp_path: Path, git: Callable[..., None]) -> Path:
    """A repository with a finding in each of its files, and a folder in it."""
    git("init", "--initial-branch", "main")
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "articles")
    return tmp_path


def check(*arguments: str, cwd: Path, base: str = "HEAD") -> Ran:
    options = ("--select", "CMT001", "--output-format", "json-lines", "--diff-base", base)
    return scrapelint("check", *options, *(arguments or (".",)), cwd=cwd)


def rows(ran: Ran) -> list[tuple[str, int]]:
    return [(f["filename"], f["location"]["row"]) for f in ran.findings]


def test_nothing_changed_is_nothing_found(here: Path) -> None:
    assert check(cwd=here) == (0, "", "")


def test_only_the_new_finding_of_a_file_is_reported(here: Path) -> None:
    (here / "a.txt").write_text(f"The wind fell.\n\n{ARTICLE}\n{BETWEEN}\n\n{REPLY}", encoding="utf-8")

    ran = check(cwd=here)

    assert (ran.status, rows(ran)) == (1, [("a.txt", 9)])


def test_same_words_once_more_are_one_new_finding(here: Path) -> None:
    (here / "a.txt").write_text(f"{ARTICLE}\n{BETWEEN}\n\n{FORM}\n", encoding="utf-8")

    assert rows(check(cwd=here)) == [("a.txt", 7)]


def test_new_file_is_new_whether_git_knows_it_or_not(here: Path, git: Callable[..., None]) -> None:
    (here / "c.txt").write_text(ARTICLE, encoding="utf-8")
    (here / "d.txt").write_text(ARTICLE, encoding="utf-8")
    git("add", "d.txt")

    assert rows(check(cwd=here)) == [("c.txt", 3), ("d.txt", 3)]


def test_renamed_file_is_compared_with_what_it_was(here: Path, git: Callable[..., None]) -> None:
    git("mv", "a.txt", "c.txt")
    (here / "c.txt").write_text(f"{ARTICLE}\nThe wind fell.\n\n{REPLY}", encoding="utf-8")

    assert rows(check(cwd=here)) == [("c.txt", 7)]


def test_works_from_a_folder_of_the_repository(here: Path) -> None:
    (here / "sub" / "b.txt").write_text(f"{ARTICLE}\n{BETWEEN}\n\n{REPLY}", encoding="utf-8")

    assert rows(check("b.txt", cwd=here / "sub")) == [("b.txt", 7)]


def test_records_are_compared_by_their_ids(here: Path, git: Callable[..., None]) -> None:
    records = [json.dumps({"id": name, "text": ARTICLE}) for name in ("x", "y")]
    (here / "c.jsonl.gz").write_bytes(gzip.compress(records[0].encode()))
    git("add", ".")
    git("commit", "-m", "records")
    (here / "c.jsonl.gz").write_bytes(gzip.compress("\n".join(reversed(records)).encode()))

    assert [f["id"] for f in check(cwd=here).findings] == ["y"]


def test_dots_mean_where_the_branch_began(here: Path, git: Callable[..., None]) -> None:
    git("switch", "--create", "topic")
    git("switch", "main")
    (here / "a.txt").write_text("Talks ended on Friday.\n", encoding="utf-8")
    git("commit", "--all", "-m", "mended on main")
    git("switch", "topic")

    assert rows(check(cwd=here, base="main")) == [("a.txt", 3)]
    assert rows(check(cwd=here, base="main...")) == []


def test_configuration_is_that_of_now(here: Path) -> None:
    (here / "sub" / "scrapelint.toml").write_text('ignore = ["CMT001"]', encoding="utf-8")
    (here / "sub" / "b.txt").write_text(f"{ARTICLE}\n{BETWEEN}\n\n{REPLY}", encoding="utf-8")

    ran = scrapelint("check", "--diff-base", "HEAD", "--output-format", "concise", "sub", cwd=here)

    assert "CMT001" not in ran.out


@pytest.mark.parametrize(
    ("base", "options", "told"),
    [
        ("nix", (), 'git knows no revision "nix": fetch it first'),
        ("--output=x", (), 'git knows no revision "--output=x"'),
        ("HEAD", ("--fix",), "--diff-base is for reports"),
    ],
)
def test_mistake_says_what_to_do(here: Path, base: str, options: tuple[str, ...], told: str) -> None:
    ran = scrapelint("check", f"--diff-base={base}", *options, ".", cwd=here)

    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert told in ran.err


def test_folder_without_a_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")

    assert "not a git repository" in check(cwd=tmp_path).err
