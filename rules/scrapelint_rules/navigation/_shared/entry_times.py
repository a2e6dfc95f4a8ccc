"""The times of day that head the entries of a live blog."""

from __future__ import annotations

from scrapelint.plugin import regex

TIME_OF_DAY = r"(?:[01]?\d|2[0-3])[:.h][0-5]\d"
"""Part of an expression: hour and minute, as in 21:07, 9.30 and 18h15."""

_UNIT = r"(?:\s?(?:Uhr|uur|h|[ap]\.?m\.?))?"
_OPENING = regex(rf"\s{{0,3}}{TIME_OF_DAY}{_UNIT}(?=\s|$)")
_ALONE = regex(rf"\s{{0,3}}(?:[^\W\d_]{{4,12}}, )?{TIME_OF_DAY}{_UNIT}\s{{0,9}}$")


def opens_with_time(text: str) -> bool:
    """Tell whether a line begins with a time: "21:07 The mayor speaks"."""
    return _OPENING.match(text) is not None


def is_time(text: str) -> bool:
    """Tell whether a line is a time, perhaps with the name of its day: "Monday, 21:07"."""
    return _ALONE.match(text) is not None
