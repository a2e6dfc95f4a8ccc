"""Files that nobody named: they lie beside articles, and may have come with them."""

from __future__ import annotations

import errno
import os
import stat


def read_found(path: str, max_bytes: int) -> bytes:
    """Return what a file holds.

    Raises OSError where it cannot be read, is no file, as a pipe that nobody writes to, or is larger.
    """
    with open(path, "rb", opener=_at_once) as file:  # pathlib is slow to import
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not a file", path)
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise OSError(errno.EFBIG, f"larger than {max_bytes / 1_000_000:g} MB", path)
    return data


def is_inside(path: str, folder: str) -> bool:
    """Tell whether a path, links followed, is in a folder or below it."""
    inside, real = os.path.realpath(folder), os.path.realpath(path)
    return real == inside or real.startswith(inside.rstrip(os.sep) + os.sep)


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for anybody who writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
