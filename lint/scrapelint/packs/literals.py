"""The literal that every match of a regular expression contains."""

from __future__ import annotations

from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


def required_literal(pattern: str) -> str:
    """Return the longest run of letters that each match must hold, folded; may be empty.

    Looks through groups and required repeats, never into alternatives. Raises re.error.
    """
    runs = [""]
    _collect(parser.parse(pattern), runs)
    return max(runs, key=len).lower()


def _collect(items: Any, runs: list[str]) -> None:
    for operation, argument in items:
        if operation is codes.LITERAL:
            runs[-1] += chr(argument)
        elif operation is codes.SUBPATTERN:
            _collect(argument[-1], runs)
        elif operation in (codes.MAX_REPEAT, codes.MIN_REPEAT) and argument[0] > 0:
            runs.append("")
            _collect(argument[2], runs)
            runs.append("")
        elif operation is not codes.AT:
            runs.append("")
