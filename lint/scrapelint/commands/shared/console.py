"""Standard output and standard error."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from scrapelint.resources.addresses import REPOSITORY_URL
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.baseline.acceptance import Project
    from scrapelint.finding import Finding

REPORT = f"please report it: {REPOSITORY_URL}/issues"
"""What an error of the program itself ends with."""

_PLAIN = str.maketrans("│┃─━┌┐└┘├┤┬┴┼╭╮╰╯•×", "||--+++++++++++++*x")


def warn(message: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(f"scrapelint: {visible(message)}\n")


def tell_of_file(name: str, findings: Iterable[Finding]) -> None:
    """Print on standard error what is wrong with all records of a file."""
    for finding in findings:
        warn(f"{name}: {finding.message}")


def tell_merging(project: Project) -> None:
    """Say on standard error that a file of accepted findings is new, and how git merges it."""
    warn(f"{project.shown} is new; .gitattributes says that git keeps the lines of both sides in a merge")


@contextmanager
def output(
    path: str | None, *, silent: bool = False, machine: bool = False, other: bool = False, keeps: bool = False
) -> Iterator[TextIO]:
    """Open the stream for findings: a file, standard output, or nowhere; standard error where the `other` is taken.

    A file is replaced whole or not at all; where the run is broken off, only if what there is of it `keeps` its worth.

    Whatever is no terminal gets UTF-8. What the encoding of a terminal cannot write becomes a plain character where
    it is a line of a frame, else a backslash escape, which in JSON is the escape of the same code point.
    """
    if silent:
        yield io.StringIO()
    elif path is None:
        out = sys.stderr if other else sys.stdout
        if isinstance(out, io.TextIOWrapper):
            encoding = None if out.isatty() and not machine else "utf-8"
            codecs.register_error("scrapelint", _written)
            out.reconfigure(encoding=encoding, errors="scrapelint", newline="\n" if machine else None)
        yield out
        out.flush()
    else:
        from scrapelint.fixes.atomic import replacing

        with replacing(path, keeps=keeps) as file:
            out = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n")
            try:
                yield out
            finally:
                out.detach()


def _written(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what stands for characters that an encoding does not have."""
    if isinstance(error, UnicodeEncodeError):
        found = error.object[error.start : error.end].translate(_PLAIN)
        return found.encode("ascii", "backslashreplace").decode(), error.end
    return codecs.backslashreplace_errors(error)


def wants_color(when: str, out: TextIO) -> bool:
    """Tell whether to print colours: as told, else NO_COLOR, FORCE_COLOR, else on a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (out.isatty() and os.environ.get("TERM") != "dumb")
