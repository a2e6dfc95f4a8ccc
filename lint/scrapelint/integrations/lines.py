"""Lines of JSON that many machines mend: what one of them does with its part of the lines.

A part is what one task reads: its lines in the order of their files. What comes out are rows of a kind and
bytes; those of one kind, each with a line feed, are a part of the cleaned data set, of its rejects or of its ledger.
"""

from __future__ import annotations

import io
import json
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from urllib.parse import unquote

from scrapelint.cleaning.data_set import Cleaner, Dropping
from scrapelint.cleaning.mender import Job, Mender
from scrapelint.cleaning.rewriting import Opened, Step, fault_outcome
from scrapelint.fixes.ledger import encoded
from scrapelint.integrations.arrow import LINE
from scrapelint.location import FIRST
from scrapelint.readers.decoding import UTF_8
from scrapelint.readers.faults import oversized
from scrapelint.readers.files import Input
from scrapelint.readers.format import Piece
from scrapelint.readers.registry import standing_for
from scrapelint.runners.pipeline import from_here, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from scrapelint.cleaning.data_set import Cleaned
    from scrapelint.cleaning.mender import Fixes
    from scrapelint.config.values import Config

CLEANED, REJECTS, LEDGER, COUNT = range(4)
"""Kinds of rows; the last has what a part came to."""
ROWS = (("kind", "int16"), ("data", "binary"))
"""Columns of what comes out."""
SPLITS = (("filename", "string"), ("start", "int64"), ("records", "int64"))
"""Columns of the counts of records, of each piece of a file that is read by itself."""
Line = tuple[bytes, str, int]
"""A line without its end, its file, and the first byte of the piece of the file that it is read with."""
Split = tuple[str, int, int]
"""One of SPLITS."""
Names = tuple[tuple[str, str], ...]
"""How the paths of files of this machine begin, and in the place of each what the user gave."""
NUMBERED = ((LINE, "binary"), ("filename", "string"), ("record", "int64"))
"""Columns of lines that are records, with their addresses."""
MAX_NAMES = 1000
"""Names of files that a task remembers."""
LOCAL = "file:"
"""How the address of a file of this machine begins for Spark."""


class Counting(Protocol):
    """What adds up what became of records."""

    def add(self, cleaned: Cleaned) -> None:
        """Count one record."""

    def state(self) -> dict[str, Any]:
        """Return what it comes to, as JSON can hold it."""


class Cleaning(NamedTuple):
    """How lines are mended, and what is kept of it."""

    config: Config
    fixes: Fixes
    dropping: Dropping
    """Its file of rejects is taken by the rows of that kind."""
    keeps_rejects: bool
    keeps_ledger: bool
    make_count: Callable[[Callable[[str], object]], Counting]
    """Makes what counts, from what takes the lines that are told of records."""
    before: Mapping[tuple[str, int], int] = {}
    """Records in a file before each piece of it that is read by itself, by file and first byte."""
    names: Names = ()
    file: str = ""
    """The file of the cleaned data set that the ledger names, where it is known before."""
    folder: str = ""
    """Where names of files count from; the folder that a worker runs in, where it is empty."""

    def from_here(self) -> Cleaning:
        """Return the same for workers that run in other folders: names of files count from the current one."""
        config, folder = from_here(self.config)
        return self._replace(config=config, folder=folder)


def count_lines(batches: Iterable[Any]) -> Iterator[Split]:
    """Yield how many records there are in each piece of a file, as SPLITS."""
    return splits_of(_lines(batches))


def splits_of(lines: Iterable[Line]) -> Iterator[Split]:
    """Yield how many records there are in each piece of a file, as SPLITS."""
    found: dict[tuple[str, int], int] = {}
    for line, filename, start in lines:
        found[filename, start] = found.get((filename, start), 0) + is_record(line)
    for (filename, start), records in found.items():
        yield filename, start, records


def is_record(line: bytes) -> bool:
    """Tell whether a line is more than blank."""
    return bool(UTF_8.text_of(line).strip())


def before_each(splits: Iterable[Split]) -> dict[tuple[str, int], int]:
    """Return how many records are in a file before each piece of it, by file and first byte."""
    found, done = {}, dict[str, int]()
    for filename, start, records in sorted(splits):
        found[filename, start] = done.get(filename, 0)
        done[filename] = found[filename, start] + records
    return found


def number_lines(
    batches: Iterable[Any], before: Mapping[tuple[str, int], int], names: Names
) -> Iterator[tuple[bytes, str, int]]:
    """Yield the records among the lines of files with their addresses, as NUMBERED."""
    number_of, shown = _Numbers(before), naming(names)
    for line, file, start in _lines(batches):
        if is_record(line):
            yield line, shown(file), number_of(file, start)


def name_rows(batches: Iterable[Any], names: Names) -> Iterator[Any]:
    """Yield rows with the names that reports show in their column `filename`."""
    import pyarrow as pa

    shown = naming(names)
    for batch in batches:
        place = batch.schema.get_field_index("filename")
        column = pa.array(map(shown, batch.column(place).to_pylist()), pa.string())
        yield batch.set_column(place, batch.schema.field(place), column)


