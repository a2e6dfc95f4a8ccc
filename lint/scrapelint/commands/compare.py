"""`scrapelint compare`: two crawls, or two extractors, of the same articles: what became better, and what worse."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import REPORT, output, tell_of_file, wants_color, warn
from scrapelint.commands.shared.options import Coloured, Configuration, PageSize, Processes, Selection
from scrapelint.commands.shared.outputs import check_distinct
from scrapelint.commands.shared.progress import shown
from scrapelint.commands.shared.targets import check_apart
from scrapelint.comparing.comparison import compared
from scrapelint.comparing.difference import difference
from scrapelint.comparing.side import version_of
from scrapelint.comparing.store import KEYS, Store
from scrapelint.config.values import Output
from scrapelint.errors import UsageError
from scrapelint.readers.files import Missing, find
from scrapelint.readers.source import STDIN
from scrapelint.reporters.summary import counted
from scrapelint.runners.pipeline import check, excluded, installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.comparing.comparison import Comparison
    from scrapelint.config.per_file import Configs
    from scrapelint.config.values import Config
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input

DEFAULT_MAX_WORSE = 0.05
"""Share of articles that may be worse before the exit status is 1."""
DEFAULT_EXAMPLES = 5
"""Pairs of articles that are shown: what fits on a screen."""
FORMATS = ("full", "json", "html")


class Options(Selection, Configuration, Processes, Coloured, PageSize):
    """What the command line says."""

    old: str
    new: str
    by: str
    max_worse: float
    examples: int
    output_format: list[str] | None
    stdin_filename: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("old", metavar="OLD", help="a file, a folder, a glob, or - for standard input")
    parser.add_argument("new", metavar="NEW", help="another one, with the same articles")
    parser.add_argument(
        "--by", choices=("auto", *KEYS), default="auto", help="join by it; default: auto, what pairs more"
    )
    parser.add_argument(
        "--max-worse",
        type=values.share,
        default=DEFAULT_MAX_WORSE,
        metavar="SHARE",
        help=f"exit status 1 where more of the articles are worse; default: {DEFAULT_MAX_WORSE}",
    )
    parser.add_argument(
        "--examples", type=values.number("number of articles", 0), default=DEFAULT_EXAMPLES, metavar="N",
        help=f"show so many of the worst; default: {DEFAULT_EXAMPLES}",
    )  # fmt: skip
    parser.add_argument(
        "--output-format", type=_format, action="append", default=None, metavar="FORMAT[:FILE]",
        help=f"{', '.join(FORMATS)}; default: {FORMATS[0]}; several where all but one go to a file",
    )  # fmt: skip
    PageSize.add(parser)
    Coloured.add(parser)
    Selection.add(parser)
    Configuration.add(parser)
    group = parser.add_argument_group("run")
    Processes.add(group)
    group.add_argument("--stdin-filename", default="", metavar="NAME", help="its ending tells the format of -")


def _format(written: str) -> str:
    """Return one of the formats, or `FORMAT:FILE`, as it was written; raises ArgumentTypeError for any other."""
    name = Output.of(values.output(written)).format
    if name not in FORMATS:
        raise ArgumentTypeError(f'"{name}" shows one crawl; there are {", ".join(FORMATS)}')
    return written


def run(options: Options) -> int:
    """Compare the two sides, and print what they come to; return the exit status."""
    # The options of this command are not those of `check`: its formats are its own.
    configs = configs_of(options, leave_out=("output_format",))
    wanted = [Output.of(written) for written in options.output_format or FORMATS[:1]]
    _check(options, wanted)
    sides = [(path, _files(path, options.stdin_filename, configs.run)) for path in (options.old, options.new)]
    files = [file for _, found in sides for file in found]
    check_apart((file.path for file in files if file.path), (("--output-format", output.path) for output in wanted))
    with Store() as store:
        errors = _filled(store, sides, configs)
        by = "" if options.by == "auto" else options.by
        comparison = compared(store, by, options.examples, _articles(options, wanted))
        for output_format, path in wanted:
            _PRINTERS[output_format](Printed(comparison, store, configs, files, options), path)
    if errors:
        return status.FAILED
    return status.FOUND if comparison.totals.worse_share > options.max_worse else status.CLEAN


def _articles(options: Options, wanted: Sequence[Output]) -> int:
    """Return how many articles are shown on a page; none where no page is asked for."""
    if all(output.format != "html" for output in wanted):
        return 0
    from scrapelint.reporters.html.fitting import DEFAULT_ARTICLES

    return DEFAULT_ARTICLES if options.report_articles is None else options.report_articles


def _check(options: Options, wanted: Sequence[Output]) -> None:
    """Raise UsageError where standard input is both sides or has a name and is neither, or formats share a place."""
    check_distinct(wanted)
    if options.report_articles is not None and all(output.format != "html" for output in wanted):
        raise UsageError("--report-articles is for a page: add --output-format html:FILE")
    if options.old == STDIN == options.new:
        raise UsageError("-: standard input is one side only: name a file for the other")
    if options.stdin_filename and STDIN not in (options.old, options.new):
        raise UsageError("--stdin-filename names what comes in by standard input: give - for OLD or NEW")


def _filled(store: Store, sides: Sequence[tuple[str, list[Input]]], configs: Configs) -> list[str]:
    """Keep the articles of both sides in the store; return what rules raised, which is told."""
    errors = [error for side, (path, files) in enumerate(sides) for error in _kept(store, side, path, files, configs)]
    for error in errors:
        warn(f"internal error: {error}; {REPORT}")
    return errors


def _kept(store: Store, side: int, path: str, files: list[Input], configs: Configs) -> list[str]:
    """Keep the articles of a side in the store; return what rules raised. Tells how many could not be read."""
    errors, unread = [], 0
    found: Iterable[Checked] = check(files, configs, installed(), warn, scores=True, alone=True)
    for checked in shown(found, files) if sys.stderr.isatty() else found:
        version = version_of(checked, path)
        if not checked.is_article:
            tell_of_file(checked.article.filename, checked.findings)
        elif version:
            store.add(side, version)
        elif checked.error:
            errors.append(checked.error)
        else:
            unread += 1
    if unread:
        warn(f"{path}: {counted(unread, 'record')} without a text that can be read: not compared")
    return errors


def _files(path: str, stdin_filename: str, config: Config) -> list[Input]:
    files = []
    for found in find([path], excluded(config), stdin_filename):
        if isinstance(found, Missing):
            raise UsageError(found.message)
        files.append(found)
    return files


class Printed(NamedTuple):
    """A comparison, and what is needed to print it."""

    comparison: Comparison
    store: Store
    configs: Configs
    files: Sequence[Input]
    options: Options

    @property
    def names(self) -> tuple[str, str]:
        """The names of the two sides."""
        return os.path.normpath(self.options.old), os.path.normpath(self.options.new)


def _print_json(printed: Printed, path: str) -> None:
    from scrapelint.reporters.programs.comparison_record import print_record

    with output(path or None, machine=True) as out:
        print_record(printed.comparison, printed.options.max_worse, out)


def _print_full(printed: Printed, path: str) -> None:
    from scrapelint.reporters.people.tables.comparison_table import ComparisonTable

    with output(path or None) as out:
        table = ComparisonTable(out, color=wants_color(printed.options.color, out))
        table.print(printed.comparison, printed.names, printed.options.max_worse)


def _print_html(printed: Printed, path: str) -> None:
    from scrapelint.reporters import adviser
    from scrapelint.reporters.html.comparison_page import Request, print_page
    from scrapelint.runners.reopening import Reopener

    store, configs = printed.store, printed.configs
    known = {file.filename: file for file in printed.files}
    reopener = Reopener(lambda name: configs.of(known[name]) if name in known else configs.run)
    request = Request(printed.names, printed.options.max_worse, reopener, adviser(installed().rules))
    examples = (difference(store[pair.old], store[pair.new]) for pair in printed.comparison.examples)
    with output(path or None, machine=True) as out:
        print_page(printed.comparison, examples, request, out)


_PRINTERS = {"full": _print_full, "json": _print_json, "html": _print_html}
