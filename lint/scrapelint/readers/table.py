"""Formats of columns, which pyarrow reads and writes: one record a row."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

from scrapelint.config.values import DEFAULT_MAX_EXPANSION
from scrapelint.location import FIRST
from scrapelint.readers.compressions import Decompressed, most_inside, too_much_inside
from scrapelint.readers.faults import internal, oversized
from scrapelint.readers.format import Format, Record
from scrapelint.readers.records import intake, parsed
from scrapelint.readers.syntax.json_record import parts_of
from scrapelint.record import NESTED_FIELDS, folded_name
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.format import Piece, Table
    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.parts import Part

BATCH_ROWS = 256
"""Rows in memory at once: some megabytes of articles."""

Changes = dict[str, dict[int, Any]]
"""New values, by column and row."""


class TableFormat(Format):
    """A format of columns; `clean` writes it anew, with columns, types and metadata as they were."""

    mends_fields: ClassVar[bool] = True
    purpose: ClassVar[str]
    """What pyarrow is needed for."""

    def opened(self, stream: Any) -> Table:
        """Return the file as pyarrow reads it; what pyarrow raises is for `table_of` to tell."""
        raise NotImplementedError

    def read(self, stream: BinaryIO, source: Source) -> Iterator[Intake]:
        """Yield the records of the file, a small batch in memory at a time; only columns of known fields are read.

        Raises OSError where it is not valid, and MissingExtraError where pyarrow is not installed.
        """
        table = self.table_of(stream, source.max_expansion)
        number = 0
        for batch in self.batches(table, columns(table.schema.names, source)):
            for row in rows(batch):
                number += 1
                yield intake_of(row, source, number)

    def records(self, stream: BinaryIO, source: Source) -> Iterator[Record]:
        """Yield the rows of the file; those that nobody wants do not become values of Python."""
        table = self.table_of(stream, source.max_expansion)
        number = 0
        for batch in self.batches(table, columns(table.schema.names, source)):
            for place in range(batch.num_rows):
                number += 1
                yield Record(partial(_row, batch, place, source, number))

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the article of a row, written as JSON."""
        yield parsed(piece.written, source, piece.number, FIRST)

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        """Return where a field is in a row, written as JSON."""
        return parts_of(piece.written, field, source)

    def table_of(self, stream: BinaryIO, max_expansion: int = DEFAULT_MAX_EXPANSION) -> Table:
        """Return the file; standard input and compressed files are read into memory. Raises OSError.

        So it does for one that says itself that it has more than `max_expansion` times its size inside.
        """
        needed("pyarrow", "parquet", self.purpose)
        seekable = stream if stream.seekable() and not isinstance(stream, Decompressed) else io.BytesIO(stream.read())
        try:
            table = self.opened(seekable)
            for field in table.schema:
                _ask_names(field)
        except Exception as error:  # what pyarrow raises for a broken file is not documented
            raise self._fault(error) from error
        if table.inside_bytes > most_inside(_size(seekable), max_expansion):
            raise OSError(too_much_inside(f"the {self.name.capitalize()} data", max_expansion))
        return table

    def batches(self, table: Table, names: list[str] | None = None) -> Iterator[Any]:
        """Yield the rows in small batches; of some columns, where they are named. Raises OSError."""
        found = iter(table.batches(names))
        while True:
            try:
                batch = next(found, None)
            except Exception as error:  # the same
                raise self._fault(error) from error
            if batch is None:
                return
            yield batch

    def _fault(self, error: Exception) -> OSError:
        problem = " ".join(str(error).split()) or type(error).__name__
        return OSError(f"not valid {self.name.capitalize()}: {problem}")


def _ask_names(field: Any) -> None:
    """Ask for the names of a field and of those in it: pyarrow raises for one that is no UTF-8 when it is asked for."""
    field.name  # noqa: B018
    kind = field.type if field.type.num_fields else getattr(field.type, "value_type", field.type)
    for place in range(kind.num_fields):
        _ask_names(kind.field(place))


def _size(stream: Any) -> int:
    """Return the size of a file in bytes; where it is read from is as it was."""
    at = stream.tell()
    size: int = stream.seek(0, io.SEEK_END)
    stream.seek(at)
    return size


def _row(batch: Any, place: int, source: Source, number: int) -> Intake:
    """Return the article of one row of a batch; where something unexpected is raised, that is told."""
    try:
        return intake_of(rows(batch.slice(place, 1))[0], source, number)
    except Exception as error:  # noqa: BLE001  # one record never ends a file
        return internal(source, error, number)


