"""Which library a table belongs to; the library itself is imported by whoever made the table."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scrapelint.integrations.frames.columns import ColumnsFrame

if TYPE_CHECKING:
    from scrapelint.integrations.frames.frame import Frame

_FRAMES = {
    ("pandas", "DataFrame"): ("pandas", "PandasFrame"),
    ("polars", "DataFrame"): ("polars", "PolarsFrame"),
    ("pyarrow", "Table"): ("arrow", "ArrowFrame"),
    ("datasets", "Dataset"): ("datasets", "DatasetFrame"),
    ("duckdb", "DuckDBPyRelation"): ("duckdb", "RelationFrame"),
}
"""Module and class of a table, and of its frame."""
_ADVICE = {
    ("polars", "LazyFrame"): "collect() it first, or hand the function to its map_batches()",
    ("datasets", "DatasetDict"): "take its parts one by one",
    ("datasets", "IterableDataset"): "hand tables.clean to its map(batched=True)",
    ("pyspark", "DataFrame"): "use scrapelint.integrations.spark",
    ("ray", "Dataset"): "use scrapelint.integrations.ray",
    ("ray", "MaterializedDataset"): "use scrapelint.integrations.ray",
}

_KNOWN = (
    "a table is a DataFrame of pandas or polars, a Table of pyarrow, a Dataset of Hugging Face, a relation of DuckDB, "
    "or a mapping from names of columns to lists"
)


def frame_of(table: Any) -> Frame:
    """Return a table as a frame; raises TypeError for what is none."""
    kinds = [(kind.__module__.partition(".")[0].lstrip("_"), kind.__name__) for kind in type(table).__mro__]
    advice = next((_ADVICE[kind] for kind in kinds if kind in _ADVICE), "")
    home, name = next((_FRAMES[kind] for kind in kinds if kind in _FRAMES), ("", ""))
    if home:
        made: Frame = getattr(import_module(f"scrapelint.integrations.frames.{home}"), name)(table)
        return made
    if isinstance(table, Mapping) and not advice:
        return ColumnsFrame(table)
    raise TypeError(f"{'.'.join(kinds[0])} is no table: {advice or _KNOWN}")
