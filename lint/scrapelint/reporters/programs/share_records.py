"""Shares of articles with findings, as programs read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.reporters.counting.shares import ShareRow, Shares
from scrapelint.reporters.programs.csv_rows import write_rows
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

SHARE_DIGITS = 6
"""Digits of a share: enough to tell one article of a million."""
BOUNDS = frozenset({"least", "most"})
"""Columns of samples."""


class ShareRecords:
    """Prints one array of objects, or one table as CSV, when all articles are counted."""

    def __init__(self, out: TextIO, key: str, *, is_csv: bool) -> None:
        """Take the stream, and what articles are counted by."""
        self._out = out
        self._key = key
        self._is_csv = is_csv
        self._shares = Shares(key)

    def report(self, checked: Checked) -> None:
        """Count one article."""
        self._shares.add(checked)

    def close(self, summary: Summary) -> None:
        """Print the shares; their bounds where the articles were drawn by lot."""
        left_out = frozenset() if summary.sample else BOUNDS
        rows = [_values(row, left_out) for row in self._shares.rows(summary.unseen)]
        names = [self._key, *(name for name in ShareRow._fields[1:] if name not in left_out)]
        if self._is_csv:
            write_rows(self._out, [names, *rows])
        else:
            named = [dict(zip(names, row, strict=True)) for row in rows]
            self._out.write(json_escaped(json.dumps(named, ensure_ascii=False, indent=2)) + "\n")


def _values(row: ShareRow, left_out: frozenset[str]) -> list[object]:
    named = zip(ShareRow._fields, row, strict=True)
    kept = [value for name, value in named if name not in left_out]
    return [round(value, SHARE_DIGITS) if isinstance(value, float) else value for value in kept]
