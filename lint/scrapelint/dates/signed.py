"""Dates with characters for year, month and day: Chinese, Japanese and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.dates import shapes
from scrapelint.dates.calendars import ERAS
from scrapelint.dates.found import FoundDate
from scrapelint.dates.years import full_year, is_year
from scrapelint.finding import Span

if TYPE_CHECKING:
    import re

ERA_CHARS = 2
"""Length of the name of an era, in code points."""
FIRST = "元年"
"""The first year of an era."""


def read(text: str, start: int) -> FoundDate | None:
    """Return the date whose year or month is here, or None."""
    match = shapes.SIGNED.match(text, start)
    if not match:
        return _month(text, start)
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    found = FoundDate(Span(*match.span()), "md", None, month, day, named=True)
    found = _of_era(text, match, found) or _of_year(match, found)
    until = int(match["until"] or 0)
    return found._replace(until=found._replace(day=until).value) if until > day else found


def _of_year(match: re.Match[str], found: FoundDate) -> FoundDate:
    year = int(match["year"] or 0)
    if len(match["year"] or "") == 2:
        year = full_year(year)
    return found._replace(year=year, order="ymd") if is_year(year) else found


def _of_era(text: str, match: re.Match[str], found: FoundDate) -> FoundDate | None:
    """Return the date of a Japanese era, told by its name; one of a letter, as in R6, is left alone."""
    start = match.start()
    if match["year"]:
        name, number = text[max(0, start - ERA_CHARS) : start], int(match["year"])
    elif text[max(0, start - len(FIRST)) : start] == FIRST:
        start -= len(FIRST)
        name, number = text[max(0, start - ERA_CHARS) : start], 1
    else:
        return None
    if name not in ERAS:
        return None
    return found._replace(
        span=Span(start - ERA_CHARS, match.end()), year=ERAS[name] + number, order="ymd", calendar="japanese"
    )


def _month(text: str, start: int) -> FoundDate | None:
    match = shapes.SIGNED_MONTH.match(text, start)
    if not match or not (1 <= int(match["month"]) <= 12 and is_year(int(match["year"]))):
        return None
    return FoundDate(Span(*match.span()), "ym", int(match["year"]), int(match["month"]), named=True)
