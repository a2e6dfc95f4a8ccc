"""`scrapelint rules`: all rules, or those that a configuration selects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared import status
from scrapelint.commands.shared.configuration import configs as configs_of
from scrapelint.commands.shared.console import output
from scrapelint.commands.shared.options import add_configuration, add_selection
from scrapelint.rule_pages import description, languages_of, native_share, summary
from scrapelint.runners.pipeline import installed
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from scrapelint.commands.shared.parser import Parser
    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry


class Options(NamedTuple):
    """What the command line says."""

    output_format: str
    check_packs: bool
    select: list[str] | None
    extend_select: list[str] | None
    ignore: list[str] | None
    extend_ignore: list[str] | None
    preview: bool | None
    config: list[str]
    isolated: bool


def add_options(parser: Parser) -> None:
    """Declare the options of the command."""
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--check-packs", action="store_true", help="test the examples of every phrase pack in use")
    add_selection(parser)
    add_configuration(parser)


def run(options: Options) -> int:
    """List the rules; return the exit status."""
    if options.check_packs:
        from scrapelint.commands.shared.check_packs import check_packs

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
    rules = list(rules)
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        fix = {"safe": "[*]", "unsafe": "[~]"}.get(rule.fix or "", "   ")
        preview = "" if rule.status == "stable" else " (preview)"
        share = f" ({native_share(rule)})" if native_share(rule) else ""
        out.write(f"{rule.code} {rule.name:{width}} {rule.severity.label:7} {fix} {summary(rule)}{share}{preview}\n")
