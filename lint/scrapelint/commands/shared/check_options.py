"""The options of `scrapelint check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from scrapelint.commands.shared import values
from scrapelint.commands.shared.options import (
    Coloured,
    Configuration,
    EngineChoice,
    Exclusion,
    PageSize,
    Processes,
    Sampling,
    Selection,
    add_cache,
    add_max_removed,
)
from scrapelint.config.values import FORMATS, FailOn
from scrapelint.reporters.counting.keys import KEYS

if TYPE_CHECKING:
    from scrapelint.commands.shared.parser import Parser


class Options(Selection, Configuration, Exclusion, Sampling, EngineChoice, Processes, Coloured, PageSize):
    """What the command line says."""

    paths: list[str]
    stdin_filename: str
    against: str
    changed: bool
    force_exclude: bool | None
    diff_base: str
    fix: bool
    interactive: bool
    unsafe_fixes: bool
    max_removed: float
    fix_only: bool
    diff: bool
    show_fixes: bool
    exit_non_zero_on_fix: bool
    output_format: list[str] | None
    output_file: str | None
    watch: bool
    statistics: bool
    by: str
    quiet: bool
    silent: bool
    verbose: bool
    profile: bool
    show_files: bool
    show_settings: bool
    fail_on: str | None
    max_findings_per_rule: int | None
    max_share: list[tuple[str, float]] | None
    rates: str
    write_rates: str
    exit_zero: bool
    per_file_ignores: list[tuple[str, list[str]]] | None
    no_cache: bool
    cache_dir: str


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.usage = "scrapelint [check] [options] [PATH ...]"
    paths = parser.add_argument_group("input")
    paths.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, globs or - for standard input")
    paths.add_argument(
        "--stdin-filename",
        metavar="NAME",
        default="",
        help="name of what comes in by standard input; its ending tells the format",
    )
    Exclusion.add(paths)
    paths.add_argument("--against", metavar="INDEX", default="", help="compare with the articles of this index, too")
    paths.add_argument(
        "--changed", action="store_true", help="of these files only those that the index does not know as they are"
    )
    paths.add_argument("--force-exclude", action="store_true", default=None, help="leave out files that are named, too")
    paths.add_argument(
        "--diff-base", metavar="REV", default="", help="only what the change against a git revision brings in"
    )
    Sampling.add(paths)
    rules = Selection.add(parser)
    rules.add_argument(
        "--per-file-ignores", type=values.file_codes, action="append", metavar="GLOB:A,B",
        help="not these rules in files that the glob matches; one glob an option",
    )  # fmt: skip
    Configuration.add(parser)
    _add_fixes(parser)
    _add_output(parser)
    _add_run(parser)


def _add_fixes(parser: Parser) -> None:
    group = parser.add_argument_group("mending")
    group.add_argument("--fix", action="store_true", help="apply the safe fixes, and report what is left")
    group.add_argument("-i", "--interactive", action="store_true", help="with --fix: ask about each, on a terminal")
    group.add_argument("--unsafe-fixes", action="store_true", help="the other fixes, too")
    add_max_removed(group, "an article")
    group.add_argument("--fix-only", action="store_true", help="apply fixes, report nothing, exit status 0")
    group.add_argument(
        "--diff",
        action="store_true",
        help="write nothing, print what --fix would change; exit status 1 where there is anything",
    )
    group.add_argument("--show-fixes", action="store_true", help="list what was mended in which file")
    group.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit status 1 where anything was mended")


def _add_output(parser: Parser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format", type=values.output, action="append", default=None, metavar="FORMAT[:FILE]",
        help=f"{', '.join(FORMATS)}; default: full; several where all but one go to a file",
    )  # fmt: skip
    group.add_argument("-o", "--output-file", metavar="FILE", help="write findings there, not to standard output")
    PageSize.add(group)
    group.add_argument("--statistics", action="store_true", help="short for --output-format statistics")
    group.add_argument(
        "--by", choices=KEYS, default="", help="count articles with findings by this, in place of single findings"
    )
    Coloured.add(group)
    group.add_argument("-q", "--quiet", action="store_true", help="findings only, no summary")
    group.add_argument("-s", "--silent", action="store_true", help="nothing but the exit status, and errors")
    group.add_argument(
        "-v", "--verbose", action="store_true", help="say which configuration, rules and files are in use"
    )
    group.add_argument("--profile", action="store_true", help="say at the end what each rule cost, in one process")
    group.add_argument("--show-files", action="store_true", help="list the files that would be read, and end")
    group.add_argument(
        "--show-settings", action="store_true", help="print the configuration and the rules that it selects, and end"
    )


def _add_run(parser: Parser) -> None:
    group = parser.add_argument_group("run")
    group.add_argument(
        "--fail-on", choices=get_args(FailOn), default=None,
        help="least severity that makes the exit status 1; default: warning",
    )  # fmt: skip
    group.add_argument(
        "--max-findings-per-rule",
        type=values.number("number of findings", 0),
        default=None,
        metavar="N",
        help="let pass up to N findings of each rule",
    )
    group.add_argument(
        "--max-share", type=values.rule_share, action="append", metavar="RULE=SHARE",
        help="let pass findings of the rule in this share of the articles, as NAV003=0.02",
    )  # fmt: skip
    group.add_argument(
        "--rates", metavar="FILE", default="", help="compare how often rules find something on each site with FILE"
    )
    group.add_argument("--write-rates", metavar="FILE", default="", help="keep these rates for a later run")
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    EngineChoice.add(group)
    add_cache(group)
    group.add_argument("-e", "--exit-zero", action="store_true", help="exit status 0 whatever is found")
    Processes.add(group)
