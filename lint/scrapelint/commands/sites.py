"""`scrapelint sites`: what the articles of each site share, since when, and what changed."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scrapelint.boilerplate.shared import DEFAULT_MIN_ARTICLES, DEFAULT_MIN_SHARE, HTML, Limits
from scrapelint.boilerplate.survey import survey
from scrapelint.commands.shared import status, values
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output, tell_of_file, wants_color, warn
from scrapelint.commands.shared.inputs import files_of
from scrapelint.commands.shared.options import Coloured, Configuration, Exclusion, Summarised
from scrapelint.commands.shared.progress import shown
from scrapelint.config.values import Output
from scrapelint.errors import UsageError
from scrapelint.readers.registry import standing_for
from scrapelint.readers.source import STDIN
from scrapelint.reporters.people.tables.site_summary import left_out, sentences
from scrapelint.reporters.summary import counted
from scrapelint.resources.extras import needed
from scrapelint.runners.repeated import RepeatedReading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.boilerplate.comparing import EarlierSite
    from scrapelint.boilerplate.shared import Survey
    from scrapelint.commands.shared.parser import Parser
    from scrapelint.config.per_file import Configs
    from scrapelint.config.values import Config
    from scrapelint.readers.files import Input

FORMATS = ("table", "json", "csv")
MIN_LEAST_ARTICLES = 2
"""What one article has is shared by nobody."""


class Options(Configuration, Exclusion, Coloured, Summarised):
    """What the command line says."""

    paths: list[str]
    min_articles: int
    min_share: float
    max_lines: int | None
    html_field: str
    against: str
    exit_non_zero_on_change: bool
    output_format: str
    output_file: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, globs, or - for JSON Lines on standard input"
    )
    group = parser.add_argument_group("what is reported")
    group.add_argument(
        "--min-articles", type=values.number("number of articles", MIN_LEAST_ARTICLES), default=DEFAULT_MIN_ARTICLES,
        metavar="N", help=f"lines in so many articles of a site; default: {DEFAULT_MIN_ARTICLES}",
    )  # fmt: skip
    group.add_argument(
        "--min-share", type=values.share, default=DEFAULT_MIN_SHARE, metavar="SHARE",
        help=f"lines in this share of them, too; default: {DEFAULT_MIN_SHARE}",
    )  # fmt: skip
    group.add_argument(
        "--html-field", default="", metavar="NAME", help="the field with the page: find an XPath for the lines"
    )
    group.add_argument("--against", default="", metavar="FILE", help="compare with the JSON of an earlier run")
    group.add_argument(
        "--exit-non-zero-on-change", action="store_true", help="exit status 1 where anything changed since then"
    )
    _add_output(parser)
    Exclusion.add(parser)
    Configuration.add(parser)


def _add_output(parser: Parser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument("--output-format", choices=FORMATS, default=FORMATS[0], help=f"default: {FORMATS[0]}")
    group.add_argument("-o", "--output-file", metavar="FILE", default="", help="there, not to standard output")
    group.add_argument(
        "--max-lines", type=values.number("number of lines", 1), default=None, metavar="N",
        help="lines of a site in the table; default: 10 on a terminal, else all",
    )  # fmt: skip
    Coloured.add(group)
    Summarised.add(group)


def run(options: Options) -> int:
    """Report what the articles of each site share; return the exit status."""
    _check(options)
    earlier = _earlier(options)
    configs = configs_of(options)
    files, complete = _files(options, configs.run)
    survey = _surveyed(files, configs, options, earlier)
    _write(survey, options)
    for problem in left_out(survey):
        warn(problem)
    if not options.quiet:
        sys.stderr.write(sentences(survey))
    if not complete:
        return status.FAILED
    return status.FOUND if options.exit_non_zero_on_change and survey.changes else status.CLEAN


def _check(options: Options) -> None:
    """Raise UsageError where options do not go together, MissingExtraError where it lacks a library."""
    if options.exit_non_zero_on_change and not options.against:
        raise UsageError("--exit-non-zero-on-change needs the earlier run to compare with: --against FILE")
    if options.max_lines is not None and options.output_format != FORMATS[0]:
        raise UsageError(f"--max-lines is for the table: {options.output_format} has all lines")
    if options.html_field:
        needed("lxml.etree", "html", "--html-field")


def _files(options: Options, config: Config) -> tuple[list[Input], bool]:
    """Return the files to read, standard input as JSON Lines, and whether every path led to some."""
    outputs = [Output("json", options.output_file)] if options.output_file not in ("", STDIN) else []
    found, complete = files_of(options, config, outputs)
    earlier = os.path.realpath(options.against) if options.against else ""
    files = [file for file in found if file.path is None or os.path.realpath(file.path) != earlier]
    return [file if file.path else file._replace(format=standing_for("stream")) for file in files], complete


def _earlier(options: Options) -> Mapping[str, EarlierSite] | None:
    if not options.against:
        return None
    from scrapelint.boilerplate.earlier import read

    return read(options.against)


def _surveyed(
    files: list[Input], configs: Configs, options: Options, earlier: Mapping[str, EarlierSite] | None
) -> Survey:
    fields = {HTML: (options.html_field,)} if options.html_field else None
    with RepeatedReading(files, configs, fields) as reading:

        def read() -> Iterator[Article]:
            found = reading.articles()
            articles = found if options.quiet or not sys.stderr.isatty() else shown(found, files)
            return (intake.article for intake in articles)

        found = survey(read, Limits(options.min_articles, options.min_share), earlier)
        if options.html_field:
            from scrapelint.boilerplate.selectors.finding import with_selectors

            found = with_selectors(found, read, options.html_field)
    for intake in reading.told:
        tell_of_file(intake.article.filename, intake.faults)
    if reading.unreadable:
        warn(f"{counted(reading.unreadable, 'record')} could not be read: `scrapelint check --select INP` says why")
    return found


def _write(survey: Survey, options: Options) -> None:
    with _opened(options) as out:
        if options.output_format == "table":
            from scrapelint.reporters.people.tables.site_table import SiteTable

            SiteTable(out, color=wants_color(options.color, out), max_lines=options.max_lines).print(survey)
        else:
            from scrapelint.reporters.programs.site_records import WRITERS

            WRITERS[options.output_format](survey, out)


@contextmanager
def _opened(options: Options) -> Iterator[TextIO]:
    """Open what the report goes to; a file is replaced as a whole, at the end."""
    if options.output_file in ("", STDIN):
        with output(None, machine=options.output_format != "table") as out:
            yield out
        return
    from scrapelint.fixes.atomic import replacing

    with replacing(options.output_file) as file:
        out = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
        yield out
        out.detach()
