"""Tables of pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.frame import BATCH_ROWS, Frame
from scrapelint.readers import table
from scrapelint.reporters.programs.batches import as_batches, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.readers.table import Changes
    from scrapelint.reporters.programs.batches import Columns


class ArrowFrame(Frame):
    """A `pyarrow.Table`."""

    @property
    def names(self) -> Sequence[str]:
        """Its columns."""
        names: list[str] = self.table.column_names
        return names

    def rows(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these columns."""
        for batch in self.table.select(list(names)).to_batches(BATCH_ROWS):
            yield from table.rows(batch)

    def with_values(self, changes: Changes) -> Any:
        """Return the table with other values; columns and metadata as they were."""
        return table.with_values(self.table, changes)

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return a table of these rows."""
        return arrow_table(rows, columns)


def arrow_table(rows: Rows, columns: Columns) -> Any:
    """Return rows as a `pyarrow.Table`."""
    import pyarrow as pa

    return pa.Table.from_batches(as_batches(rows, columns), schema_of(columns))
