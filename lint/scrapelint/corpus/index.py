"""The evidence of a corpus in one DuckDB file, so that a few new articles are compared with all that are known."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from scrapelint.corpus.duckdb_store import COLUMNS, COUNTS, MEMORY_LIMIT, Waiting, connected, single
from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.corpus.groups import MemoryGroups
from scrapelint.errors import IndexFileError
from scrapelint.resources.temporary import beside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.duckdb_store import Place
    from scrapelint.corpus.rows import ArticleEvidence, EvidenceGroup, EvidenceRow

FORMAT = "1"
"""Version of the tables."""
FLUSH_ROWS = 100_000
"""Rows that are collected before they are written: single inserts are slow."""


class Known(NamedTuple):
    """A file as it was when it was indexed."""

    size: int
    mtime_ns: int


class Index:
    """An index that is open: for one writer, or for any number of readers.

    What is done with it raises IndexFileError where the file is damaged or the disk is full.
    """

    def __init__(self, path: str, comparison: Comparison, *, read_only: bool) -> None:
        """Open the file; raises IndexFileError where it is none, of another version, or being written."""
        if read_only and not os.path.exists(path):  # noqa: PTH110
            raise IndexFileError(f"{path}: no such index; make it: scrapelint index CORPUS --index {path}")
        self._path = path
        self._folder = tempfile.TemporaryDirectory(prefix="scrapelint-")
        self._labels = [stream.label for stream in comparison.streams]
        with ExitStack() as stack, _told(path, "cannot be opened as an index"):
            stack.callback(self._folder.cleanup)
            if not read_only and not os.path.exists(path):  # noqa: PTH110
                self._create()
            self._connection = connected(path, self._folder.name, MEMORY_LIMIT, read_only=read_only)
            stack.callback(self._connection.close)
            self._streams = self._opened(read_only=read_only)
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        """Return the index."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        with _told(self._path, "cannot be closed"):
            self._stack.close()

    def files(self) -> dict[str, Known]:
        """Return the files that are indexed."""
        found = self._rows("SELECT filename, size, mtime_ns FROM files")
        return {filename: Known(size, mtime_ns) for filename, size, mtime_ns in found}

    def count(self) -> int:
        """Return how many articles are indexed."""
        return int(self._rows("SELECT count(*) FROM articles")[0][0])

    def update(
        self, gone: Collection[str], files: Iterable[tuple[str, Known]], articles: Iterable[tuple[str, ArticleEvidence]]
    ) -> None:
        """Take out the articles of files that are gone or changed, and put in those of others: all or nothing.

        `articles` are evidence with the file that it is from; `files` are asked for when all of it is in.
        """
        with _told(self._path, "cannot be written"):
            self._connection.execute("BEGIN")
            try:
                self._remove(gone)
                self._put(articles)
                for filename, known in files:
                    self._connection.execute("INSERT INTO files VALUES (?, ?, ?)", [filename, *known])
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(Exception):  # DuckDB may have done it by itself
                    self._connection.execute("ROLLBACK")
                raise

    def articles(self, filenames: Collection[str]) -> frozenset[int]:
        """Return the numbers of the articles of these files."""
        query = "SELECT article FROM articles WHERE filename IN (SELECT unnest(?))"
        return frozenset(number for (number,) in self._rows(query, [list(filenames)]))

    def under(
        self, stage: int, stream: int, keys: Collection[int], without: Collection[int]
    ) -> Iterator[tuple[EvidenceRow, int]]:
        """Yield evidence under these keys, and how many there are under the same key; of many the first only."""
        table = self._table(stage, stream)
        if table is None or not keys:
            return
        query = f"""
            SELECT key, article, "of", data, total FROM (
                SELECT *, count(*) OVER (PARTITION BY key) AS total,
                    row_number() OVER (PARTITION BY key ORDER BY article, data) AS place
                FROM {table} WHERE key IN (SELECT unnest(?)) AND article NOT IN (SELECT unnest(?))
            ) WHERE place <= ?
        """  # noqa: S608  # names of tables are made of numbers
        found = self._rows(query, [list(keys), list(without), MAX_GROUP])
        for key, article, count_key, data, total in found:
            yield (stage, stream, key, article, count_key, data), total

    def counted(self, stream: int, keys: Collection[int], without: Collection[int]) -> dict[int, int]:
        """Return how many articles are counted under each of these keys."""
        table = self._table(COUNTS, stream)
        if table is None or not keys:
            return {}
        query = f"""
            SELECT key, count(*) FROM {table}
            WHERE key IN (SELECT unnest(?)) AND article NOT IN (SELECT unnest(?)) GROUP BY key
        """  # noqa: S608  # the same
        return dict(self._rows(query, [list(keys), list(without)]))

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query; raises IndexFileError where the file is damaged."""
        with _told(self._path, "cannot be read"):
            found: list[tuple[Any, ...]] = self._connection.execute(query, list(values)).fetchall()
        return found

    def _opened(self, *, read_only: bool) -> dict[str, int]:
        tables = {name for (name,) in self._connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if single(self._connection, "SELECT count(*) FROM duckdb_views() WHERE NOT internal"):
            raise IndexFileError(f"{self._path}: this is no index of scrapelint: it has views")
        if "scrapelint" not in tables:
            if read_only or tables:
                raise IndexFileError(f"{self._path}: this is no index of scrapelint")
            self._make(self._connection)
        if single(self._connection, "SELECT format FROM scrapelint") != FORMAT:
            raise self._other_version()
        streams = dict(self._connection.execute("SELECT label, number FROM streams").fetchall())
        if not set(self._labels) <= set(streams):
            raise self._other_version()
        return streams

    def _create(self) -> None:
        """Make the file, whole or not at all: DuckDB cannot go on with half of one."""
        new = beside(os.path.realpath(self._path))
        try:
            with connected(new, self._folder.name, MEMORY_LIMIT) as connection:
                self._make(connection)
            _put(new, os.path.realpath(self._path))
        finally:
            for path in (new, f"{new}.wal"):
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108

    def _make(self, connection: Any) -> None:
        connection.execute("CREATE TABLE scrapelint (format VARCHAR)")
        connection.execute("INSERT INTO scrapelint VALUES (?)", [FORMAT])
        connection.execute("CREATE TABLE streams (label VARCHAR, number INTEGER)")
        for number, label in enumerate(self._labels):
            connection.execute("INSERT INTO streams VALUES (?, ?)", [label, number])
        connection.execute("CREATE TABLE files (filename VARCHAR, size BIGINT, mtime_ns BIGINT)")
        connection.execute("CREATE TABLE articles (article BIGINT, filename VARCHAR)")

    def _other_version(self) -> IndexFileError:
        return IndexFileError(f"{self._path}: made by another version or with other rules; delete it and index again")

    def _remove(self, filenames: Collection[str]) -> None:
        gone = list(self.articles(filenames))
        if gone:
            for table in [*self._tables(), "articles"]:
                self._connection.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [gone])  # noqa: S608
        self._connection.execute("DELETE FROM files WHERE filename IN (SELECT unnest(?))", [list(filenames)])

    def _put(self, articles: Iterable[tuple[str, ArticleEvidence]]) -> None:
        waiting, names = Waiting(), []
        for filename, noted in articles:
            waiting.take(noted)
            names.append((noted.article, filename))
            if len(waiting) >= FLUSH_ROWS:
                self._send(waiting, names)
                waiting, names = Waiting(), []
        self._send(waiting, names)

    def _send(self, waiting: Waiting, names: Sequence[tuple[int, str]]) -> None:
        tables: dict[Place, str] = {place: self._name(*place) for place in waiting.places()}
        for table in tables.values():
            self._connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({COLUMNS})")
        waiting.send(self._connection, tables)
        if names:
            import pyarrow as pa

            numbers, filenames = map(list, zip(*names, strict=True))
            self._connection.register("batch", pa.table([numbers, filenames], names=["article", "filename"]))
            self._connection.execute("INSERT INTO articles SELECT * FROM batch")
            self._connection.unregister("batch")

    def _tables(self) -> list[str]:
        names = [name for (name,) in self._rows("SELECT table_name FROM duckdb_tables()")]
        return [name for name in names if name.startswith("rows_")]

    def _table(self, stage: int | str, stream: int) -> str | None:
        name = self._name(stage, stream)
        return name if name in self._tables() else None

    def _name(self, stage: int | str, stream: int) -> str:
        return f"rows_{stage}_{self._streams[self._labels[stream]]}"


class IndexedGroups(MemoryGroups):
    """Groups of a run with what an index has under the same keys."""

    def __init__(self, index: Index, filenames: Collection[str]) -> None:
        """Take an open index, and the files that are checked: what it knows of them is out of date."""
        super().__init__()
        self._index = index
        self._without = index.articles([indexed_name(name) for name in filenames])

    def groups(self, stage: int, stream: int) -> Iterator[EvidenceGroup]:
        """Yield the groups of the keys that articles of the run have."""
        if stage == 0:
            for key, number in self._index.counted(stream, self.count_keys(stream), self._without).items():
                self.add_counted_elsewhere(stream, key, number)
        self._fetch(stage, stream)
        return super().groups(stage, stream)

    def close(self) -> None:
        """Close the index."""
        super().close()
        self._index.__exit__()

    def _fetch(self, stage: int, stream: int) -> None:
        kept: dict[int, int] = {}
        totals: dict[int, int] = {}
        for row, total in self._index.under(stage, stream, self.keys(stage, stream), self._without):
            key = row[2]
            totals[key] = total
            kept[key] = kept.get(key, 0) + 1
            self.add([row])
        for key, total in totals.items():
            self.add_unseen(stage, stream, key, total - kept[key])


def _put(new: str, path: str) -> None:
    """Give a new file its name, unless another run has made one meanwhile."""
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # not every file system has links
        os.replace(new, path)  # noqa: PTH105


@contextmanager
def _told(path: str, problem: str) -> Iterator[None]:
    """Raise IndexFileError, with the file and what cannot be done, for what DuckDB raises."""
    try:
        yield
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in ("duckdb", "_duckdb"):
            raise
        raise IndexFileError(f"{path}: {problem}: {str(error).partition(chr(10))[0]}") from error


def indexed_name(filename: str) -> str:
    """Return the name by which an index knows a file: its path as given, from the current folder.

    A name need not be UTF-8; what is not becomes an escape.
    """
    name = filename if "://" in filename else os.path.normpath(filename)
    return name.encode("utf-8", "backslashreplace").decode()
