"""`scrapelint clean --engine spark`: JSON Lines in, folders of cleaned lines, rejects and ledger out."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from scrapelint.commands.on_engines.engine import Folders
from scrapelint.commands.on_engines.spark.session import SPARK, lines_of, names_of, opened, records_before
from scrapelint.commands.shared.clean_report import Count, total_of
from scrapelint.integrations.lines import (
    CLEANED,
    COUNT,
    LEDGER,
    REJECTS,
    ROWS,
    Cleaning,
    clean_lines,
    name_ledger,
)
from scrapelint.integrations.spark import mapped
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.cleaning.data_set import Dropping
    from scrapelint.cleaning.mender import Fixes
    from scrapelint.commands.clean import Options
    from scrapelint.config.values import Config

_PART = re.compile(r"part-(\d+)-[^/]*$")
"""A file that Spark writes, and the number of the task that wrote it."""


def run(options: Options, config: Config, fixes: Fixes, dropping: Dropping, rejects: str) -> Count:
    """Clean the files on Spark; return what the run comes to."""
    SPARK.check_cleaning(options, rejects, [options.input])
    session = opened(options.master)
    try:
        lines = lines_of(session, [options.input])
        how = Cleaning(config, fixes, dropping, bool(rejects), bool(options.ledger), partial(Count, 0)).from_here()
        how = how._replace(before=records_before(lines), names=names_of([options.input]))
        return written(lines, how, Folders(options.output, rejects, options.ledger))
    finally:
        session.stop()


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
    count = total_of(row.data for row in made.where(made.kind == COUNT).collect())
    made.unpersist()
    return count


def _write(rows: Any, path: str) -> None:
    rows.selectExpr("cast(data AS string) AS value").write.text(path)


def _named(batches: Iterable[Any], parts: dict[int, str]) -> Iterator[tuple[bytes]]:
    """Yield the ledger of a part with the name of the file of that part; one whose records all went has none."""
    number = needed("pyspark", "spark", "work on Spark").TaskContext.get().partitionId()
    return name_ledger(batches, parts.get(number, f"part-{number:05}"))
