"""`scrapelint check --show-settings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.config.per_file import Configs
    from scrapelint.rule import Rule

_LEFT_OUT = {"origins", "root"}


def print_settings(configs: Configs, rules: Iterable[Rule]) -> None:
    """Print where the configuration comes from, its values, and the rules that it selects."""
    config = configs.run
    print(f"# {configs.path or 'no configuration file'}")
    for name, value in config._asdict().items():
        if name not in _LEFT_OUT:
            print(f"{name.replace('_', '-')} = {_toml(value)}")
    print("\n# rules")
    for rule in rules:
        changed = "".join(f", {k.replace('_', '-')} = {_toml(v)}" for k, v in rule.configured.items())
        print(f"{rule.code} {rule.name}: {rule.severity.label}{changed}")


def _toml(value: object) -> str:
    import json

    if value is None:
        return '"default"'
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
