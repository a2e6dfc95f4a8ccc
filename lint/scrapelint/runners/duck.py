"""Evidence by key on disk: grouped by DuckDB in bounded memory."""

from __future__ import annotations

import shutil
import tempfile
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scrapelint.comparison import COUNT, SEEN, VERDICT
from scrapelint.evidence import MAX_GROUP, Evidence, Group
from scrapelint.extras import needed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from scrapelint.comparison import Row

T = TypeVar("T")

MEMORY_LIMIT = "400MB"
"""What DuckDB may take; the rest goes to a temporary folder."""
FLUSH_ROWS = 50_000
"""Rows that are sent to DuckDB at once; some 10 MB as Python values."""
PART_ROWS = 1_000_000
"""Rows that are grouped and sorted at once, some 100 MB: then the memory that it takes has a bound."""
BATCH_ROWS = 10_000
COLUMNS = 'key BIGINT, article BIGINT, "of" BIGINT, data VARCHAR'


class DuckGroups:
    """Groups in DuckDB, which keeps on disk what is too much for memory."""

    def __init__(self, memory_limit: str = MEMORY_LIMIT) -> None:
        """Start with nothing; raises MissingExtraError where DuckDB is not installed."""
        self._folder = tempfile.mkdtemp(prefix="scrapelint-")
        self._connection = connected(":memory:", self._folder, memory_limit)
        self._tables: dict[tuple[int, int], str] = {}
        self._waiting: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        """Keep these rows."""
        for part in batched(rows, FLUSH_ROWS):
            self._waiting += part
            if len(self._waiting) >= FLUSH_ROWS:
                self._flush()

    def groups(self, stage: int, stream: int) -> Iterator[Group]:
        """Yield the groups, some of the keys at a time."""
        self._flush()
        table = self._tables.get((stage, stream))
        if table is None:
            return
        rows = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        parts = 1 + rows // PART_ROWS
        for part in range(parts):
            here = f"{table} WHERE abs(key % {parts}) = {part}"
            together = f"AND key IN (SELECT key FROM {here} GROUP BY key HAVING count(*) > 1)"  # noqa: S608
            query = f"""
                SELECT e.key, e.article, e.data, e."of", coalesce(c.total, 0) AS total
                FROM (SELECT * FROM {here} {"" if stage else together}) e
                LEFT JOIN {self._counts(stream)} c ON c.key = e."of"
                ORDER BY e.key, e.article, e.data
            """  # noqa: S608  # names of tables are made of numbers
            yield from grouped(self._connection.cursor().sql(query), stage)

    def results(self, articles: Collection[int]) -> dict[int, list[Row]]:
        """Return the rows of stages VERDICT and SEEN of these articles, by article."""
        self._flush()
        found: dict[int, list[Row]] = {}
        for (stage, stream), table in sorted(self._tables.items()):
            if stage in (VERDICT, SEEN):
                query = f'SELECT key, article, "of", data FROM {table} WHERE key IN (SELECT unnest(?))'  # noqa: S608
                for key, article, of, data in self._connection.execute(query, [list(articles)]).fetchall():
                    found.setdefault(key, []).append((stage, stream, key, article, of, data))
        return found

    def verdicts(self) -> int:
        """Return how many articles have verdicts."""
        self._flush()
        tables = [f"SELECT key FROM {table}" for (stage, _), table in self._tables.items() if stage == VERDICT]  # noqa: S608
        query = f"SELECT count(DISTINCT key) FROM ({' UNION ALL '.join(tables)})"  # noqa: S608
        return int(self._connection.execute(query).fetchone()[0]) if tables else 0

    def close(self) -> None:
        """Take away what is on disk."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _flush(self) -> None:
        rows, self._waiting = self._waiting, []
        for at, same in groupby(sorted(rows, key=itemgetter(0, 1)), key=itemgetter(0, 1)):
            if at not in self._tables:
                self._tables[at] = f"rows_{len(self._tables)}"
                self._connection.execute(f"CREATE TABLE {self._tables[at]} ({COLUMNS})")
            insert(self._connection, self._tables[at], same)

    def _counts(self, stream: int) -> str:
        table = self._tables.get((COUNT, stream))
        if table is None:
            return "(SELECT 0 AS key, 0 AS total WHERE false)"
        return f"(SELECT key, count(*) AS total FROM {table} GROUP BY key)"  # noqa: S608


def connected(path: str, folder: str, memory_limit: str = MEMORY_LIMIT, *, read_only: bool = False) -> Any:
    """Return a connection to a DuckDB file that spills to a folder."""
    duckdb = needed("duckdb", "corpus", "comparing many articles")
    needed("pyarrow", "corpus", "comparing many articles")
    settings = {"memory_limit": memory_limit, "temp_directory": str(Path(folder) / "spill"), "threads": "2",
                "preserve_insertion_order": "true"}  # fmt: skip
    return duckdb.connect(path, read_only=read_only, config=settings)


def insert(connection: Any, table: str, rows: Iterable[Row]) -> None:
    """Append rows to a table, their stage and stream left aside."""
    import pyarrow as pa

    _, _, keys, articles, ofs, data = zip(*rows, strict=True)
    int64 = pa.int64()
    columns = [pa.array(keys, int64), pa.array(articles, int64), pa.array(ofs, int64), pa.array(data, pa.string())]
    connection.register("batch", pa.table(columns, names=["key", "article", "of", "data"]))
    connection.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608  # tables are named by this program
    connection.unregister("batch")


def grouped(result: Any, stage: int) -> Iterator[Group]:
    """Yield the groups of an ordered result of key, article, data, of, total."""
    batches = result.to_arrow_reader(BATCH_ROWS)
    rows = chain.from_iterable(zip(*(column.to_pylist() for column in batch.columns), strict=True) for batch in batches)
    for key, same in groupby(rows, key=itemgetter(0)):
        first = [
            Evidence(key, data, of, stage, article, total) for _, article, data, of, total in islice(same, MAX_GROUP)
        ]
        yield Group(key, first, len(first) + sum(1 for _ in same))


def batched(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield rows in lists of at most this size."""
    several = iter(rows)
    while part := list(islice(several, size)):
        yield part
