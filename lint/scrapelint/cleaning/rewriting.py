"""From files to mended pieces: what `check --fix` and `clean` write."""

from __future__ import annotations

import os
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.cleaning.mender import Job, Mender, Outcome
from scrapelint.errors import ScrapelintError, UsageError
from scrapelint.fixes.patches import patched
from scrapelint.intake import Checked, Intake
from scrapelint.readers.compressions import READ_ERRORS
from scrapelint.readers.decoding import UTF_8, exact
from scrapelint.readers.faults import internal, unreadable
from scrapelint.readers.format import Piece, TextFormat, all_pieces
from scrapelint.readers.remote import is_remote
from scrapelint.readers.streams import open_bytes, position, why
from scrapelint.runners.pipeline import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.cleaning.mender import Fixes
    from scrapelint.config.values import Config
    from scrapelint.fixes.patches import Hunk
    from scrapelint.readers.files import Input


class Opened:
    """A file that is being read."""

    def __init__(self, file: Input) -> None:
        """Take the file; `encoding` is known once it is open."""
        self.file = file
        self.format = _mended_format(file)
        self.encoding = UTF_8
        self.known: os.stat_result | None = None
        """What the system said of the file before it was read."""
        self.problem = ""
        """What kept the file from being read to its end."""
        self.ended = False
        self.read_bytes = 0
        """How much of it is read, in bytes on disk."""


class Step(NamedTuple):
    """A piece of a file, and what it came to."""

    opened: Opened
    piece: Piece | None
    """None at the end of the file."""
    outcomes: Sequence[Outcome] = ()
    """The articles of a record; a fault where the piece cannot be read."""

    @property
    def hunks(self) -> list[Hunk]:
        """What is to be done to the piece, in order."""
        return sorted(found.hunk for outcome in self.outcomes for field in outcome.fields for found in field.written)

    @property
    def after(self) -> str:
        """The piece after mending."""
        return patched(self.piece.written, self.hunks) if self.piece else ""


def steps(files: Sequence[Input], config: Config, fixes: Fixes, jobs: int) -> Iterator[Step]:
    """Yield all pieces of these files in order, each file with a last step that has none."""
    read = chain.from_iterable(_read(file, config) for file in files)
    make = partial(Mender, config, fixes)
    mender = make()
    for step, found in _alone(read, mender) if jobs == 1 else _together(read, make, jobs):
        fault = step.piece.fault if step.piece else None
        outcomes = [fault_outcome(fault, mender, step.opened.file.filename)] if fault else found or ()
        yield step._replace(outcomes=outcomes)


def fault_outcome(fault: Intake, mender: Mender, filename: str) -> Outcome:
    """Return what a piece that cannot be read comes to."""
    return Outcome(Checked(fault.article, mender.wanted(fault.faults, filename), fault.error), readable=False)


def _alone(read: Iterable[Step], mender: Mender) -> Iterator[tuple[Step, list[Outcome] | None]]:
    for step in read:
        job = _job(step)
        yield step, mender(job) if job else None


def _together(
    read: Iterable[Step], make: Callable[[], Mender], jobs: int
) -> Iterator[tuple[Step, list[Outcome] | None]]:
    from scrapelint.runners import pool

    return pool.mapped(read, make, jobs, payload=_job, size=_chars, name=_address)


def _read(file: Input, config: Config) -> Iterator[Step]:
    opened = Opened(file)
    source = source_of(file.filename, config)
    done = 0
    try:
        opened.known = os.stat(file.path) if file.path and not is_remote(file.path) else None  # noqa: PTH116
        with open_bytes(file, source.max_expansion) as stream:
            text, opened.encoding = exact(stream)
            try:
                for piece in all_pieces(opened.format, text, source):
                    done += piece.is_record
                    opened.read_bytes = position(stream)
                    yield Step(opened, piece)
            finally:
                text.detach()
    except (*READ_ERRORS, UnicodeDecodeError) as error:
        problem = f"not valid {opened.encoding.name}" if isinstance(error, UnicodeDecodeError) else why(error, file)
        opened.problem = problem
        yield Step(opened, Piece("", fault=unreadable(source, problem, done)))
    except ScrapelintError:
        raise
    except Exception as error:  # noqa: BLE001  # one file never ends a run
        opened.problem = f"{type(error).__name__}: {error}"
        yield Step(opened, Piece("", fault=internal(source, error, done)))
    opened.ended = True
    yield Step(opened, None)


def _job(step: Step) -> Job | None:
    if step.piece is None or not step.piece.is_record:
        return None
    return Job(step.opened.file.filename, step.opened.format, step.piece)


def _chars(step: Step) -> int:
    return len(step.piece.written) if step.piece else 0


def _address(step: Step) -> str:
    number = step.piece.number if step.piece else None
    return step.opened.file.filename if number is None else f"{step.opened.file.filename}:{number}"


def _mended_format(file: Input) -> TextFormat:
    if not isinstance(file.format, TextFormat) or not file.format.is_mended:
        raise UsageError(f"{file.filename}: {file.format.cannot_clean}")
    return file.format
