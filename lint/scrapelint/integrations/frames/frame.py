"""What the tables of all libraries have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.readers.table import Changes
    from scrapelint.reporters.programs.batches import Columns

    Rows = Iterable[tuple[Any, ...]]

BATCH_ROWS = 1000
"""Rows in the hands of Python at once; some megabytes of articles."""


class Frame:
    """A table of one library; it is never changed, only made anew with other texts."""

    def __init__(self, table: Any) -> None:
        """Take the table."""
        self.table = table

    @property
    def names(self) -> Sequence[str]:
        """Its columns."""
        raise NotImplementedError

    def rows(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these columns as Python has them, None for what is missing; few are in memory at once."""
        raise NotImplementedError

    def with_values(self, changes: Changes) -> Any:
        """Return the table with other values in some rows of some columns; types, order and all else as they were."""
        raise NotImplementedError

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return a table of this kind with these rows of these columns."""
        raise NotImplementedError

    def mapped(self, work: Callable[[Any], Any]) -> Any:
        """Return what the work makes of the table, or of its parts where the library has it mapped part by part."""
        return work(self.table)
