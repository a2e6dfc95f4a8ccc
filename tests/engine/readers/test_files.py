"""From paths to files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.files import DEFAULT_EXCLUDE, Input, Missing, counted_endings, excluder, find

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.jsonl.gz", "sub/d.json", ".hidden/e.txt", "f.py", ".g.txt", "out/h.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [f.filename if isinstance(f, Input) else f.message for f in find(paths, excluder(exclude))]


@pytest.mark.usefixtures("folder")
class TestFind:
    def test_folder_is_walked_in_order_without_hidden_files(self) -> None:
        assert names(".") == ["a.txt", "b.txt", "out/h.md", "sub/c.jsonl.gz", "sub/d.json"]

    def test_folders_of_programs_are_left_out_by_default(self, folder: Path) -> None:
        for name in (
            ".git",
            ".venv",
            ".tox",
            ".mypy_cache",
            "node_modules",
            "venv",
            "__pycache__",
            "site-packages",
            "build",
        ):
            (folder / "in" / name).mkdir(parents=True)
            (folder / "in" / name / "a.txt").touch()

        assert names("in", exclude=DEFAULT_EXCLUDE) == ["in/build/a.txt"]
        assert len(names("in")) == 5

    def test_format_and_compression_come_from_the_ending(self) -> None:
        (file,) = find(["sub/c.jsonl.gz"], excluder(()))

        assert isinstance(file, Input)
        assert (file.format.name, file.compression) == ("json-lines", "gz")

    def test_named_file_is_read_whatever_its_ending_and_excludes(self, folder: Path) -> None:
        (folder / "f.story").touch()

        assert names("f.story", ".hidden/e.txt", exclude=("*.story",)) == ["f.story", ".hidden/e.txt"]

    def test_named_file_of_a_kind_that_holds_no_text_is_refused_with_what_to_do(self) -> None:
        (told,) = find(["f.py"], excluder(()))

        assert told == Missing("f.py: Python is no text of articles; where it is one after all, name it .txt")

    def test_files_of_a_folder_that_articles_may_be_in_are_counted(self, folder: Path) -> None:
        for name in ("a.html", "b.HTML", "c.pdf", "d.html.gz", "e.yaml"):
            (folder / name).touch()
        left_out: Counter[str] = Counter()

        list(find(["."], excluder(()), left_out=left_out))

        assert left_out == {".html": 3, ".pdf": 1}
        assert counted_endings(left_out) == "4 files (3 .html, 1 .pdf)"

    def test_link_that_loops_is_told_and_the_rest_is_read(self, folder: Path) -> None:
        (folder / "loop.txt").symlink_to("loop.txt")

        assert names(".")[:3] == ["a.txt", "b.txt", "loop.txt: too many levels of symbolic links"]

    @pytest.mark.parametrize("glob", ["sub", "sub/", "sub/*", "s*", "*.js*"])
    def test_excluded_files_are_not_searched(self, glob: str) -> None:
        assert names(".", exclude=(glob,))[:3] == ["a.txt", "b.txt", "out/h.md"]
        assert "sub/d.json" not in names(".", exclude=(glob,))

    def test_glob_is_expanded_in_order(self) -> None:
        assert names("*.txt") == ["a.txt", "b.txt"]
        assert names("**/*.json") == ["sub/d.json"]

    def test_file_is_read_once(self) -> None:
        assert names("a.txt", "a.txt", ".")[:2] == ["a.txt", "b.txt"]

    def test_missing_file_is_told_with_the_nearest_name(self) -> None:
        assert names("c.txt", "a.txt") == ['c.txt: no such file; did you mean "b.txt"?', "a.txt"]

    def test_glob_that_matches_nothing_is_told(self) -> None:
        assert names("*.nix") == ["*.nix: no file matches"]

    def test_folder_without_articles_is_told(self, folder: Path) -> None:
        (folder / "empty").mkdir()

        (told,) = find(["empty"], excluder(()))

        assert isinstance(told, Missing)
        assert told.message.startswith("empty: no articles in this folder")

    def test_standard_input_is_read_as_its_name_says(self) -> None:
        (file,) = find(["-"], excluder(()), "x.json")

        assert isinstance(file, Input)
        assert (file.path, file.filename, file.format.name) == (None, "x.json", "json")
