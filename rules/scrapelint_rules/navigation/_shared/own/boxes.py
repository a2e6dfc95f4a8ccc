"""Boxes and tables of the article's own: data line for line, measures, figures side by side."""

from __future__ import annotations

from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import is_data_row, regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document, Line

MAX_DATA_CHARS = 60
"""Start of a row in which its label is: what it says may be long."""
MAX_DATA_ROW_CHARS = 80
"""Longest row of technical data, in code points."""
MIN_DATA_LINES = 4
"""Rows of data, one below the other, that make a box."""
MIN_ROWS_ABOVE = 2
"""Rows of data above a line that make it one of them."""
MAX_BETWEEN_MEASURES = 2
"""Lines of a box of technical data between two rows with a measure."""
MAX_BOX_HEAD_LINES = 5
"""Lines between the paragraph above such a box and its first measure: a picture's words, the name of the thing."""
MAX_PARAGRAPH_PROBABILITY = 0.5
"""Of that paragraph."""
_UNITS = (
    r"[gmt][bt]|[гмт]б|mpx?|мп|m?ah|мач|[mg]?hz|[мг]?гц|[cmk]?m|[смк]?м|k?g|к?г|kwh?|квт|hk|hp|hv|ps|cv|km|nm|v|d?l|"
    r"tuumaa|tommer|tum|zoll|inch(?:es)?|дюйм\w*|pulgadas|pouces|pollici|polegadas|cal[ei]|palc[eů]"
)
_MEASURED = regex(rf"(?i)[^\W\d_]{{3}}.{{0,70}}?\d[\s-]?(?:{_UNITS})\b")
"""A row of a box of technical data: what is measured, a number and its unit."""
_FIGURES = regex(r"\s*[^\W\d_][^\d\n]{1,60}(?:[ \t]+[+−–-]?\d[\d.,]{0,15}%?){3,12}\s*$")
"""A row of a table: what it is about, and figures side by side."""
_FIGURE_ENDS = frozenset(".,%")
_PRICE = regex(r"[€$£¥₽₴]|\d ?(?:kr|zł|kč|ft|lei|eur|usd)\b")


def labelled_rows(doc: Document) -> set[int]:
    """Return the lines of a box of data on what the article is about: a label and what it says, line for line."""
    labelled = (line for line in doc.lines if (":" in line.text or "：" in line.text) and is_labelled(line))
    return {index for rows in _side_by_side(labelled) for index in rows}


def is_labelled(line: Line) -> bool:
    """Tell whether a line is a row of data, however long what it says is: "Crew: Ana Ruiz, Jo Hale, Kari Moe ..."."""
    return is_data_row(line.text.lstrip()[:MAX_DATA_CHARS])


def is_below_data(doc: Document, line: Line) -> bool:
    """Tell whether lines with a label are right above a line, as in the data of a match: "Stadium: ...", "TV: ..."."""
    above = doc.lines[max(0, line.index - MIN_ROWS_ABOVE) : line.index]
    return len(above) == MIN_ROWS_ABOVE and all(map(is_labelled, above))


def figure_rows(doc: Document) -> set[int]:
    """Return the lines of tables whose rows have several figures each, below a paragraph, with what heads them."""
    if len(doc.lines_with_digits) < MIN_DATA_LINES:
        return set()
    found = _side_by_side(line for line in doc.lines_with_digits if _is_row_of_figures(line.text))
    return {index for rows in found for index in _whole_box(doc, rows[0], rows[-1])}


def _is_row_of_figures(text: str) -> bool:
    last = text.rstrip()[-1:]
    return (last.isdecimal() or last in _FIGURE_ENDS) and _FIGURES.match(text) is not None


def measured_rows(doc: Document) -> set[int]:
    """Return the lines of boxes of technical data that are below a paragraph of the article, with what heads them."""
    short = [line for line in doc.lines_with_digits if len(line.text) <= MAX_DATA_ROW_CHARS]
    if len(short) < MIN_DATA_LINES:
        return set()
    rows = [line.index for line in short if _is_measured(line)]
    if len(rows) < MIN_DATA_LINES:
        return set()
    breaks = [place for place, pair in enumerate(pairwise(rows), 1) if pair[1] - pair[0] > MAX_BETWEEN_MEASURES + 1]
    boxes = [rows[start:end] for start, end in pairwise([0, *breaks, len(rows)])]
    return {index for box in boxes if len(box) >= MIN_DATA_LINES for index in _whole_box(doc, box[0], box[-1])}


def _is_measured(line: Line) -> bool:
    return _MEASURED.match(line.text.lstrip()) is not None and _PRICE.search(line.text) is None


def _side_by_side(lines: Iterable[Line]) -> Iterator[list[int]]:
    """Yield the indices of lines that are one below the other, where they are enough for a box."""
    indices = (line.index for line in lines)
    for _, run in groupby(enumerate(indices), lambda pair: pair[1] - pair[0]):
        rows = [index for _, index in run]
        if len(rows) >= MIN_DATA_LINES:
            yield rows


def _whole_box(doc: Document, first: int, last: int) -> range:
    """Return a box from the paragraph above it on, with rows with numbers below it; empty without such a paragraph."""
    head = range(first - 1, max(-1, first - 2 - MAX_BOX_HEAD_LINES), -1)
    # The nearest line above that is known for either: a box below the page's own words is the page's.
    above = next((index for index in head if index in doc.paragraph_lines or index in doc.known_residue), -1)
    if above not in doc.paragraph_lines or doc.residue_probability[above] > MAX_PARAGRAPH_PROBABILITY:
        return range(0)
    below = doc.lines[last + 1 : last + 2 + MAX_BETWEEN_MEASURES]
    rows = takewhile(lambda line: line.index not in doc.known_residue and any(map(str.isdigit, line.text)), below)
    return range(above + 1, last + 1 + len(list(rows)))
