"""From findings to what people and programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.summary import Summary

MACHINE_FORMATS = frozenset({"json", "json-lines"})
"""Formats that print nothing but findings."""


class Reporter(Protocol):
    """Prints findings as they come."""

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""

    def close(self, summary: Summary) -> None:
        """Print what comes after the last article."""


def reporter(
    output_format: str, out: TextIO, advice: Callable[[str], str] = str, *, color: bool = False, quiet: bool = False
) -> Reporter:
    """Return the reporter of a format.

    `advice` says what to do about a finding of a code; `quiet` leaves out the summary.
    """
    if output_format == "json-lines":
        from scrapelint.reporters.json_lines import JsonLines

        return JsonLines(out)
    if output_format == "json":
        from scrapelint.reporters.json_array import JsonArray

        return JsonArray(out)
    if output_format == "concise":
        from scrapelint.reporters.concise import Concise

        return Concise(out, color=color, quiet=quiet)
    if output_format == "grouped":
        from scrapelint.reporters.grouped import Grouped

        return Grouped(out, color=color, quiet=quiet)
    if output_format == "statistics":
        from scrapelint.reporters.statistics import Statistics

        return Statistics(out, color=color)
    from scrapelint.reporters.full import Full

    return Full(out, advice, color=color, quiet=quiet)
