"""An index of a corpus: brought up to date in place, and compared with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from command import json_lines, scrapelint
from generated import records

from scrapelint.corpus.duckdb_store import connected
from scrapelint.corpus.rows import ArticleEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from command import Ran


STORY = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
OTHER = "The harbour master counted forty lorries on the quay, and said that all of them would cross before noon."
NEW = 40
"""Articles that are checked against the index of all others."""


def index(*paths: str, cwd: Path) -> Ran:
    """Run `scrapelint index`."""
    return scrapelint("index", "--isolated", "--index", "i.duckdb", *paths, cwd=cwd)


def against(*paths: str, cwd: Path, select: str = "DUP,SIT") -> list[dict[str, object]]:
    """Return the findings of some files against the index."""
    options = ("--isolated", "--select", select, "--output-format", "json-lines", "--against", "i.duckdb")
    ran = scrapelint("check", *options, *paths, cwd=cwd)
    assert ran.err == ""
    return ran.findings


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of two articles, indexed, and a new one."""
    made = tmp_path_factory.mktemp("indexed")
    (made / "old").mkdir()
    (made / "old" / "a.txt").write_text(STORY, encoding="utf-8")
    (made / "old" / "b.txt").write_text(OTHER, encoding="utf-8")
    (made / "new.txt").write_text(STORY, encoding="utf-8")
    assert index("old", cwd=made).err == "2 articles in i.duckdb; 0 files unchanged.\n"
    return made


@pytest.fixture
def folder(indexed: Path, tmp_path: Path) -> Path:
    """The same to be changed, the times of its files with it."""
    return shutil.copytree(indexed, tmp_path / "corpus")


def test_new_file_is_compared_with_the_corpus(folder: Path) -> None:
    (finding,) = against("new.txt", cwd=folder)

    assert (finding["code"], finding["filename"]) == ("DUP001", "new.txt")
    assert [related["filename"] for related in finding["related"]] == ["old/a.txt"]  # type: ignore[attr-defined]


def test_index_with_a_view_is_refused_before_it_is_asked_anything(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(folder / "i.duckdb")) as connection:
        connection.execute("DROP TABLE files")
        connection.execute("CREATE VIEW files AS SELECT range::VARCHAR AS filename, 0 AS size FROM range(100000000000)")

    ran = scrapelint("check", "--isolated", "--against", "i.duckdb", "new.txt", cwd=folder)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "scrapelint: i.duckdb: this is no index of scrapelint: it has views\n"


def test_connection_opens_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    connection = connected(str(tmp_path / "i.duckdb"), str(tmp_path))

    with pytest.raises(Exception, match="disabled"):
        connection.execute("SELECT * FROM read_csv(?)", [str(tmp_path / "secret.csv")])


def test_indexed_file_is_not_compared_with_itself(folder: Path) -> None:
    assert against("old/a.txt", cwd=folder) == []


def test_what_an_index_knows_of_a_checked_file_is_out_of_date(folder: Path) -> None:
    (folder / "old" / "a.txt").write_text(OTHER, encoding="utf-8")

    assert [f["filename"] for f in against("old/a.txt", cwd=folder)] == ["old/a.txt"]
    assert against("old/a.txt", "new.txt", cwd=folder)[0]["related"][0]["filename"] == "old/b.txt"  # type: ignore[index]


class TestUpdate:
    def test_files_that_did_not_change_are_not_read_again(self, folder: Path) -> None:
        assert index("old", cwd=folder).err == "2 articles in i.duckdb; 2 files unchanged.\n"

    def test_changed_file_takes_the_place_of_the_old(self, folder: Path) -> None:
        time.sleep(0.01)
        (folder / "old" / "a.txt").write_text(OTHER, encoding="utf-8")

        assert index("old", cwd=folder).err == "2 articles in i.duckdb; 1 file unchanged.\n"
        assert against("new.txt", cwd=folder) == []

    def test_file_that_is_gone_is_taken_out(self, folder: Path) -> None:
        (folder / "old" / "a.txt").unlink()

        assert index("old", cwd=folder).err == "1 article in i.duckdb; 1 file unchanged.\n"
        assert against("new.txt", cwd=folder) == []

    def test_update_that_fails_leaves_the_index_as_it_was(self, folder: Path) -> None:
        from scrapelint.commands.index import all_rules
        from scrapelint.corpus.index import Index, Known

        def noted() -> Iterator[tuple[str, ArticleEvidence]]:
            yield "x.txt", ArticleEvidence(1, [0], [0], [1], [0], [""], [])
            raise KeyboardInterrupt

        with Index(str(folder / "i.duckdb"), all_rules(), read_only=False) as opened, pytest.raises(KeyboardInterrupt):
            opened.update(["old/a.txt"], [("x.txt", Known(1, 1))], noted())

        assert index("old", cwd=folder).err == "2 articles in i.duckdb; 2 files unchanged.\n"
        assert len(against("new.txt", cwd=folder)) == 1


