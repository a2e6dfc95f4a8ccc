"""Tables of polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.frame import BATCH_ROWS, Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.readers.table import Changes
    from scrapelint.reporters.programs.batches import Columns

_TYPES = {"int64": "Int64", "double": "Float64", "string": "String"}


class PolarsFrame(Frame):
    """A `polars.DataFrame`."""

    @property
    def names(self) -> Sequence[str]:
        """Its columns."""
        names: list[str] = self.table.columns
        return names

    def rows(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these columns."""
        for part in self.table.select(names).iter_slices(BATCH_ROWS):
            yield from part.to_dicts()

    def with_values(self, changes: Changes) -> Any:
        """Return the frame with other values."""
        return self.table.with_columns([_changed(self.table[name], values) for name, values in changes.items()])

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return a frame of these rows."""
        import polars as pl

        return pl.DataFrame(list(rows), {name: getattr(pl, _TYPES[kind]) for name, kind in columns}, orient="row")


def _changed(series: Any, values: Mapping[int, Any]) -> Any:
    import polars as pl

    kind = series.dtype
    if isinstance(kind, pl.Enum):  # it takes no other value
        known = kind.categories.to_list()
        kind = pl.Enum([*known, *(value for value in dict.fromkeys(values.values()) if value not in set(known))])
    # All other values never become values of Python, which would lose the nanoseconds in a struct.
    places = list(range(len(series)))
    for number, row in enumerate(values):
        places[row] = len(series) + number
    return pl.concat([series.cast(kind), pl.Series(series.name, list(values.values()), kind)]).gather(places)
