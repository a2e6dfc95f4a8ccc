"""Articles on Spark: the same rules, the same findings, on many machines.

>>> from scrapelint.integrations import spark
>>> findings = spark.check(df)  # a column `text`, and others by the names that records give them
>>> scores = spark.scores(df)  # how good each article is
>>> spark.clean(df).write.parquet("cleaned")
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from scrapelint.config.values import Config
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.arrow import (
    ARTICLES,
    COUNT,
    EVIDENCE,
    FINDINGS,
    SCORES,
    VERDICT,
    Maker,
    check_arrow,
    emit_arrow,
    judge_sorted,
    number_arrow,
    report_arrow,
    score_arrow,
)
from scrapelint.integrations.tables import clean_arrow
from scrapelint.reporters.programs.batches import as_batches
from scrapelint.resources.extras import needed
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.integrations.arrow import Accepted

_TYPES = {"int16": "smallint", "int64": "bigint", "string": "string", "double": "double", "binary": "binary"}


def check(df: Any, config: Config | None = None, *, accepted: Accepted | None = None) -> Any:
    """Return a DataFrame with the findings in a DataFrame of articles, those across articles among them.

    The articles have a column with their text, and other fields under the names that records have; `filename` and
    `record` are their address, and `id` should tell them apart. The findings have the columns code, name, severity,
    confidence, message, filename, record, id, field, and `finding`: all of it as JSON. Nothing runs before the
    result is asked for; what the steps make in between is persisted.

    `accepted` are fingerprints of findings to leave out, by `filename`.
    """
    config = config or Config()
    make = Maker(config, accepted=accepted)
    found = mapped(df, partial(check_arrow, make=make), FINDINGS)
    if selection.comparison(config, installed()) is None:
        return found
    return found.unionByName(_across(df, make))


def scores(df: Any, config: Config | None = None, *, accepted: Accepted | None = None) -> Any:
    """Return a DataFrame with the scores of a DataFrame of articles.

    The articles are those that `check` takes. Each has a row with the columns filename, record, id, url, site, score
    and residue_share from 0 to 1, chars, errors, warnings, infos, and `scored`: all of it as JSON, as the format
    `scores` prints it. Nothing runs before the result is asked for.

    Findings that are `accepted`, as `check` takes it, do not count.
    """
    make = Maker(config or Config(), scores=True, accepted=accepted)
    return mapped(df, partial(score_arrow, make=make), SCORES)


def clean(
    df: Any, config: Config | None = None, *, min_confidence: float = MIN_CONFIDENCE, max_removed: float = MAX_REMOVED
) -> Any:
    """Return a DataFrame of articles with their texts mended; columns, types and all else are as they were.

    Fixes are those of at least `min_confidence`; an article that would lose more than `max_removed` of its paragraphs,
    from 0 to 1, stays as it is. The texts are those that `clean_records` makes of the same records.
    """
    work = partial(clean_arrow, config=config or Config(), min_confidence=min_confidence, max_removed=max_removed)
    return df.mapInArrow(work, df.schema)


def _across(df: Any, make: Maker) -> Any:
    """Return the findings of the rules across articles."""
    functions: Any = needed("pyspark.sql.functions", "spark", "checking on Spark")
    known = mapped(df, partial(emit_arrow, make=make), EVIDENCE).persist()
    counts = known.where(known.stage == COUNT).groupBy("stream", "key").count()
    counts = counts.withColumnRenamed("key", "of").withColumnRenamed("count", "total")
    comparison = make().comparison
    for stage in comparison.stages if comparison else ():
        here = known.where(known.stage == stage).join(counts, ["stream", "of"], "left").fillna({"total": 0})
        # A key goes to one partition and comes there in one piece: one call of Python for many keys.
        ordered = here.repartition("stream", "key").sortWithinPartitions("stream", "key", "article", "data")
        made = mapped(ordered, partial(judge_sorted, stage=stage, make_linter=make), EVIDENCE).persist()
        known = known.where(known.stage != stage).unionByName(made)
    verdicts = known.where(known.stage == VERDICT).select(
        "article", functions.struct("stream", "data").alias("verdict")
    )
    verdicts = verdicts.groupBy("article").agg(functions.collect_set("verdict").alias("verdicts"))
    numbered = mapped(df, partial(number_arrow, make=make), ARTICLES)
    report = partial(report_arrow, make=make)
    return mapped(numbered.join(verdicts, "article"), report, FINDINGS)


def mapped(
    df: Any, work: Callable[[Iterable[Any]], Iterator[tuple[Any, ...]]], columns: tuple[tuple[str, str], ...]
) -> Any:
    """Return what the work makes of the record batches of a DataFrame, in columns of these types."""

    def batches(given: Iterator[Any]) -> Iterator[Any]:
        return as_batches(work(given), columns)

    return df.mapInArrow(batches, ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in columns))
