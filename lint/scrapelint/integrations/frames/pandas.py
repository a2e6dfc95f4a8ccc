"""Tables of pandas."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.frame import BATCH_ROWS, Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.integrations.frames.frame import Rows
    from scrapelint.readers.table import Changes
    from scrapelint.reporters.programs.batches import Columns

_TYPES = {"int64": "Int64", "double": "float64", "string": "object"}
"""Types of pandas for those of Arrow; the number of a record may be missing."""


class PandasFrame(Frame):
    """A `pandas.DataFrame`."""

    @property
    def names(self) -> Sequence[str]:
        """Its columns, but those whose names are no strings."""
        return [name for name in self.table.columns if isinstance(name, str)]

    def rows(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these columns."""
        for start in range(0, len(self.table), BATCH_ROWS):
            part = self.table.iloc[start : start + BATCH_ROWS]
            columns = {name: _values(part[name]) for name in names}
            for place in range(len(part)):
                yield {name: values[place] for name, values in columns.items()}

    def with_values(self, changes: Changes) -> Any:
        """Return the frame with other values, under the same index."""
        changed = self.table.copy(deep=False)
        for name, values in changes.items():
            changed[name] = _changed(self.table[name], values)
        return changed

    def made(self, rows: Rows, columns: Columns) -> Any:
        """Return a frame of these rows, numbered from 0."""
        import pandas as pd

        known = dict(zip((name for name, _ in columns), zip(*rows, strict=True), strict=False))
        return pd.DataFrame({n: pd.Series(list(known.get(n, ())), dtype=_TYPES[kind]) for n, kind in columns})


def _values(series: Any) -> list[Any]:
    """Return the values of a column; of NaN, NaT and NA, None."""
    there = series.notna().tolist()
    return [_plain(value) if is_there else None for value, is_there in zip(series.tolist(), there, strict=True)]


def _plain(value: Any) -> Any:
    """Return lists for arrays, in which pandas has the lists of Arrow and Parquet."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return list(map(_plain, value))
    return dict(starmap(_item, value.items())) if isinstance(value, dict) else value


def _item(name: Any, value: Any) -> tuple[Any, Any]:
    return name, _plain(value)


def _changed(series: Any, values: Mapping[int, Any]) -> Any:
    if hasattr(series, "cat"):  # a column of categories takes no other value
        known = set(series.cat.categories)
        series = series.cat.add_categories([value for value in dict.fromkeys(values.values()) if value not in known])
    # `Series.iloc` would make a Series of an object of JSON that it is given for one row.
    array = series.array.copy()
    for place, value in values.items():
        array[place] = value
    return type(series)(array, index=series.index, name=series.name)
