"""`scrapelint check --fix --interactive`: each fix is asked about, and all files are written at the end."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import ExitStack
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.cleaning.mender import Fixes
from scrapelint.cleaning.rewriting import steps
from scrapelint.commands.mending.asking import Asker, terminal
from scrapelint.commands.mending.files import left
from scrapelint.commands.mending.target import Target, take
from scrapelint.commands.shared.console import tell_merging, warn
from scrapelint.config.projects import place_of
from scrapelint.errors import UsageError, WriteError
from scrapelint.fixes.accepting import accept, entries_of
from scrapelint.reporters.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.baseline.accepted import Entry
    from scrapelint.cleaning.rewriting import Step
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.config.per_file import Configs
    from scrapelint.fixes.atomic import Staged
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input


class Waiting(NamedTuple):
    """A mended file beside the one whose place it is to take."""

    filename: str
    new: Staged
    fixed: Counter[tuple[str, str]]


def check_interactive(options: Options, files: Sequence[Input]) -> None:
    """Raise UsageError where there is nothing to ask, or nobody."""
    if options.diff or not (options.fix or options.fix_only):
        hint = "leave out --diff" if options.diff else "add --fix"
        raise UsageError(f"--interactive asks which fixes to apply: {hint}")
    for file in files:
        if file.is_read_once:
            raise UsageError(f"--interactive reads files twice, and {file.filename} can be read only once")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--interactive asks on a terminal: standard input and standard error have to be one")


def fix_by_choice(files: Sequence[Input], configs: Configs, options: Options, summary: Summary) -> Iterator[Checked]:
    """Ask about each fix, write all files, then yield each article as it is, with what is left.

    What is fixed is counted in `summary`. Nothing is written before the last answer, and nothing at all where
    something is raised before.
    """
    asker = Asker(terminal(), options.color)
    waiting: list[Waiting] = []
    try:
        _ask_all(files, configs, options, asker, waiting, summary)
        if not asker.gives_up:
            _put(waiting, summary)
            _accept(asker, configs, files)
    finally:
        for one in waiting:
            one.new.drop()
    yield from left(files, configs)


def _ask_all(
    files: Sequence[Input],
    configs: Configs,
    options: Options,
    asker: Asker,
    waiting: list[Waiting],
    summary: Summary,
) -> None:
    fixes = Fixes(options.unsafe_fixes, max_removed=options.max_removed, decider=asker)
    try:
        for config, group in groupby(_once(files), key=configs.of):
            _ask(steps(list(group), config, fixes, jobs=1), asker, waiting, summary)
    except KeyboardInterrupt:
        asker.end(gives_up=True)
        sys.stderr.write("\n")
        raise
    finally:
        asker.close()


def _once(files: Iterable[Input]) -> list[Input]:
    """Return the files, each by its first name: what is mended waits, and would be asked about again."""
    return list({os.path.realpath(file.path or ""): file for file in reversed(list(files))}.values())[::-1]


def _ask(stepped: Iterator[Step], asker: Asker, waiting: list[Waiting], summary: Summary) -> None:
    """Mend files as far as somebody answers; those that change wait beside the old ones."""
    staged: list[Staged] = []
    target: Target | None = None
    with ExitStack() as stack:
        for step in stepped:
            if target is None:
                counted = Summary()
                target = Target(step.opened, dry=False, staged=staged)
                stack.callback(target.give_up)
            take(target, step, counted)
            if asker.gives_up or (asker.is_done and not target.is_changed):
                return
            if step.piece is None:
                target = None
                summary.failed = summary.failed or counted.failed
                fixed = counted.fixed_by_file.get(step.opened.file.filename, Counter())
                waiting += (Waiting(step.opened.file.filename, new, fixed) for new in staged)
                staged.clear()


def _put(waiting: Sequence[Waiting], summary: Summary) -> None:
    """Put all files in their places; of each that cannot be, say so."""
    for filename, new, fixed in waiting:
        try:
            new.put()
        except WriteError as error:
            warn(str(error))
            summary.failed = True
        else:
            summary.fixed_by_file.setdefault(filename, Counter()).update(fixed)


def _accept(asker: Asker, configs: Configs, files: Sequence[Input]) -> None:
    """Write what is accepted to the files of the projects."""
    roots = {file.filename: configs.of(file).root for file in files} if asker.accepted else {}
    entries: dict[str, list[Entry]] = {}
    for article, finding, reason in asker.accepted:
        place = place_of(article.filename, roots[article.filename])
        entries.setdefault(place.root, []).extend(entries_of(article, [finding], place.path, reason))
    for root, new in entries.items():
        accepted = accept(root, new)
        sys.stderr.write(f"{accepted.sentence}\n")
        if accepted.is_merged_by_lines:
            tell_merging(accepted.project)
