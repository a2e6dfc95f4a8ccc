"""Evidence by key on disk: grouped by DuckDB in bounded memory."""

from __future__ import annotations

import shutil
import tempfile
from itertools import chain, groupby, islice, repeat
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.corpus.rows import ArticleVerdicts, EvidenceGroup, RuleVerdict
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from scrapelint.corpus.rows import ArticleEvidence, Counted, EvidenceRow, OwnFindings

MEMORY_LIMIT = "400MB"
"""What DuckDB may take; the rest goes to a temporary folder."""
FLUSH_ROWS = 50_000
"""Rows that are sent to DuckDB at once; some 10 MB as Python values."""
PART_ROWS = 1_000_000
"""Rows that are grouped and sorted at once, some 100 MB: then the memory that it takes has a bound."""
BATCH_ROWS = 10_000
"""Rows in the hands of Python at once."""
COLUMNS = 'key BIGINT, article BIGINT, "of" BIGINT, data VARCHAR'
"""Of evidence: key, article, key of the count, row as written. Counts have the first two, and the others empty."""
COUNTS = "counts"
Place = tuple[int | str, int]
"""What is in one table: a stage, or COUNTS, and a stream."""


class Waiting:
    """Evidence and counts, by column, that are to be sent to DuckDB."""

    def __init__(self) -> None:
        """Start with none."""
        self._evidence: tuple[list[Any], ...] = ([], [], [], [], [], [])
        self._counted: list[Counted] = []

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._evidence[0]) + len(self._counted)

    def take(self, noted: ArticleEvidence) -> None:
        """Add the evidence of an article, and under which keys it is counted."""
        articles = repeat(noted.article, len(noted.keys))
        columns: tuple[Iterable[Any], ...] = (
            noted.stages, noted.streams, noted.keys, articles, noted.count_keys, noted.rows,
        )  # fmt: skip
        for column, values in zip(self._evidence, columns, strict=True):
            column.extend(values)
        self._counted.extend(noted.counted)

    def add(self, rows: Iterable[EvidenceRow]) -> None:
        """Add evidence."""
        for row in rows:
            for column, value in zip(self._evidence, row, strict=True):
                column.append(value)

    def add_counted(self, counted: Iterable[Counted]) -> None:
        """Add counted articles."""
        self._counted.extend(counted)

    def places(self) -> set[Place]:
        """Return what tables the rows are for."""
        counts: set[Place] = {(COUNTS, counted.stream) for counted in self._counted}
        return counts.union(zip(*self._evidence[:2], strict=True))

    def send(self, connection: Any, tables: Mapping[Place, str]) -> None:
        """Append the rows to their tables."""
        names = ["stage", "stream", "key", "article", "of", "data"]
        _register(connection, names, ["int16", "int16", "int64", "int64", "int64", "string"], self._evidence)
        for stage, stream in sorted(set(zip(*self._evidence[:2], strict=True))):
            which = f'SELECT key, article, "of", data FROM batch WHERE stage = {stage} AND stream = {stream}'  # noqa: S608
            connection.execute(f"INSERT INTO {tables[stage, stream]} {which}")
        columns = list(zip(*self._counted, strict=True)) or [(), (), ()]
        _register(connection, ["stream", "key", "article"], ["int16", "int64", "int64"], columns)
        for stream in sorted(set(columns[0])):
            which = f"SELECT key, article, 0, '' FROM batch WHERE stream = {stream}"  # noqa: S608
            connection.execute(f"INSERT INTO {tables[COUNTS, stream]} {which}")
        connection.unregister("batch")


