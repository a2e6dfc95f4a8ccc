"""A bar on standard error while much is read."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input

DELAY_S = 1.0
"""A run that ends before this shows no bar."""


def shown(found: Iterable[Checked], files: Sequence[Input]) -> Iterator[Checked]:
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


class _Bar:
    """Files done of all, articles done, time."""

    def __init__(self, files: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = [
            SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("files, {task.fields[articles]:,} articles"),
            TimeElapsedColumn(),
        ]  # fmt: skip
        self._progress = Progress(*columns, console=Console(file=sys.stderr), transient=True)
        self._task = self._progress.add_task("", total=files, articles=0)
        self._progress.start()

    def update(self, files: int, articles: int) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=files, articles=articles)

    def close(self) -> None:
        """Take the bar away."""
        self._progress.stop()
