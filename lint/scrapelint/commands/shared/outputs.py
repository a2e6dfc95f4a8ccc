"""The formats of a run, and where each goes."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared.console import output, wants_color
from scrapelint.config.values import Output
from scrapelint.errors import UsageError
from scrapelint.reporters import LINE_FORMATS, MACHINE_FORMATS, SUMMARY_FORMATS, UTF8_FORMATS, reporter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TextIO

    from scrapelint.commands.shared.check_options import Options
    from scrapelint.reporters import Reporter
    from scrapelint.reporters.html.report import Request
    from scrapelint.rule import Rule


class Opened(NamedTuple):
    """The reporter of a run, and what its main stream is like."""

    report: Reporter
    out: TextIO
    """The stream of the format that goes to no file of its own."""
    machine: bool
    """Whether that stream is for programs, and people are to be told elsewhere."""
    has_summary: bool
    """Whether what the run comes to is at its end, in words."""


def outputs_of(options: Options, formats: Sequence[str]) -> list[Output]:
    """Return the formats of a run; raises UsageError where two of them go to one place."""
    wanted = [Output.of(written) for written in formats]
    if options.statistics or (options.by and not any(output.format.startswith("statistics") for output in wanted)):
        wanted = [Output("statistics"), *(output for output in wanted if output.path)]
    if options.output_file:
        wanted = [output if output.path else output._replace(path=options.output_file) for output in wanted]
    check_distinct(wanted)
    return wanted


def check_distinct(wanted: Sequence[Output]) -> None:
    """Raise UsageError where two formats go to one place."""
    by_path: dict[str, str] = {}
    for output_format, path in wanted:
        place = os.path.realpath(path) if path else ""
        if place in by_path:
            where = path or "standard output"
            hint = "give each a file of its own" if path else f"give one a file, as {output_format}:FILE"
            raise UsageError(f"--output-format: {by_path[place]} and {output_format} both go to {where}: {hint}")
        by_path[place] = output_format


@contextmanager
def opened(
    wanted: Sequence[Output],
    options: Options,
    rules: Mapping[str, type[Rule]],
    *,
    other: bool,
    request: Request | None = None,
) -> Iterator[Opened]:
    """Open the reporters of a run; `other` where standard output is taken, and findings go to standard error.

    `request` says what a report in HTML is to be of.
    """
    with ExitStack() as stack:
        made: list[tuple[Output, TextIO, Reporter]] = []
        for one in wanted:
            stream = output(
                one.path or None, silent=options.silent, machine=one.format in UTF8_FORMATS, other=other,
                keeps=one.format in LINE_FORMATS,
            )  # fmt: skip
            out = stack.enter_context(stream)
            color = wants_color(options.color, out)
            report = _reporter(one.format, out, rules, options, color=color, request=request)
            made.append((one, out, report))
        main, out, report = next((known for known in made if not known[0].path), made[0])
        if len(made) > 1:
            from scrapelint.reporters.several import Several

            report = Several([known[2] for known in made])
        has_summary = not main.path and (main.format in SUMMARY_FORMATS or bool(options.by))
        yield Opened(report, out, bool(main.path) or main.format in MACHINE_FORMATS, has_summary)


def _reporter(
    output_format: str,
    out: TextIO,
    rules: Mapping[str, type[Rule]],
    options: Options,
    *,
    color: bool,
    request: Request | None,
) -> Reporter:
    step_summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
    return reporter(
        output_format, out, rules, color=color, quiet=options.quiet, step_summary=step_summary, request=request,
        by=options.by,
    )  # fmt: skip
