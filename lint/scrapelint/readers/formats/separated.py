"""CSV and TSV: one record a row, columns by their names in the first."""

from __future__ import annotations

import json
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from scrapelint.location import FIRST, Location
from scrapelint.readers.faults import broken, oversized
from scrapelint.readers.format import Piece, TextFormat
from scrapelint.readers.records import intake
from scrapelint.readers.syntax.cells import DELIMITERS, Dialect, cells_of, dialect_of, has_lone_returns, stays_open
from scrapelint.readers.syntax.parts import Part
from scrapelint.record import folded_name, strings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source

SAMPLE_CHARS = 1 << 16
"""How much of a file is looked at to see how it is written."""
MIN_DATA_CHARS = 80
"""A cell as long as a sentence is no name of a column."""

TRAFILATURA = (
    "url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments", "license", "pagetype",
)  # fmt: skip
"""Columns of what trafilatura writes, which has no names in it."""
NONE = "null"
"""What trafilatura writes in the place of nothing."""


class Head(NamedTuple):
    """What has to be known of a table to read a row."""

    columns: tuple[str, ...]
    dialect: Dialect


class Csv(TextFormat):
    """Rows of cells; the delimiter and the way of quoting are those that the first lines have.

    What was not mended stays as it is written, byte for byte. Rows and columns of addresses are those of the file.
    """

    name: ClassVar[str] = "csv"
    endings: ClassVar[tuple[str, ...]] = (".csv",)
    mends_fields: ClassVar[bool] = True
    has_one_a_piece: ClassVar[bool] = True
    delimiters: ClassVar[str] = DELIMITERS
    """What may come between cells."""

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield the head and the rows of a file, each with its line end."""
        limit = source.max_record_chars
        first = list(_sample(stream, limit))
        dialect = dialect_of("".join(first), self.delimiters)
        lines = chain(first, iter(lambda: stream.readline(limit + 1), ""))
        if first and has_lone_returns(first[0]):
            start = Location(1, 1, int(stream.marked))
            problem = "rows end in carriage returns alone, as old programs write them; convert these to line feeds"
            yield Piece("", None, start, fault=broken(source, None, start, problem, "table"))
            yield from (Piece(line, None, start) for line in lines)
            return
        head: Head | None = None
        number = 0
        for piece in _rows(lines, dialect, source, int(stream.marked)):
            if head is None and piece.is_record:
                if _is_separator(piece.written, dialect):
                    yield piece._replace(is_record=False)
                    continue
                head, is_named = _head(piece.written, dialect, source)
                if is_named:
                    yield piece._replace(is_record=False)
                    continue
            number += piece.is_record or piece.fault is not None
            yield piece._replace(number=number, context=head) if piece.is_record else piece

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the article of a row; its text is addressed where it is in the file."""
        record = _record(piece, source)
        cells = len(cells_of(piece.written, piece.context.dialect))
        if cells > (columns := len(piece.context.columns)):
            problem = f"{cells} cells, but the table has {columns} columns"
            yield broken(source, piece.number, piece.start, problem, self.name.upper())
            return
        found = intake(record, source, piece.number, piece.start, piece.written)
        parts = self.parts(piece, source, 0, "text") if found.readable else ()
        if parts:
            place = _place(piece, parts[0].start)
            found = found._replace(article=found.article._replace(start=place, row=None))
        yield found

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        """Return the cell of a field."""
        columns, dialect = piece.context
        cells = cells_of(piece.written, dialect)
        by_name = dict(zip(columns, cells, strict=False))
        paths = [held.path for held in strings_of(field, _record(piece, source), source.names)]
        found = [by_name[str(path[0])] for path in paths]
        return [Part(cell.start, cell.end, cell.writing(dialect)) for cell in found]

    def rejected(self, piece: Piece) -> str:
        """Return the row by the names of its columns."""
        return json.dumps(_cells(piece))


class Tsv(Csv):
    """The same, with tabs between the cells."""

    name: ClassVar[str] = "tsv"
    endings: ClassVar[tuple[str, ...]] = (".tsv", ".tab")
    delimiters: ClassVar[str] = "\t"


def _sample(stream: Decoded, limit: int) -> Iterator[str]:
    size = 0
    while size < SAMPLE_CHARS and (line := stream.readline(limit + 1)):
        size += len(line)
        yield line


def _rows(lines: Iterator[str], dialect: Dialect, source: Source, offset: int) -> Iterator[Piece]:
    """Yield the rows, and a fault for one that is too long or never ends."""
    row, start = list[str](), Location(1, 1, offset)
    size = number = 0
    is_open = too_long = False
    for line in lines:
        row.append(line)
        size, number = size + len(line), number + line.endswith("\n")
        is_open = stays_open(line, dialect, is_open=is_open)
        if size > source.max_record_chars:
            fault = None if too_long else oversized(source, None, start)
            yield Piece("".join(row), None, start, fault=fault)
            row, too_long = [], is_open or not line.endswith("\n")
        elif not is_open:
            written = "".join(row)
            yield Piece(written, None, start, is_record=bool(written.strip()) and not too_long)
            row, too_long = [], False
        if not row:
            offset, size = offset + size, 0
            start = Location(number + 1, 1, offset)
    if row:
        fault = None if too_long else broken(source, None, start, "a quoted cell has no end", "table")
        yield Piece("".join(row), None, start, fault=fault)


def _is_separator(row: str, dialect: Dialect) -> bool:
    """Tell whether a first row is what Excel takes for the delimiter: `sep=;`."""
    return row.strip().lower() == f"sep={dialect.delimiter}".strip()


def _head(row: str, dialect: Dialect, source: Source) -> tuple[Head, bool]:
    """Return the columns of a table by its first row, and whether they are named there."""
    names = _told_apart(cell.value(row, dialect).strip() for cell in cells_of(row, dialect))
    known = {folded_name(name) for several in source.names.values() for name in several}
    is_data = any(len(name) >= MIN_DATA_CHARS or "://" in name for name in names)
    if not is_data or any(folded_name(name) in known for name in names):
        return Head(names, dialect), True
    if len(names) == len(TRAFILATURA):
        return Head(TRAFILATURA, dialect), False
    return Head(tuple(str(number) for number in range(1, len(names) + 1)), dialect), False


def _told_apart(names: Iterable[str]) -> tuple[str, ...]:
    """Return names of columns of which each is there once: further ones get a number, as pandas gives them."""
    seen, apart = Counter[str](), list[str]()
    for name in names:
        apart.append(f"{name}.{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return tuple(apart)


def _cells(piece: Piece) -> dict[str, str]:
    columns, dialect = piece.context
    cells = cells_of(piece.written, dialect)
    return {name: cell.value(piece.written, dialect) for name, cell in zip(columns, cells, strict=False)}


def _record(piece: Piece, source: Source) -> dict[str, Any]:
    """Return a row as a record; an empty cell is none, unless it is that of the text."""
    cells = _cells(piece)
    nothing = NONE if piece.context.columns == TRAFILATURA else ""
    texts = {folded_name(name) for name in source.names["text"]}
    return {name: value for name, value in cells.items() if value not in ("", nothing) or folded_name(name) in texts}


def _place(piece: Piece, at: int) -> Location:
    """Return where in the file a cell begins; its offset counts inside of it, for marks in it are doubled."""
    before = piece.written[:at]
    return Location(piece.start.row + before.count("\n"), at - before.rfind("\n"), FIRST.offset)
