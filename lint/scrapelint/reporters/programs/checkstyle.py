"""Checkstyle's XML: findings under their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.located import locate
from scrapelint.reporters.places import file_place
from scrapelint.reporters.programs.xmltext import DECLARATION, start_tag

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary

VERSION = "4.3"
"""The version of Checkstyle whose reports look so; readers ask for one."""


class Checkstyle:
    """Prints findings as they come."""

    def __init__(self, out: TextIO) -> None:
        """Take the stream."""
        self._out = out
        self._file: str | None = None
        self._out.write(DECLARATION + start_tag("checkstyle", {"version": VERSION}) + "\n")

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for located in locate(checked.article, checked.findings):
            path = file_place(checked.article, located).path
            if path != self._file:
                self._end_file()
                self._out.write(start_tag("file", {"name": path}) + "\n")
                self._file = path
            self._out.write("  " + _error(checked.article, located) + "\n")

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Close the document."""
        self._end_file()
        self._out.write("</checkstyle>\n")

    def _end_file(self) -> None:
        if self._file is not None:
            self._out.write("</file>\n")


def _error(article: Article, located: Located) -> str:
    finding = located.finding
    place = file_place(article, located)
    column = {} if place.column is None else {"column": place.column}
    shown = {
        "line": place.row,
        **column,
        "severity": finding.severity.label,
        "message": finding.message,
        "source": f"scrapelint.{finding.code}",
    }
    return start_tag("error", shown, "/>")
