"""What mending changes, as the lines of a patch."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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
