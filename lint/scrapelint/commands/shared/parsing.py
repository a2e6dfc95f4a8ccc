"""From arguments to a command and its options."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from scrapelint.commands.shared import status
from scrapelint.commands.shared.parser import Formatter, Parser
from scrapelint.errors import UsageError, suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

COMMANDS = {
    "check": "find what does not belong in articles (the default)",
    "init": "write a first configuration for a folder of articles",
    "accept": "accept findings: check leaves them out from now on",
    "clean": "mend a data set, record by record",
    "restore": "give back what clean took out",
    "show": "print an article with its zones and findings in the margin",
    "report": "write one page: what is found where, and articles as they read",
    "sites": "list the lines that the articles of a site share, since when, and what changed",
    "compare": "compare two crawls, or two extractors, of the same articles",
    "index": "index a corpus, so that new articles are compared with it",
    "rules": "list all rules",
    "rule": "explain a rule, with its examples",
    "explain": "explain a finding: the evidence for it",
    "server": "serve an editor: findings as one types, by the language server protocol",
    "schema": "print a JSON schema: of findings, packs or configuration",
    "new-rule": "write the file of a new rule, with examples that pass",
}

CATALOGUE = frozenset({"rules", "rule", "explain", "schema", "new-rule"})
"""Commands whose modules are in `commands/catalogue/`."""

SHELLS = ("bash", "zsh", "tcsh")
"""Shells for which there is a completion."""

_ABOUT = "The linter for scraped news articles: finds the page that leaked into the text."


class Parsed(NamedTuple):
    """A command and what is asked of it."""

    command: ModuleType
    options: Any
    """The command's own `Options`."""


def parse(arguments: Sequence[str]) -> Parsed:
    """Return the command with its options; raises UsageError with what is wrong and what was meant.

    Prints and exits where help, the version or the completion for a shell is asked for.
    """
    name, rest = _split(arguments)
    if not name:
        _print_completion(_main().parse_args(rest or ["--help"]).print_completion)
    command = _command(name)
    parser = _parser(name)
    command.add_options(parser)
    parser.shorten()
    return Parsed(command, command.Options(**vars(parser.parse_args(rest))))


def _split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the subcommand and its arguments; paths and options alone are for `check`."""
    rest = list(arguments)
    if rest and rest[0] in COMMANDS:
        return rest[0], rest[1:]
    if rest and (near := _mistyped(rest[0])):
        msg = f"{rest[0]}: no such file or command{near}"
        raise UsageError(msg)
    if not rest or rest[0].partition("=")[0] in ("-h", "--help", "-V", "--version", "help", "--print-completion"):
        return "", [] if rest[:1] == ["help"] else rest
    return "check", rest


def _command(name: str) -> ModuleType:
    folder = "catalogue." if name in CATALOGUE else ""
    return import_module(f"scrapelint.commands.{folder}{name.replace('-', '_')}")


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
    from scrapelint.resources.version import __version__

    parser = _parser("")
    parser.usage = "scrapelint [check] [options] [PATH ...]\n       scrapelint COMMAND [options]"
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {about}" for name, about in COMMANDS.items())
    parser.description = f"{_ABOUT}\n\ncommands:\n{listed}\n\n`scrapelint COMMAND --help` tells more of each."
    parser.add_argument("-V", "--version", action="version", version=f"scrapelint {__version__}")
    parser.add_argument(
        "--print-completion", metavar="SHELL", choices=SHELLS,
        help=f"print the script that completes words in a shell: {', '.join(SHELLS)}",
    )  # fmt: skip
    return parser


def whole_parser() -> Parser:
    """Return the parser of the program with those of all commands in its `commands`."""
    parser = _main()
    commands = parser.add_subparsers(metavar="COMMAND")
    parser.commands = {
        name: commands.add_parser(name, help=about, description=about) for name, about in COMMANDS.items()
    }
    for name, of_command in parser.commands.items():
        _command(name).add_options(of_command)
    return parser


def _print_completion(shell: str) -> NoReturn:
    """Print the completion of all commands, and exit."""
    import argparse

    from scrapelint.commands.shared.completion import completion

    parser = whole_parser()
    # `check` may be left out: its options are those of the program, and its paths are where commands are.
    _command("check").add_options(parser)
    next(action for action in parser.actions if action.dest == "paths").help = argparse.SUPPRESS
    print(completion(parser, shell))
    raise SystemExit(status.CLEAN)
