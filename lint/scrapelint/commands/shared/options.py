"""The command line: subcommands and their options, named as ruff names them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, get_args

from scrapelint.commands.shared import values
from scrapelint.commands.shared.parser import Formatter, Parser
from scrapelint.config.values import FORMATS, FailOn
from scrapelint.errors import UsageError, suggestion

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

COMMANDS = {
    "check": "find what does not belong in articles (the default)",
    "accept": "accept findings: check leaves them out from now on",
    "clean": "mend a data set, record by record",
    "restore": "give back what clean took out",
    "show": "print an article with its zones and findings in the margin",
    "index": "index a corpus, so that new articles are compared with it",
    "rules": "list all rules",
    "rule": "explain a rule, with its examples",
    "explain": "explain a finding: the evidence that it stands on",
    "schema": "print a JSON schema: of findings, packs or configuration",
    "new-rule": "write the file of a new rule, with examples that pass",
}

DEFAULT_INDEX = ".scrapelint-index.duckdb"
"""Hidden, so that it is never taken for a file of articles."""

_ABOUT = "The linter for scraped news articles: finds the page that leaked into the text."


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the arguments, with `command` set; raises UsageError with what is wrong and what was meant."""
    command, rest = _split(arguments)
    parser = _PARSERS[command]()
    parsed = parser.parse_args(rest)
    parsed.command = command
    return parsed


