"""From files to articles: text, Markdown, JSON, JSON Lines, Parquet, WARC and WET, each also compressed.

Every reader is a generator of `Intake` that holds one record at a time. What is wrong with a
file or a record becomes a finding of the family INP; no reader raises for its input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from scrapelint.readers import json_file, json_lines, markdown, text
from scrapelint.readers.decoding import Decoded, decoded
from scrapelint.readers.faults import unreadable
from scrapelint.readers.streams import READ_ERRORS, open_bytes, why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.readers.source import Source

    Reader = Callable[[Decoded, Source], Iterator[Intake]]

BINARY_READERS = ("parquet", "warc")
"""Kinds of files that are no text; their modules are imported when one is read."""

READERS: dict[str, Reader] = {
    "text": text.read,
    "markdown": markdown.read,
    "json": json_file.read,
    "json-lines": json_lines.read,
}
"""By kind: from the decoded stream of one file to its articles."""


def read(file: Input, source: Source) -> Iterator[Intake]:
    """Yield the articles of one file, in order."""
    done = 0
    try:
        with open_bytes(file) as stream:
            if file.kind in BINARY_READERS:
                for intake in _binary(file.kind, stream, source):
                    yield intake
                    done += 1
                return
            content = decoded(stream)
            try:
                for intake in READERS[file.kind](content, source):
                    yield intake
                    done += 1
            finally:
                content.detach()  # whoever opened the stream closes it
    except READ_ERRORS as error:
        yield unreadable(source, why(error, file), done)


def _binary(kind: str, stream: BinaryIO, source: Source) -> Iterator[Intake]:
    if kind == "parquet":
        from scrapelint.readers import parquet

        return parquet.read(stream, source)
    from scrapelint.readers import warc

    return warc.read(stream, source)