class TestChanged:
    def changed(self, folder: Path) -> list[str]:
        ran = scrapelint("check", "--isolated", "--against", "i.duckdb", "--changed", "--show-files", ".", cwd=folder)
        return ran.out.splitlines()

    def test_only_files_that_the_index_does_not_know_are_checked(self, folder: Path) -> None:
        os.utime(folder / "old" / "b.txt", ns=(1, 1))

        assert self.changed(folder) == ["new.txt", "old/b.txt"]

    def test_it_needs_an_index(self, folder: Path) -> None:
        ran = scrapelint("check", "--changed", ".", cwd=folder)

        assert ran.status == 2
        assert "--changed needs the index to compare with: --against INDEX" in ran.err


class TestFaults:
    def test_missing_index_says_how_to_make_it(self, tmp_path: Path) -> None:
        ran = scrapelint("check", "--against", "no.duckdb", ".", cwd=tmp_path)

        assert ran.status == 2
        assert "no.duckdb: no such index; make it: scrapelint index CORPUS --index no.duckdb" in ran.err

    def test_other_file_is_not_touched(self, folder: Path) -> None:
        (folder / "i.duckdb").write_text("no index", encoding="utf-8")

        ran = index("old", cwd=folder)

        assert ran.status == 2
        assert "i.duckdb: cannot be opened as an index" in ran.err
        assert (folder / "i.duckdb").read_text(encoding="utf-8") == "no index"

    @pytest.mark.parametrize("command", ["check", "index"])
    def test_damaged_index_is_told(self, folder: Path, command: str) -> None:
        data = (folder / "i.duckdb").read_bytes()
        blocks = 3 * 4096  # what stands before says where they are
        (folder / "i.duckdb").write_bytes(data[:blocks] + bytes(byte ^ 1 for byte in data[blocks:]))

        options = ("new.txt", "--against") if command == "check" else ("old", "--index")
        ran = scrapelint(command, "--isolated", *options, "i.duckdb", cwd=folder)

        assert ran.status == 2
        assert ran.err.startswith("scrapelint: i.duckdb: cannot be "), ran.err

    @pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system has no limit for files")
    def test_full_disk_leaves_the_index_as_it_was(self, folder: Path) -> None:
        (folder / "new").mkdir()
        made = json_lines(records(40, words=60))
        (folder / "new" / "n.jsonl").write_text(made, encoding="utf-8")

        command = f"ulimit -f 64; exec {sys.executable} -m scrapelint index --isolated --index i.duckdb old new"
        ran = subprocess.run(
            ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False, timeout=60
        )

        assert ran.returncode == 2
        assert ran.stderr.startswith("scrapelint: i.duckdb: cannot be written: "), ran.stderr
        assert index("old", cwd=folder).err == "2 articles in i.duckdb; 2 files unchanged.\n"

    def test_index_of_another_version_is_told(self, folder: Path) -> None:
        import duckdb

        with duckdb.connect(str(folder / "i.duckdb")) as connection:
            connection.execute("UPDATE streams SET label = 'copies/0' WHERE label LIKE 'copies/%'")

        assert "made by another version or with other rules" in index("old", cwd=folder).err

    def test_standard_input_has_no_name_to_be_known_by(self, tmp_path: Path) -> None:
        assert "standard input cannot be indexed" in index("-", cwd=tmp_path).err


def test_against_an_index_is_as_together_with_it(tmp_path: Path) -> None:
    made = [json.dumps(record) for record in records(300, words=150)]
    (tmp_path / "old.jsonl").write_text("\n".join(made[NEW:]), encoding="utf-8")
    (tmp_path / "new.jsonl").write_text("\n".join(made[:NEW]), encoding="utf-8")
    index("old.jsonl", cwd=tmp_path)

    alone = against("new.jsonl", cwd=tmp_path)

    options = ("--isolated", "--select", "DUP,SIT", "--output-format", "json-lines")
    together = scrapelint("check", *options, "old.jsonl", "new.jsonl", cwd=tmp_path).findings
    assert alone == [finding for finding in together if finding["filename"] == "new.jsonl"]
    assert {finding["code"] for finding in alone} >= {"DUP002", "SIT001"}
