"""Tables as CSV, in which no cell is a formula."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

_FORMULA_STARTS = (*"=+-@＝＋－＠\t\r\n",)  # the wide ones count where people write them
"""What a spreadsheet takes for the beginning of a formula, whatever quotes are around the cell."""


def write_rows(out: TextIO, rows: Iterable[Sequence[object]]) -> None:
    """Print rows; a text that a spreadsheet would run gets an apostrophe before it, which spreadsheets do not show."""
    plain = csv.writer(out, lineterminator="\n")
    quoted = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = [_as_text(cell) for cell in row]
        # Python before 3.13 leaves out the quotes around a carriage return, which ends a row for whoever reads it.
        writer = quoted if any(isinstance(cell, str) and "\r" in cell for cell in cells) else plain
        writer.writerow(cells)


def _as_text(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
