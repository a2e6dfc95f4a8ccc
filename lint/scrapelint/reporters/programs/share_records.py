"""Shares of articles with findings, as programs read them."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from scrapelint.reporters.counting.shares import ShareRow, Shares

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

SHARE_DIGITS = 6


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

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Print the shares."""
        rows = [row._replace(share=round(row.share, SHARE_DIGITS)) for row in self._shares.rows()]
        names = [self._key, *ShareRow._fields[1:]]
        if self._is_csv:
            writer = csv.writer(self._out, lineterminator="\n")
            writer.writerows([names, *rows])
        else:
            json.dump([dict(zip(names, row, strict=True)) for row in rows], self._out, ensure_ascii=False, indent=2)
            self._out.write("\n")