def _split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the subcommand and its arguments; paths and options alone are for `check`."""
    rest = list(arguments)
    if rest and rest[0] in COMMANDS:
        return rest[0], rest[1:]
    if rest and (near := _mistyped(rest[0])):
        msg = f"{rest[0]}: no such file or command{near}"
        raise UsageError(msg)
    if not rest or rest[0] in ("-h", "--help", "-V", "--version", "help"):
        return "", [] if rest[:1] == ["help"] else rest
    return "check", rest


def _mistyped(word: str) -> str:
    """Return the command that a word is near to, where it is no path and no option."""
    if not word.isascii() or not word.replace("-", "a").isalpha() or word.startswith("-") or os.path.exists(word):  # noqa: PTH110
        return ""
    return suggestion(word, COMMANDS)


def _parser(command: str) -> Parser:
    return Parser(
        prog=f"scrapelint {command}".rstrip(),
        description=COMMANDS.get(command, _ABOUT),
        allow_abbrev=False,
        formatter_class=Formatter,
    )


def _main() -> Parser:
    from scrapelint import __version__

    parser = _parser("")
    parser.usage = "scrapelint [check] [options] [PATH ...]\n       scrapelint COMMAND [options]"
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {about}" for name, about in COMMANDS.items())
    parser.description = f"{_ABOUT}\n\ncommands:\n{listed}\n\n`scrapelint COMMAND --help` tells more of each."
    parser.add_argument("-V", "--version", action="version", version=f"scrapelint {__version__}")
    return parser


def _check() -> Parser:
    parser = _parser("check")
    parser.usage = "scrapelint [check] [options] [PATH ...]"
    paths = parser.add_argument_group("input")
    paths.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, globs or - for standard input")
    paths.add_argument("--stdin-filename", metavar="NAME", default="", help="name of what comes in by standard input")
    _add_codes(paths, "--exclude", "globs of files and folders not to search")
    _add_codes(paths, "--extend-exclude", "further such globs")
    paths.add_argument("--against", metavar="INDEX", default="", help="compare with the articles of this index, too")
    paths.add_argument("--changed", action="store_true", help="of these files only those that the index does not know")
    paths.add_argument("--force-exclude", action="store_true", default=None, help="leave out files that are named, too")
    paths.add_argument(
        "--diff-base", metavar="REV", default="", help="only what the change against a git revision brings in"
    )
    _add_selection(parser)
    _add_configuration(parser)
    _add_fixes(parser)
    _add_output(parser)
    _add_run(parser)
    return parser


def _add_fixes(parser: Parser) -> None:
    group = parser.add_argument_group("mending")
    group.add_argument("--fix", action="store_true", help="apply the safe fixes, and report what is left")
    group.add_argument("--unsafe-fixes", action="store_true", help="the other fixes, too")
    group.add_argument("--fix-only", action="store_true", help="apply fixes, report nothing")
    group.add_argument("--diff", action="store_true", help="write nothing, print what --fix would change")
    group.add_argument("--show-fixes", action="store_true", help="list what was mended in which file")
    group.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit status 1 where anything was mended")


def _add_selection(parser: Parser) -> None:
    group = parser.add_argument_group("rules")
    _add_codes(group, "--select", "codes, prefixes, families, names or ALL: only these rules")
    _add_codes(group, "--extend-select", "these rules besides")
    _add_codes(group, "--ignore", "not these rules; the longer prefix wins")
    _add_codes(group, "--extend-ignore", "not these either")
    group.add_argument("--preview", action="store_true", default=None, help="rules not yet proven, too")


def _add_configuration(parser: Parser) -> None:
    group = parser.add_argument_group("configuration")
    group.add_argument(
        "--config", action="append", default=[], metavar="FILE|'KEY = VALUE'", help="a file, or one setting in TOML"
    )
    group.add_argument("--isolated", action="store_true", help="read no configuration file")


def _add_output(parser: Parser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format", type=values.output, action="append", default=None, metavar="FORMAT[:FILE]",
        help=f"{', '.join(FORMATS)}; default: full; several where all but one go to a file",
    )  # fmt: skip
    group.add_argument("-o", "--output-file", metavar="FILE", help="write findings there, not to standard output")
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    group.add_argument("--statistics", action="store_true", help="count findings by rule")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    group.add_argument("-q", "--quiet", action="store_true", help="findings only")
    group.add_argument("-s", "--silent", action="store_true", help="nothing but the exit status")
    group.add_argument("-v", "--verbose", action="store_true", help="say what is read and run")
    group.add_argument("--show-files", action="store_true", help="list the files that would be read")
    group.add_argument("--show-settings", action="store_true", help="print the configuration and the rules in it")


def _add_run(parser: Parser) -> None:
    group = parser.add_argument_group("run")
    group.add_argument("--fail-on", choices=get_args(FailOn), default=None, help="default: warning")
    group.add_argument(
        "--max-findings-per-rule",
        type=values.count,
        default=None,
        metavar="N",
        help="let pass so many findings of each rule",
    )
    group.add_argument(
        "--max-share", type=values.rule_share, action="append", metavar="RULE=SHARE",
        help="let pass findings of the rule in so many of the articles, as NAV003=0.02",
    )  # fmt: skip
    group.add_argument(
        "--rates", metavar="FILE", default="", help="compare how often rules find something on each site with FILE"
    )
    group.add_argument("--write-rates", metavar="FILE", default="", help="keep these rates for a later run")
    group.add_argument("--engine", choices=("local", "spark"), default="local", help="default: local")
    group.add_argument("--master", metavar="URL", default="", help="of Spark; default: as Spark is configured")
    group.add_argument("-e", "--exit-zero", action="store_true", help="exit status 0 whatever is found")
    group.add_argument(
        "--jobs", "-j", type=values.positive, default=None, metavar="N", help="processes; default: by size"
    )
    group.add_argument(
        "--per-file-ignores",
        type=values.file_codes,
        action="append",
        metavar="GLOB:CODE",
        help="not these rules there",
    )


def _accept() -> Parser:
    parser = _parser("accept")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders or globs; default: this folder")
    _add_codes(parser, "--exclude", "globs of files and folders not to search")
    _add_codes(parser, "--extend-exclude", "further such globs")
    group = parser.add_argument_group("accepting")
    group.add_argument("--reason", metavar="TEXT", default="", help="why they are right as they are")
    group.add_argument("--prune", action="store_true", help="accept nothing, remove entries that hide nothing any more")
    _add_selection(parser)
    _add_configuration(parser)
    _add_jobs(parser)
    return parser


def _clean() -> Parser:
    parser = _parser("clean")
    parser.add_argument("input", metavar="IN", help="a file, a folder, or - for standard input")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="a file, a folder, or - ")
    group = parser.add_argument_group("mending")
    group.add_argument(
        "--min-confidence", type=values.share, default=0.9, metavar="P",
        help="apply fixes this sure, safe or not; default: .9",
    )  # fmt: skip
    group.add_argument(
        "--drop-on", choices=get_args(FailOn), default="never",
        help="drop records which such a finding is left in; default: never",
    )  # fmt: skip
    group.add_argument("--rejects", metavar="FILE", default="", help="where they go; default: OUT.rejects.jsonl")
    group.add_argument("--ledger", metavar="FILE", default="", help="note what was taken out, for `restore`")
    _add_selection(parser)
    _add_configuration(parser)
    _add_jobs(parser)
    return parser


def _restore() -> Parser:
    parser = _parser("restore")
    parser.add_argument("input", metavar="OUT", help="the file or folder that `clean` wrote")
    parser.add_argument("--ledger", metavar="FILE", required=True, help="the ledger that it wrote")
    parser.add_argument("-o", "--output", metavar="BACK", required=True, help="where the original goes")
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary")
    return parser


def _show() -> Parser:
    parser = _parser("show")
    parser.add_argument("place", metavar="FILE[:RECORD]", help="an article; of a file with records one, or all")
    parser.add_argument(
        "--min-confidence",
        type=values.share,
        default=0.9,
        metavar="P",
        help="mark what `clean` would take out; default: .9",
    )
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    _add_selection(parser)
    _add_configuration(parser)
    return parser


def _index() -> Parser:
    parser = _parser("index")
    parser.add_argument("paths", nargs="+", metavar="CORPUS", help="files, folders or globs")
    parser.add_argument("--index", metavar="FILE", default=DEFAULT_INDEX, help=f"default: {DEFAULT_INDEX}")
    _add_codes(parser, "--exclude", "globs of files and folders not to search")
    _add_codes(parser, "--extend-exclude", "further such globs")
    _add_configuration(parser)
    _add_jobs(parser)
    return parser


def _add_jobs(parser: Parser) -> None:
    group = parser.add_argument_group("run")
    group.add_argument(
        "--jobs", "-j", type=values.positive, default=None, metavar="N", help="processes; default: by size"
    )
    group.add_argument("-q", "--quiet", action="store_true", help="no summary")


def _rules() -> Parser:
    parser = _parser("rules")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--check-packs", action="store_true", help="test the examples of every phrase pack in use")
    _add_selection(parser)
    _add_configuration(parser)
    return parser


def _rule() -> Parser:
    parser = _parser("rule")
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="code or name of a rule")
    parser.add_argument("--all", action="store_true", help="every rule")
    _add_configuration(parser)
    return parser


def _explain() -> Parser:
    parser = _parser("explain")
    parser.add_argument("place", metavar="FILE:ROW|FINGERPRINT", help="FILE[:RECORD]:ROW[:COLUMN], or a fingerprint")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="where to look for the fingerprint")
    _add_selection(parser)
    _add_configuration(parser)
    return parser


def _schema() -> Parser:
    parser = _parser("schema")
    parser.add_argument("of", choices=("findings", "pack", "config"), nargs="?", default="findings")
    return parser


def _new_rule() -> Parser:
    parser = _parser("new-rule")
    parser.add_argument("code", metavar="CODE", help="three capitals and three digits: ACM001")
    parser.add_argument("name", metavar="NAME", help="the bad thing, in kebab-case: party-line")
    parser.add_argument("--pack", action="store_true", help="a phrase pack, which needs no Python")
    parser.add_argument("--path", default=".", metavar="FOLDER", help="where to write it; default: here")
    return parser


_PARSERS = {
    "": _main,
    "check": _check,
    "accept": _accept,
    "clean": _clean,
    "restore": _restore,
    "show": _show,
    "index": _index,
    "rules": _rules,
    "rule": _rule,
    "explain": _explain,
    "schema": _schema,
    "new-rule": _new_rule,
}


def _add_codes(group: Any, option: str, about: str) -> None:
    group.add_argument(option, type=values.codes, action="extend", default=None, metavar="A,B", help=about)
