"""Which project a file belongs to, and its path there."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import NamedTuple

ACCEPTED_FILE = ".scrapelint-accepted.jsonl"
"""Findings that the project has accepted; the folder that it lies in is the project's."""

MARKERS = (ACCEPTED_FILE, ".git")
"""What makes a folder a project's: its accepted findings, or its repository."""

MAX_FOLDERS = 10_000
"""Folders that are remembered, some megabytes: a table may name millions."""


class Place(NamedTuple):
    """A file in its project."""

    root: str
    """Folder of the project, absolute."""
    path: str
    """The file from there, with slashes."""


def place_of(filename: str, default: str) -> Place:
    """Return the place of a file, however its name is spelled; `default` is the root where no folder above is one."""
    given, name = os.path.split(filename)
    folder = _real(given)
    root = _root(folder) or _real(default)
    if filename == "-":
        return Place(root, filename)
    below = folder.removeprefix(root.rstrip(os.sep))
    if len(below) < len(folder) and below[:1] in ("", os.sep):
        path = f"{below}{os.sep}{name}".lstrip(os.sep)
    else:
        path = os.path.relpath(os.path.join(folder, name), root)  # noqa: PTH118
    return Place(root, path.replace(os.sep, "/"))


def forget() -> None:
    """Look at the folders anew: a project may have come into being."""
    _real.cache_clear()
    _root.cache_clear()


@lru_cache(MAX_FOLDERS)
def _real(folder: str) -> str:
    return os.path.realpath(folder or ".")


@lru_cache(MAX_FOLDERS)
def _root(folder: str) -> str:
    """Return the nearest folder above, or the folder itself, that is a project's; empty where there is none."""
    if any(os.path.exists(os.path.join(folder, name)) for name in MARKERS):  # noqa: PTH110, PTH118
        return folder
    above = os.path.dirname(folder)  # noqa: PTH120
    return "" if above == folder else _root(above)
