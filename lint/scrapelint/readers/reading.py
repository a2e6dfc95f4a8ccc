"""From files to articles, whatever their format, each also compressed.

Every reader is a generator of `Intake` that holds one record at a time. What is wrong with a
file or a record becomes a finding of the family INP; no reader raises for its input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.errors import ScrapelintError
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.faults import internal, unreadable
from scrapelint.readers.streams import open_bytes, why
from scrapelint.readers.without_text import told_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.readers.source import Source


def read(file: Input, source: Source) -> Iterator[Intake]:
    """Yield the articles of one file, in order."""
    return told_once(_read(file, source), source)


def _read(file: Input, source: Source) -> Iterator[Intake]:
    done = 0
    try:
        with open_bytes(file) as stream:
            for intake in file.format.read(stream, source):
                yield intake
                done += 1
    except READ_ERRORS as error:
        yield unreadable(source, why(error, file), done)
    except ScrapelintError:
        raise
    except Exception as error:  # noqa: BLE001  # one file never ends a run
        yield internal(source, error, done)
