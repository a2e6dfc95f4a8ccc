"""Severity and settings of a rule, checked as a user wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.errors import ConfigError, suggestion
from scrapelint.finding import Severity

if TYPE_CHECKING:
    from scrapelint.rule import Rule, Setting

_TYPES = {bool: "true or false", int: "a whole number", float: "a number", str: "a string", tuple: "a list of strings"}


def checked_severity(value: object, place: str) -> Severity:
    """Return the severity of this name; raises ConfigError for any other value."""
    labels = [severity.label for severity in Severity]
    if value not in labels:
        msg = f'{place}: unknown severity "{value}"{suggestion(str(value), labels) or "; info, warning or error"}'
        raise ConfigError(msg)
    return Severity.of(str(value))


def checked_setting(rule: type[Rule], key: str, value: Any, place: str) -> tuple[str, Any]:
    """Return name and value of a rule's setting; raises ConfigError for a wrong name, type or range."""
    settings = rule.settings()
    name = key.replace("-", "_")
    if name not in settings:
        known = [shown(known) for known in settings]
        hint = suggestion(key, ["severity", *known]) or f"; it has {', '.join(['severity', *known])}"
        msg = f'{place}: {rule.code} {rule.name} has no setting "{key}"{hint}'
        raise ConfigError(msg)
    return name, _checked(settings[name], value, f"{place}: {key}")


def shown(name: str) -> str:
    """Return the name of a setting as configuration files write it."""
    return name.replace("_", "-")


def _checked(setting: Setting[Any], value: Any, where: str) -> Any:
    wanted = type(setting.default)
    if wanted is float and type(value) is int:
        value = float(value)
    if wanted is tuple and isinstance(value, list):
        value = tuple(value)
    if type(value) is not wanted:
        msg = f"{where} has to be {_TYPES[wanted]}, not {value!r}"
        raise ConfigError(msg)
    if setting.minimum is not None and value < setting.minimum:
        msg = f"{where} has to be at least {setting.minimum}, not {value}"
        raise ConfigError(msg)
    if setting.maximum is not None and value > setting.maximum:
        msg = f"{where} has to be at most {setting.maximum}, not {value}"
        raise ConfigError(msg)
    return value
