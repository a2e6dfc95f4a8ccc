"""`scrapelint check --fix`, `--fix-only` and `--diff`: files mended in their place."""

from __future__ import annotations

import difflib
import os
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack, suppress
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO, cast

from scrapelint.cleaning.mender import Fixes
from scrapelint.cleaning.rewriting import steps
from scrapelint.commands.shared.console import warn
from scrapelint.errors import WriteError
from scrapelint.fixes.atomic import compressed, replacing
from scrapelint.fixes.patches import patched
from scrapelint.readers.without_text import reported_once
from scrapelint.runners.pipeline import jobs_for, source_of
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import TextIO

    from scrapelint.cleaning.mender import FieldHunks
    from scrapelint.cleaning.rewriting import Opened, Step
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.per_file import Configs
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.reporters.summary import Summary

MAX_HELD_BYTES = 1 << 22
"""What is held of a file before it is known to change; a larger file is written beside at once."""


def fix(files: Sequence[Input], configs: Configs, options: Options, summary: Summary) -> Iterator[Checked]:
    """Mend the files, or print what would be mended; yield each article as it is then, with what is left.

    What is fixed is counted in `summary`.
    """
    for filename, found in groupby(_fixed(files, configs, options, summary), lambda checked: checked.article.filename):
        yield from reported_once(found, source_of(filename, configs.run))


def _fixed(files: Sequence[Input], configs: Configs, options: Options, summary: Summary) -> Iterator[Checked]:
    jobs = jobs_for(files, configs.run.jobs)
    fixes = Fixes(options.unsafe_fixes, max_removed=options.max_removed)
    for config, group in groupby(files, key=configs.of):
        target: _Target | None = None
        with ExitStack() as stack:
            for step in steps([_kept(file, stack) for file in group], config, fixes, jobs):
                if target is None:
                    target = _Target(step.opened, dry=options.diff)
                    stack.callback(target.give_up)
                if options.diff:
                    _print(_diff(step))
                _take(target, step, summary)
                if step.piece is None:
                    target = None
                yield from (outcome.checked for outcome in step.outcomes)


def _kept(file: Input, stack: ExitStack) -> Input:
    """Return a file as it is to be read: of standard input a copy is kept, to be given back where mending fails."""
    if file.path is not None:
        return file
    handle, copy = tempfile.mkstemp(prefix="scrapelint-")
    os.close(handle)
    stack.callback(os.unlink, copy)
    return file._replace(copy=copy)


def _take(target: _Target, step: Step, summary: Summary) -> None:
    """Write a piece, or the end of a file; what was fixed counts once it is written."""
    try:
        target.write(step) if step.piece else target.finish(summary)
    except WriteError as error:
        warn(str(error))
        summary.failed = True
        target.give_up()


class _Target:
    """Where the mended file goes: the file itself, standard output, or nowhere."""

    def __init__(self, opened: Opened, *, dry: bool) -> None:
        self._opened = opened
        self._dry = dry
        self._held: list[bytes] = []
        self._held_bytes = 0
        self._changed = False
        self._fixed: Counter[tuple[str, str]] = Counter()
        self._file: BinaryIO | None = None
        self._stack = ExitStack()

    def write(self, step: Step) -> None:
        """Take a piece, mended."""
        hunks = step.hunks
        self._changed = self._changed or bool(hunks)
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
            summary.failed = summary.failed or self._changed or file.path is None
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
        elif self._changed:
            self._flush()
            self._stack.close()
            self._file = None
        else:
            self.give_up()

    def _give_back(self, file: Input, problem: str) -> None:
        """Leave a file as it is that cannot be read to its end; give standard input back as it came."""
        if self._changed or file.path is None:
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
            new = replacing(file.path, file.compression, unchanged=self._opened.known) if file.path else _waiting()
            self._file = self._stack.enter_context(new)
        self._file.writelines(self._held)
        self._held, self._held_bytes = [], 0
        return self._file

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


def _print(lines: Iterator[str]) -> None:
    """Print the lines of a patch: bytes as they are, but on a terminal signs that it would obey are shown."""
    if sys.stdout.isatty():
        sys.stdout.writelines(visible(line.rstrip("\n")) + "\n" for line in lines)
        return
    sys.stdout.flush()
    sys.stdout.buffer.writelines(map(_bytes, lines))
    sys.stdout.buffer.flush()


def _diff(step: Step) -> Iterator[str]:
    """Yield the lines of a unified diff: of a text file, or of each field of a record."""
    for outcome in step.outcomes:
        article = outcome.checked.article
        if not step.opened.format.is_one_article:
            for field in outcome.fields:
                yield from _unified(f"{article.address}:{field.name}", field.before, _after(field))
        elif outcome.fields and step.piece:
            yield from _unified(article.filename, step.piece.written, step.after)


def _unified(name: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(_lines(before), _lines(after), name, name)
    for line in lines:
        yield line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines of a text as patches know them: only a line feed ends one."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _bytes(line: str) -> bytes:
    try:
        return line.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair, which JSON can hold and no file
        return line.encode("utf-8", "backslashreplace")


def _after(field: FieldHunks) -> str:
    return patched(field.before, field.hunks)


def print_fixed(summary: Summary, out: TextIO) -> None:
    """Print which rules were mended in which file, as `--show-fixes` asks."""
    total = summary.fixed
    out.write(f"Fixed {total:,} finding{'' if total == 1 else 's'}{':' if total else '.'}\n")
    for filename, counts in summary.fixed_by_file.items():
        out.write(f"- {visible(filename)}:\n")
        width = len(str(max(counts.values())))
        most = sorted(counts.items(), key=lambda known: (-known[1], known[0]))
        out.writelines(f"    {count:>{width}} × {code} ({name})\n" for (code, name), count in most)
    out.write("\n")
