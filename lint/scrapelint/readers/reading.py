"""From files to articles, whatever their format, each also compressed.

Every reader is a generator of `Intake` that holds one record at a time. What is wrong with a
file or a record becomes a finding of the family INP; no reader raises for its input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, TypeVar

from scrapelint.errors import ScrapelintError
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.faults import internal, unreadable
from scrapelint.readers.format import Record, ready
from scrapelint.readers.streams import open_bytes, why
from scrapelint.readers.without_text import told_once

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.readers.source import Source

T = TypeVar("T")


def read(file: Input, source: Source) -> Iterator[Intake]:
    """Yield the articles of one file, in order."""
    return told_once(each(file, source), source)


def each(file: Input, source: Source) -> Generator[Intake]:
    """Yield the same, with a fault for each record of a file in which none has a text."""
    return _guarded(file, source, file.format.read, lambda intake: intake)


def records(file: Input, source: Source) -> Iterator[Record]:
    """Yield the records of one file, in order, for a run that wants some of them; a file of one is not even opened."""
    if file.format.is_one_article:
        return iter([Record(lambda: next(each(file, source), unreadable(source, "there is no article in it")))])
    return _guarded(file, source, file.format.records, ready)


def _guarded(
    file: Input, source: Source, opened: Callable[[BinaryIO, Source], Iterator[T]], told: Callable[[Intake], T]
) -> Generator[T]:
    done = 0
    try:
        with open_bytes(file, source.max_expansion) as stream:
            for item in opened(stream, source):
                yield item
                done += 1
    except READ_ERRORS as error:
        yield told(unreadable(source, why(error, file), done))
    except ScrapelintError:
        raise
    except Exception as error:  # noqa: BLE001  # one file never ends a run
        yield told(internal(source, error, done))
