"""Ages: times told by how long ago they are, as in "2 hours ago"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from scrapelint.dates import cues
from scrapelint.dates.names import names
from scrapelint.text.folding import fold
from scrapelint.text.lazy_regex import regex

MAX_CHARS = 60
"""Longest age with the word before it, in code points."""

_NUMBER = regex(r"\d{1,3}")
_EDGES = " \t\u00a0.,;:|()[]·•*+–—-"


class Age(NamedTuple):
    """How long ago something was, as written."""

    number: int
    unit: str
    """`second`, `minute`, `hour`, `day`, `week`, `month` or `year`."""


def read_age(text: str) -> Age | None:
    """Return the age that a text consists of, a word such as "updated" before it left aside; else None.

    >>> read_age("Updated 2 hours ago")
    Age(number=2, unit='hour')
    """
    folded = " ".join(fold(text).strip(_EDGES).split())
    match = _NUMBER.search(folded)
    if not match or len(folded) > MAX_CHARS:
        return None
    pattern = folded[: match.start()] + "{0}" + folded[match.end() :]
    unit = _units().get(pattern) or _unit_after_cue(pattern)
    return Age(int(match.group()), unit) if unit else None


@cache
def _units() -> dict[str, str]:
    """Return the unit of each pattern of an age."""
    return {pattern: unit for unit, patterns in names().ages.items() for pattern in patterns}


def _unit_after_cue(pattern: str) -> str | None:
    cue, _, rest = pattern.partition(" ")
    unit = _units().get(rest.lstrip(": "))
    return unit if unit and cues.nearest(cue, 0) else None
