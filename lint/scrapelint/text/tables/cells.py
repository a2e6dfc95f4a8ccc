"""Tables that an extractor took cell by cell: each on a line of its own, row after row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence, is_data_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.text.lines import Line

MIN_ROWS = 3
"""Fewest rows of figures that make lines a table."""
MIN_ROW_FIGURES = 2
"""Figures side by side in a row: the numbers of a list of links, and the counts below them, stand alone."""
MAX_LABELS = 4
"""Cells with words, side by side, that a table has between its figures."""
MAX_HEADINGS = 12
"""Lines above the first figures among which the headings of the columns are."""
MAX_CELL_CHARS, MAX_FIGURE_CHARS = 60, 16
"""Longest cell, and longest one that is a figure, in code points."""
WORD_CHARS = 4
"""Letters that make the beginning of a cell a word: before a figure are three at most."""
MIN_SENTENCE_SPACES = 3
"""Spaces from which a line with an end mark is a sentence; with fewer it may be a cell that is abbreviated: "D.C."."""

_FIGURE = regex(
    r"(?:[^\W\d_]{1,3}[+−–-]|[^\w\n]{0,3})\d[\d.,%+−–/ \u00a0-]{0,12}[^\w\n]{0,3}(?:[%a-zA-Z]{1,2})?|[^\w\n]{1,2}"
)
_DAY_OR_TIME = regex(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}\W?|\d{1,2}:\d\d(?::\d\d)?")


def table_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of the lines of tables, with the headings of their columns and their source; linear."""
    found: set[int] = set()
    figures = [is_figure(line.text) for line in lines]
    if sum(figures) < MIN_ROWS * MIN_ROW_FIGURES:
        return frozenset()
    for runs in _tables(lines, figures):
        rows = [run for run in runs if len(run) >= MIN_ROW_FIGURES]
        if len(rows) >= MIN_ROWS:
            found.update(range(_top(lines, rows[0].start), _bottom(lines, rows[-1].stop)))
    return frozenset(found)


def _tables(lines: Sequence[Line], figures: Sequence[bool]) -> Iterator[list[range]]:
    """Yield the runs of figures that only cells part, as the places of their lines."""
    table: list[range] = []
    for run in _runs(figures):
        labels = range(table[-1].stop, run.start) if table else range(0)
        if len(labels) > MAX_LABELS or not all(_is_cell(lines[at]) for at in labels):
            yield table
            table = []
        table.append(run)
    yield table


def _runs(figures: Sequence[bool]) -> Iterator[range]:
    """Yield the places of the lines that are figures, those side by side together."""
    start = 0
    for at, is_one in enumerate((*figures, False)):
        if not is_one:
            if at > start:
                yield range(start, at)
            start = at + 1


def is_figure(text: str) -> bool:
    """Tell whether a line is a number, a share, a result or a mark, as cells of a table are, and no day or time.

    >>> [is_figure(text) for text in ("46,088", "+4.9", "92.6%", "4-1-0", "✓", "20:45", "5.8.24", "12 comments")]
    [True, True, True, True, True, False, False, False]
    """
    text = text.strip()
    if len(text) > MAX_FIGURE_CHARS or text[:WORD_CHARS].isalpha():
        return False
    return _FIGURE.fullmatch(text) is not None and _DAY_OR_TIME.fullmatch(text) is None


def _is_cell(line: Line) -> bool:
    text = line.text
    return len(text) <= MAX_CELL_CHARS and not (text.count(" ") >= MIN_SENTENCE_SPACES and ends_sentence(text))


def _top(lines: Sequence[Line], first: int) -> int:
    """Return the place of the first heading above the figures of a table."""
    top = first
    while top > max(0, first - MAX_HEADINGS) and _is_cell(lines[top - 1]):
        top -= 1
    return top


def _bottom(lines: Sequence[Line], stop: int) -> int:
    """Return the place after a table, and after what says right below it where its figures are from."""
    return stop + (stop < len(lines) and is_data_row(lines[stop].text))
