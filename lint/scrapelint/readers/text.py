"""A text file: one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.intake import Intake
from scrapelint.location import FIRST, Location
from scrapelint.readers.faults import binary, oversized, undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source


def read(stream: Decoded, source: Source) -> Iterator[Intake]:
    """Yield the file as one article; an empty file is an empty article."""
    whole = whole_text(stream, source)
    if isinstance(whole, Intake):
        yield whole
        return
    yield intake_of(whole, source, first_place(stream))


def intake_of(whole: str, source: Source, start: Location) -> Intake:
    """Return the article that all text of a file is; `start` is where in the file the text starts."""
    article = Article(whole, id=source.filename, filename=source.filename, start=start, path=source.path)
    return Intake(article, undecodable(article))


def whole_text(stream: Decoded, source: Source) -> str | Intake:
    """Return all text of a file, or the fault that it is too large or no text."""
    if stream.is_binary:
        return binary(source)
    text = stream.read(source.max_record_chars + 1)
    return oversized(source, None, FIRST) if len(text) > source.max_record_chars else text


def first_place(stream: Decoded) -> Location:
    """Return where the text starts in its file: behind the byte order mark, where there is one."""
    return Location(1, 1, 1) if stream.marked else FIRST
