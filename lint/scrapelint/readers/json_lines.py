"""JSON Lines: one record a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.location import Location
from scrapelint.readers.faults import binary, oversized
from scrapelint.readers.records import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source

SKIP_CHARS = 1 << 20
"""Piece in which the rest of a line that is too long is thrown away, in code points."""


def read(stream: Decoded, source: Source) -> Iterator[Intake]:
    """Yield the records of the file, one in memory at a time; blank lines do not count."""
    if stream.is_binary:
        yield binary(source)
        return
    limit = source.max_record_chars
    row = number = 0
    offset = int(stream.marked)
    while line := stream.readline(limit + 1):
        row += 1
        start, size = Location(row, 1, offset), len(line)
        if size > limit and not line.endswith("\n"):
            number += 1
            size += _skip(stream)
            yield oversized(source, number, start, size)
        elif not line.isspace():
            number += 1
            yield parsed(line.rstrip("\r\n"), source, number, start)
        offset += size


def _skip(stream: Decoded) -> int:
    """Throw away the rest of a line; return its length in code points."""
    size = 0
    while piece := stream.readline(SKIP_CHARS):
        size += len(piece)
        if piece.endswith("\n"):
            break
    return size
