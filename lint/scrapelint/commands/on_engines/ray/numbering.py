"""How many records come before each part of a file, so that tasks know their numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from scrapelint.commands.on_engines.ray.session import dataset_of, parts_in
from scrapelint.integrations.lines import SPLITS, before_each, splits_of
from scrapelint.integrations.parts import lines_of
from scrapelint.integrations.ray import as_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.integrations.parts import FilePart


def records_before(data: Any, parts: Sequence[FilePart]) -> dict[tuple[str, int], int]:
    """Return how many records are in a file before each part of it; reads those files that have several."""
    known = {(part.filename, part.start): 0 for part in parts}
    count = Counter(part.filename for part in parts)
    several = [part for part in parts if count[part.filename] > 1]
    if not several:
        return known
    rows = dataset_of(data, several).map_batches(_counted, batch_size=1, batch_format="pyarrow").take_all()
    return known | before_each((row["filename"], row["start"], row["records"]) for row in rows)


def _counted(table: Any) -> Iterator[Any]:
    for part in parts_in(table):
        yield from as_tables(splits_of(lines_of(part)), SPLITS)
