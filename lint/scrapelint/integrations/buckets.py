"""Evidence and verdicts in buckets: what groups by key on an engine that does not sort what is larger than a worker.

All of a key is in one bucket, and a bucket is worked on as one table. A key of many articles does not fill it: of each
key at most MAX_GROUP rows of a block go on, and how many there were.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.integrations.arrow import COUNT, MORE, VERDICT, number_arrow, report_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.integrations.arrow import Maker

    Totals = dict[int, tuple[Any, Any]]
    """For each stream the keys of its counts, ordered, and how many articles are counted under each, as arrays."""

BUCKET = "bucket"
"""Column of the bucket that a row belongs to."""
REPORTED = ((BUCKET, "int64"), ("article", "int64"), ("rule", "int16"), ("data", "string"), ("source", "string"))
"""Columns of verdicts, which have no `source`, and of articles, which have nothing else."""

_ORDER = ("stream", "key", "article", "data")


def bucketed(table: Any, buckets: int) -> Any:
    """Return EVIDENCE with columns MORE and BUCKET, cut to MAX_GROUP rows of each key, and to one of counts."""
    import numpy as np
    import pyarrow as pa

    ordered = _sorted(table, ("stage", *_ORDER))
    stage, stream, key = (ordered.column(name).to_numpy() for name in ("stage", "stream", "key"))
    starts = np.flatnonzero(_changes(stage) | _changes(stream) | _changes(key))
    sizes = np.diff(np.append(starts, len(key)))
    rank = np.arange(len(key)) - np.repeat(starts, sizes)
    most = np.where(stage == COUNT, 1, MAX_GROUP)
    more = np.where(rank == most - 1, np.repeat(sizes, sizes) - most, 0)
    found = ordered.append_column(MORE, pa.array(more, pa.int64()))
    found = found.append_column(BUCKET, pa.array((key + stream) % buckets, pa.int64()))
    return found.filter(pa.array(rank < most))


def of_stage(table: Any, stage: int) -> Any:
    """Return the evidence of one stage."""
    import pyarrow.compute as pc

    return table.filter(pc.equal(table.column("stage"), stage))


def totals_of(tables: Iterable[Any]) -> Totals:
    """Return how many articles are counted under each key, from what `bucketed` made: some bytes for each site."""
    import numpy as np

    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for table in tables:
        counts = of_stage(table, COUNT)
        for stream, key, more in zip(*(counts.column(n).to_pylist() for n in ("stream", "key", MORE)), strict=True):
            found[stream][key] += 1 + more
    return {
        stream: (np.array(sorted(known), np.int64), np.array([known[key] for key in sorted(known)], np.int64))
        for stream, known in found.items()
    }


def sorted_bucket(table: Any, totals: Totals) -> Any:
    """Return the evidence in a bucket as it is judged: ordered, with a column `total`."""
    import numpy as np
    import pyarrow as pa

    ordered = _sorted(table, _ORDER)
    streams, counted = ordered.column("stream").to_numpy(), ordered.column("of").to_numpy()
    total = np.zeros(len(streams), np.int64)
    for stream, (keys, counts) in totals.items():
        at = np.minimum(np.searchsorted(keys, counted), len(keys) - 1)
        total = np.where((streams == stream) & (keys[at] == counted), counts[at], total)
    return ordered.append_column("total", pa.array(total))


def verdicts(table: Any, buckets: int) -> Any:
    """Return the verdicts in EVIDENCE, as REPORTED."""
    import pyarrow as pa

    found = of_stage(table, VERDICT)
    article = found.column("article").to_numpy()
    columns = (article % buckets, article, found.column("stream"), found.column("data"), pa.nulls(len(found)))
    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in REPORTED])
    return pa.table(dict(zip(schema.names, columns, strict=True))).cast(schema)


def articles_of(tables: Iterable[Any]) -> Any:
    """Return the numbers of the articles that have verdicts, ordered, as an array: 8 bytes for each."""
    import numpy as np

    return np.unique(
        np.concatenate([np.array([], np.int64), *(table.column("article").to_numpy() for table in tables)])
    )


def numbered(batches: Iterable[Any], make: Maker, wanted: Any, buckets: int) -> Iterator[tuple[Any, ...]]:
    """Yield those articles whose numbers are `wanted`, as REPORTED."""
    import numpy as np

    for number, source in number_arrow(batches, make):
        at = np.searchsorted(wanted, number)
        if at < len(wanted) and wanted[at] == number:
            yield number % buckets, number, None, None, source


def report_bucket(table: Any, make: Maker) -> Iterator[tuple[Any, ...]]:
    """Yield the findings of the verdicts in a bucket, as FINDINGS; its articles are all in it."""
    import pyarrow.compute as pc

    is_article = pc.is_valid(table.column("source"))
    decided: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in table.filter(pc.invert(is_article)).to_pylist():
        decided[row["article"]].append((row["rule"], row["data"]))
    articles = (row for batch in table.filter(is_article).to_batches(MAX_GROUP) for row in batch.to_pylist())
    known = ((row["article"], row["source"], decided[row["article"]]) for row in articles if row["article"] in decided)
    return report_rows(known, make)


def _sorted(table: Any, names: Iterable[str]) -> Any:
    return table.sort_by([(name, "ascending") for name in names])


def _changes(values: Any) -> Any:
    """Return where a value differs from the one before it; the first does."""
    import numpy as np

    return np.append([True], values[1:] != values[:-1])[: len(values)]
