"""Rows as record batches of Arrow: what Parquet is written from, and what engines for many machines hand on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Columns = tuple[tuple[str, str], ...]
    """Names of columns with their types, as Arrow calls them."""

BATCH_ROWS = 10_000
"""Rows of a record batch."""


def schema_of(columns: Columns) -> Any:
    """Return columns as a schema of Arrow."""
    import pyarrow as pa

    return pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns])


def as_batches(rows: Iterable[tuple[Any, ...]], columns: Columns) -> Iterator[Any]:
    """Yield rows as record batches of these columns."""
    import pyarrow as pa

    schema = schema_of(columns)
    several = iter(rows)
    while part := list(islice(several, BATCH_ROWS)):
        arrays = [pa.array(values, kind) for values, kind in zip(zip(*part, strict=True), schema.types, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, names=schema.names)


def encodable(value: Any) -> Any:
    """Return a value as Arrow takes it: of a byte that is not valid UTF-8 what JSON writes for it."""
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-8", "backslashreplace").decode("utf-8")
