"""Workflow commands of GitHub Actions, which become annotations, and a step summary."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.finding import Severity
from scrapelint.located import locate
from scrapelint.reporters.ci.worst import Worst
from scrapelint.reporters.places import file_place, inside
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.ci.stepsummary import StepSummary
    from scrapelint.reporters.summary import Summary

SHOWN_OF_A_LEVEL = 10
"""Annotations of each level that GitHub shows for a step; it takes the first."""
MAX_COMMANDS = 5000
"""More of them would only fill the log."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class Github:
    """Prints the worst findings first: GitHub shows only the first of each level."""

    def __init__(self, out: TextIO, step_summary: StepSummary | None = None, *, quiet: bool = False) -> None:
        """Take the stream, what writes the step summary, and whether the summary line is left out."""
        self._out = out
        self._step_summary = step_summary
        self._quiet = quiet
        self._worst: Worst[str] = Worst(MAX_COMMANDS)

    def report(self, checked: Checked) -> None:
        """Keep the findings of one article."""
        for located in locate(checked.article, checked.findings):
            self._worst.add(located.finding, _command(checked.article, located))
            if self._step_summary:
                self._step_summary.add(checked.article, located)

    def close(self, summary: Summary) -> None:
        """Print the commands, and how many of them GitHub shows."""
        self._out.writelines(command + "\n" for command in self._worst.ranked())
        if not self._quiet:
            self._out.write(summary.sentence + "\n" + _limits(summary))
        if self._step_summary:
            self._step_summary.close(summary)


def _command(article: Article, located: Located) -> str:
    finding = located.finding
    place = file_place(article, located)
    properties: dict[str, object] = {"file": place.path, "line": place.row, "endLine": place.end_row}
    # GitHub refuses columns of an annotation that reaches over several rows.
    if place.column is not None and place.end_column is not None and place.row == place.end_row:
        properties |= {"col": place.column, "endColumn": place.end_column}
    where = inside(article, located)
    properties["title"] = f"{finding.code} {finding.name}{f' ({where})' if where else ''}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {written}::{_data(finding.message)}"


def _limits(summary: Summary) -> str:
    levels: Counter[str] = Counter({_LEVELS[severity]: count for severity, count in summary.by_severity.items()})
    hidden = sum(max(0, count - SHOWN_OF_A_LEVEL) for count in levels.values())
    if not hidden:
        return ""
    return (
        f"GitHub shows the first {SHOWN_OF_A_LEVEL} errors, warnings and notices of a step: "
        f"{summary.findings - hidden:,} of {summary.findings:,} findings are annotated.\n"
    )


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
