"""A bar on standard error while much is read."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.cleaning.rewriting import Step
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input

DELAY_S = 1.0
"""A run that ends before this shows no bar."""
RECORDS_PER_LOOK = 1000
"""Records that are read between two looks at the clock."""


class OfArticle(Protocol):
    """What flows through a run and belongs to an article."""

    @property
    def article(self) -> Article:
        """The article."""


A = TypeVar("A", bound=OfArticle)
T = TypeVar("T")


def with_progress(
    found: Iterable[Checked], files: Sequence[Input], options: Options, *, busy: bool
) -> Iterable[Checked]:
    """Return the articles, counted by a bar where nothing else moves on the terminal."""
    if busy or options.quiet or options.silent or not sys.stderr.isatty():
        return found
    return shown(found, files)


def shown(found: Iterable[A], files: Sequence[Input]) -> Iterator[A]:
    """Yield the articles; show how many files and articles are done once it takes longer."""
    start = time.monotonic()
    bar = None
    names = {file.filename: number for number, file in enumerate(files)}
    try:
        for number, checked in enumerate(found, 1):
            if bar is None and time.monotonic() - start > DELAY_S:
                bar = _Bar(len(files))
            if bar:
                bar.update(names.get(checked.article.filename, 0), number)
            yield checked
    finally:
        if bar:
            bar.close()


def drawing(records: Iterator[tuple[int, T]], files: Sequence[Input], options: Options) -> Iterator[tuple[int, T]]:
    """Yield the records of a run that draws some of them; show how many are read once it takes longer."""
    start = time.monotonic()
    bar = None
    is_shown = not (options.quiet or options.silent) and sys.stderr.isatty()
    try:
        for number, record in enumerate(records, 1):
            if is_shown and number % RECORDS_PER_LOOK == 0:
                if bar is None and time.monotonic() - start > DELAY_S:
                    bar = _Bar(len(files))
                if bar:
                    bar.update(record[0], number)
            yield record
    finally:
        if bar:
            bar.close()


def stepping(stepped: Iterator[Step], files: Sequence[Input]) -> Iterator[Step]:
    """Yield the steps of a cleaning; show how much of all bytes is read once it takes longer."""
    start = time.monotonic()
    bar = None
    sizes = [file.size_bytes for file in files]
    number = records = 0
    try:
        for step in stepped:
            records += len(step.outcomes)
            if bar is None and time.monotonic() - start > DELAY_S:
                bar = _Bar(sum(sizes) or None, in_bytes=True)
            if bar:
                bar.update(sum(sizes[:number]) + min(step.opened.read_bytes, sizes[number]), records)
            yield step
            number += step.piece is None
    finally:
        if bar:
            bar.close()


class _Bar:
    """Files or bytes done of all, articles done, time."""

    def __init__(self, total: int | None, *, in_bytes: bool = False) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TaskProgressColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        articles = "{task.fields[articles]:,} articles"
        done = (
            [TaskProgressColumn(), TextColumn(articles), TimeRemainingColumn(elapsed_when_finished=True)]
            if in_bytes
            else [MofNCompleteColumn(), TextColumn("files, " + articles), TimeElapsedColumn()]
        )
        columns = [SpinnerColumn(), BarColumn(), *done]
        self._progress = Progress(*columns, console=Console(file=sys.stderr), transient=True)
        self._task = self._progress.add_task("", total=total, articles=0)
        self._progress.start()

    def update(self, done: int, articles: int) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=done, articles=articles)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
