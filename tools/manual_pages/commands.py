"""What the commands and their options are, as their parsers know it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared.parsing import whole_parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping

    from scrapelint.commands.shared.parser import Parser


MAX_ALIKE = 2
"""Groups of options that more commands have are shown once, not with each."""


TITLES = {"positional arguments": "arguments", None: "options"}
"""What argparse calls a group, and what the manual does."""


class Option(NamedTuple):
    """An option, or an argument without a name."""

    names: tuple[str, ...]
    """As written, short ones first; empty for an argument."""
    value: str
    """What it takes, in capitals or as choices between bars; empty for a switch."""
    about: str
    needed: bool

    @property
    def written(self) -> str:
        """All ways to write it: `-o FILE, --output-file FILE`."""
        return ", ".join(f"{name} {self.value}".rstrip() for name in self.names) or self.value


class Command(NamedTuple):
    """A command with its options in groups; the name is empty for the program itself."""

    name: str
    about: str
    usage: str
    groups: Mapping[str, tuple[Option, ...]]


def program() -> Command:
    """Return the program with the options that it has where no command is named."""
    parser = whole_parser()
    own = tuple(_option(action) for action in parser.actions if action.option_strings)
    return Command("", parser.description or "", parser.usage or "", {"options": own})


def commands() -> list[Command]:
    """Return all commands, in the order of the help."""
    return [_command(name, parser) for name, parser in whole_parser().commands.items()]


def shared_groups() -> dict[str, tuple[Option, ...]]:
    """Return the groups that three commands or more have alike: those are told once."""
    count = Counter((title, options) for command in commands() for title, options in command.groups.items())
    return {title: options for (title, options), times in count.items() if times > MAX_ALIKE}


def _command(name: str, parser: Parser) -> Command:
    groups = {TITLES.get(group.title, group.title): _options(group._group_actions) for group in parser._action_groups}  # noqa: SLF001
    return Command(
        name, parser.description or "", parser.usage or _usage(name, parser), {k: v for k, v in groups.items() if v}
    )


def _options(actions: Iterable[argparse.Action]) -> tuple[Option, ...]:
    return tuple(_option(action) for action in actions if "--help" not in action.option_strings)


def _option(action: argparse.Action) -> Option:
    value = "" if action.nargs == 0 else str(action.metavar or "|".join(map(str, action.choices or ())))
    needed = action.required or (not action.option_strings and action.nargs not in ("?", "*"))
    names = tuple(sorted(action.option_strings, key=lambda name: name.startswith("--")))
    return Option(names, value, action.help or "", needed=needed)


def _usage(name: str, parser: Parser) -> str:
    needed = [option for option in _options(parser.actions) if option.names and option.needed]
    words = [f"{option.names[0]} {option.value}" for option in needed]
    return " ".join(["scrapelint", name, "[options]", *words, *_arguments(parser)])


def _arguments(parser: Parser) -> Iterable[str]:
    for action in parser.actions:
        if not action.option_strings:
            value = _option(action).value
            ways = {"?": f"[{value}]", "*": f"[{value} ...]", "+": f"{value} [{value} ...]"}
            yield ways.get(str(action.nargs), value)
