"""The literal that every match of a regular expression contains."""

from __future__ import annotations

from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

OPENING_WORTH = 4
"""Letters more that a run has to have to be as rare as one that opens a line."""


def required_literal(pattern: str) -> str:
    r"""Return the run of letters that each match must hold and that is likely the rarest, folded; may be empty.

    It is the longest, and one that opens a line is better: it begins with a line break. Looks through groups and
    required repeats, never into alternatives. Raises re.error.

    >>> [required_literal(pattern) for pattern in ("read our .{1,60} live ?blog", "^sign up .{1,50}letter")]
    ['read our ', '\nsign up ']
    """
    runs = [""]
    _collect(parser.parse(pattern), runs)
    return max(runs, key=_worth).lower()


def _worth(run: str) -> int:
    return len(run.strip()) + OPENING_WORTH * (len(run) > 1 and run[0] == "\n")


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
        elif operation is codes.AT:
            runs[-1] = runs[-1] or ("\n" if argument is codes.AT_BEGINNING else "")
        else:
            runs.append("")
