"""A Parquet file of a data set on its way out: rows mended or dropped, columns, types and metadata as they were."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from scrapelint.article import path_of
from scrapelint.cleaning.data_set import cleaned_of, reject
from scrapelint.cleaning.mender import Job, Mender
from scrapelint.errors import ReadError
from scrapelint.fixes.patches import patched
from scrapelint.readers import parquet
from scrapelint.readers.pieces import Piece
from scrapelint.readers.streams import READ_ERRORS, open_bytes, why
from scrapelint.runners.pipeline import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.cleaning.data_set import Cleaned, Dropping
    from scrapelint.cleaning.mender import FieldHunks, Fixes, Outcome
    from scrapelint.config.values import Config
    from scrapelint.readers.files import Input
    from scrapelint.readers.source import Source


class _Row(NamedTuple):
    """A row of a batch, with the record that its known columns are."""

    batch: Any
    place: int
    number: int
    written: str


class ParquetCleaner:
    """Mends one file; rows are dropped as `dropping` says."""

    def __init__(self, file: Input, config: Config, fixes: Fixes, dropping: Dropping, jobs: int) -> None:
        """Take the file, and how it is mended."""
        self._file = file
        self._source = source_of(file.filename, config)
        self._make = partial(Mender, config, fixes)
        self._dropping = dropping
        self._jobs = jobs

    def write(self, out: BinaryIO) -> Iterator[Cleaned]:
        """Write the mended file; yield what became of each record. Raises ReadError where it cannot be read."""
        try:
            with open_bytes(self._file) as stream:
                yield from self._write(parquet.opened(stream), out)
        except READ_ERRORS as error:
            problem = why(error, self._file)
            raise ReadError(
                f"{self._file.filename}: cannot be read to its end: {problem}; nothing is written"
            ) from error

    def _write(self, file: Any, out: BinaryIO) -> Iterator[Cleaned]:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        metadata = file.metadata
        groups = metadata.num_row_groups
        codec = metadata.row_group(0).column(0).compression if groups and metadata.num_columns else "SNAPPY"
        rows = max((metadata.row_group(number).num_rows for number in range(groups)), default=1)
        waiting: list[Any] = []
        with ParquetWriter(out, file.schema_arrow, compression=codec) as writer:
            for batch, cleaned in self._batches(file):
                yield from cleaned
                waiting.append(batch)
                if sum(part.num_rows for part in waiting) >= rows:
                    writer.write_table(pa.Table.from_batches(waiting))
                    waiting = []
            if waiting:
                writer.write_table(pa.Table.from_batches(waiting))

    def _batches(self, file: Any) -> Iterator[tuple[Any, list[Cleaned]]]:
        outcomes: list[tuple[_Row, Outcome]] = []
        for row, found in self._mended(_rows(file, self._source)):
            outcomes.append((row, found[0]))
            if row.place == row.batch.num_rows - 1:
                yield self._batch(outcomes)
                outcomes = []

    def _mended(self, rows: Iterator[_Row]) -> Iterator[tuple[_Row, list[Outcome]]]:
        if self._jobs == 1:
            mender = self._make()
            return ((row, mender(self._job(row))) for row in rows)
        from scrapelint.runners import pool

        found = pool.mapped(
            rows, self._make, self._jobs, payload=self._job, size=lambda row: len(row.written),
            name=lambda row: f"{self._file.filename}:{row.number}",
        )  # fmt: skip
        return ((row, outcomes or []) for row, outcomes in found)

    def _job(self, row: _Row) -> Job:
        return Job(self._file.filename, "json-lines", Piece(row.written, row.number, is_record=True))

    def _batch(self, outcomes: list[tuple[_Row, Outcome]]) -> tuple[Any, list[Cleaned]]:
        import pyarrow as pa

        changes: dict[str, list[Any]] = {}
        kept, cleaned = [], []
        batch = outcomes[0][0].batch
        for row, outcome in outcomes:
            reasons = self._dropping.reasons(outcome)
            kept.append(not reasons)
            cleaned.append(cleaned_of(outcome, dropped=bool(reasons), kept_in_list=False))
            if reasons and self._dropping.rejects:
                self._dropping.rejects.write(reject(outcome, row.number, row.written, reasons, in_json=True))
            for field in outcome.fields:
                self._change(changes, row, field)
        for name, values in changes.items():
            place = batch.schema.get_field_index(name)
            batch = batch.set_column(place, batch.schema.field(place), pa.array(values, batch.schema.field(place).type))
        return batch.filter(pa.array(kept)), cleaned

    def _change(self, changes: dict[str, list[Any]], row: _Row, field: FieldHunks) -> None:
        name, *inner = path_of(field.name, json.loads(row.written), self._source.names)
        values = changes.setdefault(name, row.batch.column(name).to_pylist())
        value = patched(field.before, field.hunks)
        if inner:
            values[row.place] = {**values[row.place], inner[0]: value}
        else:
            values[row.place] = value


def _rows(file: Any, source: Source) -> Iterator[_Row]:
    names = parquet.columns(file.schema_arrow.names, source)
    number = 0
    for batch in parquet.batches(file):
        for place, record in enumerate(batch.select(names).to_pylist()):
            number += 1
            yield _Row(batch, place, number, json.dumps(record, default=str))
