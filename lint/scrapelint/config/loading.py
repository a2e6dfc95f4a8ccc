"""From a configuration file, inline lines and options to the values of a run."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from scrapelint.config.values import FILE_NAMES, Config, Origin
from scrapelint.errors import ConfigError
from scrapelint.resources.found_files import read_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAX_CHARS = 1_000_000
"""Longest file of configuration, in code points; a `pyproject.toml` beyond it has none."""


def nearest_file(folder: str) -> str | None:
    """Return the configuration file of a folder: its own, or that of the nearest folder above."""
    folder = os.path.abspath(folder)  # noqa: PTH100
    while True:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)  # noqa: PTH118
            if os.path.isfile(path) and (name != "pyproject.toml" or _has_table(path)):  # noqa: PTH113
                return path
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def load(path: str | None, inline: Iterable[str] = (), options: Mapping[str, Any] | None = None) -> Config:
    """Return the configuration of a file, then of `key = value` lines, then of options of the command.

    What comes later wins; tables are joined. Raises ConfigError with the place of what is wrong.
    Reads and imports nothing where there is no file and no line.
    """
    config = Config()
    for origin, folder in _origins(path, inline):
        from scrapelint.config.file import parse

        config = _joined(config, {**parse(origin, folder), "origins": (*config.origins, origin)})
        if origin.is_file:
            config = config._replace(root=folder)
    return _joined(config, _from_options(config, options or {}))


def _origins(path: str | None, inline: Iterable[str]) -> Iterator[tuple[Origin, str]]:
    if path:
        try:
            with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123
                text = file.read(MAX_CHARS + 1)
        except (OSError, UnicodeDecodeError) as error:
            msg = f"{path}: cannot be read as configuration: {getattr(error, 'strerror', None) or error}"
            raise ConfigError(msg) from error
        if len(text) > MAX_CHARS:
            raise ConfigError(f"{path}: cannot be read as configuration: larger than {MAX_CHARS / 1_000_000:g} MB")
        yield Origin(_short(path), text), os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
    for line in inline:
        yield Origin(f"--config {line!r}", line, is_file=False), "."


def _from_options(config: Config, options: Mapping[str, Any]) -> dict[str, Any]:
    given = {name: value for name, value in options.items() if value is not None}
    origins = tuple(
        Origin("--" + name.replace("_", "-"), repr(value), is_file=False)
        for name, value in given.items()
        if isinstance(value, (tuple, dict))
    )
    return {**given, "origins": (*origins, *config.origins)}


def _joined(config: Config, values: Mapping[str, Any]) -> Config:
    """Return the configuration with these values; tables and `extend` lists are joined."""
    joined = dict(values)
    for name, value in values.items():
        known = getattr(config, name)
        if isinstance(value, dict):
            joined[name] = {**known, **{k: _merged(known.get(k), v) for k, v in value.items()}}
        elif name.startswith("extend_"):
            joined[name] = (*known, *value)
    return config._replace(**joined)


def _merged(known: Any, value: Any) -> Any:
    return {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value


def _has_table(path: str) -> bool:
    try:
        text = read_found(path, MAX_CHARS).decode()
    except (OSError, UnicodeDecodeError):
        return False
    return bool(re.search(r"(?m)^[ \t]*\[\[?tool\.scrapelint(?![\w-])", text))


def _short(path: str) -> str:
    """Return a path relative to the current folder where it lies below it."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative
