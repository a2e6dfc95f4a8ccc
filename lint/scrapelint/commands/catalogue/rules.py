"""`scrapelint rules`: all rules, or those that a configuration selects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output, wants_color
from scrapelint.commands.shared.options import Configuration, Selection
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet, wrapped
from scrapelint.reporters.rule_pages import description, languages_of, native_share, summary
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.reporters.people.terminal import Styled
    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry


MIN_CELLS = 20
"""What is left for the words on a rule, however narrow the terminal."""


class Options(Selection, Configuration):
    """What the command line says."""

    output_format: str
    check_packs: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--check-packs", action="store_true", help="test the examples of every phrase pack in use")
    Selection.add(parser)
    Configuration.add(parser)


def run(options: Options) -> int:
    """List the rules; return the exit status."""
    if options.check_packs:
        from scrapelint.commands.catalogue.check_packs import check_packs

        return check_packs(configs_of(options, leave_out=("output_format",)))
    config = configs_of(options, leave_out=("output_format",)).run
    registry = selection.with_packs(config, installed())
    rules = _listed(options, registry, selection.select(config, registry))
    with output(None, machine=options.output_format == "json") as out:
        if options.output_format == "json":
            _print_json(rules, registry, out)
        else:
            _print_text(rules, out)
    return status.CLEAN


def _listed(options: Options, registry: Registry, selected: Iterable[Rule]) -> list[type[Rule]]:
    """Return the selected rules where a selection was asked for, else every rule."""
    if options.select or options.extend_select or options.ignore or options.extend_ignore:
        return [type(rule) for rule in selected]
    return list(registry.rules.values())


def _print_json(rules: Iterable[type[Rule]], registry: Registry, out: TextIO) -> None:
    languages = languages_of(registry)
    json.dump([description(rule, languages[rule.code]) for rule in rules], out, ensure_ascii=False, indent=2)
    out.write("\n")


def _print_text(rules: Iterable[type[Rule]], out: TextIO) -> None:
    """Print a rule a line; on a terminal what it flags goes on below itself."""
    rules = list(rules)
    width = max((len(rule.name) for rule in rules), default=0)
    sheet = Sheet(out, color=wants_color("auto", out))
    for rule in rules:
        head = _head(rule, width)
        indent = sum(len(text) for text, _ in head)
        preview = "" if rule.status == "stable" else " (preview)"
        share = f" ({native_share(rule)})" if rule.native_share else ""
        about = f"{summary(rule)}{share}{preview}"
        first, *more = wrapped(about, max(sheet.width - indent, MIN_CELLS)) if out.isatty() else [about]
        sheet.print(*head, (first, ""))
        for line in more:
            sheet.print((" " * indent + line, ""))


def _head(rule: type[Rule], width: int) -> list[Styled]:
    """Return code, name, severity and kind of fix of a rule, each as wide as of all others."""
    fix = {"safe": "[*]", "unsafe": "[~]"}.get(rule.fix or "", "   ")
    severity = f"{rule.severity.label:7} "
    return [
        (f"{rule.code} ", "bold"), (f"{rule.name:{width}} ", ""),
        (severity, SEVERITY_STYLES[rule.severity]), (f"{fix} ", ""),
    ]  # fmt: skip
