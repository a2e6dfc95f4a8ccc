"""Tables as CSV, in which no cell is a formula."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, whatever quotes are around the cell."""


def write_rows(out: TextIO, rows: Iterable[Sequence[object]]) -> None:
    """Print rows; a text that a spreadsheet would run gets an apostrophe before it, which spreadsheets do not show."""
    csv.writer(out, lineterminator="\n").writerows([_as_text(cell) for cell in row] for row in rows)


def _as_text(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
