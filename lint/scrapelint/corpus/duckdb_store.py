"""Evidence by key on disk: grouped by DuckDB in bounded memory."""

from __future__ import annotations

import shutil
import tempfile
from itertools import chain, groupby, islice, repeat
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapelint.corpus.comparison import COUNT, SEEN, VERDICT
from scrapelint.corpus.evidence import MAX_GROUP, Evidence, Group
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from scrapelint.corpus.comparison import Noted, Row

MEMORY_LIMIT = "400MB"
"""What DuckDB may take; the rest goes to a temporary folder."""
FLUSH_ROWS = 50_000
"""Rows that are sent to DuckDB at once; some 10 MB as Python values."""
PART_ROWS = 1_000_000
"""Rows that are grouped and sorted at once, some 100 MB: then the memory that it takes has a bound."""
BATCH_ROWS = 10_000
COLUMNS = 'key BIGINT, article BIGINT, "of" BIGINT, data VARCHAR'


class Waiting:
    """Rows by column that are to be sent to DuckDB."""

    def __init__(self) -> None:
        """Start with none."""
        self._columns: tuple[list[Any], ...] = ([], [], [], [], [], [])

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._columns[0])

    def add(self, rows: Iterable[Row]) -> None:
        """Add these rows."""
        stages, streams, keys, articles, ofs, data = self._columns
        for stage, stream, key, article, of, datum in rows:
            stages.append(stage)
            streams.append(stream)
            keys.append(key)
            articles.append(article)
            ofs.append(of)
            data.append(datum)

    def take(self, noted: Noted) -> None:
        """Add the evidence of an article."""
        articles = repeat(noted.article, len(noted.keys))
        columns: tuple[Iterable[Any], ...] = (
            noted.stages, noted.streams, noted.keys, articles, noted.ofs, noted.data,
        )  # fmt: skip
        for column, values in zip(self._columns, columns, strict=True):
            column.extend(values)

    def places(self) -> set[tuple[int, int]]:
        """Return the stages and streams of the rows."""
        return set(zip(*self._columns[:2], strict=True))

    def send(self, connection: Any, tables: Mapping[tuple[int, int], str]) -> None:
        """Append the rows to the tables of their stages and streams."""
        import pyarrow as pa

        types = [pa.int16(), pa.int16(), pa.int64(), pa.int64(), pa.int64(), pa.string()]
        names = ["stage", "stream", "key", "article", "of", "data"]
        columns = [pa.array(values, kind) for values, kind in zip(self._columns, types, strict=True)]
        connection.register("batch", pa.table(columns, names=names))
        for stage, stream in sorted(self.places()):
            which = f'SELECT key, article, "of", data FROM batch WHERE stage = {stage} AND stream = {stream}'  # noqa: S608
            connection.execute(f"INSERT INTO {tables[stage, stream]} {which}")
        connection.unregister("batch")


class DuckGroups:
    """Groups in DuckDB, which keeps on disk what is too much for memory."""

    def __init__(self, memory_limit: str = MEMORY_LIMIT) -> None:
        """Start with nothing; raises MissingExtraError where DuckDB is not installed."""
        self._folder = tempfile.mkdtemp(prefix="scrapelint-")
        self._connection = connected(":memory:", self._folder, memory_limit)
        self._tables: dict[tuple[int, int], str] = {}
        self._waiting = Waiting()

    def add(self, rows: Iterable[Row]) -> None:
        """Keep these rows."""
        self._waiting.add(rows)
        self._flush(FLUSH_ROWS)

    def take(self, noted: Noted) -> None:
        """Keep the evidence of an article."""
        self._waiting.take(noted)
        self._flush(FLUSH_ROWS)

    def groups(self, stage: int, stream: int) -> Iterator[Group]:
        """Yield the groups, some of the keys at a time."""
        self._flush()
        table = self._tables.get((stage, stream))
        if table is None:
            return
        rows = single(self._connection, f"SELECT count(*) FROM {table}")  # noqa: S608
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
        parts = [
            f"SELECT {stage}, {stream}, * FROM {table} WHERE key IN (SELECT key FROM wanted)"  # noqa: S608
            for (stage, stream), table in sorted(self._tables.items())
            if stage in (VERDICT, SEEN)
        ]
        found: dict[int, list[Row]] = {}
        if parts:
            query = f"WITH wanted AS (SELECT unnest(?) AS key) {' UNION ALL '.join(parts)}"
            for row in self._connection.execute(query, [list(articles)]).fetchall():
                found.setdefault(row[2], []).append(row)
        return found

    def verdicts(self) -> int:
        """Return how many articles have verdicts."""
        self._flush()
        tables = [f"SELECT key FROM {table}" for (stage, _), table in self._tables.items() if stage == VERDICT]  # noqa: S608
        query = f"SELECT count(DISTINCT key) FROM ({' UNION ALL '.join(tables)})"  # noqa: S608
        return single(self._connection, query) if tables else 0

    def close(self) -> None:
        """Take away what is on disk."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _flush(self, least: int = 1) -> None:
        """Send what waits to DuckDB, where it is as much as this."""
        if len(self._waiting) < least:
            return
        waiting, self._waiting = self._waiting, Waiting()
        for at in waiting.places() - set(self._tables):
            self._tables[at] = f"rows_{len(self._tables)}"
            self._connection.execute(f"CREATE TABLE {self._tables[at]} ({COLUMNS})")
        waiting.send(self._connection, self._tables)

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


def single(connection: Any, query: str) -> Any:
    """Return the one value of a query, read to its end: what is left unread keeps the connection from other work."""
    ((value,),) = connection.execute(query).fetchall()
    return value


def grouped(result: Any, stage: int) -> Iterator[Group]:
    """Yield the groups of an ordered result of key, article, data, of, total."""
    batches = result.to_arrow_reader(BATCH_ROWS)
    rows = chain.from_iterable(zip(*(column.to_pylist() for column in batch.columns), strict=True) for batch in batches)
    for key, same in groupby(rows, key=itemgetter(0)):
        first = [
            Evidence(key, data, of, stage, article, total) for _, article, data, of, total in islice(same, MAX_GROUP)
        ]
        yield Group(key, first, len(first) + sum(1 for _ in same))
