"""Options of `check` that would do nothing beside the others: they are refused, with what they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.config.values import Output
from scrapelint.errors import UsageError
from scrapelint.fixes.bounds import MAX_REMOVED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.commands.shared.check_options import Options

COUNTS = ("statistics", "statistics-json", "statistics-csv")
"""Formats that print counts, and no findings."""


def check_effects(options: Options, formats: Sequence[str]) -> None:
    """Raise UsageError for an option that has no effect beside the others, or the formats of the run."""
    _check_mending(options)
    if options.report_articles is not None and all(Output.of(written).format != "html" for written in formats):
        raise UsageError("--report-articles is for a page: add --output-format html:FILE")
    asked = [Output.of(written) for written in options.output_format or ()]
    for name in [output.format for output in asked if not output.path]:
        if options.statistics and name != COUNTS[0]:
            raise UsageError(f"--statistics is one format, {name} another: leave one of them out")
        if options.by and name not in COUNTS:
            raise UsageError(
                f"--by counts articles, {name} lists findings: take {', '.join(COUNTS[:2])} or {COUNTS[2]}"
            )


def _check_mending(options: Options) -> None:
    """Raise UsageError where it is said how to mend, and nothing is mended."""
    if options.fix or options.fix_only or options.diff or options.watch:
        return
    said = {
        "--max-removed": options.max_removed != MAX_REMOVED,
        "--show-fixes": options.show_fixes,
        "--exit-non-zero-on-fix": options.exit_non_zero_on_fix,
    }
    for option in [option for option, is_said in said.items() if is_said]:
        raise UsageError(f"{option} is for mending: give --fix, --fix-only or --diff, too")
