"""Rows of bytes by key in one SQLite file of bounded size, for any number of processes at once.

Nothing here raises for what lies on disk. A row that is not what was written is as if it were not there, a file that
is no such store is made anew, and one that cannot be written is only read.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

MAX_BYTES = 256 << 20
"""Largest file, in bytes: it holds some 60,000 articles. Then the rows that were written first go."""
FORMAT = 1
"""Goes up when rows are written another way: a file of another format is made anew."""
FLUSH_BYTES = 1 << 20
"""Rows that wait to be written together, in bytes: what a run that is killed has to do again."""
KEY_BYTES = 16
_ID_BYTES = 8
_SEAL_BYTES = 16
_WAIT_S = 2.0
"""How long a process waits for another one that writes; then it does without."""
_EVICTED_SHARE = 0.1
_TABLE = """
CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS rows_by_run ON rows (run);
"""


class Store:
    """A file that is open. A key has 16 bytes; what is written in a run is read from the next on."""

    def __init__(self, path: str, secret: bytes, max_bytes: int = MAX_BYTES) -> None:
        """Open the file, or make it; `secret`, at most 64 bytes, seals the rows.

        Raises OSError where it can be neither read nor made, and ImportError where Python has no SQLite.
        """
        self._path, self._secret, self._max_bytes = path, secret, max_bytes
        self._waiting: dict[bytes, bytes] = {}
        self._waiting_bytes = 0
        self._run, self._was_empty = 1, True
        self._writes = True
        self._connection: Connection | None = self._opened() or self._anew()

    def get(self, key: bytes) -> bytes | None:
        """Return what was written under a key; None where there is nothing, or it is damaged."""
        found = None if self._was_empty else self._ask("SELECT data FROM rows WHERE id = ?", _id(key))
        if not found or not isinstance(found[0], bytes):
            return None
        seal, data = found[0][:_SEAL_BYTES], found[0][_SEAL_BYTES:]
        return data if seal == self._seal(key, data) else None

    def put(self, key: bytes, data: bytes) -> None:
        """Write bytes under a key, soon; nothing where the file cannot be written."""
        if not self._writes or not self._connection:
            return
        self._waiting[key] = self._seal(key, data) + data
        self._waiting_bytes += len(data)
        if self._waiting_bytes > FLUSH_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what is still to be written: all of it or nothing."""
        waiting, self._waiting, self._waiting_bytes = self._waiting, {}, 0
        if waiting and self._connection and self._writes:
            self._guarded(lambda connection: self._write(connection, waiting))

    def close(self) -> None:
        """Write what is still to be written, and close the file."""
        self.flush()
        self._give_up()

    def _opened(self) -> Connection | None:
        """Return the file as it lies there; None where it is damaged, or of another format."""
        import sqlite3

        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(self._path, timeout=_WAIT_S, isolation_level=None)
        try:
            self._prepare(connection)
        except sqlite3.OperationalError as error:
            connection.close()
            raise OSError(0, str(error), self._path) from error
        except (sqlite3.DatabaseError, ValueError):
            connection.close()
            return None
        return connection

    def _prepare(self, connection: Connection) -> None:
        """Make the table where there is none; raises ValueError for a file of another format."""
        # The system still writes what a process that is killed has handed over; only a power cut could damage the file.
        connection.execute("PRAGMA synchronous = OFF")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLE} PRAGMA user_version = {FORMAT}; COMMIT;")
        elif version != FORMAT:
            raise ValueError(version)
        (last,) = connection.execute("SELECT max(run) FROM rows").fetchone()
        self._run, self._was_empty = (last or 0) + 1, last is None

    def _anew(self) -> Connection | None:
        self._remove()
        return self._opened()

    def _remove(self) -> None:
        for name in (self._path, f"{self._path}-journal"):
            with suppress(FileNotFoundError):
                os.unlink(name)  # noqa: PTH108

    def _write(self, connection: Connection, waiting: dict[bytes, bytes]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        rows = ((_id(key), self._run, data) for key, data in waiting.items())
        connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", rows)
        self._make_room(connection)
        connection.execute("COMMIT")

    def _make_room(self, connection: Connection) -> None:
        """Take out the oldest rows where there are too many; where all are of this run, it writes no more."""
        (count,) = connection.execute("SELECT count(*) FROM rows").fetchone()
        oldest = "SELECT id FROM rows WHERE run < ? ORDER BY run LIMIT ?"
        share = max(1, int(count * _EVICTED_SHARE))
        while self._writes and _used_bytes(connection) > self._max_bytes:
            gone = connection.execute(f"DELETE FROM rows WHERE id IN ({oldest})", (self._run, share))  # noqa: S608
            self._writes = gone.rowcount > 0

    def _ask(self, query: str, *values: int) -> tuple[object, ...] | None:
        found: list[tuple[object, ...]] = []
        self._guarded(lambda connection: found.extend(connection.execute(query, values)))
        return found[0] if found else None

    def _guarded(self, work: Callable[[Connection], object]) -> None:
        """Do something with the file; where that fails, do without it from then on."""
        import sqlite3

        if not self._connection:
            return
        try:
            work(self._connection)
        except sqlite3.OperationalError:  # another process has it for too long, or the disk is full
            self._give_up()
        except sqlite3.DatabaseError:
            self._give_up()
            self._remove()

    def _give_up(self) -> None:
        """Close the file; what was half written goes."""
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    def _seal(self, key: bytes, data: bytes) -> bytes:
        return blake2b(key + data, digest_size=_SEAL_BYTES, key=self._secret).digest()


def _id(key: bytes) -> int:
    """Return the number of a row: the first half of its key, the seal holds the rest."""
    return int.from_bytes(key[:_ID_BYTES], "big", signed=True)


def _used_bytes(connection: Connection) -> int:
    """Return how large the file is, less what is free in it."""
    names = ("page_count", "freelist_count", "page_size")
    count, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    return int((count - free) * size)
