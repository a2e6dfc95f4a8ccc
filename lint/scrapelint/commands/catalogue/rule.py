"""`scrapelint rule CODE`: the page of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output, wants_color
from scrapelint.commands.shared.options import Configuration
from scrapelint.errors import UsageError, suggestion
from scrapelint.reporters.people.terminal import console_on
from scrapelint.reporters.rule_pages import page
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from typing import TextIO

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry


MAX_WIDTH = 100
"""Longer lines are hard to read, however wide the terminal."""


class Options(Configuration):
    """What the command line says."""

    rule: str | None
    all: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("rule", nargs="?", metavar="CODE|NAME", help="code or name of a rule")
    parser.add_argument("--all", action="store_true", help="every rule")
    Configuration.add(parser)


def run(options: Options) -> int:
    """Print the page of one rule or of all; return the exit status."""
    registry = selection.with_packs(configs_of(options).run, installed())
    if bool(options.rule) is options.all:
        msg = "name one rule by code or name, or ask for --all"
        raise UsageError(msg)
    rules = list(registry.rules.values()) if options.all else [find(options.rule or "", registry)]
    with output(None) as out:
        pages = "\n".join(page(rule) for rule in rules)
        if out.isatty():
            _show(pages, out)
        else:
            out.write(pages)
    return status.CLEAN


def _show(pages: str, out: TextIO) -> None:
    """Print Markdown as it is meant, for people."""
    from rich.markdown import Markdown

    # A theme of the terminal's own colours: readable on a dark and on a light one.
    console = console_on(out, color=wants_color("auto", out))
    console.print(Markdown(pages, code_theme="ansi_dark"), width=min(console.width, MAX_WIDTH))


def find(wanted: str, registry: Registry) -> type[Rule]:
    """Return the rule of this code or name; raises UsageError with the nearest one."""
    for code, rule in registry.rules.items():
        if wanted.upper() == code or wanted.lower() == rule.name:
            return rule
    family = wanted.upper()
    if any(code.rstrip("0123456789") == family for code in registry.rules):
        msg = f'"{wanted}" is a family: `scrapelint rules --select {family}` lists its rules'
        raise UsageError(msg)
    known = [*registry.rules, *(rule.name for rule in registry.rules.values())]
    hint = suggestion(wanted, known) or "; `scrapelint rules` lists all"
    msg = f'unknown rule "{wanted}"{hint}'
    raise UsageError(msg)
