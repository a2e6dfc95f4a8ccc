"""Parquet: one record a row; only the columns of known fields are read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.article import NESTED_FIELDS
from scrapelint.extras import needed
from scrapelint.location import FIRST
from scrapelint.readers.faults import oversized
from scrapelint.readers.records import intake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.source import Source

BATCH_ROWS = 256
"""Rows in memory at once: some megabytes of articles."""


def read(stream: BinaryIO, source: Source) -> Iterator[Intake]:
    """Yield the records of the file, a small batch in memory at a time.

    Raises OSError where the file is no Parquet, and MissingExtraError where pyarrow is not installed.
    """
    file = opened(stream)
    number = 0
    for batch in batches(file, columns(file.schema_arrow.names, source)):
        for row in batch.to_pylist():
            number += 1
            yield _record(row, source, number)


def opened(stream: BinaryIO) -> Any:
    """Return the file as pyarrow reads it; standard input and compressed files are read into memory."""
    parquet = needed("pyarrow.parquet", "parquet", "reading Parquet")
    arrow = needed("pyarrow", "parquet", "reading Parquet")
    try:
        seekable = stream if stream.seekable() and not _is_compressed(stream) else io.BytesIO(stream.read())
        return parquet.ParquetFile(seekable)
    except arrow.ArrowInvalid as error:
        raise OSError(f"not valid Parquet: {error}") from error


def batches(file: Any, names: list[str] | None = None) -> Iterator[Any]:
    """Yield the rows of a file in small batches; of some columns, where they are named."""
    arrow = needed("pyarrow", "parquet", "reading Parquet")
    try:
        yield from file.iter_batches(BATCH_ROWS, columns=names)
    except (arrow.ArrowInvalid, arrow.ArrowException) as error:
        raise OSError(f"not valid Parquet: {error}") from error


def columns(names: list[str], source: Source) -> list[str]:
    """Return which of these columns may hold a field of an article; all, where none does."""
    known = {name for several in source.names.values() for name in several} | set(NESTED_FIELDS)
    return [name for name in names if name in known] or names


def _record(row: dict[str, Any], source: Source, number: int) -> Intake:
    found = intake(row, source, number, FIRST)
    if len(found.article.text) > source.max_record_chars:
        return oversized(source, number, FIRST, len(found.article.text))
    return found


def _is_compressed(stream: BinaryIO) -> bool:
    inner = getattr(stream, "raw", None)
    return inner is not None and not isinstance(inner, io.FileIO)
