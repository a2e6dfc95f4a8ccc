"""Two pages of the manual: every option of every command, and every key of the configuration."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from manual_pages.commands import commands, program, shared_groups
from scrapelint.config.file import ConfigFile
from scrapelint.config.values import Config
from scrapelint.readers.files import DEFAULT_EXCLUDE
from scrapelint.selection.rule_settings import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from manual_pages.commands import Command, Option
    from scrapelint.rule import Rule

CONFIGURATION = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"

COMMANDS_HEAD = """# Commands and options

Every option, as `scrapelint COMMAND --help` prints it. [Usage](../usage.md) shows the commands at work.
"""

SHARED_HEAD = """## Shared options

These groups are the same in several commands.
"""

KEYS_HEAD = """# Keys and settings

Every key of `scrapelint.toml`, and every setting of a rule. [Configuration](../configuration.md) explains them.

## Keys

| key | value | default | does |
| --- | --- | --- | --- |"""

SETTINGS_HEAD = """
## Settings of rules

Each below `[rules.NAME]`, where every rule has `severity` as well: `info`, `warning` or `error`.

| rule | setting | default | is |
| --- | --- | --- | --- |"""

EXPLAINED = {
    "--against": "scale.md#an-index",
    "--changed": "scale.md#an-index",
    "--diff-base": "ci.md#only-what-a-change-brings-in",
    "--select": "usage.md#options",
    "--fix": "usage.md#mending",
    "--output-format": "usage.md#output-formats",
    "--by": "usage.md#shares",
    "--watch": "usage.md#watching",
    "--profile": "usage.md#what-each-rule-costs",
    "--report-articles": "report.md",
    "--fail-on": "usage.md#exit-status",
    "--max-findings-per-rule": "ci.md#data-sets",
    "--max-share": "ci.md#data-sets",
    "--rates": "ci.md#data-sets",
    "--write-rates": "ci.md#data-sets",
    "--engine": "scale.md#spark",
    "--config": "configuration.md#which-source-wins",
    "--text-field": "formats.md#names-of-fields",
    "--ledger": "usage.md#restore",
    "--reason": "accepted.md#scrapelint-accept",
    "--check-packs": "packs.md#checking-a-pack",
    "--print-completion": "usage.md#completion",
    "--probabilities": "usage.md#show",
}
"""Where the manual says more of an option."""

DEFAULTS = {
    "select": "every stable rule but `QUA`",
    "exclude": f"`{list(DEFAULT_EXCLUDE)}`".replace("'", '"'),
    "max-findings-per-rule": "0",
    "jobs": "1 for less than 4 MB, else one for each processor",
}
"""Defaults that are no value of the configuration."""

_HEADING = re.compile(r"^### (.+)$", re.MULTILINE)

VALUES = {
    "array": "list of strings",
    "boolean": "`true` or `false`",
    "integer": "whole number",
    "number": "number",
    "object": "table",
    "string": "string",
}
"""What a JSON schema calls a value, and what the manual does."""


def reference_pages(rules: Mapping[str, type[Rule]]) -> dict[str, str]:
    """Return both pages, by their names."""
    return {"commands.md": _commands_page(), "keys.md": _keys_page(rules)}


def _commands_page() -> str:
    shared = shared_groups()
    _check_explained()
    parts = [COMMANDS_HEAD, "## scrapelint\n", f"```text\n{program().usage}\n```\n"]
    parts += [_table("options", program().groups["options"])]
    for command in commands():
        about = f"{command.about[0].upper()}{command.about[1:]}."
        parts += [f"## scrapelint {command.name}\n", f"{about}\n", f"```text\n{command.usage}\n```\n"]
        parts += _tables(command, shared)
    parts += [SHARED_HEAD, *(_table(title, options) for title, options in shared.items())]
    return "\n".join(parts)


def _check_explained() -> None:
    """Raise ValueError where an option is explained that no command has."""
    options = [option for command in [program(), *commands()] for group in command.groups.values() for option in group]
    if left := EXPLAINED.keys() - {name for option in options for name in option.names}:
        raise ValueError(
            f"tools/manual_pages/reference.py explains options that are not there: {', '.join(sorted(left))}"
        )


def _tables(command: Command, shared: Mapping[str, Sequence[Option]]) -> Iterator[str]:
    own = {title: options for title, options in command.groups.items() if options != shared.get(title)}
    yield from (_table(title, options) for title, options in own.items())
    if named := [title for title in command.groups if title not in own]:
        yield f"Also the [shared options](#shared-options): {', '.join(named)}.\n"


def _table(title: str, options: Iterable[Option]) -> str:
    rows = "\n".join(map(_row, options))
    return f"| {title} | |\n| --- | --- |\n{rows}\n"


def _row(option: Option) -> str:
    where = next((EXPLAINED[name] for name in option.names if name in EXPLAINED), "")
    more = f" ([more](../{where}))" if where else ""
    return f"| `{_cell(option.written)}` | {_cell(option.about)}{more} |"


def _keys_page(rules: Mapping[str, type[Rule]]) -> str:
    properties = ConfigFile.model_json_schema()["properties"]
    headings = _HEADING.findall(CONFIGURATION.read_text(encoding="utf-8"))
    sections = {key: heading for heading in headings for key in heading.split(", ")}
    keys = [_key_row(key, known, sections[key]) for key, known in properties.items()]
    settings = [row for rule in rules.values() for row in _setting_rows(rule)]
    return "\n".join([KEYS_HEAD, *keys, SETTINGS_HEAD, *settings]) + "\n"


def _key_row(key: str, known: Mapping[str, Any], section: str) -> str:
    kinds = [kind for kind in known.get("anyOf", [known]) if kind.get("type") != "null"]
    values = dict.fromkeys(map(_value, kinds))
    default = DEFAULTS.get(key) or _default(Config._field_defaults[key.replace("-", "_")])
    anchor = section.replace(",", "").replace(" ", "-")
    cells = (f"[`{key}`](../configuration.md#{anchor})", " or ".join(values), default, _cell(known["description"]))
    return f"| {' | '.join(cells)} |"


def _value(kind: Mapping[str, Any]) -> str:
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    return VALUES[kind["type"]]


def _setting_rows(rule: type[Rule]) -> Iterator[str]:
    for name, setting in rule.settings().items():
        named = f"[{rule.name}](../rules/{rule.code}.md)"
        yield f"| {named} | `{shown(name)}` | {_default(setting.default)} | {_cell(setting.about)} |"


def _default(value: object) -> str:
    """Return a value as TOML has it; nothing for None and for an empty table."""
    if value is None or value == {}:
        return ""
    if isinstance(value, tuple):
        return f"`[{', '.join(map(_toml, value))}]`"
    return f"`{_toml(value)}`"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
