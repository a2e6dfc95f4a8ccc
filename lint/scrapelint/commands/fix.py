"""`scrapelint check --fix`, `--fix-only` and `--diff`: files mended in their place."""

from __future__ import annotations

import difflib
import sys
from contextlib import ExitStack, suppress
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from scrapelint.cleaning.mender import Fixes
from scrapelint.cleaning.rewriting import steps
from scrapelint.commands.shared.clean_report import told_over
from scrapelint.commands.shared.console import warn
from scrapelint.errors import WriteError
from scrapelint.fixes.atomic import replacing
from scrapelint.fixes.patches import patched
from scrapelint.runners.pipeline import jobs_for
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
    jobs = jobs_for(files, configs.run.jobs)
    fixes = Fixes(options.unsafe_fixes, max_removed=options.max_removed)
    for config, group in groupby(files, key=configs.of):
        target: _Target | None = None
        with ExitStack() as stack:
            for step in steps(list(group), config, fixes, jobs):
                if target is None:
                    target = _Target(step.opened, dry=options.diff)
                    stack.callback(target.give_up)
                _count(step, summary)
                if options.diff:
                    sys.stdout.writelines(_diff(step))
                try:
                    target.write(step) if step.piece else target.finish()
                except WriteError as error:
                    warn(str(error))
                    summary.failed = True
                    target.give_up()
                if step.piece is None:
                    target = None
                yield from (outcome.checked for outcome in step.outcomes)


class _Target:
    """Where the mended file goes: the file itself, standard output, or nowhere."""

    def __init__(self, opened: Opened, *, dry: bool) -> None:
        self._opened = opened
        self._dry = dry
        self._held: list[bytes] = []
        self._held_bytes = 0
        self._changed = False
        self._file: BinaryIO | None = None
        self._stack = ExitStack()

    def write(self, step: Step) -> None:
        """Take a piece, mended."""
        hunks = step.hunks
        self._changed = self._changed or bool(hunks)
        if self._dry or step.piece is None:
            return
        self._held.append(self._opened.encoding.bytes_of(patched(step.piece.written, hunks)))
        self._held_bytes += len(self._held[-1])
        if self._held_bytes > MAX_HELD_BYTES:
            self._flush()

    def finish(self) -> None:
        """Put the new content in the place of the old, where there is any."""
        opened = self._opened
        if self._dry:
            return
        if opened.problem and self._changed:
            warn(f"{opened.file.filename}: left as it is: {opened.problem}")
        if opened.file.path is None:
            sys.stdout.buffer.writelines(self._held)
            sys.stdout.buffer.flush()
        elif self._changed and not opened.problem:
            self._flush()
            self._stack.close()
            self._file = None
        else:
            self.give_up()

    def _flush(self) -> None:
        file = self._opened.file
        if file.path is None:
            sys.stdout.buffer.writelines(self._held)
        else:
            if self._file is None:
                writing = replacing(file.path, file.compression, unchanged=self._opened.known)
                self._file = self._stack.enter_context(writing)
            self._file.writelines(self._held)
        self._held, self._held_bytes = [], 0

    def give_up(self) -> None:
        """Leave the file as it is."""
        self._dry = True
        if self._file is not None:
            self._file = None
            error = _UnchangedError()
            with suppress(_UnchangedError):
                self._stack.__exit__(type(error), error, None)


class _UnchangedError(Exception):
    """Ends the writing of a file that stays as it is."""


def _count(step: Step, summary: Summary) -> None:
    for outcome in step.outcomes:
        if outcome.over:
            warn(f"{told_over(outcome.checked.article, outcome.over)}; left as it is")
        for fixed in outcome.fixed:
            summary.add_fixed(step.opened.file.filename, fixed.finding)


def _diff(step: Step) -> Iterator[str]:
    """Yield the lines of a unified diff: of a text file, or of each field of a record."""
    for outcome in step.outcomes:
        article = outcome.checked.article
        if not step.opened.format.is_one_article:
            record = f":{article.record}" if article.record is not None else ""
            for field in outcome.fields:
                yield from _unified(f"{article.filename}{record}:{field.name}", field.before, _after(field))
        elif outcome.fields and step.piece:
            yield from _unified(article.filename, step.piece.written, step.after)


def _unified(name: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), name, name)
    for line in lines:
        yield line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


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
