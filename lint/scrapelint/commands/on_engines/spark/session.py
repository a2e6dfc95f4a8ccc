"""A session of Spark, and what it reads and writes."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from scrapelint.commands.on_engines.engine import Engine
from scrapelint.errors import UsageError
from scrapelint.integrations.arrow import ADDRESS
from scrapelint.integrations.lines import NUMBERED, SPLITS, before_each, count_lines, name_rows, naming, number_lines
from scrapelint.integrations.spark import mapped
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.integrations.lines import Names

SPARK = Engine("spark", "Spark")
BATCH_ROWS = 1000
"""Articles that a worker gets at once; some megabytes."""
LOCAL_PARTITIONS = 8
"""Partitions of a shuffle on one machine: the 200 of a cluster take a minute for a thousand articles."""

_GLOB = re.compile(r"[*?\[{]")


def opened(master: str) -> Any:
    """Return a Spark session whose workers run this Python; raises MissingExtraError where pyspark is not installed."""
    sql = needed("pyspark.sql", "spark", "work on Spark")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.appName("scrapelint")
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = builder.config("spark.sql.shuffle.partitions", LOCAL_PARTITIONS)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH_ROWS))
    return (builder.master(master) if master else builder).getOrCreate()


def read(session: Any, paths: list[str], method: str) -> Any:
    """Return the records of these files, each with its address: the name of its file as reports show it, its number.

    Raises UsageError for files that Spark cannot read.
    """
    names = names_of(paths)
    if method == "text":
        lines = lines_of(session, paths)
        return mapped(lines, partial(number_lines, before=records_before(lines), names=names), NUMBERED)
    with _in_its_words():
        rows = getattr(session.read, method)(*paths)
    known = [f"`{name.replace('`', '``')}`" for name in rows.columns if name.lower() not in ADDRESS]
    rows = rows.selectExpr(*known, "_metadata.file_path AS filename", "_metadata.row_index + 1 AS record")
    return rows.mapInArrow(partial(name_rows, names=names), rows.schema)


@contextmanager
def _in_its_words() -> Iterator[None]:
    """Raise UsageError with the words of Spark for what it cannot read, as a path that leads nowhere."""
    errors = needed("pyspark.errors", "spark", "work on Spark")
    try:
        yield
    except errors.AnalysisException as error:
        raise UsageError(f"Spark: {error}".partition(" SQLSTATE")[0].partition("\n")[0]) from None


def files_of(articles: Any, paths: Iterable[str]) -> list[str]:
    """Return the names of the files that these articles are read from, as reports show them."""
    return list(map(naming(names_of(paths)), articles.inputFiles()))


def lines_of(session: Any, paths: list[str]) -> Any:
    """Return the lines of files as bytes, with their file and the first byte of the piece that they are in.

    Raises UsageError for files that Spark cannot read.
    """
    with _in_its_words():
        read = session.read.option("lineSep", "\n").text(paths)
    return read.selectExpr(
        "cast(value AS binary) AS line", "_metadata.file_path AS filename", "_metadata.file_block_start AS start"
    )


def records_before(lines: Any) -> dict[tuple[str, int], int]:
    """Return how many records come before each piece of a file that Spark reads by itself."""
    return before_each(map(tuple, mapped(lines, count_lines, SPLITS).collect()))


def names_of(paths: Iterable[str]) -> Names:
    """Return how the paths of files of the input begin for Spark, and as they were given."""
    return tuple(map(_beginning, paths))


def _beginning(given: str) -> tuple[str, str]:
    found = _GLOB.search(given)
    folder = given[: given.rfind("/", 0, found.start()) + 1] if found else given
    return os.path.abspath(folder) + "/" * bool(found), folder  # noqa: PTH100
