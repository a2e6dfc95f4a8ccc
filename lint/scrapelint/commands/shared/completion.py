"""Completion for shells: of commands and options, of what options take, of rules and of files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from scrapelint.commands.shared.options import SELECTIONS
from scrapelint.resources.extras import needed
from scrapelint.runners.pipeline import installed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.commands.shared.parser import Parser

FILES = ("FILE", "PATH", "CORPUS", "IN", "OUT", "BACK", "INDEX", "FOLDER")
"""How options call what is a file or a folder; some go on after it, as FILE:ROW."""

_BASH = """
# The command may be left out: in its place files are completed, too.
_shtab_scrapelint_pos_0_COMPGEN=_shtab_compgen_files
"""


def completion(parser: Parser, shell: str) -> str:
    """Return the script that completes the words of a parser and its commands in a shell.

    It knows the rules that are installed now. Raises MissingExtraError where shtab is not installed.
    """
    shtab = needed("shtab", "completion", "completion for shells")
    rules = installed().rules
    selectors = ["ALL", *sorted({code[:3] for code in rules}), *rules]
    names = [*rules, *sorted(rule.name for rule in rules.values())]
    for action in _actions(parser):
        if not SELECTIONS.isdisjoint(action.option_strings):
            action.choices = selectors
        elif action.metavar == "CODE|NAME":
            action.choices = names
        elif action.metavar and re.split(r"\W", action.metavar)[0] in FILES:
            action.complete = shtab.FILE
    return str(shtab.complete(parser, shell, preamble={"bash": _BASH}))


def _actions(parser: Parser) -> Sequence[Any]:
    """Return the options and arguments of a parser and of its commands."""
    inside = [action for command in parser.commands.values() for action in command.actions]
    return [*parser.actions, *inside]
