"""From files to articles: text, Markdown, JSON, JSON Lines, Parquet, WARC and WET, each also compressed.

Every reader is a generator of `Intake` that holds one record at a time. What is wrong with a
file or a record becomes a finding of the family INP; no reader raises for its input.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scrapelint.readers.decoding import decoded
from scrapelint.readers.faults import unreadable
from scrapelint.readers.streams import READ_ERRORS, open_bytes, why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.readers.source import Source

BINARY_READERS = ("parquet", "warc")
"""Kinds of files that are no text: they are read from bytes."""
MODULES = {"json": "json_file", "json-lines": "json_lines"}
"""By kind, where the module has another name: `json` is that of a module of Python."""


def read(file: Input, source: Source) -> Iterator[Intake]:
    """Yield the articles of one file, in order."""
    done = 0
    try:
        with open_bytes(file) as stream:
            if file.kind in BINARY_READERS:
                for intake in _reader(file.kind)(stream, source):
                    yield intake
                    done += 1
                return
            content = decoded(stream)
            try:
                for intake in _reader(file.kind)(content, source):
                    yield intake
                    done += 1
            finally:
                content.detach()  # whoever opened the stream closes it
    except READ_ERRORS as error:
        yield unreadable(source, why(error, file), done)


def _reader(kind: str) -> Any:
    """Return what makes articles of a stream; its module, named like the kind, is imported when a file is read."""
    return import_module(f"scrapelint.readers.{MODULES.get(kind, kind)}").read
