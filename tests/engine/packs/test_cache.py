"""Compiled packs on disk."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from scrapelint.errors import PackError
from scrapelint.packs import cache as packcache
from scrapelint.packs.cache import MAX_AGE_S, cache_folder, checksum, phrases_of
from scrapelint.packs.files import compiled, load

PACK = """
concept = "{0}"
summary = "a line that asks to call"
[[entries]]
id = "call"
where = "line"
max_line_chars = 60
phrases.en = ["call the {0}", "call {{n}} {0}s"]
[[entries]]
id = "inside"
where = "inside"
max_line_chars = 60
phrases.de = ["ruf den {0}"]
patterns.de = ["den {0} (jetzt )?anrufen"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, not there yet."""
    monkeypatch.setenv("SCRAPELINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    for name in ("mayor", "harbour"):
        (tmp_path / f"{name}.toml").write_text(PACK.format(name), encoding="utf-8")
    return [tmp_path / "mayor.toml", tmp_path / "harbour.toml"]


def plain(table: object) -> object:
    """Return a table as JSON has it: a cached one has lists for tuples."""
    return json.loads(json.dumps(table))


def test_first_table_is_written(paths: list[Path], folder: Path) -> None:
    phrases_of(paths)

    assert [path.name for path in folder.iterdir()] == [f"packs-{checksum(paths)}.bin"]


def test_cached_table_is_the_compiled_one(paths: list[Path]) -> None:
    phrases_of(paths)

    assert plain(phrases_of(paths).whole()) == plain(compiled(map(load, paths)))


def test_cached_table_is_read_without_parsing(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    phrases_of(paths)
    monkeypatch.setattr(packcache, "_compile", lambda _: pytest.fail("parsed again"))

    assert phrases_of(paths).whole().languages() == {"mayor": {"en", "de"}, "harbour": {"en", "de"}}


def test_changed_pack_is_compiled_anew(paths: list[Path]) -> None:
    phrases_of(paths)
    paths[0].write_text(PACK.format("major"), encoding="utf-8")

    assert phrases_of(paths).whole().languages().keys() == {"major", "harbour"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\n", b"[]\n", b"[[[1]], 0]\n", b"[[], 2]\n123", b"[[], 0]\nrest"])
def test_broken_cache_is_written_anew(paths: list[Path], folder: Path, content: bytes) -> None:
    phrases_of(paths)
    (cached,) = folder.iterdir()
    cached.write_bytes(content)

    assert plain(phrases_of(paths).whole()) == plain(compiled(map(load, paths)))
    assert cached.read_bytes() != content


def test_file_of_packs_that_are_long_gone_is_removed(paths: list[Path], folder: Path) -> None:
    folder.mkdir()
    for name, age_s in (("packs-1-old.json", MAX_AGE_S + 60), ("packs-2-new.bin", MAX_AGE_S - 60)):
        (folder / name).touch()
        os.utime(folder / name, (time.time() - age_s,) * 2)

    phrases_of(paths)

    assert {path.name for path in folder.iterdir()} == {"packs-2-new.bin", f"packs-{checksum(paths)}.bin"}


def test_folder_that_cannot_be_written_costs_nothing(paths: list[Path], folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")

    assert phrases_of(paths).whole().languages().keys() == {"mayor", "harbour"}


def test_invalid_pack_is_told_and_not_cached(paths: list[Path], folder: Path) -> None:
    paths[0].write_text("concept = 3", encoding="utf-8")

    with pytest.raises(PackError):
        phrases_of(paths)

    assert not folder.exists()


@pytest.mark.parametrize("sign", [r"\u001e", r"\u001f"])
def test_phrase_with_a_sign_that_parts_the_cache_survives(paths: list[Path], sign: str) -> None:
    paths[0].write_text(PACK.format(f"may{sign}or").replace(sign, "", 1), encoding="utf-8")
    phrases_of(paths)

    assert plain(phrases_of(paths).whole()) == plain(compiled(map(load, paths)))


class TestChecksum:
    def test_checksum_is_that_of_the_content(self, paths: list[Path], tmp_path: Path) -> None:
        copies = [tmp_path / f"{number}.toml" for number, _ in enumerate(paths)]
        for path, copy in zip(paths, copies, strict=True):
            copy.write_bytes(path.read_bytes())

        assert checksum(copies) == checksum(paths)

    def test_checksum_changes_with_the_content(self, paths: list[Path]) -> None:
        before = checksum(paths)
        paths[1].write_text(PACK.format("harbor"), encoding="utf-8")

        assert checksum(paths) != before

    def test_missing_file_counts_as_empty(self, tmp_path: Path) -> None:
        (tmp_path / "empty.toml").touch()

        assert checksum([tmp_path / "none.toml"]) == checksum([tmp_path / "empty.toml"])


class TestFolder:
    def test_folder_is_the_one_that_is_set(self, folder: Path) -> None:
        assert cache_folder() == str(folder)

    def test_folder_is_one_of_the_user_elsewhere(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.delenv("SCRAPELINT_CACHE_DIR")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

        assert cache_folder() == str(tmp_path / "scrapelint")

    def test_folder_is_in_the_home_of_the_user_without_any_setting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("SCRAPELINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            monkeypatch.delenv(name, raising=False)

        assert cache_folder() == str(Path("~/.cache/scrapelint").expanduser())


def test_flipped_bit_in_the_cache_is_noticed(paths: list[Path], folder: Path) -> None:
    phrases_of(paths)
    (cached,) = folder.iterdir()
    written = bytearray(cached.read_bytes())
    written[len(written) // 2] ^= 1
    cached.write_bytes(written)

    assert plain(phrases_of(paths).whole()) == plain(compiled(map(load, paths)))
    assert cached.read_bytes() != bytes(written)


def test_changed_compiler_is_another_cache(paths: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = checksum(paths)
    (tmp_path / "compiler.py").write_text("# changed")
    monkeypatch.setattr(packcache, "_compiler", lambda: [str(tmp_path / "compiler.py")])

    assert checksum(paths) != before
