"""Arrow and Feather, and what `Dataset.save_to_disk` of Hugging Face writes: one record a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Self

from scrapelint.readers.format import Table
from scrapelint.readers.table import BATCH_ROWS, TableFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_MARK = b"ARROW1"
"""What a file that can be read from any place begins with; one without it is a stream."""


class Arrow(TableFormat):
    """Record batches, as a file or as a stream."""

    name: ClassVar[str] = "arrow"
    endings: ClassVar[tuple[str, ...]] = (".arrow", ".feather", ".ipc")
    companions: ClassVar[tuple[str, ...]] = ("dataset_info.json", "state.json", "dataset_dict.json")
    purpose: ClassVar[str] = "reading Arrow"

    def opened(self, stream: Any) -> Table:
        """Return the file or stream."""
        import pyarrow as pa

        is_file = stream.read(len(FILE_MARK)) == FILE_MARK
        stream.seek(0)
        return _File(pa.ipc.open_file(stream)) if is_file else _Stream(pa.ipc.open_stream(stream))


class _Stream(Table):
    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.schema = reader.schema

    def batches(self, names: list[str] | None = None) -> Iterator[Any]:
        for batch in self._stored():
            wanted = batch if names is None else batch.select(names)
            _check(wanted)
            for start in range(0, batch.num_rows, BATCH_ROWS):
                yield wanted.slice(start, BATCH_ROWS)

    def writer(self, out: BinaryIO) -> Any:
        """Return a writer of a stream."""
        from pyarrow import ipc

        return _Writer(ipc.new_stream(out, self.schema))

    def _stored(self) -> Iterator[Any]:
        yield from self._reader


def _check(batch: Any) -> None:
    """Raise what pyarrow raises for columns that are damaged: to read values beyond their ends ends the process.

    Strings are looked at as bytes, since bytes that are not valid UTF-8 can be read.
    """
    for column in batch.columns:
        kind = _with_bytes(column.type)
        (column if kind == column.type else column.view(kind)).validate(full=True)


def _with_bytes(kind: Any) -> Any:
    """Return a type with bytes in the place of strings, and all else as it is."""
    import pyarrow as pa

    if pa.types.is_struct(kind):
        fields = [kind.field(place) for place in range(kind.num_fields)]
        return pa.struct([field.with_type(_with_bytes(field.type)) for field in fields])
    if pa.types.is_list(kind):
        return pa.list_(kind.value_field.with_type(_with_bytes(kind.value_type)))
    if pa.types.is_dictionary(kind):
        return pa.dictionary(kind.index_type, _with_bytes(kind.value_type), kind.ordered)
    return {pa.string(): pa.binary(), pa.large_string(): pa.large_binary(), pa.string_view(): pa.binary_view()}.get(
        kind, kind
    )


class _File(_Stream):
    def writer(self, out: BinaryIO) -> Any:
        """Return a writer of a file, compressed as Feather is by default."""
        from pyarrow import ipc

        return _Writer(ipc.new_file(out, self.schema, options=ipc.IpcWriteOptions(compression="lz4")))

    def _stored(self) -> Iterator[Any]:
        return (self._reader.get_batch(number) for number in range(self._reader.num_record_batches))


class _Writer:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()

    def write(self, batch: Any) -> None:
        """Take a batch."""
        self._writer.write_batch(batch)
