"""What mending changes, as the lines of a patch."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEAD_LINES = 2
"""Lines at the start of a diff that name the files."""
_COLORS = {"-": "31", "+": "32", "@": "36"}


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff, each with its end; only a line feed ends one."""
    lines = difflib.unified_diff(_lines(before), _lines(after), name, name)
    for line in lines:
        yield line
        if not line.endswith("\n"):
            yield "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines of a text as patches know them: only a line feed ends one."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def painted(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of one diff for people: in colours, with what a terminal would obey to be seen."""
    for number, line in enumerate(lines):
        code = "1" if number < HEAD_LINES else _COLORS.get(line[0], "")
        shown = visible(line.strip("\n"))
        yield f"\033[{code}m{shown}\033[0m\n" if code and shown else f"{shown}\n"
