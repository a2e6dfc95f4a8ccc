"""Where a file goes that is mended in its place, piece by piece."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, BinaryIO, cast

from scrapelint.commands.shared.console import warn
from scrapelint.errors import WriteError
from scrapelint.fixes.atomic import compressed, replacing
from scrapelint.fixes.patches import patched

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from scrapelint.cleaning.rewriting import Opened, Step
    from scrapelint.fixes.atomic import Staged
    from scrapelint.readers.files import Input
    from scrapelint.reporters.summary import Summary

MAX_HELD_BYTES = 1 << 22
"""What is held of a file before it is known to change; a larger file is written beside at once."""


def take(target: Target, step: Step, summary: Summary) -> None:
    """Write a piece, or the end of a file; what was fixed counts once it is written."""
    try:
        target.write(step) if step.piece else target.finish(summary)
    except WriteError as error:
        warn(str(error))
        summary.failed = True
        target.give_up()


class Target:
    """Where the mended file goes: the file itself, standard output, or nowhere."""

    def __init__(self, opened: Opened, *, dry: bool, staged: list[Staged] | None = None) -> None:
        """Take what is read; a `dry` one writes nothing, and with `staged` the new content waits there."""
        self._opened = opened
        self._staged = staged
        self._dry = dry
        self._held: list[bytes] = []
        self._held_bytes = 0
        self.is_changed = False
        """Whether anything of it is mended so far."""
        self._fixed: Counter[tuple[str, str]] = Counter()
        self._file: BinaryIO | None = None
        self._stack = ExitStack()

    def write(self, step: Step) -> None:
        """Take a piece, mended."""
        hunks = step.hunks
        self.is_changed = self.is_changed or bool(hunks)
        self._fixed.update((fixed.finding.code, fixed.finding.name) for o in step.outcomes for fixed in o.fixed)
        if self._dry or step.piece is None:
            return
        self._held.append(self._opened.encoding.bytes_of(patched(step.piece.written, hunks)))
        self._held_bytes += len(self._held[-1])
        if self._held_bytes > MAX_HELD_BYTES:
            self._flush()

    def finish(self, summary: Summary) -> None:
        """Put the new content in the place of the old, where there is any, and count what was fixed."""
        file, problem = self._opened.file, self._opened.problem
        if problem and not self._dry:
            summary.failed = summary.failed or self.is_changed or file.path is None
            self._give_back(file, problem)
            return
        if not self._dry:
            self._put(file)
        if self._fixed:
            summary.fixed_by_file.setdefault(file.filename, Counter()).update(self._fixed)

    def _put(self, file: Input) -> None:
        if file.path is None:
            self._flush().seek(0)
            with compressed(sys.stdout.buffer, file.compression) as out:
                shutil.copyfileobj(self._flush(), out)
            sys.stdout.buffer.flush()
        elif self.is_changed:
            self._flush()
            self._stack.close()
            self._file = None
        else:
            self.give_up()

    def _give_back(self, file: Input, problem: str) -> None:
        """Leave a file as it is that cannot be read to its end; give standard input back as it came."""
        if self.is_changed or file.path is None:
            warn(f"{file.filename}: left as it is: {problem}")
        self.give_up()
        if file.path is None:
            with open(file.copy, "rb") as copy:  # noqa: PTH123
                shutil.copyfileobj(copy, sys.stdout.buffer)
            shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)
            sys.stdout.buffer.flush()

    def _flush(self) -> BinaryIO:
        """Write what is held to the new file, or to where standard input waits for its end; return that."""
        file = self._opened.file
        if self._file is None:
            self._file = self._stack.enter_context(self._new(file) if file.path else _waiting())
        self._file.writelines(self._held)
        self._held, self._held_bytes = [], 0
        return self._file

    def _new(self, file: Input) -> AbstractContextManager[BinaryIO]:
        return replacing(file.path or "", file.compression, unchanged=self._opened.known, staged=self._staged)

    def give_up(self) -> None:
        """Leave the file as it is."""
        self._dry = True
        if self._file is not None:
            self._file = None
            error = _UnchangedError()
            with suppress(_UnchangedError, WriteError):  # what is given up need not be written to its end
                self._stack.__exit__(type(error), error, None)


def _waiting() -> AbstractContextManager[BinaryIO]:
    return cast("AbstractContextManager[BinaryIO]", tempfile.SpooledTemporaryFile(MAX_HELD_BYTES))


class _UnchangedError(Exception):
    """Ends the writing of a file that stays as it is."""
