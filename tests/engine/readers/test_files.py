"""From paths to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.files import Input, Missing, excluder, find

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

    def test_kind_and_compression_come_from_the_ending(self) -> None:
        (file,) = find(["sub/c.jsonl.gz"], excluder(()))

        assert isinstance(file, Input)
        assert (file.kind, file.compression) == ("json-lines", "gz")

    def test_named_file_is_read_whatever_its_ending_and_excludes(self) -> None:
        assert names("f.py", ".hidden/e.txt", exclude=("*.py",)) == ["f.py", ".hidden/e.txt"]

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

        assert file == Input(None, "x.json", "json", "")