def columns(names: list[str], source: Source) -> list[str]:
    """Return which of these columns may hold a field of an article, each once; all, where none does."""
    given = [name for several in source.names.values() for name in several]
    wanted = {folded_name(name) for name in (*given, *NESTED_FIELDS, *(name.partition(".")[0] for name in given))}
    once = [name for name in dict.fromkeys(names) if names.count(name) == 1]
    return [name for name in once if folded_name(name) in wanted] or once


def intake_of(row: dict[str, Any], source: Source, number: int | None) -> Intake:
    """Return the article of a row; a fault where it has no text, or more of it than a record may have."""
    # Bytes that are not valid UTF-8 are looked for in what is a string; where they are in the file says nothing.
    raw = " ".join(value for value in row.values() if isinstance(value, str) and not value.isascii())
    found = intake(row, source, number, FIRST, raw)
    if len(found.article.text) > source.max_record_chars:
        return oversized(source, number, FIRST, len(found.article.text))
    return found


def rows(batch: Any) -> list[dict[str, Any]]:
    """Return the rows of a batch; a value that Python cannot hold is left out, bad bytes are kept as escapes."""
    by_name = {name: values_of(column) for name, column in zip(batch.schema.names, batch.columns, strict=True)}
    return [{name: values[place] for name, values in by_name.items()} for place in range(batch.num_rows)]


def values_of(column: Any) -> list[Any]:
    """Return the values of a column as Python has them; None for those that it cannot hold."""
    try:
        values: list[Any] = column.to_pylist()
    except Exception:  # noqa: BLE001  # bad UTF-8, unknown time zones, durations too long: each raises another
        return [value_of(column[place]) for place in range(len(column))]
    return values


def value_of(scalar: Any) -> Any:
    """Return one value in the same way."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return _with_escapes(scalar)
    except Exception:  # noqa: BLE001  # the same
        return None


def _with_escapes(scalar: Any) -> Any:
    """Return a value with strings in it that are no UTF-8; None for one of a rare type."""
    import pyarrow as pa

    if isinstance(scalar, pa.StructScalar):
        return {name: value_of(scalar[name]) for name in scalar}
    if isinstance(scalar, pa.ListScalar):
        return [value_of(one) for one in scalar.values]
    return bytes(scalar.as_buffer()).decode("utf-8", "surrogateescape") if hasattr(scalar, "as_buffer") else None


def with_values(batch: Any, changes: Changes) -> Any:
    """Return a table or batch with other values in some rows of some columns, in the types that these have."""
    for name, changed in changes.items():
        place = batch.schema.get_field_index(name)
        field = batch.schema.field(place)
        batch = batch.set_column(place, field, _replaced(batch.column(place), changed, field.type))
    return batch


def _replaced(column: Any, changed: Mapping[int, Any], kind: Any) -> Any:
    """Return a column with other values in some rows; those of all others never become values of Python.

    Python may not hold them: a time of a zone that it does not know, bytes that are no UTF-8.
    """
    import pyarrow as pa

    new = _array(list(changed.values()), kind)
    try:
        made = _taken(column, list(changed), new)
    except pa.ArrowNotImplementedError:  # views of strings, which cannot be taken one by one
        made = pa.chunked_array(_pieces(column, list(changed), new), kind)
    return made if isinstance(column, pa.ChunkedArray) else made.combine_chunks()


def _taken(column: Any, changed: list[int], new: Any) -> Any:
    import pyarrow as pa

    places = list(range(len(column)))
    for number, row in enumerate(changed):
        places[row] = len(column) + number
    return pa.chunked_array([*_chunks(column), *_chunks(new)], new.type).take(pa.array(places, pa.int64()))


def _pieces(column: Any, changed: list[int], new: Any) -> Iterator[Any]:
    """Yield the parts of a column that stay, and between them the new values."""
    at = 0
    for row, number in sorted((row, number) for number, row in enumerate(changed)):
        yield from _chunks(column.slice(at, row - at))
        yield from _chunks(new.slice(number, 1))
        at = row + 1
    yield from _chunks(column.slice(at))


def _chunks(column: Any) -> list[Any]:
    return column.chunks if hasattr(column, "chunks") else [column]


def _array(values: list[Any], kind: Any) -> Any:
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:  # bytes that are not valid UTF-8 stay as they are
        data = [None if value is None else value.encode("utf-8", "surrogateescape") for value in values]
        return pa.array(data, pa.binary()).cast(kind, safe=False)
