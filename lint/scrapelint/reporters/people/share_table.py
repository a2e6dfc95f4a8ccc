"""Shares of articles with findings, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.counting.shares import Shares
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet, Styled, cut
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.counting.shares import ShareRow
    from scrapelint.reporters.summary import Summary

MAX_NAME_CELLS = 32
"""With the figures, 80 columns."""
MIN_EXAMPLE_WIDTH = 120
"""Narrower terminals get no examples: cut places lead nowhere."""
_HEADS = ("articles", "found", "share", "error", "warning", "info")
_STYLES = ("", "", "bold", *SEVERITY_STYLES.values())
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
        rows = list(self._shares.rows())
        names = [_name(row) for row in rows]
        figures = [_figures(row) for row in rows]
        widths = [max(map(len, column)) for column in zip(_HEADS, *figures, strict=True)]
        width = min(MAX_NAME_CELLS, max(map(cell_len, names), default=0))
        if rows:
            heads = "".join(f"  {head:>{cells}}" for head, cells in zip(_HEADS, widths, strict=True))
            self._sheet.print((f"{self._key:{width}}{heads}{'  for example' * self._has_examples}", "dim"))
        for row, name, values in zip(rows, names, figures, strict=True):
            self._sheet.print(_padded(name, width), *_cells(values, widths), *self._example(row))
        if not self._quiet:
            self._sheet.print((summary.sentence, ""))

    def _example(self, row: ShareRow) -> list[Styled]:
        return [(f"  {row.example}", "dim")] if self._has_examples else []


def _name(row: ShareRow) -> str:
    return visible(f"{row.name} {row.about}".strip()) or UNKNOWN


def _figures(row: ShareRow) -> list[str]:
    counts = [f"{count:,}" for count in (row.articles, row.found, row.errors, row.warnings, row.infos)]
    return [*counts[:2], f"{row.share:.1%}", *counts[2:]]


def _padded(name: str, width: int) -> Styled:
    shown = "".join(text for text, _ in cut([(name, "")], width))
    return shown + " " * (width - cell_len(shown)), ""


def _cells(values: list[str], widths: list[int]) -> Iterator[Styled]:
    for value, cells, style in zip(values, widths, _STYLES, strict=True):
        yield f"  {value:>{cells}}", "dim" if value == "0" else style
