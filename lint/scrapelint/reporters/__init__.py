"""From findings to what people and programs read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

    from scrapelint.intake import Checked
    from scrapelint.reporters.html.report import Request
    from scrapelint.reporters.summary import Summary
    from scrapelint.rule import Rule

_CLASSES = {
    "json": ("programs.json_array", "JsonArray"),
    "json-lines": ("programs.json_lines", "JsonLines"),
    "scores": ("programs.scores", "Scores"),
    "scores-csv": ("programs.scores", "ScoresCsv"),
    "scores-parquet": ("programs.scores", "ScoresParquet"),
    "gitlab": ("ci.gitlab", "Gitlab"),
    "rdjson": ("programs.rdjson", "Rdjson"),
    "junit": ("programs.junit", "Junit"),
    "checkstyle": ("programs.checkstyle", "Checkstyle"),
}
"""Module and class of the reporters that need nothing but a stream."""
MACHINE_FORMATS = frozenset({*_CLASSES, "sarif", "html", "statistics-json", "statistics-csv"})
"""Formats that print nothing but findings, or figures."""
UTF8_FORMATS = MACHINE_FORMATS | {"github"}
"""Formats that programs read, whatever encoding the terminal has."""

SCORES_ALONE = frozenset({"scores", "scores-csv", "scores-parquet"})
"""Formats that show nothing but how good each article is."""
SCORE_FORMATS = SCORES_ALONE | {"html"}
"""Formats that show how good each article is."""
SUMMARY_FORMATS = frozenset({"full", "concise", "grouped", "github"})
"""Formats that end with what the run comes to, in words."""
LINE_FORMATS = frozenset({"json-lines", "concise", "full", "grouped", "github"})
"""Formats of which each line, or each finding, is worth something alone."""


class Reporter(Protocol):
    """Prints findings as they come."""

    def report(self, checked: Checked) -> None:
        """Print the findings of one article, which may have none."""

    def close(self, summary: Summary) -> None:
        """Print what comes after the last article."""


def reporter(
    output_format: str,
    out: TextIO,
    rules: Mapping[str, type[Rule]],
    *,
    color: bool = False,
    quiet: bool = False,
    step_summary: str = "",
    request: Request | None = None,
    by: str = "",
) -> Reporter:
    """Return the reporter of a format.

    `rules` are all that are installed, by code; `quiet` leaves out the summary; `step_summary` is the file to
    which `github` adds one; `request` says what a report of `html` is to be of, `by` what `statistics` counts by.
    """
    if output_format.startswith("statistics") and (by or output_format in MACHINE_FORMATS):
        return _shares(output_format, out, by or "rule", color=color, quiet=quiet)
    if output_format == "html" and request:
        from scrapelint.reporters.html.report import HtmlReport

        return HtmlReport(out, request)
    if output_format in MACHINE_FORMATS:
        return _for_programs(output_format, out, rules)
    if output_format == "github":
        from scrapelint.reporters.ci.github import Github
        from scrapelint.reporters.ci.stepsummary import StepSummary

        return Github(out, StepSummary(step_summary) if step_summary else None, quiet=quiet)
    return _for_people(output_format, out, rules, color=color, quiet=quiet)


def _shares(output_format: str, out: TextIO, by: str, *, color: bool, quiet: bool) -> Reporter:
    if output_format in MACHINE_FORMATS:
        from scrapelint.reporters.programs.share_records import ShareRecords

        return ShareRecords(out, by, is_csv=output_format == "statistics-csv")
    from scrapelint.reporters.people.tables.share_table import ShareTable

    return ShareTable(out, by, color=color, quiet=quiet)


def _for_people(
    output_format: str, out: TextIO, rules: Mapping[str, type[Rule]], *, color: bool, quiet: bool
) -> Reporter:
    if output_format == "concise":
        from scrapelint.reporters.people.concise import Concise

        return Concise(out, color=color, quiet=quiet)
    if output_format == "grouped":
        from scrapelint.reporters.people.grouped import Grouped

        return Grouped(out, color=color, quiet=quiet)
    if output_format == "statistics":
        from scrapelint.reporters.people.tables.statistics import Statistics

        return Statistics(out, color=color)
    from scrapelint.reporters.people.full import Full

    return Full(out, adviser(rules), color=color, quiet=quiet)


def _for_programs(output_format: str, out: TextIO, rules: Mapping[str, type[Rule]]) -> Reporter:
    if output_format == "sarif":
        from scrapelint.reporters.ci.sarif import Sarif

        return Sarif(out, rules)
    module, name = _CLASSES[output_format]
    made: Reporter = getattr(import_module(f"scrapelint.reporters.{module}"), name)(out)
    return made


def adviser(rules: Mapping[str, type[Rule]]) -> Callable[[str], str]:
    """Return what says, by code, what to do about a finding."""

    def advice(code: str) -> str:
        from scrapelint.reporters.rule_pages import advice

        return advice(rules[code]) if code in rules else ""

    return advice
