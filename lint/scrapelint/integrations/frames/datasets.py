"""Tables of Hugging Face `datasets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.arrow import ArrowFrame, arrow_table
from scrapelint.integrations.frames.frame import BATCH_ROWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.reporters.programs.batches import Columns


class DatasetFrame(ArrowFrame):
    """A `datasets.Dataset`, which may be larger than memory."""

    def rows(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these columns."""
        for part in self.table.select_columns(list(names)).with_format("arrow").iter(BATCH_ROWS):
            yield from ArrowFrame(part).rows(names)

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return a data set of these rows."""
        from datasets import Dataset, table

        return Dataset(table.InMemoryTable(arrow_table(rows, columns)))

    def mapped(self, work: Callable[[Any], Any]) -> Any:
        """Return the data set that the work makes of its parts, which are tables of pyarrow."""
        # What an earlier version made of the same data is not what this one makes: nothing is taken from the cache.
        made = self.table.with_format("arrow").map(
            work, batched=True, batch_size=BATCH_ROWS, features=self.table.features, load_from_cache_file=False
        )
        return made.with_format(**self.table.format)
