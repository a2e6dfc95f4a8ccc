"""`scrapelint report`: what a run comes to, and its articles as they read, as one page."""

from __future__ import annotations

import sys
from typing import NamedTuple

from scrapelint.commands import check
from scrapelint.commands.shared import values
from scrapelint.commands.shared.options import add_configuration, add_exclusion, add_jobs, add_sample, add_selection
from scrapelint.commands.shared.parser import Parser
from scrapelint.readers.source import STDIN
from scrapelint.text.visible import visible

DEFAULT_PATH = "report.html"


class Options(NamedTuple):
    """What the command line says."""

    paths: list[str]
    output: str
    report_articles: int | None
    exclude: list[str] | None
    extend_exclude: list[str] | None
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    extend_ignore: list[str] | None
    preview: bool | None
    config: list[str]
    isolated: bool
    jobs: int | None
    quiet: bool
    sample: int | None
    seed: int | None


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="FILE", default=DEFAULT_PATH, help=f"default: {DEFAULT_PATH}; - for standard output"
    )
    parser.add_argument(
        "--report-articles",
        type=values.number("number of articles", 0),
        default=None,
        metavar="N",
        help="show at most so many; default: 300",
    )
    add_exclusion(parser)
    add_sample(parser)
    add_selection(parser)
    add_configuration(parser)
    add_jobs(parser)


def run(options: Options) -> int:
    """Check the files, and write the report; return the exit status, 0 whatever is found."""
    target = "html" if options.output == STDIN else f"html:{options.output}"
    same = {name: value for name, value in options._asdict().items() if name != "output"}
    result = check.run(_defaults()._replace(**same, output_format=[target], exit_zero=True))
    if options.output != STDIN and not options.quiet:
        sys.stderr.write(f"Wrote {visible(options.output)}: open it in a browser.\n")
    return result


def _defaults() -> check.Options:
    parser = Parser()
    check.add_options(parser)
    return check.Options(**vars(parser.parse_args([])))
