"""Globs of files, as configuration writes them."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from functools import lru_cache

MAX_FOLDERS = 10_000
"""Folders whose path from a root is remembered, some megabytes: the files of one ask for the same again and again."""
_NO_NAMES = ("", ".", "..")


def matches(path: str, glob: str, root: str = ".") -> bool:
    """Tell whether a path's name, the path from `root`, or a folder above it matches a glob."""
    glob = glob.rstrip("/")
    relative = _relative(path, root)
    name = relative.rpartition("/")[2]
    return fnmatch(name, glob) or fnmatch(relative, glob) or fnmatch(relative, glob + "/*")


def _relative(path: str, root: str) -> str:
    """Return the path from a root, with slashes; of one that is not below it, all is worked out."""
    folder, name = os.path.split(path)
    from_root = _folder_from(folder, root, os.getcwd())  # noqa: PTH109
    if name in _NO_NAMES or from_root.startswith("../"):
        return os.path.relpath(path, root).replace(os.sep, "/")
    return from_root + name


@lru_cache(MAX_FOLDERS)
def _folder_from(folder: str, root: str, _here: str) -> str:
    """Return the path of a folder from a root, with a slash at its end; nothing for the root itself."""
    found = os.path.relpath(folder or ".", root).replace(os.sep, "/")
    return "" if found == "." else f"{found}/"
