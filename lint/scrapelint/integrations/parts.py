"""Files in parts that tasks read by themselves, for an engine that does not read files as we do: byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.config.values import DEFAULT_MAX_EXPANSION
from scrapelint.errors import ReadError
from scrapelint.integrations.arrow import ADDRESS
from scrapelint.integrations.lines import NUMBERED, is_record
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.files import input_of
from scrapelint.readers.remote import is_remote
from scrapelint.readers.streams import open_bytes, why
from scrapelint.readers.table import TableFormat
from scrapelint.reporters.programs.batches import BATCH_ROWS, as_batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.integrations.lines import Line
    from scrapelint.readers.files import Input

PART_BYTES = 32_000_000
"""How much of a file a task reads; one that is compressed, elsewhere, or Parquet is read by one task."""
END = 2**63 - 1
"""Beyond the end of any file."""


class FilePart(NamedTuple):
    """Lines of a file: those whose first byte is in it."""

    number: int
    """Among the parts of all files, from 0."""
    path: str
    filename: str
    """As reports show it."""
    start: int
    end: int
    max_expansion: int = DEFAULT_MAX_EXPANSION
    """How many times its size the file may have inside, where it is compressed."""


def parts_of(
    files: Iterable[Input], part_bytes: int = PART_BYTES, max_expansion: int = DEFAULT_MAX_EXPANSION
) -> list[FilePart]:
    """Return the parts of files, in order."""
    bounds = ((file, at) for file in files for at in _bounds(file, part_bytes))
    numbered = enumerate(bounds)
    return [FilePart(n, file.path or "", file.filename, *at, max_expansion) for n, (file, at) in numbered]


def lines_of(part: FilePart) -> Iterator[Line]:
    """Yield the lines of a part; raises ReadError where the file cannot be read to its end."""
    file = input_of(part.path, part.filename)
    try:
        with open_bytes(file, part.max_expansion) as stream:
            at = part.start
            if at:
                # A line that ends where the part begins is of the part before.
                stream.seek(at - 1)
                at += len(stream.readline()) - 1
            while at < part.end and (line := stream.readline()):
                at += len(line)
                yield line.removesuffix(b"\n"), part.filename, part.start
    except READ_ERRORS as error:
        raise ReadError(f"{part.filename}: cannot be read to its end: {why(error, file)}") from error


def records_of(part: FilePart, before: int) -> Iterator[Any]:
    """Yield the records of a part as record batches, with their addresses; `before` are the records before it."""
    kind = input_of(part.path, part.filename).format
    if isinstance(kind, TableFormat):
        return _of_columns(part, kind)
    lines = (line for line, _, _ in lines_of(part) if is_record(line))
    return as_batches(((line, part.filename, n) for n, line in enumerate(lines, before + 1)), NUMBERED)


def _bounds(file: Input, part_bytes: int) -> Sequence[tuple[int, int]]:
    if file.compression or is_remote(file.path or "") or isinstance(file.format, TableFormat):
        return [(0, END)]
    starts = range(0, max(file.size_bytes, 1), part_bytes)
    return [(start, start + part_bytes) for start in starts[:-1]] + [(starts[-1], END)]


def _of_columns(part: FilePart, kind: TableFormat) -> Iterator[Any]:
    import pyarrow as pa

    file, done = input_of(part.path, part.filename), 0
    try:
        with open_bytes(file, part.max_expansion) as stream:
            for batch in kind.table_of(stream, part.max_expansion).batches():
                table = pa.Table.from_batches([batch])
                table = table.drop_columns([name for name in ADDRESS if name in table.column_names])
                numbers = pa.array(range(done + 1, done + 1 + len(table)), pa.int64())
                table = table.append_column("filename", pa.array([part.filename] * len(table), pa.string()))
                yield from table.append_column("record", numbers).to_batches(BATCH_ROWS)
                done += len(table)
    except (*READ_ERRORS, ValueError) as error:
        raise ReadError(f"{part.filename}: cannot be read to its end: {why(error, file)}") from error
