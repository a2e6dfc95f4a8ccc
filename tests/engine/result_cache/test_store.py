"""The file in which results are kept."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from scrapelint.result_cache.store import FLUSH_BYTES, Store

SECRET = b"only here"
WRITER = """
import sys
from scrapelint.result_cache.store import Store
store = Store(sys.argv[1], b"only here")
number = 0
while True:
    store.put(number.to_bytes(8, "big") + b"the rest", number.to_bytes(2, "big") * 2000)
    number = (number + 1) % 60000
    if number == 2000:
        print("busy", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "results.sqlite")


def key(number: int) -> bytes:
    return number.to_bytes(8, "big") + b"the rest"


def filled(path: str, count: int = 50, size: int = 100, max_bytes: int = 1 << 30) -> None:
    store = Store(path, SECRET, max_bytes)
    for number in range(count):
        store.put(key(number), b"%d" % number * size)
    store.close()


def test_what_was_put_is_there_for_the_next_run(path: str) -> None:
    filled(path)

    store = Store(path, SECRET)

    assert [store.get(key(number)) for number in (0, 49, 50)] == [b"0" * 100, b"49" * 100, None]


def test_file_is_private(path: str) -> None:
    filled(path)

    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600


def test_row_of_another_secret_is_not_there(path: str) -> None:
    filled(path)

    assert Store(path, b"another").get(key(3)) is None


def test_row_that_was_changed_or_moved_is_not_there(path: str) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT id, data FROM rows ORDER BY id").fetchall()
        for (number, _), (_, data) in zip(rows, rows[1:] + rows[:1], strict=True):
            connection.execute("UPDATE rows SET data = ? WHERE id = ?", [data, number])
        connection.execute("UPDATE rows SET data = 'text' WHERE id = ?", [rows[0][0]])
    connection.close()

    store = Store(path, SECRET)

    assert all(store.get(key(number)) is None for number in range(50))


@pytest.mark.parametrize("seed", range(12))
def test_damaged_file_gives_what_was_written_or_nothing(path: str, seed: int) -> None:
    filled(path, 400)
    rng = random.Random(seed)  # noqa: S311
    with Path(path).open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for _ in range(rng.choice([1, 30])):
            file.seek(rng.randrange(size) if seed % 3 else rng.randrange(200))
            file.write(rng.randbytes(rng.choice([1, 50])))
        if seed % 4 == 0:
            file.truncate(rng.randrange(size))

    store = Store(path, SECRET)
    found = [store.get(key(number)) for number in range(400)]
    for number in range(400, 500):
        store.put(key(number), b"new")
    store.close()

    assert all(data in {None, b"%d" % number * 100} for number, data in enumerate(found))
    filled(path)
    assert Store(path, SECRET).get(key(7)) in {None, b"7" * 100}


@pytest.mark.parametrize("content", [b"", b"\0", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_file_that_is_no_store_is_made_anew(path: str, content: bytes) -> None:
    Path(path).write_bytes(content)

    filled(path)

    assert Store(path, SECRET).get(key(7)) == b"7" * 100


def test_file_of_another_format_is_made_anew(path: str) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    filled(path, 3)

    assert [Store(path, SECRET).get(key(number)) for number in (2, 3)] == [b"2" * 100, None]


class TestBound:
    MAX = 4 << 20

    def test_file_does_not_grow_beyond_its_bound(self, path: str) -> None:
        for run in range(8):
            store = Store(path, SECRET, self.MAX)
            for number in range(400):
                store.put(key(run * 400 + number), bytes(4000))
            store.close()

        assert Path(path).stat().st_size < self.MAX + 2 * FLUSH_BYTES

    def test_rows_of_the_oldest_runs_go(self, path: str) -> None:
        for run in range(8):
            store = Store(path, SECRET, self.MAX)
            for number in range(400):
                store.put(key(run * 400 + number), bytes(4000))
            store.close()

        store = Store(path, SECRET)
        left = [sum(store.get(key(run * 400 + number)) is not None for number in range(400)) for run in range(8)]
        assert left[0] == 0
        assert left[-1] == 400

    def test_run_that_is_larger_than_the_bound_keeps_its_first_rows(self, path: str) -> None:
        filled(path, 5000, 2000, self.MAX)

        store = Store(path, SECRET)
        assert store.get(key(0)) is not None
        assert store.get(key(4999)) is None
        assert Path(path).stat().st_size < self.MAX + 2 * FLUSH_BYTES


def test_writer_that_is_killed_leaves_whole_rows(path: str) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == b"busy\n"
        writer.kill()

    store = Store(path, SECRET)
    found = [store.get(key(number)) for number in range(60000)]
    assert all(data in {None, number.to_bytes(2, "big") * 2000} for number, data in enumerate(found))
    assert any(found)
    store.put(key(1), b"goes on")
    store.close()
    assert Store(path, SECRET).get(key(1)) == b"goes on"


def test_two_write_and_read_at_once(path: str) -> None:
    one, other = Store(path, SECRET), Store(path, SECRET)
    for number in range(200):
        (one if number % 2 else other).put(key(number), b"%d" % number)
    one.close()
    other.close()

    store = Store(path, SECRET)
    assert all(store.get(key(number)) == b"%d" % number for number in range(200))


def test_row_is_left_out_while_another_process_holds_the_file(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapelint.result_cache.store._WAIT_S", 0.05)
    filled(path)
    store = Store(path, SECRET)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        store.put(key(1000), b"late")

        store.flush()

        assert store.get(key(1)) is None
    store.close()
    other.close()
    assert Store(path, SECRET).get(key(1)) == b"1" * 100


def test_file_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        Store(str(tmp_path / "none" / "results.sqlite"), SECRET)
