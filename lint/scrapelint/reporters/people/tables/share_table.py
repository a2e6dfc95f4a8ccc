"""Shares of articles with findings, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.counting.shares import Shares
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet, Styled, cut
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.counting.shares import ShareRow
    from scrapelint.reporters.summary import Summary

MAX_NAME_CELLS = 25
"""With the figures, 80 columns."""
MIN_EXAMPLE_WIDTH = 120
"""Narrower terminals get no examples: cut places lead nowhere."""
MIN_NAME_CELLS = 12
"""Least width of a name, however narrow the terminal."""
_HEADS = ("articles", "found", "share", "error", "warning", "info", "score")
_STYLES = ("", "", "bold", *SEVERITY_STYLES.values(), "")
_SHARE = _HEADS.index("share") + 1
"""Where the bounds of the share go, in a sample."""
_BOUNDS = "of all"
UNKNOWN = "(not known)"


class ShareTable:
    """Prints a row a name when all articles are counted."""

    def __init__(self, out: TextIO, key: str, *, color: bool = False, quiet: bool = False) -> None:
        """Take the stream, what articles are counted by, and whether to leave out the summary."""
        self._sheet = Sheet(out, color=color)
        self._key = key
        self._quiet = quiet
        self._has_examples = not out.isatty() or self._sheet.width >= MIN_EXAMPLE_WIDTH
        self._shares = Shares(key)

    def report(self, checked: Checked) -> None:
        """Count one article."""
        self._shares.add(checked)

    def close(self, summary: Summary) -> None:
        """Print the table, and the summary."""
        rows = list(self._shares.rows(summary.unseen))
        columns = _with_bounds(_HEADS, _BOUNDS) if summary.sample else _HEADS
        styles = _with_bounds(_STYLES, "") if summary.sample else _STYLES
        names = [_name(row) for row in rows]
        figures = [_figures(row, is_sample=bool(summary.sample)) for row in rows]
        if not any(row.score is not None for row in rows):
            columns, styles, figures = columns[:-1], styles[:-1], [values[:-1] for values in figures]
        widths = [max(map(len, column)) for column in zip(columns, *figures, strict=True)]
        width = min(self._most_of_a_name(widths), max(map(cell_len, names), default=0))
        if rows:
            heads = "".join(f"  {head:>{cells}}" for head, cells in zip(columns, widths, strict=True))
            self._sheet.print((f"{self._key:{width}}{heads}{'  for example' * self._has_examples}", "dim"))
        for row, name, values in zip(rows, names, figures, strict=True):
            self._sheet.print(_padded(name, width), *_cells(values, widths, styles), *self._example(row))
        if not self._quiet:
            self._sheet.close(summary.sentence)

    def _most_of_a_name(self, widths: Sequence[int]) -> int:
        """Return how wide a name may be beside figures of these widths, in cells."""
        return max(MIN_NAME_CELLS, min(MAX_NAME_CELLS, self._sheet.width - sum(widths) - 2 * len(widths)))

    def _example(self, row: ShareRow) -> list[Styled]:
        return [(f"  {row.example}", "dim")] if self._has_examples else []


def _name(row: ShareRow) -> str:
    return visible(f"{row.name} {row.about}".strip()) or UNKNOWN


def _figures(row: ShareRow, *, is_sample: bool) -> list[str]:
    counts = [f"{count:,}" for count in (row.articles, row.found, row.errors, row.warnings, row.infos)]
    figures = (*counts[:2], f"{row.share:.1%}", *counts[2:], "" if row.score is None else f"{row.score:.3f}")
    return list(_with_bounds(figures, f"{row.least:.1%}-{row.most:.1%}") if is_sample else figures)


def _with_bounds(columns: tuple[str, ...], bounds: str) -> tuple[str, ...]:
    return (*columns[:_SHARE], bounds, *columns[_SHARE:])


def _padded(name: str, width: int) -> Styled:
    shown = "".join(text for text, _ in cut([(name, "")], width))
    return shown + " " * (width - cell_len(shown)), ""


def _cells(values: Sequence[str], widths: Sequence[int], styles: Sequence[str]) -> Iterator[Styled]:
    for value, cells, style in zip(values, widths, styles, strict=True):
        yield f"  {value:>{cells}}", "dim" if value == "0" else style
