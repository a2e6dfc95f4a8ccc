"""Globs of files, as configuration writes them."""

from __future__ import annotations

import os
from fnmatch import fnmatch


def matches(path: str, glob: str, root: str = ".") -> bool:
    """Tell whether a path's name, the path from `root`, or a folder above it matches a glob."""
    glob = glob.rstrip("/")
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    name = relative.rpartition("/")[2]
    return fnmatch(name, glob) or fnmatch(relative, glob) or fnmatch(relative, glob + "/*")
