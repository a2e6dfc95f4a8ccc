"""All formats: those of the program, those of packages, and those that a program registers."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from scrapelint.readers.compressions import ENDINGS
from scrapelint.readers.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "scrapelint.formats"
"""Entry points under which packages name their formats, each as `module:Class`."""

USUAL = ("text", "json_lines")
"""Modules that are asked first: most files are of these, and to import one of the others takes some milliseconds."""

_registered: list[Format] = []


def register(kind: type[Format]) -> type[Format]:
    """Let files of another format be read, in this process and in those that it forks; returns the class."""
    _registered.append(kind())
    _with_ending.cache_clear()
    return kind


def unregister(kind: type[Format]) -> None:
    """Forget a format that was registered."""
    _registered[:] = [known for known in _registered if type(known) is not kind]
    _with_ending.cache_clear()


def formats() -> Iterator[Format]:
    """Yield all formats that are known; packages are asked last, since that takes time."""
    yield from _own()
    yield from _registered
    yield from _installed()


def format_of(name: str) -> tuple[Format | None, str]:
    """Return format and compression of a file by its name; None where the ending says nothing."""
    stem, ending = os.path.splitext(os.path.basename(name).lower())  # noqa: PTH119, PTH122
    compression = ENDINGS.get(ending, "")
    if compression:
        ending = os.path.splitext(stem)[1]  # noqa: PTH122
    return _with_ending(ending), compression


def standing_for(use: str) -> Format:
    """Return the format of what has no name that says it: of a `file`, or a `stream` of records."""
    return next(kind for kind in formats() if kind.stands_for == use)


@cache
def _with_ending(ending: str) -> Format | None:
    return next((kind for kind in formats() if ending and ending in kind.endings), None)


def _own() -> Iterator[Format]:
    """Yield an object of each class that a module in `formats` has; a module is imported when it is come to."""
    return (kind for name in _modules() for kind in _in_module(name))


@cache
def _modules() -> list[str]:
    """Return the names of the modules: the usual ones, then the others by name."""
    folder = import_module("scrapelint.readers.formats")
    found = [entry.name for path in folder.__path__ for entry in os.scandir(path) if entry.name.endswith(".py")]
    others = {name[:-3] for name in found if not name.startswith("_")}.difference(USUAL)
    return [f"{folder.__name__}.{name}" for name in (*USUAL, *sorted(others))]


@cache
def _in_module(name: str) -> list[Format]:
    return [kind() for kind in _classes(import_module(name))]


def _classes(module: object) -> Iterator[type[Format]]:
    for value in vars(module).values():
        is_own = isinstance(value, type) and value.__module__ == getattr(module, "__name__", "")
        if is_own and issubclass(value, Format) and "endings" in vars(value):
            yield value


@cache
def _installed() -> list[Format]:
    from scrapelint.selection.entry_points import entry_points

    found = []
    for point in entry_points(GROUP):
        module, _, name = point.value.partition(":")
        found.append(getattr(import_module(module), name)())
    return found