class DuckGroups:
    """Groups in DuckDB, which keeps on disk what is too much for memory."""

    def __init__(self, memory_limit: str = MEMORY_LIMIT) -> None:
        """Start with nothing; raises MissingExtraError where DuckDB is not installed."""
        self._folder = tempfile.mkdtemp(prefix="scrapelint-")
        self._connection = connected(":memory:", self._folder, memory_limit)
        self._connection.execute("CREATE TABLE verdicts (article BIGINT, rule SMALLINT, written VARCHAR)")
        self._connection.execute("CREATE TABLE own_findings (article BIGINT, worst TINYINT)")
        self._tables: dict[Place, str] = {}
        self._waiting = Waiting()
        self._verdicts: list[RuleVerdict] = []
        self._own_findings: list[OwnFindings] = []

    def take(self, noted: ArticleEvidence) -> None:
        """Keep the evidence of an article, and under which keys it is counted."""
        self._waiting.take(noted)
        self._flush(FLUSH_ROWS)

    def add(self, rows: Iterable[EvidenceRow]) -> None:
        """Keep evidence."""
        self._waiting.add(rows)
        self._flush(FLUSH_ROWS)

    def add_counted(self, counted: Iterable[Counted]) -> None:
        """Count articles."""
        self._waiting.add_counted(counted)
        self._flush(FLUSH_ROWS)

    def add_verdicts(self, verdicts: Iterable[RuleVerdict]) -> None:
        """Keep verdicts."""
        self._verdicts.extend(verdicts)
        self._flush(FLUSH_ROWS)

    def add_own_findings(self, found: Iterable[OwnFindings]) -> None:
        """Keep that rules for one article have found something in these."""
        self._own_findings.extend(found)
        self._flush(FLUSH_ROWS)

    def groups(self, stage: int, stream: int) -> Iterator[EvidenceGroup]:
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
            yield from grouped(self._connection.cursor().sql(query))

    def results(self, articles: Collection[int]) -> dict[int, ArticleVerdicts]:
        """Return what was decided about those of these articles that have verdicts."""
        self._flush()
        query = "SELECT * FROM {} WHERE article IN (SELECT unnest(?))"
        rows = self._connection.execute(query.format("verdicts"), [list(articles)]).fetchall()
        worst = dict(self._connection.execute(query.format("own_findings"), [list(articles)]).fetchall())
        found: dict[int, list[RuleVerdict]] = {}
        for verdict in map(RuleVerdict._make, rows):
            found.setdefault(verdict.article, []).append(verdict)
        return {article: ArticleVerdicts(known, worst.get(article)) for article, known in found.items()}

    def all_results(self) -> Iterator[ArticleVerdicts]:
        """Yield what was decided about each article that has verdicts."""
        self._flush()
        articles = self._connection.execute("SELECT DISTINCT article FROM verdicts").fetchall()
        yield from self.results([article for (article,) in articles]).values()

    def decided(self) -> int:
        """Return how many articles have verdicts."""
        self._flush()
        return int(single(self._connection, "SELECT count(DISTINCT article) FROM verdicts"))

    def close(self) -> None:
        """Take away what is on disk."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _flush(self, least: int = 1) -> None:
        """Send what waits to DuckDB, where it is as much as this."""
        if len(self._waiting) + len(self._verdicts) + len(self._own_findings) < least:
            return
        waiting, self._waiting = self._waiting, Waiting()
        for at in waiting.places() - set(self._tables):
            self._tables[at] = f"rows_{len(self._tables)}"
            self._connection.execute(f"CREATE TABLE {self._tables[at]} ({COLUMNS})")
        waiting.send(self._connection, self._tables)
        verdicts = list(zip(*self._verdicts, strict=True)) or [(), (), ()]
        _append(self._connection, "verdicts", ["int64", "int16", "string"], verdicts)
        own = list(zip(*self._own_findings, strict=True)) or [(), ()]
        _append(self._connection, "own_findings", ["int64", "int8"], own)
        self._verdicts, self._own_findings = [], []

    def _counts(self, stream: int) -> str:
        table = self._tables.get((COUNTS, stream))
        if table is None:
            return "(SELECT 0 AS key, 0 AS total WHERE false)"
        return f"(SELECT key, count(*) AS total FROM {table} GROUP BY key)"  # noqa: S608


def _register(connection: Any, names: Sequence[str], kinds: Sequence[str], columns: Sequence[Sequence[Any]]) -> None:
    """Make columns known to a connection as the table `batch`."""
    import pyarrow as pa

    arrays = [pa.array(values, pa.type_for_alias(kind)) for values, kind in zip(columns, kinds, strict=True)]
    connection.register("batch", pa.table(arrays, names=names))


def _append(connection: Any, table: str, kinds: Sequence[str], columns: Sequence[Sequence[Any]]) -> None:
    """Append columns to a table that has the same ones."""
    if columns[0]:
        _register(connection, [str(number) for number in range(len(kinds))], kinds, columns)
        connection.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608
        connection.unregister("batch")


def connected(path: str, folder: str, memory_limit: str = MEMORY_LIMIT, *, read_only: bool = False) -> Any:
    """Return a connection to a DuckDB file that spills to a folder."""
    duckdb = needed("duckdb", "corpus", "comparing many articles")
    needed("pyarrow", "corpus", "comparing many articles")
    settings = {"memory_limit": memory_limit, "temp_directory": str(Path(folder) / "spill"), "threads": "2",
                "preserve_insertion_order": "true"}  # fmt: skip
    connection = duckdb.connect(path, read_only=read_only, config=settings)
    # An index may come from anybody: whatever is in it, no other file is read or written through this connection.
    connection.execute("SET enable_external_access = false")
    return connection


def single(connection: Any, query: str) -> Any:
    """Return the one value of a query, read to its end: what is left unread keeps the connection from other work."""
    ((value,),) = connection.execute(query).fetchall()
    return value


def grouped(result: Any) -> Iterator[EvidenceGroup]:
    """Yield the groups of an ordered result of key, article, data, of, total."""
    batches = result.to_arrow_reader(BATCH_ROWS)
    rows = chain.from_iterable(zip(*(column.to_pylist() for column in batch.columns), strict=True) for batch in batches)
    for key, same in groupby(rows, key=itemgetter(0)):
        first = [row[1:] for row in islice(same, MAX_GROUP)]
        yield EvidenceGroup(key, first, len(first) + sum(1 for _ in same))