def naming(names: Names) -> Callable[[str], str]:
    """Return what makes of a file, as Spark names it, its name as reports show it."""
    return lru_cache(MAX_NAMES)(partial(_named, names=names))


def _named(file: str, names: Names) -> str:
    if not file.startswith(LOCAL):
        return file
    path = "/" + unquote(file.removeprefix(LOCAL)).lstrip("/")
    return next((given + path.removeprefix(here) for here, given in names if path.startswith(here)), path)


def clean_lines(batches: Iterable[Any], cleaning: Cleaning) -> Iterator[tuple[int, bytes]]:
    """Yield what becomes of lines, as ROWS.

    Batches have columns `line`, `filename` and `start`: a line as bytes without its end, its file, and the first byte
    of the piece of the file that it was read with.
    """
    return cleaned_rows(_lines(batches), cleaning)


def cleaned_rows(lines: Iterable[Line], cleaning: Cleaning) -> Iterator[tuple[int, bytes]]:
    """Yield what becomes of lines, as ROWS."""
    first = next(several := iter(lines), None)
    if first is not None:
        yield from _Part(cleaning).rows(chain([first], several))


def name_ledger(batches: Iterable[Any], file: str) -> Iterator[tuple[bytes]]:
    """Yield the ledger of a part, which names no file so far, with this file."""
    is_first = True
    for batch in batches:
        for data in batch.column("data").to_pylist():
            head, end, rest = data.partition(b"\n")
            yield (encoded({**json.loads(head), "file": file})[:-1] + end + rest,) if is_first else (data,)
            is_first = False


class _Numbers:
    """Numbers the records of the pieces of files, each in its file."""

    def __init__(self, before: Mapping[tuple[str, int], int]) -> None:
        self._before = before
        self._seen: dict[tuple[str, int], int] = {}

    def __call__(self, file: str, start: int) -> int:
        """Return the number of the next record of a piece, from 1."""
        number = self._seen[file, start] = self._seen.get((file, start), self._before[file, start]) + 1
        return number


class _Part:
    """One part on its way."""

    def __init__(self, cleaning: Cleaning) -> None:
        self._cleaning = cleaning
        self._format: Any = standing_for("stream")
        self._mender = _mender(cleaning.config, cleaning.fixes, cleaning.folder)
        self._sinks = {kind: io.BytesIO() for kind in (CLEANED, REJECTS, LEDGER)}
        self._told: list[str] = []
        self._count = cleaning.make_count(self._told.append)
        self._number_of, self._shown = _Numbers(cleaning.before), naming(cleaning.names)
        dropping = cleaning.dropping._replace(rejects=self._sinks[REJECTS] if cleaning.keeps_rejects else None)
        ledger = self._sinks[LEDGER] if cleaning.keeps_ledger else None
        self._opened = Opened(Input(None, "", self._format))
        self._cleaner = Cleaner(self._sinks[CLEANED], self._opened, dropping, ledger, cleaning.file)

    def rows(self, lines: Iterable[Line]) -> Iterator[tuple[int, bytes]]:
        """Yield the rows of all lines, then those of the end."""
        for line, file, start in lines:
            for cleaned in self._cleaner.take(self._step(UTF_8.text_of(line) + "\n", file, start)):
                self._count.add(cleaned)
            yield from self._taken()
        self._cleaner.finish()
        yield from self._taken()
        yield COUNT, encoded({**self._count.state(), "told": self._told})

    def _step(self, written: str, file: str, start: int) -> Step:
        if written.isspace():
            return Step(self._opened, Piece(written))
        number, how = self._number_of(file, start), self._cleaning
        source = source_of(self._shown(file), how.config, how.folder)
        if len(written) > source.max_record_chars + 1:
            fault = oversized(source, number, FIRST)
            piece = Piece(written, number, fault=fault)
            return Step(self._opened, piece, [fault_outcome(fault, self._mender, source.filename)])
        piece = Piece(written, number, is_record=True)
        return Step(self._opened, piece, self._mender(Job(source.filename, self._format, piece)))

    def _taken(self) -> Iterator[tuple[int, bytes]]:
        for kind, sink in self._sinks.items():
            if data := sink.getvalue():
                yield kind, data.removesuffix(b"\n")
                sink.seek(0)
                sink.truncate()


def _lines(batches: Iterable[Any]) -> Iterator[Line]:
    columns = ("line", "filename", "start")
    return (row for batch in batches for row in zip(*(batch.column(n).to_pylist() for n in columns), strict=True))


_menders: dict[str, Mender] = {}


def _mender(config: Config, fixes: Fixes, folder: str) -> Mender:
    """Return the mender of this process; it takes longer to make than a batch takes to mend."""
    name = repr((config, fixes, folder))
    if name not in _menders:
        _menders.clear()
        _menders[name] = Mender(config, fixes, folder)
    return _menders[name]
