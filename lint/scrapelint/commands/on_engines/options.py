"""Which options of a command and keys of a configuration have an effect on an engine; all others are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared.parser import Parser
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Iterator, Mapping

    from scrapelint.config.values import Config

_ALIKE = frozenset({
    "select", "extend_select", "ignore", "extend_ignore", "preview", "config", "isolated", "engine", "master", "quiet",
})  # fmt: skip
CHECKING = _ALIKE | {"paths", "output_format", "output_file", "fail_on", "exit_zero", "silent", "no_cache"}
"""Of `check`, by their names in `Options`; `silent` and `no_cache` ask for what is so on engines anyway."""
CLEANING = _ALIKE | {
    "input", "output", "min_confidence", "max_removed", "drop_over", "drop_on", "rejects", "ledger",
}  # fmt: skip
"""Of `clean`, in the same way."""
SEARCHING = frozenset({"exclude", "extend_exclude", "force_exclude"})
"""Of `check`, on an engine whose files are searched for as on one machine."""

_KEYS = ("per_file_ignores", "max_findings_per_rule", "max_share", "per_file_gates")
"""Keys of a configuration that would change what is found, or the exit status, and do not on an engine."""
_MEND = "; `scrapelint clean --engine {engine} IN -o OUT` mends"
_COUNT = "; count or filter the findings that it writes"
_INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("fix", "fix_only", "diff", "unsafe_fixes", "max_removed"), _MEND),
    **dict.fromkeys(("by", "statistics", *_KEYS), _COUNT),
}
"""What does on an engine what such an option does on one machine."""


class Given(NamedTuple):
    """An option that is not as it is by default."""

    dest: str
    name: str


def check_options(
    options: object, add_options: Callable[[Parser], None], heeded: Collection[str], engine: str, label: str
) -> None:
    """Raise UsageError for options of a command that say what an engine does not do."""
    others = [option for option in given(options, add_options) if option.dest not in heeded]
    if others:
        names = " and ".join(filter(None, (", ".join(option.name for option in others[:-1]), others[-1].name)))
        instead = {_INSTEAD.get(option.dest, "") for option in others}
        hint = instead.pop().format(engine=engine) if len(instead) == 1 else ""
        raise UsageError(_no_effect(names, label, several=len(others) > 1) + hint)


def check_config(config: Config, label: str) -> None:
    """Raise UsageError for keys of a configuration that say what an engine does not do."""
    for name in _KEYS:
        if getattr(config, name) != config._field_defaults[name]:
            key = name.replace("_", "-")
            raise UsageError(f"{config.place(key)}: {_no_effect(key, label)}, or give another file with --config")


def given(options: object, add_options: Callable[[Parser], None]) -> Iterator[Given]:
    """Yield the options of a command that are not as they are by default."""
    parser = Parser()
    add_options(parser)
    for action in parser.actions:
        known = getattr(options, action.dest, action.default)
        if action.option_strings and known != parser.get_default(action.dest):
            yield Given(action.dest, longest(action))


def longest(action: argparse.Action) -> str:
    """Return the long name of an option."""
    return max(action.option_strings, key=len)


def _no_effect(names: str, label: str, *, several: bool = False) -> str:
    return f"{names} {'have' if several else 'has'} no effect on {label}: leave {'them' if several else 'it'} out"
