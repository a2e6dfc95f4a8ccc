"""`scrapelint check --engine ray`: Parquet or JSON Lines in, folders of findings and scores as JSON lines out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from scrapelint.baseline.acceptance import accepted_in
from scrapelint.commands.on_engines.ray.numbering import records_before
from scrapelint.commands.on_engines.ray.session import (
    RAY,
    commit,
    dataset_of,
    files_of,
    make_folders,
    opened,
    parts_in,
    writing,
)
from scrapelint.commands.shared import status
from scrapelint.finding import Severity
from scrapelint.integrations import ray
from scrapelint.integrations.parts import parts_of, records_of
from scrapelint.runners.pipeline import content_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.values import Config
    from scrapelint.readers.files import Input

BUCKET_BYTES = 64_000_000
"""Text whose evidence is judged at once; it takes as much again, and some times that while it is judged."""
MIN_BUCKETS = 8
"""Fewest buckets of evidence, where the sizes of all files are known; more input has more."""


def run(options: Options, config: Config) -> int:
    """Check the files on Ray and write the findings; return the exit status."""
    RAY.check_checking(options, config)
    files = files_of(options.paths, config)
    RAY.method_of(file.filename for file in files)
    accepted = accepted_in((file.filename for file in files), config.root)
    parts = parts_of(files, max_expansion=config.max_expansion)
    with opened(options.master) as data:
        read = partial(_records, before=records_before(data, parts))
        articles = dataset_of(data, parts).map_batches(read, batch_size=1, batch_format="pyarrow")
        folder, scores = make_folders([options.output_file or "", RAY.scores_of(options)])
        findings = ray.check(articles, config, buckets=_buckets(files), accepted=accepted)
        found = _write(findings, folder, "finding")
        if scores:
            _write(ray.scores(articles, config, accepted=accepted), scores, "scored")
    return _status(options, config, found)


def _write(rows: Any, folder: str, column: str) -> set[str]:
    """Write the lines in a column to a folder; return the severities of findings, where these are what it holds."""
    work = partial(_written, folder=folder, column=column)
    made = rows.map_batches(work, batch_size=None, batch_format="pyarrow").take_all()
    commit(folder, [row["name"] for row in made])
    return {severity for row in made for severity in row["severities"]}


def _records(table: Any, before: Mapping[tuple[str, int], int]) -> Iterator[Any]:
    """Yield the records of the parts of a task, as tables."""
    for part in parts_in(table):
        for batch in records_of(part, before[part.filename, part.start]):
            yield type(table).from_batches([batch])


def _written(table: Any, folder: str, column: str) -> Any:
    """Write the lines in a column; return the name of the file, and the severities that are beside them."""
    names = [f"part-{uuid4().hex}.jsonl"] if table.num_rows else []
    for name in names:
        with writing(folder, name) as out:
            out.writelines(line.encode() + b"\n" for line in table.column(column).to_pylist())
    found = table.column("severity").unique().to_pylist() if "severity" in table.column_names else []
    severities = [found for _ in names]
    return type(table).from_pydict({"name": names, "severities": severities})


def _buckets(files: Sequence[Input]) -> int:
    """Return in how many buckets the evidence is judged: as many as the files need, where their sizes are known."""
    least = MIN_BUCKETS if all(file.size_bytes for file in files) else ray.BUCKETS
    return max(least, content_bytes(files) // BUCKET_BYTES)


def _status(options: Options, config: Config, found: set[str]) -> int:
    if options.exit_zero or config.fail_on == "never":
        return status.CLEAN
    worst = max(map(Severity.of, found), default=None)
    return status.FOUND if worst is not None and worst >= Severity.of(config.fail_on) else status.CLEAN
