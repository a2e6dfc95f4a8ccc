"""`scrapelint check --engine spark`: Parquet or JSON Lines in, a folder of findings as JSON lines out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from scrapelint.commands.shared import status
from scrapelint.errors import UsageError
from scrapelint.finding import Severity
from scrapelint.integrations.arrow import LINE
from scrapelint.readers.registry import format_of, formats
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.values import Config

BATCH_ROWS = 1000
"""Articles that a worker gets at once; some megabytes."""


LOCAL_PARTITIONS = 8
"""Partitions of a shuffle on one machine: the 200 of a cluster take a minute for a thousand articles."""


def run(options: Options, config: Config) -> int:
    """Check the files on Spark and write the findings; return the exit status."""
    from scrapelint.integrations import spark

    if not options.output_file or not options.paths:
        raise UsageError("--engine spark reads PATHs and writes a folder: scrapelint check --engine spark INPUT -o OUT")
    if options.rates or options.write_rates:
        raise UsageError("--rates and --write-rates have no effect on Spark: leave them out")
    if config.per_file_ignores:
        raise UsageError("per-file-ignores have no effect on Spark: leave them out, and filter the findings")
    if "://" not in options.output_file and os.path.exists(options.output_file):  # noqa: PTH110
        raise UsageError(f"{options.output_file}: is there already; give another folder with -o")
    method = _method(options.paths)
    session = opened(options.master)
    try:
        findings = spark.check(_read(session, options.paths, method), config)
        findings.select("finding").write.text(options.output_file)
        return _status(session, options, config)
    finally:
        session.stop()


def opened(master: str) -> Any:
    """Return a Spark session whose workers run this Python; raises MissingExtraError where pyspark is not installed."""
    sql = needed("pyspark.sql", "spark", "checking on Spark")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.appName("scrapelint")
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = builder.config("spark.sql.shuffle.partitions", LOCAL_PARTITIONS)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH_ROWS))
    return (builder.master(master) if master else builder).getOrCreate()


def _method(paths: list[str]) -> str:
    """Return how Spark reads these files, before it takes its time to start."""
    found = {format_of(path.rstrip("/").rstrip("*"))[0] for path in paths}
    kind = found.pop()
    if found or kind is None or not kind.on_spark:
        endings = ", ".join(sorted(known.endings[0] for known in formats() if known.on_spark))
        raise UsageError(f"{', '.join(paths)}: Spark reads one of {endings} (.gz), one kind at a time")
    return kind.on_spark


def _read(session: Any, paths: list[str], method: str) -> Any:
    functions = needed("pyspark.sql.functions", "spark", "checking on Spark")
    if method != "text":
        return getattr(session.read, method)(*paths).withColumn("filename", functions.input_file_name())
    lines = session.read.text(paths).withColumnRenamed("value", LINE)
    return lines.where(functions.trim(LINE) != "").withColumn("filename", functions.input_file_name())


def _status(session: Any, options: Options, config: Config) -> int:
    if options.exit_zero or config.fail_on == "never":
        return status.CLEAN
    written = session.read.text(options.output_file)
    worse = [severity.label for severity in Severity if severity >= Severity.of(config.fail_on)]
    # Inside of a string of JSON a quote stands behind a backslash: only the key itself is written so.
    found = written.where(" OR ".join(f'value LIKE \'%"severity": "{label}"%\'' for label in worse))
    return status.CLEAN if found.isEmpty() else status.FOUND
