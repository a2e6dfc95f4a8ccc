"""A session of Spark, and what it reads and writes."""

from __future__ import annotations

import os
import sys
from typing import Any

from scrapelint.commands.on_engines.engine import Engine
from scrapelint.integrations.arrow import LINE
from scrapelint.resources.extras import needed

SPARK = Engine("spark", "Spark")
BATCH_ROWS = 1000
"""Articles that a worker gets at once; some megabytes."""
LOCAL_PARTITIONS = 8
"""Partitions of a shuffle on one machine: the 200 of a cluster take a minute for a thousand articles."""


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
    """Return the records of these files, each with the name of its file."""
    functions = needed("pyspark.sql.functions", "spark", "work on Spark")
    if method != "text":
        return getattr(session.read, method)(*paths).withColumn("filename", functions.input_file_name())
    lines = session.read.text(paths).withColumnRenamed("value", LINE)
    return lines.where(functions.trim(LINE) != "").withColumn("filename", functions.input_file_name())
