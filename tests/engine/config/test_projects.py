"""Which project a file belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint.config.projects import forget, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "sub")
    forget()
    yield tmp_path.resolve()
    forget()


def test_repository_above_is_the_project(here: Path) -> None:
    (here / ".git").mkdir()

    assert place_of("deep/a.txt", ".") == (str(here), "sub/deep/a.txt")


def test_worktree_has_a_file_in_place_of_the_folder(here: Path) -> None:
    (here / ".git").write_text("gitdir: elsewhere", encoding="utf-8")

    assert place_of("a.txt", ".").root == str(here)


def test_nearest_file_of_accepted_findings_wins(here: Path) -> None:
    (here / ".git").mkdir()
    (here / "sub" / ".scrapelint-accepted.jsonl").touch()

    assert place_of("deep/a.txt", ".") == (str(here / "sub"), "deep/a.txt")


def test_without_either_the_default_is_the_root(here: Path) -> None:
    assert place_of("deep/a.txt", str(here)) == (str(here), "sub/deep/a.txt")
    assert place_of("../a.txt", ".") == (str(here / "sub"), "../a.txt")
    assert place_of("-", ".") == (str(here / "sub"), "-")


@pytest.mark.parametrize("spelled", ["a.txt", "./a.txt", "deep/../a.txt", "../sub/a.txt", "{}/sub/a.txt"])
def test_spelling_does_not_matter(here: Path, spelled: str) -> None:
    (here / ".git").mkdir()

    assert place_of(spelled.format(here), ".") == (str(here), "sub/a.txt")


def test_folder_whose_name_begins_like_the_root_is_outside(here: Path) -> None:
    (here / "subway").mkdir()

    assert place_of("../subway/a.txt", str(here / "sub")).path == "../subway/a.txt"
