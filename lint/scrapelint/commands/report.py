"""`scrapelint report`: what a run comes to, and its articles as they read, as one page."""

from __future__ import annotations

import sys
from typing import Any

from scrapelint.commands import check
from scrapelint.commands.shared.options import Configuration, Exclusion, PageSize, Running, Sampling, Selection
from scrapelint.commands.shared.parser import Parser
from scrapelint.readers.source import STDIN
from scrapelint.text.visible import visible

DEFAULT_PATH = "report.html"


class Options(Selection, Configuration, Exclusion, Sampling, PageSize, Running):
    """What the command line says."""

    paths: list[str]
    output: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, globs or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="FILE", default=DEFAULT_PATH, help=f"default: {DEFAULT_PATH}; - for standard output"
    )
    PageSize.add(parser)
    Exclusion.add(parser)
    Sampling.add(parser)
    Selection.add(parser)
    Configuration.add(parser)
    Running.add(parser)


def run(options: Options) -> int:
    """Check the files, and write the report; return the exit status, 0 whatever is found."""
    target = "html" if options.output == STDIN else f"html:{options.output}"
    same = {name: value for name, value in vars(options).items() if name != "output"}
    result = check.run(check.Options(**{**_defaults(), **same, "output_format": [target], "exit_zero": True}))
    if options.output != STDIN and not options.quiet:
        sys.stderr.write(f"Wrote {visible(options.output)}: open it in a browser.\n")
    return result


def _defaults() -> dict[str, Any]:
    """Return the options of `check` as they are where nobody gives any."""
    parser = Parser()
    check.add_options(parser)
    return vars(parser.parse_args([]))
