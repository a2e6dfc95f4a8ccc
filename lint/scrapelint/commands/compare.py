"""`scrapelint compare`: two crawls, or two extractors, of the same articles: what became better, and what worse."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import REPORT, output, tell_of_file, wants_color, warn
from scrapelint.commands.shared.options import add_configuration, add_processes, add_selection
from scrapelint.commands.shared.progress import shown
from scrapelint.comparing.comparison import compared
from scrapelint.comparing.side import version_of
from scrapelint.comparing.store import KEYS, Store
from scrapelint.errors import UsageError
from scrapelint.readers.files import STDIN, Missing, find
from scrapelint.reporters.summary import counted
from scrapelint.runners.pipeline import check, excluded, installed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.comparing.comparison import Comparison
    from scrapelint.config.per_file import Configs
    from scrapelint.config.values import Config
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input

DEFAULT_MAX_WORSE = 0.05
DEFAULT_EXAMPLES = 5
FORMATS = ("full", "json")


class Options(NamedTuple):
    """What the command line says."""

    old: str
    new: str
    by: str
    max_worse: float
    examples: int
    output_format: str
    color: str
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    extend_ignore: list[str] | None
    preview: bool | None
    config: list[str]
    isolated: bool
    jobs: int | None
    stdin_filename: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("old", metavar="OLD", help="a file, a folder, a glob, or - for standard input")
    parser.add_argument("new", metavar="NEW", help="another one, with the same articles")
    parser.add_argument("--by", choices=("auto", *KEYS), default="auto", help="join by it; default: what pairs more")
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
    parser.add_argument("--output-format", choices=FORMATS, default=FORMATS[0], help=f"default: {FORMATS[0]}")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    add_selection(parser)
    add_configuration(parser)
    group = add_processes(parser)
    group.add_argument("--stdin-filename", default="", metavar="NAME", help="its ending tells the format of -")


def run(options: Options) -> int:
    """Compare the two sides, and print what they come to; return the exit status."""
    # The options of this command are not those of `check`: its formats are its own.
    configs = configs_of(options, leave_out=("output_format",))
    _check(options)
    sides = [(path, _files(path, options.stdin_filename, configs.run)) for path in (options.old, options.new)]
    with Store() as store:
        errors = [
            error for side, (path, files) in enumerate(sides) for error in _kept(store, side, path, files, configs)
        ]
        for error in errors:
            warn(f"internal error: {error}; {REPORT}")
        comparison = compared(store, "" if options.by == "auto" else options.by, options.examples)
    _print(comparison, options)
    if errors:
        return status.FAILED
    return status.FOUND if comparison.totals.worse_share > options.max_worse else status.CLEAN


def _check(options: Options) -> None:
    """Raise UsageError where standard input is both sides, or has a name and is neither."""
    if options.old == STDIN == options.new:
        raise UsageError("-: standard input is one side only: name a file for the other")
    if options.stdin_filename and STDIN not in (options.old, options.new):
        raise UsageError("--stdin-filename names what comes in by standard input: give - for OLD or NEW")


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


def _print(comparison: Comparison, options: Options) -> None:
    if options.output_format == "json":
        from scrapelint.reporters.programs.comparison_record import print_record

        with output(None, machine=True) as out:
            print_record(comparison, options.max_worse, out)
        return
    from scrapelint.reporters.people.tables.comparison_table import ComparisonTable

    with output(None) as out:
        table = ComparisonTable(out, color=wants_color(options.color, out))
        table.print(comparison, (os.path.normpath(options.old), os.path.normpath(options.new)), options.max_worse)
