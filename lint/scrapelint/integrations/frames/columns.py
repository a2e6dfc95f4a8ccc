"""Columns as plain lists: what `map(batched=True)` of Hugging Face `datasets` gives a function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.readers.table import Changes
    from scrapelint.reporters.programs.batches import Columns


class ColumnsFrame(Frame):
    """A mapping from names to lists that are equally long."""

    @property
    def names(self) -> Sequence[str]:
        """Its columns."""
        return list(self.table)

    def rows(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these columns."""
        for values in zip(*(self.table[name] for name in names), strict=True):
            yield dict(zip(names, values, strict=True))

    def with_values(self, changes: Changes) -> Any:
        """Return the columns with other values."""
        changed = dict(self.table)
        for name, values in changes.items():
            changed[name] = [values.get(row, value) for row, value in enumerate(changed[name])]
        return changed

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return these rows as columns."""
        found = list(rows)
        return {name: [row[place] for row in found] for place, (name, _) in enumerate(columns)}
