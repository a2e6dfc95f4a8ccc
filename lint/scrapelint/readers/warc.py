"""WARC and WET of web archives: one record a page of text.

WET (`conversion` records of plain text) is what Common Crawl makes of pages. Of a WARC, records whose own content
is plain text are read; HTML pages have to go through an extractor first, and are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.extras import needed
from scrapelint.location import FIRST
from scrapelint.readers.decoding import ESCAPED
from scrapelint.readers.faults import oversized, unreadable
from scrapelint.readers.records import intake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.source import Source

CONTENT_TYPES = {"conversion": "text/plain", "resource": "text/plain", "response": "text/plain"}
"""Types of records that may hold a text, and the kind of content that they have to have."""
BYTES_PER_CHAR = 4
"""The most that UTF-8 takes for a code point."""


def read(stream: BinaryIO, source: Source) -> Iterator[Intake]:
    """Yield the texts of the archive, one in memory at a time; other records are passed over.

    Raises OSError where the file is no archive, and MissingExtraError where warcio is not installed.
    """
    iterator = needed("warcio.archiveiterator", "warc", "reading WARC and WET").ArchiveIterator
    errors = needed("warcio.exceptions", "warc", "reading WARC and WET").ArchiveLoadFailed
    number = pages = 0
    try:
        for record in iterator(stream):
            number += record.rec_type in CONTENT_TYPES
            if _is_text(record):
                yield _article(record, source, number)
            else:
                pages += _is_page(record)
    except errors as error:
        raise OSError(f"not a valid archive: {error}") from error
    if pages:
        yield unreadable(
            source, f"{pages:,} HTML pages, which are no articles yet: extract their text first", number - pages
        )


def _article(record: Any, source: Source, number: int) -> Intake:
    limit = source.max_record_chars * BYTES_PER_CHAR
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
