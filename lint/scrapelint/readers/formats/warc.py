"""WARC and WET of web archives: one record a page of text.

WET (`conversion` records of plain text) is what Common Crawl makes of pages. Of a WARC, records whose own content
is plain text are read; HTML pages have to go through an extractor first, and are told.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

from scrapelint.errors import ScrapelintError
from scrapelint.location import FIRST
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.decoding import ESCAPED
from scrapelint.readers.faults import oversized, unreadable
from scrapelint.readers.format import Format
from scrapelint.readers.records import intake
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.source import Source

CONTENT_TYPES = {"conversion": "text/plain", "resource": "text/plain", "response": "text/plain"}
"""Types of records that may hold a text, and the kind of content that they have to have."""
READ_BYTES = 1 << 16
"""How much of a record that is passed over is read at once."""
MAX_PROBLEM_CHARS = 200
"""Longest part of what warcio says of a broken archive that is told: it quotes what it could not read."""
BYTES_PER_CHAR = 4
"""The most that UTF-8 takes for a code point."""


class Warc(Format):
    """Records of plain text; HTML pages are told, not read."""

    name: ClassVar[str] = "warc"
    endings: ClassVar[tuple[str, ...]] = (".warc", ".wet")
    cannot_clean: ClassVar[str] = "an archive is read by `check` only; clean what was made of it"

    def read(self, stream: BinaryIO, source: Source) -> Iterator[Intake]:
        """Yield the texts of the archive, one in memory at a time; other records are passed over.

        Raises OSError where the file is no archive or is cut short, and MissingExtraError where warcio is not
        installed.
        """
        number = pages = 0
        whole = _Whole(stream)
        archive = _opened(whole)
        for record in _records(archive):
            number += record.rec_type in CONTENT_TYPES
            if _is_text(record):
                yield _article(record, source, number)
            else:
                pages += _is_page(record)
            with _told():
                _check_whole(record)
        if whole.problem:
            raise whole.problem
        if archive.err_count:
            yield unreadable(source, f"{archive.err_count:,} of the records go on beyond the length that they state")
        if pages:
            yield unreadable(source, _left(pages), number - pages)


def _left(pages: int) -> str:
    """Return what is said of the pages of an archive, which nobody has extracted."""
    which = (
        "1 HTML page, which is no article yet: extract its"
        if pages == 1
        else (f"{pages:,} HTML pages, which are no articles yet: extract their")
    )
    return f"{which} text first"


def _opened(stream: _Whole) -> Any:
    """Return an archive; raises OSError where it is none."""
    with _told():
        archive = needed("warcio.archiveiterator", "warc", "reading WARC and WET").ArchiveIterator(stream)
    archive.INC_RECORD = ""  # it would print what comes between records; what it counts is told
    return archive


def _records(archive: Any) -> Iterator[Any]:
    """Yield the records of an archive; raises OSError where it is none."""
    found = iter(archive)
    while True:
        with _told():
            record = next(found, None)
        if record is None:
            return
        yield record


@contextmanager
def _told() -> Iterator[None]:
    """Raise OSError for what warcio raises at an archive that is not valid: errors of its own, and Python's."""
    try:
        yield
    except (*READ_ERRORS, ScrapelintError):
        raise
    except Exception as error:
        problem = " ".join(str(error).split())[:MAX_PROBLEM_CHARS]
        raise OSError(f"not a valid archive: {problem}") from error


class _Whole:
    """A stream that remembers what broke it off: warcio takes that for the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.problem: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """Return bytes."""
        try:
            return self._stream.read(size)
        except READ_ERRORS as error:
            self.problem = error
            raise


def _check_whole(record: Any) -> None:
    """Raise EOFError where a record is shorter than it says."""
    while record.raw_stream.read(READ_BYTES):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError


def _article(record: Any, source: Source, number: int) -> Intake:
    limit = source.max_record_chars * BYTES_PER_CHAR
    with _told():
        data = record.content_stream().read(limit + 1)
    text = data.decode("utf-8", "surrogateescape")
    if len(text) > source.max_record_chars:
        return oversized(source, number, FIRST, len(text))
    headers = record.rec_headers
    known = {
        "text": text,
        "id": headers.get_header("WARC-Record-ID"),
        "url": headers.get_header("WARC-Target-URI"),
        "crawled": headers.get_header("WARC-Date"),
        "language": (headers.get_header("WARC-Identified-Content-Language") or "").partition(",")[0] or None,
    }
    return intake(known, source, number, FIRST, raw=text if ESCAPED.search(text) else "")


def _is_text(record: Any) -> bool:
    return _content_type(record).startswith(CONTENT_TYPES.get(record.rec_type, "-"))


def _is_page(record: Any) -> bool:
    return record.rec_type in CONTENT_TYPES and "html" in _content_type(record)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").lower()
