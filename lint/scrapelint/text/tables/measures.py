"""Tables of measures, such as data of two cars that are compared, each cell on a line of its own."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence
from scrapelint.text.tables.cells import MAX_CELL_CHARS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.text.lines import Line

REACH = 9
"""How many lines above and below a cell its table is looked at."""
MIN_CELLS = 9
"""Fewest short lines without an end mark around one that make a table."""
MIN_MEASURES = 0.3
"""Least share of these that name a measure; in a list of broadcasts, each with its length, it is below .1."""
_MEASURE = regex(
    r"(?<![\w.,])\d{1,9}(?:[.,]\d{1,9}){0,3}+"
    r"(?: ?(?:[^\W\d_]{1,4}\b|[%°€$£¥″])|(?<=[.,]\d)|(?<=[.,]\d\d)| [x×] ?\d|:\d|-[^\W\d_]{3})|[€$£¥] ?\d"
)
"""An amount with its unit, a ratio or a price; how fast a player runs ("x1.25") is none."""


def is_cell(lines: Sequence[Line], index: int) -> bool:
    """Tell whether one of these lines is in a table of measures, such as data of two cars that are compared."""
    above = reversed(lines[max(0, index - REACH) : index])
    below = lines[index : index + REACH + 1]
    cells = [line for side in (above, below) for line in takewhile(_may_be_cell, side)]
    measures = sum(_MEASURE.search(cell.text) is not None for cell in cells)
    return len(cells) >= MIN_CELLS and measures >= MIN_MEASURES * len(cells)


def _may_be_cell(line: Line) -> bool:
    return len(line.text) <= MAX_CELL_CHARS and not ends_sentence(line.text)
