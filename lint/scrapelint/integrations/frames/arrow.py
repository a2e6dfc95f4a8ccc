"""Tables of pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.arrow import FINDINGS, as_batches
from scrapelint.integrations.frames.frame import BATCH_ROWS, Frame
from scrapelint.readers import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.readers.table import Changes


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

    def findings(self, rows: Rows) -> Any:
        """Return a table of findings."""
        return arrow_findings(rows)


def arrow_findings(rows: Rows) -> Any:
    """Return findings as a `pyarrow.Table`."""
    import pyarrow as pa

    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in FINDINGS])
    return pa.Table.from_batches(as_batches(rows, FINDINGS), schema)
