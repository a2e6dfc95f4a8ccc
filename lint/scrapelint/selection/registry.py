"""All installed rules, by code, found through the entry points `scrapelint.rules`."""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.errors import PluginError
from scrapelint.packs.cache import phrases_of
from scrapelint.rule import Rule
from scrapelint.selection.entry_points import entry_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from scrapelint.packs.matcher import Phrases

GROUP = "scrapelint.rules"
CODE = re.compile(r"[A-Z]{3}\d{3}")


class Registry(NamedTuple):
    """What is installed."""

    rules: Mapping[str, type[Rule]]
    """By code, in code order."""
    pack_files: Sequence[str]
    """Paths of the packs of all plugins."""

    @property
    def pack_paths(self) -> list[Path]:
        """The same, for those who read them."""
        from pathlib import Path  # a hook finds them compiled, and pathlib is slow to import

        return [Path(path) for path in self.pack_files]

    def phrases(self) -> Phrases:
        """Return the phrases of all packs; raises PackError for a pack that is not valid."""
        return phrases_of(self.pack_files)


def discover() -> Registry:
    """Return the rules and packs of every installed plugin; the built-in ones are one of them.

    Raises PluginError, naming the plugin, where one cannot be imported or two share a code.
    """
    rules: dict[str, type[Rule]] = {}
    paths: list[str] = []
    for point in entry_points(GROUP):
        module = _import(point.name, point.value)
        for rule in module.RULES:
            _add(rules, rule, point.name)
        paths += pack_files(module)
    return Registry(dict(sorted(rules.items())), paths)


def rules_in(package: ModuleType) -> tuple[type[Rule], ...]:
    """Return the rules defined in the modules below a package, in code order.

    A plugin writes `RULES = rules_in(sys.modules[__name__])`: a new rule is then one new file.
    """
    names = [name for folder in package.__path__ for name in _modules_below(folder, package.__name__)]
    found = [rule for name in names for rule in _defined(import_module(name))]
    return tuple(sorted(found, key=lambda rule: rule.code))


def pack_files(module: ModuleType) -> list[str]:
    """Return the paths of the packs of a plugin: `packs/*.toml` beside its `__init__.py`."""
    folder = os.path.join(os.path.dirname(str(module.__file__)), "packs")  # noqa: PTH118, PTH120
    names = os.listdir(folder) if os.path.isdir(folder) else []  # noqa: PTH112, PTH208
    return [os.path.join(folder, name) for name in sorted(names) if name.endswith(".toml")]  # noqa: PTH118


def _modules_below(folder: str, package: str) -> Iterator[str]:
    """Yield the names of the modules in a folder and its packages; `pkgutil` would import `inspect` for it."""
    with os.scandir(folder) as found:
        inside = sorted(found, key=lambda item: item.name)
    for item in inside:
        stem, ending = os.path.splitext(item.name)  # noqa: PTH122
        if ending == ".py" and stem != "__init__":
            yield f"{package}.{stem}"
        elif os.path.isfile(os.path.join(item.path, "__init__.py")):  # noqa: PTH113, PTH118
            yield from _modules_below(item.path, f"{package}.{item.name}")


def _defined(module: ModuleType) -> Iterator[type[Rule]]:
    for value in vars(module).values():
        if not isinstance(value, type) or not issubclass(value, Rule) or value.__module__ != module.__name__:
            continue
        if "code" in vars(value):
            yield value


def _import(name: str, module: str) -> ModuleType:
    try:
        return import_module(module)
    except Exception as error:
        msg = f'plugin "{name}": cannot import {module}: {type(error).__name__}: {error}'
        raise PluginError(msg) from error


def _add(rules: dict[str, type[Rule]], rule: type[Rule], plugin: str) -> None:
    if not CODE.fullmatch(rule.code):
        msg = f'plugin "{plugin}": {rule.__name__} has code {rule.code!r}; three capitals and three digits are needed'
        raise PluginError(msg)
    known = rules.setdefault(rule.code, rule)
    if known is not rule:
        msg = f'plugin "{plugin}": {rule.__module__}.{rule.__name__} and {known.__module__} both have code {rule.code}'
        raise PluginError(msg)
