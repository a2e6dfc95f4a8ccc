"""A file of columns on its way out: rows mended or dropped, columns, types and metadata as they were."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from scrapelint.cleaning.data_set import cleaned_of, reject
from scrapelint.cleaning.mender import Job, Mender
from scrapelint.errors import ReadError
from scrapelint.fixes.patches import patched
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.format import Piece
from scrapelint.readers.streams import open_bytes, why
from scrapelint.readers.table import columns, rows, value_of, with_values
from scrapelint.record import strings_of, with_value
from scrapelint.runners.pipeline import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.cleaning.data_set import Cleaned, Dropping
    from scrapelint.cleaning.mender import Fixes, Outcome
    from scrapelint.config.values import Config
    from scrapelint.readers.files import Input
    from scrapelint.readers.format import Table
    from scrapelint.readers.table import Changes, TableFormat


class TableInput(NamedTuple):
    """A file of columns, and its format."""

    file: Input
    format: TableFormat


class _Row(NamedTuple):
    """A row of a batch, with the record that its known columns are."""

    batch: Any
    place: int
    number: int
    written: str


class TableCleaner:
    """Mends one file; rows are dropped as `dropping` says."""

    def __init__(self, target: TableInput, config: Config, fixes: Fixes, dropping: Dropping, jobs: int) -> None:
        """Take the file, and how it is mended."""
        file, self._format = target
        self._file = file
        self._source = source_of(file.filename, config)
        self._make = partial(Mender, config, fixes)
        self._dropping = dropping
        self._jobs = jobs

    def write(self, out: BinaryIO) -> Iterator[Cleaned]:
        """Write the mended file; yield what became of each record. Raises ReadError where it cannot be read."""
        try:
            with open_bytes(self._file, self._source.max_expansion) as stream:
                yield from self._write(self._format.table_of(stream, self._source.max_expansion), out)
        except READ_ERRORS as error:
            problem = why(error, self._file)
            raise ReadError(
                f"{self._file.filename}: cannot be read to its end: {problem}; nothing is written"
            ) from error

    def _write(self, table: Table, out: BinaryIO) -> Iterator[Cleaned]:
        with table.writer(out) as writer:
            for batch, cleaned in self._batches(table):
                yield from cleaned
                writer.write(batch)

    def _batches(self, table: Table) -> Iterator[tuple[Any, list[Cleaned]]]:
        outcomes: list[tuple[_Row, Outcome]] = []
        for row, found in self._mended(self._rows(table)):
            outcomes.append((row, found[0]))
            if row.place == row.batch.num_rows - 1:
                yield self._batch(outcomes)
                outcomes = []

    def _rows(self, table: Table) -> Iterator[_Row]:
        names = columns(table.schema.names, self._source)
        number = 0
        for batch in self._format.batches(table):
            for place, record in enumerate(rows(batch.select(names))):
                number += 1
                yield _Row(batch, place, number, json.dumps(record, default=str))

    def _mended(self, read: Iterator[_Row]) -> Iterator[tuple[_Row, list[Outcome]]]:
        if self._jobs == 1:
            mender = self._make()
            return ((row, mender(self._job(row))) for row in read)
        from scrapelint.runners import pool

        found = pool.mapped(
            read, self._make, self._jobs, payload=self._job, size=lambda row: len(row.written),
            name=lambda row: f"{self._file.filename}:{row.number}",
        )  # fmt: skip
        return ((row, outcomes or []) for row, outcomes in found)

    def _job(self, row: _Row) -> Job:
        return Job(self._file.filename, self._format, Piece(row.written, row.number, is_record=True))

    def _batch(self, outcomes: list[tuple[_Row, Outcome]]) -> tuple[Any, list[Cleaned]]:
        import pyarrow as pa

        changes: Changes = {}
        kept, cleaned = [], []
        batch = outcomes[0][0].batch
        for row, outcome in outcomes:
            reasons = self._dropping.reasons(outcome)
            kept.append(not reasons)
            cleaned.append(cleaned_of(outcome, dropped=bool(reasons), kept_in_list=False))
            if reasons and self._dropping.rejects:
                self._dropping.rejects.write(reject(outcome, row.number, row.written, reasons))
            if outcome.fields:
                self._change(changes, row, outcome)
        batch = with_values(batch, changes)
        return batch if all(kept) else batch.filter(pa.array(kept)), cleaned

    def _change(self, changes: Changes, row: _Row, outcome: Outcome) -> None:
        """Take over the strings of a row that were mended; all else of it stays as it is."""
        hunks = sorted(found.hunk for field in outcome.fields for found in field.written)
        before, after = json.loads(row.written), json.loads(patched(row.written, hunks))
        for field in outcome.fields:
            for (name, *inner), _ in strings_of(field.name, before, self._source.names):
                changed = changes.setdefault(str(name), {})
                value = changed[row.place] if row.place in changed else value_of(row.batch.column(name)[row.place])
                changed[row.place] = with_value(value, inner, _at(after, [name, *inner]))


def _at(value: Any, path: list[str | int]) -> Any:
    for key in path:
        value = value[key]
    return value
