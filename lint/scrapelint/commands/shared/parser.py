"""A parser of arguments that helps with mistakes."""

from __future__ import annotations

import argparse
import os
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from scrapelint.errors import UsageError, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OPTION_CELLS = 30
"""Width of the names of options; what is longer has a line of its own."""
DEFAULT_WIDTH = 80
"""Columns where there is no terminal to ask."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors say what was probably meant."""

    commands: Mapping[str, Parser] = MappingProxyType({})
    """Parsers of commands, by their names; only that of all commands has some."""

    @property
    def actions(self) -> Sequence[argparse.Action]:
        """What it was told to parse."""
        return self._actions

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing the usage."""
        if found := re.match(r"unrecognized arguments: (\S+)", message):
            option = found[1].partition("=")[0]
            message = self._unknown(option)
        elif found := re.match(r"argument (\S+): invalid choice: '(.*?)' \(choose from (.*)\)", message):
            choices = [choice.strip(" '") for choice in found[3].split(",")]
            hint = suggestion(found[2], choices) or f"; there are {', '.join(choices)}"
            name = f"{found[1].partition('/')[0]}: " if found[1].startswith("-") else ""
            message = f'{name}unknown value "{found[2]}"{hint}'
        hint = f"see `{self.prog} --help`"
        raise UsageError(f"{message.removeprefix('argument ')} ({hint})")

    def shorten(self) -> None:
        """Let the usage name what has to be given, and no option that may be left out."""
        needed = [self._word(action) for action in self._actions if action.option_strings and action.required]
        given = [self._word(action) for action in self._actions if not action.option_strings]
        self.usage = " ".join([self.prog, "[options]", *needed, *given]) if self.usage is None else self.usage

    @staticmethod
    def _word(action: argparse.Action) -> str:
        """Return an option or a place as the usage writes it."""
        name = str(action.metavar or "|".join(action.choices or [action.dest]))
        if action.option_strings:
            return f"{action.option_strings[0]} {name}"
        return {"?": f"[{name}]", "*": f"[{name} ...]", "+": f"{name} ..."}.get(str(action.nargs), name)

    def _unknown(self, word: str) -> str:
        """Return what to say of a word that is no option of the command, or one too many."""
        if not word.startswith("-"):
            return f'"{word}" is one too many'
        known = [option for action in self._actions for option in action.option_strings]
        return f'unknown option "{word}"{suggestion(word, [*known, *({"--version"} - {word})])}'


class Formatter(argparse.RawDescriptionHelpFormatter):
    """A formatter of help that asks for the width of the terminal without `shutil`: a fiftieth of a start."""

    def __init__(self, prog: str) -> None:
        """Take the name of the program; argparse asks for a formatter with every option, help or not."""
        super().__init__(prog, max_help_position=OPTION_CELLS, width=_width() - 2)


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size().columns or DEFAULT_WIDTH
    except OSError:
        return DEFAULT_WIDTH
