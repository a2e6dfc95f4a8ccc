"""Parquet: one record a row; only the columns of known fields are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Self

from scrapelint.readers.format import Table
from scrapelint.readers.table import BATCH_ROWS, TableFormat

if TYPE_CHECKING:
    from collections.abc import Iterator


class Parquet(TableFormat):
    """Columns in groups of rows."""

    name: ClassVar[str] = "parquet"
    endings: ClassVar[tuple[str, ...]] = (".parquet",)
    on_engines: ClassVar[str] = "parquet"
    purpose: ClassVar[str] = "reading Parquet"

    def opened(self, stream: Any) -> Table:
        """Return the file."""
        return _File(stream)


class _File(Table):
    def __init__(self, stream: Any) -> None:
        from pyarrow.parquet import ParquetFile

        self._file = ParquetFile(stream)
        self.schema = self._file.schema_arrow
        groups = map(self._file.metadata.row_group, range(self._file.metadata.num_row_groups))
        self.inside_bytes = sum(group.total_byte_size for group in groups)

    def batches(self, names: list[str] | None = None) -> Iterator[Any]:
        yield from self._file.iter_batches(BATCH_ROWS, columns=names)

    def writer(self, out: BinaryIO) -> Any:
        """Return a writer of groups of rows as large as those of this file, compressed alike."""
        from pyarrow.parquet import ParquetWriter

        metadata = self._file.metadata
        groups = metadata.num_row_groups
        codec = metadata.row_group(0).column(0).compression if groups and metadata.num_columns else "SNAPPY"
        rows = max((metadata.row_group(number).num_rows for number in range(groups)), default=1)
        return _Groups(ParquetWriter(out, self.schema, compression=codec), rows)


class _Groups:
    """Collects batches until they are a group of rows."""

    def __init__(self, writer: Any, rows: int) -> None:
        self._writer = writer
        self._rows = rows
        self._waiting: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._flush()
        self._writer.close()

    def write(self, batch: Any) -> None:
        """Take a batch."""
        self._waiting.append(batch)
        if sum(part.num_rows for part in self._waiting) >= self._rows:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            self._writer.write_table(pa.Table.from_batches(self._waiting))
        self._waiting = []
