"""Any configuration, pack, file of accepted findings, rates, ledger or index: an error that says what is wrong, or none."""

from __future__ import annotations

import io
import os
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import cache
from typing import TYPE_CHECKING

from fuzz.files import back, scratch
from fuzz.seeds import FORM, PAGES, STORY

from scrapelint.article import Article
from scrapelint.baseline.accepted import rows, written
from scrapelint.cli import main
from scrapelint.config.loading import load, nearest_file
from scrapelint.engine.document import Document
from scrapelint.errors import PackError, RestoreError, ScrapelintError, UsageError
from scrapelint.gates import rates
from scrapelint.packs import files as packs
from scrapelint.packs.matcher import Matcher
from scrapelint.packs.table import PackedPhrases, packed
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = {"title": "Larn opens its bridge", "url": "https://larn.example/a", "date": "2023-06-18"}


def configures(data: bytes) -> None:
    """Assert that a configuration is read, and its rules run, or that it is told what is wrong with it."""
    folder = _folder("config")
    for name in ("scrapelint.toml", "pyproject.toml"):
        path = folder / name
        path.write_bytes(data)
        try:
            with chdir(folder):
                nearest_file(str(folder))
                config = load(str(path))
                linter = selecting.linter(config, installed())
                list(selecting.without_effect(config, installed()))
                selecting.ignored_in("a.txt", config, installed())
        except ScrapelintError as error:
            assert str(error)
        else:
            for page in PAGES[:3]:
                linter.check(Article(page, "1", "a.txt", fields=dict(FIELDS)))
        finally:
            path.unlink()


def packages(data: bytes) -> None:
    """Assert that a pack is read, compiled and matched, or that it is told what is wrong with it."""
    path = _folder("pack") / "larn.toml"
    path.write_bytes(data)
    try:
        pack = packs.load(path)
        table = packs.compiled([pack])
    except PackError as error:
        assert str(error)
        return
    for phrases in (table, PackedPhrases(packed(table))):
        matcher = Matcher(phrases, {}, [pack.concept])
        for page in PAGES:
            doc = Document(Article(page.encode("utf-8", "replace").decode()), matcher)
            for hit in doc.hits(pack.concept):
                assert hit.line.start <= hit.start <= hit.end <= hit.line.end


def accepts(data: bytes) -> None:
    """Assert that lines of accepted findings are entries, or say why not; what is written is read again."""
    text = data.decode("utf-8", "surrogateescape")
    found = rows(text)
    assert all(bool(row.entry) != bool(row.problem) for row in found)
    assert all(text[row.start : row.end] == row.written for row in found)
    entries = [row.entry for row in found if row.entry]
    again = written(entries)
    assert {row.entry for row in rows(again)} <= set(entries)
    assert written(row.entry for row in rows(again) if row.entry) == again


def rates_of(data: bytes) -> None:
    """Assert that rates of sites are read, or that the line is told that is none."""
    try:
        known = rates.read(data.decode("utf-8", "surrogateescape"), "rates.jsonl")
    except UsageError as error:
        assert str(error).startswith("rates.jsonl:")
        return
    for site in known.sites.values():
        now = rates.SiteRates(site.site, 10, dict.fromkeys(site.rules, 9))
        for jump in rates.jumps(now, site, known.on):
            assert 0 <= jump.share_before <= jump.share <= 1


def restores(data: bytes) -> None:
    """Assert that only the original comes back by a ledger, or that it is told what is wrong with it."""
    cleaned = f"{STORY}\n".encode()
    try:
        back(cleaned, data)
    except (RestoreError, UnicodeDecodeError) as error:
        assert str(error)
    folder = _folder("ledger")
    (folder / "ledger").write_bytes(data)
    (folder / "c.txt").write_bytes(cleaned)
    status, said = run(folder, "restore", "c.txt", "--ledger", "ledger", "-o", "back.txt")
    assert status in {0, 2}, said
    assert sorted(os.listdir(folder)) in (["c.txt", "ledger"], ["back.txt", "c.txt", "ledger"])  # noqa: PTH208


def indexes(data: bytes) -> None:
    """Assert that a file is an index, or that it is told that it is none.

    The bytes replace those of a sound one, or a row in it.
    """
    sound, folder = _index().read_bytes(), _folder("index")
    at, new = int.from_bytes(data[:3], "big") % len(sound), data[4:]
    if not any(data[3:4]):
        sound = sound[:at] + new + sound[at + len(new) :]
    (folder / "i.duckdb").write_bytes(sound)
    if any(data[3:4]):
        _write_rows(folder / "i.duckdb", new.decode("utf-8", "replace"))
    (folder / "n.txt").write_text(f"{STORY}\n\n{FORM}\n", encoding="utf-8")
    status, said = run(folder, "check", "--isolated", "--select", "DUP", "--against", "i.duckdb", "n.txt")
    assert status in {0, 1, 2}, said


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command in a folder; return its exit status, and what it printed."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with chdir(folder), redirect_stdout(out), redirect_stderr(out):
        status = main(arguments)
    said = out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert "internal error" not in said, said
    return status, said


def _write_rows(path: Path, data: str) -> None:
    """Have all evidence of an index say the same."""
    import duckdb

    with duckdb.connect(str(path)) as connection:
        for (table,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            if table.startswith("rows_0"):
                connection.execute(f"UPDATE {table} SET data = ?", [data])


@cache
def _index() -> Path:
    folder = _folder("corpus")
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    status, said = run(folder, "index", "--isolated", "--index", "i.duckdb", "a.txt")
    assert status == 0, said
    return folder / "i.duckdb"


def _folder(name: str) -> Path:
    """Return an empty folder."""
    folder = scratch() / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
