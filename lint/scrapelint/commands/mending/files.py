"""`scrapelint check --fix`, `--fix-only` and `--diff`: files mended in their place."""

from __future__ import annotations

import math
import os
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING

from scrapelint.cleaning.mender import Fixes
from scrapelint.cleaning.rewriting import steps
from scrapelint.commands.mending.target import Target, take
from scrapelint.commands.shared.console import wants_color
from scrapelint.fixes.patches import patched
from scrapelint.readers.without_text import reported_once
from scrapelint.reporters.people.diff import painted, unified
from scrapelint.runners.pipeline import installed, jobs_for, source_of, wanted
from scrapelint.selection import selecting as selection
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from scrapelint.cleaning.mender import FieldHunks
    from scrapelint.cleaning.rewriting import Step
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.per_file import Configs
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.reporters.summary import Summary


NO_FIXES = Fixes(min_confidence=math.inf)


def fix(files: Sequence[Input], configs: Configs, options: Options, summary: Summary) -> Iterator[Checked]:
    """Mend the files, or print what would be mended; yield each article as it is then, with what is left.

    What is fixed is counted in `summary`.
    """
    return _told_once(_fixed(files, configs, options, summary), configs)


def left(files: Sequence[Input], configs: Configs) -> Iterator[Checked]:
    """Yield each article as it is, with what `fix` would report where there is nothing to mend."""
    return _told_once(_unmended(files, configs), configs)


def _told_once(found: Iterable[Checked], configs: Configs) -> Iterator[Checked]:
    known = selection.with_packs(configs.run, installed())
    rules = {rule.code: rule for rule in selection.select(configs.run, known)}
    for filename, of_file in groupby(found, lambda checked: checked.article.filename):
        on = partial(wanted, rules=rules, ignored=selection.ignored_in(filename, configs.run, known))
        yield from reported_once(of_file, source_of(filename, configs.run), on)


def _unmended(files: Sequence[Input], configs: Configs) -> Iterator[Checked]:
    jobs = jobs_for(files, configs.run.jobs)
    for config, group in groupby(files, key=configs.of):
        for step in steps(list(group), config, NO_FIXES, jobs):
            yield from (outcome.checked for outcome in step.outcomes)


def _fixed(files: Sequence[Input], configs: Configs, options: Options, summary: Summary) -> Iterator[Checked]:
    jobs = jobs_for(files, configs.run.jobs)
    fixes = Fixes(options.unsafe_fixes, max_removed=options.max_removed)
    for config, group in groupby(files, key=configs.of):
        target: Target | None = None
        with ExitStack() as stack:
            for step in steps([_kept(file, stack) for file in group], config, fixes, jobs):
                if target is None:
                    target = Target(step.opened, dry=options.diff)
                    stack.callback(target.give_up)
                if options.diff:
                    _print(_diffs(step), options.color)
                take(target, step, summary)
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


def _print(diffs: Iterator[Iterator[str]], color: str) -> None:
    """Print diffs: bytes as they are, but on a terminal characters that it would obey are shown."""
    is_terminal = sys.stdout.isatty()
    if color == "always" or (is_terminal and wants_color(color, sys.stdout)):
        sys.stdout.writelines(chain.from_iterable(map(painted, diffs)))
    elif is_terminal:
        sys.stdout.writelines(visible(line.rstrip("\n")) + "\n" for lines in diffs for line in lines)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(_bytes(line) for lines in diffs for line in lines)
        sys.stdout.buffer.flush()


def _diffs(step: Step) -> Iterator[Iterator[str]]:
    """Yield the lines of each unified diff: of a text file, or of each field of a record."""
    for outcome in step.outcomes:
        article = outcome.checked.article
        if not step.opened.format.is_one_article:
            for field in outcome.fields:
                yield unified(f"{article.address}:{field.name}", field.before, _after(field))
        elif outcome.fields and step.piece:
            yield unified(article.filename, step.piece.written, step.after)


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
