"""JSON Lines: one record a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scrapelint.location import Location
from scrapelint.readers.faults import oversized
from scrapelint.readers.format import Piece, TextFormat, rest_of_line
from scrapelint.readers.records import parsed
from scrapelint.readers.syntax.json_record import parts_of, rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source
    from scrapelint.readers.syntax.parts import Part


MAX_BLANK_LINES = 10_000
"""Blank lines that are one piece: a file may have millions of them."""
MAX_BLANK_CHARS = 100
"""Longest blank line that is kept for the next record, in code points."""


class JsonLines(TextFormat):
    """One record a line, one in memory at a time; blank lines do not count."""

    name: ClassVar[str] = "json-lines"
    endings: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson", ".jl", ".jsonlines")
    stands_for: ClassVar[str] = "stream"
    on_engines: ClassVar[str] = "text"
    mends_fields: ClassVar[bool] = True
    has_one_a_piece: ClassVar[bool] = True

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield the lines of a file; one that is too long in several pieces."""
        limit = source.max_record_chars
        row = number = 0
        offset = int(stream.marked)
        blank: list[str] = []
        while line := stream.readline(limit + 1):
            row += 1
            start = Location(row, 1, offset)
            offset += len(line)
            is_blank = line.isspace()
            if is_blank:
                blank.append(line)
            if blank and not (is_blank and len(blank) < MAX_BLANK_LINES and len(line) < MAX_BLANK_CHARS):
                yield Piece("".join(blank))
                blank = []
            if is_blank:
                continue
            number += 1
            if len(line) > limit and not line.endswith("\n"):
                yield Piece(line, number, start, fault=oversized(source, number, start))
                for piece in rest_of_line(stream):
                    offset += len(piece.written)
                    yield piece
            else:
                yield Piece(line, number, start, is_record=True)
        if blank:
            yield Piece("".join(blank))

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the article of a line."""
        yield parsed(piece.written.rstrip("\r\n"), source, piece.number or 1, piece.start)

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        """Return where a field is in its line."""
        return parts_of(piece.written, field, source)

    def rejected(self, piece: Piece) -> str:
        """Return the line."""
        return rejected(piece.written)
