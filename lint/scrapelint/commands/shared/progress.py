"""A bar on standard error while much is read."""

from __future__ import annotations

import sys
import time
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol, TypeVar

from scrapelint.readers.remote import is_remote
from scrapelint.readers.streams import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.cleaning.rewriting import Step
    from scrapelint.commands.shared.check_options import Options
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input

DELAY_S = 1.0
"""A run that ends before this shows no bar."""
MINUTE_S = 60
HOUR_S = 3600
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
    """Yield the articles; show how much of all bytes is read, else how many files, once it takes longer."""
    start = time.monotonic()
    bar = None
    read = _Read(files)
    try:
        for number, checked in enumerate(found, 1):
            if bar is None and time.monotonic() - start > DELAY_S:
                bar = _Bar(read.total or len(files), in_bytes=bool(read.total))
            if bar:
                # How much of a second reading is done is not told: it may be short.
                is_again = getattr(checked, "again", False)
                bar.update(0 if is_again else read.so_far(checked.article.filename), number)
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


class _Read:
    """How much is read of files that are read one after the other: in bytes, where all their sizes are known."""

    def __init__(self, files: Sequence[Input]) -> None:
        self._numbers = {file.filename: number for number, file in enumerate(files)}
        self._files = files
        self._so_far = 0

    @cached_property
    def total(self) -> int:
        """The bytes of all files; 0 where that is not known."""
        return self._before[-1]

    @cached_property
    def _before(self) -> Sequence[int]:
        """The bytes before each file, and of all; nothing but zeros where one does not lie on this machine."""
        is_known = not any(file.path is None or is_remote(file.path) for file in self._files)
        return list(accumulate((file.size_bytes if is_known else 0 for file in self._files), initial=0))

    def so_far(self, filename: str) -> int:
        """Return how much is read when an article of a file comes: bytes, else files; it never goes back."""
        number = self._numbers.get(filename, 0)
        before = self._before[number]
        done = min(before + read_bytes(self._files[number]), self._before[number + 1]) if self.total else number
        self._so_far = max(self._so_far, done)
        return self._so_far


class _Bar:
    """Files or bytes done of all, and in words how far that is."""

    def __init__(self, total: int | None, *, in_bytes: bool = False) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

        self._total = total
        self._in_bytes = in_bytes
        self._start = time.monotonic()
        columns = [SpinnerColumn(), BarColumn(), TextColumn("{task.description}")]
        self._progress = Progress(*columns, console=Console(file=sys.stderr), transient=True)
        # Of one file it is not known how much is done.
        self._task = self._progress.add_task("", total=None if total == 1 and not in_bytes else total)
        self._progress.start()

    def update(self, done: int, articles: int) -> None:
        """Move the bar."""
        passed_s = time.monotonic() - self._start + DELAY_S
        words = progress_words(done, self._total, articles, passed_s, in_bytes=self._in_bytes)
        self._progress.update(self._task, completed=done, description=words)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()


def progress_words(done: int, total: int | None, articles: int, passed_s: float, *, in_bytes: bool) -> str:
    """Return how far a run is: `42%, 1,200 articles, 230 a second, 3 min left`; files are counted where there are some.

    `done` and `total` are bytes or files; how long it takes is told only of bytes.
    """
    words = [f"{articles:,} articles", f"{articles / passed_s:,.0f} a second"]
    if not in_bytes:
        return ", ".join([f"{done:,} of {total:,} files", *words] if total and total > 1 else words)
    if not total or not done:
        return ", ".join(words)
    return ", ".join([f"{done / total:.0%}", *words, f"{_duration(passed_s * (total - done) / done)} left"])


def _duration(seconds: float) -> str:
    if seconds < 2 * MINUTE_S:
        return f"{seconds:.0f} s"
    return f"{seconds / MINUTE_S:.0f} min" if seconds < 2 * HOUR_S else f"{seconds / HOUR_S:.0f} h"
