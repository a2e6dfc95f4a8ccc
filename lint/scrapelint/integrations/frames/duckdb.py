"""Relations of DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.arrow import ArrowFrame, arrow_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.reporters.programs.batches import Columns


class RelationFrame(ArrowFrame):
    """A relation of DuckDB, whose rows are read once, as Arrow."""

    def __init__(self, relation: Any) -> None:
        """Read the relation."""
        super().__init__(relation.to_arrow_table())
        self._relation = relation

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return a relation of these rows."""
        return self._relation_of(arrow_table(rows, columns))

    def mapped(self, work: Callable[[Any], Any]) -> Any:
        """Return what the work makes of the rows, as a relation."""
        return self._relation_of(work(self.table))

    def _relation_of(self, found: Any) -> Any:  # noqa: ARG002  # DuckDB finds it by the name of the variable
        """Return a table of pyarrow as a relation of the same connection."""
        return self._relation.query("articles", "SELECT * FROM found")
