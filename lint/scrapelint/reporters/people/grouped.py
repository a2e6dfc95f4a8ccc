"""Findings under the name of their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.located import locate
from scrapelint.reporters.people.concise import address, fix_mark
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

ADDRESS_CELLS = 10
"""Width of a place, `row:column`; a longer one moves its line."""
SEVERITY_CELLS = 7


class Grouped:
    """Prints each file's name once, its findings below."""

    def __init__(self, out: TextIO, *, color: bool = False, quiet: bool = False) -> None:
        """Take the stream, and whether it shows colours and the summary."""
        self._sheet = Sheet(out, color=color)
        self._quiet = quiet
        self._file: str | None = None

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        name = checked.article.filename
        if checked.findings and name != self._file:
            if self._file is not None:
                self._sheet.print()
            self._sheet.print((visible(name) + ":", "bold underline"))
            self._file = name
        for located in locate(checked.article, checked.findings):
            finding = located.finding
            place = address(checked.article, located)[len(visible(name)) :].lstrip(":")
            self._sheet.print(
                (f"  {place:{ADDRESS_CELLS}} ", ""),
                (f"{finding.severity.label:{SEVERITY_CELLS}} ", SEVERITY_STYLES[finding.severity]),
                (finding.code, "bold"),
                (f" {fix_mark(located)}{visible(finding.message)}", ""),
            )

    def close(self, summary: Summary) -> None:
        """Print the summary."""
        if not self._quiet:
            if self._file is not None:
                self._sheet.print()
            self._sheet.close(summary.sentence, "bold")
