"""Articles on Ray Data: the same rules, the same findings, on many machines.

>>> from scrapelint.integrations import ray
>>> findings = ray.check(dataset)  # a column `text`, and others by the names that records give them
>>> scores = ray.scores(dataset)  # how good each article is
>>> ray.clean(dataset).write_parquet("cleaned")
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from scrapelint.config.values import Config
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.integrations.arrow import (
    EVIDENCE,
    FINDINGS,
    SCORES,
    Maker,
    check_arrow,
    emit_arrow,
    judge_sorted,
    score_arrow,
)
from scrapelint.integrations.buckets import (
    BUCKET,
    REPORTED,
    articles_of,
    bucketed,
    numbered,
    of_stage,
    report_bucket,
    sorted_bucket,
    totals_of,
    verdicts,
)
from scrapelint.integrations.tables import clean_arrow
from scrapelint.reporters.programs.batches import as_batches, schema_of
from scrapelint.resources.extras import needed
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.integrations.arrow import Accepted

BATCH_ROWS = 1000
"""Articles that are worked on at once; some megabytes."""
BUCKETS = 200
"""Parts of the evidence that are judged one by one, each in the memory of a worker."""


def check(
    dataset: Any, config: Config | None = None, *, buckets: int = BUCKETS, accepted: Accepted | None = None
) -> Any:
    """Return a Dataset with the findings in a Dataset of articles, those across articles among them.

    The articles have a column with their text, and other fields under the names that records have; `filename` and
    `record` are their address, and `id` should tell them apart. The findings have the columns code, name, severity,
    confidence, message, filename, record, id, field, and `finding`: all of it as JSON.

    Where rules across articles are selected, their evidence is gathered and judged before this returns. It is judged
    in so many `buckets`, from 1; one of them has to fit into the memory of a worker, and stays below 2 GB. All else
    runs when the result is asked for.

    `accepted` are fingerprints of findings to leave out, by `filename`.
    """
    config = config or Config()
    make = Maker(config, accepted=accepted)
    found = mapped(dataset, partial(check_arrow, make=make), FINDINGS)
    if selection.comparison(config, installed()) is None:
        return found
    return _union([found, *_across(dataset, make, buckets)])


def scores(dataset: Any, config: Config | None = None, *, accepted: Accepted | None = None) -> Any:
    """Return a Dataset with the scores of a Dataset of articles.

    The articles are those that `check` takes. Each has a row with the columns filename, record, id, url, site, score
    and residue_share from 0 to 1, chars, errors, warnings, infos, and `scored`: all of it as JSON, as the format
    `scores` prints it. All runs when the result is asked for.

    Findings that are `accepted`, as `check` takes it, do not count.
    """
    make = Maker(config or Config(), scores=True, accepted=accepted)
    return mapped(dataset, partial(score_arrow, make=make), SCORES)


def clean(
    dataset: Any,
    config: Config | None = None,
    *,
    min_confidence: float = MIN_CONFIDENCE,
    max_removed: float = MAX_REMOVED,
) -> Any:
    """Return a Dataset of articles with their texts mended; columns, types and all else are as they were.

    Fixes are those of at least `min_confidence`; an article that would lose more than `max_removed` of its paragraphs,
    from 0 to 1, stays as it is. The texts are those that `clean_records` makes of the same records.
    """
    work = partial(clean_arrow, config=config or Config(), min_confidence=min_confidence, max_removed=max_removed)

    def mended(table: Any) -> Any:
        return type(table).from_batches(work(table.to_batches()), table.schema)

    return dataset.map_batches(mended, batch_size=BATCH_ROWS, batch_format="pyarrow")


def _across(dataset: Any, make: Maker, buckets: int) -> Iterator[Any]:
    """Yield the findings of the rules across articles, where there are some."""
    ray = needed("ray", "ray", "checking on Ray")
    emitted = mapped(dataset, partial(emit_arrow, make=make), EVIDENCE)
    known = [*_kept(_blocks(emitted, partial(bucketed, buckets=buckets)))]
    totals = ray.put(totals_of(_tables(known)))
    comparison = make().comparison
    for stage in comparison.stages if comparison else ():
        here = [_blocks(one, partial(of_stage, stage=stage)) for one in known]
        for one in _grouped(here, partial(_judged, stage=stage, totals=totals, make=make), buckets):
            known += _kept(_blocks(one, partial(bucketed, buckets=buckets)))
    decided = [_blocks(one, partial(verdicts, buckets=buckets)) for one in known]
    wanted = ray.put(articles_of(_tables(decided)))
    articles = mapped(dataset, partial(_numbered, make=make, wanted=wanted, buckets=buckets), REPORTED)
    if found := [*_kept(articles)]:
        yield from _grouped([*found, *decided], partial(_reported, make=make), buckets)


def _numbered(batches: Iterable[Any], make: Maker, wanted: Any, buckets: int) -> Iterator[tuple[Any, ...]]:
    """Yield the articles that have verdicts, as REPORTED."""
    known = needed("ray", "ray", "checking on Ray").get(wanted)
    return numbered(batches, make, known, buckets)


def _judged(table: Any, stage: int, totals: Any, make: Maker) -> Iterator[Any]:
    """Yield what the evidence in a bucket comes to, as tables of EVIDENCE."""
    known = needed("ray", "ray", "checking on Ray").get(totals)
    batches = sorted_bucket(table, known).to_batches(BATCH_ROWS)
    return as_tables(judge_sorted(batches, stage, make), EVIDENCE)


def _reported(table: Any, make: Maker) -> Iterator[Any]:
    """Yield the findings in the articles of a bucket, as tables of FINDINGS."""
    return as_tables(report_bucket(table, make), FINDINGS)


def _grouped(datasets: list[Any], work: Callable[[Any], Iterator[Any]], buckets: int) -> Iterator[Any]:
    """Yield what the work makes of each bucket, which comes to it whole; nothing where there is none."""
    if datasets:
        grouped = _union(datasets).groupby(BUCKET, num_partitions=buckets)
        yield grouped.map_groups(work, batch_format="pyarrow")


def _union(datasets: list[Any]) -> Any:
    """Return all of some Datasets, of which there is at least one: Ray takes no union of one for itself."""
    first, *others = datasets
    return first.union(*others) if others else first


def _kept(dataset: Any) -> Iterator[Any]:
    """Run what makes a Dataset, and yield it without blocks that have no rows; nothing where none has any.

    Nothing is called for a block without rows, so that what is made of it has no columns; where such a block comes
    first, a shuffle of Ray takes its columns for those of all.
    """
    bundles = dataset.materialize().iter_internal_ref_bundles()
    pairs = [pair for bundle in bundles for pair in zip(bundle.block_refs, bundle.metadata, strict=True)]
    if refs := [ref for ref, block in pairs if block.num_rows]:
        yield needed("ray.data", "ray", "checking on Ray").from_arrow_refs(refs)


def _tables(datasets: Iterable[Any]) -> Iterator[Any]:
    return (table for one in datasets for table in one.iter_batches(batch_size=None, batch_format="pyarrow"))


def _blocks(dataset: Any, work: Callable[[Any], Any]) -> Any:
    """Return what the work makes of the blocks of a Dataset."""
    return dataset.map_batches(work, batch_size=None, batch_format="pyarrow")


def mapped(
    dataset: Any,
    work: Callable[[Iterable[Any]], Iterator[tuple[Any, ...]]],
    columns: tuple[tuple[str, str], ...],
) -> Any:
    """Return what the work makes of the record batches of a Dataset, in columns of these types."""

    def tables(table: Any) -> Iterator[Any]:
        return as_tables(work(table.to_batches()), columns)

    return dataset.map_batches(tables, batch_size=BATCH_ROWS, batch_format="pyarrow")


def as_tables(rows: Iterable[tuple[Any, ...]], columns: tuple[tuple[str, str], ...]) -> Iterator[Any]:
    """Yield rows as tables of these columns; one without rows where there are none, so that the columns are known."""
    import pyarrow as pa

    yield schema_of(columns).empty_table()
    for batch in as_batches(rows, columns):
        yield pa.Table.from_batches([batch])
