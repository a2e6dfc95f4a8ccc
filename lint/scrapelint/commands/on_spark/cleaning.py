"""`scrapelint clean --engine spark`: JSON Lines in, folders of cleaned lines, rejects and ledger out."""

from __future__ import annotations

import json
import os
import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.commands.on_spark.session import check_new, method_of, opened
from scrapelint.commands.shared.clean_report import MAX_NAMED, Count
from scrapelint.commands.shared.console import warn
from scrapelint.errors import UsageError
from scrapelint.integrations.lines import (
    CLEANED,
    COUNT,
    LEDGER,
    REJECTS,
    ROWS,
    SPLITS,
    Cleaning,
    clean_lines,
    count_lines,
    name_ledger,
)
from scrapelint.integrations.spark import mapped
from scrapelint.readers.files import STDIN
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.cleaning.data_set import Dropping
    from scrapelint.cleaning.mender import Fixes
    from scrapelint.commands.clean import Options
    from scrapelint.config.values import Config

_FOR_TABLES = "scrapelint.integrations.spark.clean"
_GLOB = re.compile(r"[*?\[{]")
_PART = re.compile(r"part-(\d+)-[^/]*$")
"""A file that Spark writes, and the number of the task that wrote it."""


def run(options: Options, config: Config, fixes: Fixes, dropping: Dropping, rejects: str) -> Count:
    """Clean the files on Spark; return what the run comes to."""
    _check(options, rejects)
    session = opened(options.master)
    try:
        lines = lines_of(session, options.input)
        how = Cleaning(config, fixes, dropping, bool(rejects), bool(options.ledger), partial(Count, 0))
        how = how._replace(before=records_before(lines), names=_names(options.input))
        return written(lines, how, Folders(options.output, rejects, options.ledger))
    finally:
        session.stop()


class Folders(NamedTuple):
    """Where things go; nowhere what is empty."""

    output: str
    rejects: str
    ledger: str


def lines_of(session: Any, given: str) -> Any:
    """Return the lines of the input as bytes, with their file and the first byte of the piece that they are in."""
    read = session.read.option("lineSep", "\n").text(given)
    return read.selectExpr(
        "cast(value AS binary) AS line", "_metadata.file_path AS filename", "_metadata.file_block_start AS start"
    )


def records_before(lines: Any) -> dict[tuple[str, int], int]:
    """Return how many records stand before each piece of a file that Spark reads by itself."""
    found, done = {}, dict[str, int]()
    for row in sorted(mapped(lines, count_lines, SPLITS).collect()):
        found[row.filename, row.start] = done.get(row.filename, 0)
        done[row.filename] = found[row.filename, row.start] + row.records
    return found


def written(lines: Any, how: Cleaning, to: Folders) -> Count:
    """Write what becomes of lines; return what the run comes to.

    Spark commits a folder when it is whole, whatever happened to its workers: then it has a file `_SUCCESS`.
    """
    made = mapped(lines, partial(clean_lines, cleaning=how), ROWS).persist()
    _write(made.where(made.kind == CLEANED), to.output)
    if to.rejects:
        _write(made.where(made.kind == REJECTS), to.rejects)
    if to.ledger:
        files = made.sparkSession.read.text(to.output).inputFiles()
        parts = {int(found[1]): found[0] for found in map(_PART.search, files) if found}
        ledger = made.where(made.kind == LEDGER)
        _write(mapped(ledger, partial(_named, parts=parts), (("data", "binary"),)), to.ledger)
    count = _counted(row.data for row in made.where(made.kind == COUNT).collect())
    made.unpersist()
    return count


def _check(options: Options, rejects: str) -> None:
    """Raise UsageError for what Spark does not do, before it takes its time to start."""
    if options.show or options.jobs:
        raise UsageError("--show and --jobs have no effect on Spark: leave them out")
    if STDIN in (options.input, options.output, options.ledger, rejects):
        raise UsageError("--engine spark reads files and writes folders: scrapelint clean --engine spark IN -o OUT")
    if method_of([options.input]) != "text":
        raise UsageError(f"{options.input}: --engine spark cleans JSON Lines; for Parquet there is {_FOR_TABLES}")
    for option, path in (("-o", options.output), ("--rejects", rejects), ("--ledger", options.ledger)):
        if path:
            check_new(option, path)


def _names(given: str) -> tuple[str, str]:
    """Return how the paths of files of the input begin for Spark, and as they were given."""
    found = _GLOB.search(given)
    folder = given[: given.rfind("/", 0, found.start()) + 1] if found else given
    return os.path.abspath(folder) + "/" * bool(found), folder  # noqa: PTH100


def _write(rows: Any, path: str) -> None:
    rows.selectExpr("cast(data AS string) AS value").write.text(path)


def _named(batches: Iterable[Any], parts: dict[int, str]) -> Iterator[tuple[bytes]]:
    """Yield the ledger of a part with the name of the file of that part; one whose records all went has none."""
    number = needed("pyspark", "spark", "work on Spark").TaskContext.get().partitionId()
    return name_ledger(batches, parts.get(number, f"part-{number:05}"))


def _counted(states: Iterable[bytes]) -> Count:
    count = Count()
    told: list[str] = []
    for state in map(json.loads, states):
        count.plus(state)
        told += state["told"]
    for line in told[:MAX_NAMED]:
        warn(line)
    return count
