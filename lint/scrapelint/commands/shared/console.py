"""Standard output and standard error."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from scrapelint.errors import UsageError
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator


def warn(message: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(f"scrapelint: {visible(message)}\n")


@contextmanager
def output(path: str | None, *, silent: bool = False, machine: bool = False, other: bool = False) -> Iterator[TextIO]:
    """Open the stream for findings: a file, standard output, or nowhere; standard error where the `other` is taken.

    What the encoding cannot write becomes a backslash escape, which in JSON is the escape of the
    same code point. Programs always get UTF-8.
    """
    if silent:
        yield io.StringIO()
    elif path is None:
        out = sys.stderr if other else sys.stdout
        if isinstance(out, io.TextIOWrapper):
            encoding = "utf-8" if machine else None
            out.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n" if machine else None)
        yield out
        out.flush()
    else:
        with _open(path) as file:
            yield file


def wants_color(when: str, out: TextIO) -> bool:
    """Tell whether to print colours: as told, else NO_COLOR, FORCE_COLOR, else on a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")


def _open(path: str) -> TextIO:
    try:
        return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123
    except OSError as error:
        msg = f"{path}: cannot be written: {(error.strerror or str(error)).lower()}"
        raise UsageError(msg) from error
