"""Relations of DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.arrow import ArrowFrame, arrow_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapelint.integrations.frames.frame import Rows


class RelationFrame(ArrowFrame):
    """A relation of DuckDB, whose rows are read once, as Arrow."""

    def __init__(self, relation: Any) -> None:
        """Read the relation."""
        super().__init__(relation.to_arrow_table())
        self._relation = relation

    def findings(self, rows: Rows) -> Any:
        """Return a relation of findings."""
        return self._relation_of(arrow_findings(rows))

    def mapped(self, work: Callable[[Any], Any]) -> Any:
        """Return what the work makes of the rows, as a relation."""
        return self._relation_of(work(self.table))

    def _relation_of(self, found: Any) -> Any:  # noqa: ARG002  # DuckDB finds it by the name of the variable
        """Return a table of pyarrow as a relation of the same connection."""
        return self._relation.query("articles", "SELECT * FROM found")
