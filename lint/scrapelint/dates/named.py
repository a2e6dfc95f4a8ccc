"""Dates whose month is a word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.dates import shapes
from scrapelint.dates.calendars import BUDDHIST_OFFSET, BUDDHIST_YEARS, PERSIAN_YEARS, from_persian
from scrapelint.dates.found import FoundDate
from scrapelint.dates.names import key, names
from scrapelint.dates.years import full_year, is_year
from scrapelint.finding import Span

if TYPE_CHECKING:
    import re
    from datetime import date

    from scrapelint.dates.found import Calendar, Order
    from scrapelint.dates.names import Language

_NUMBERED = frozenset({"tháng", "thg"})
"""What Vietnamese writes before the number of a month."""


class Month(NamedTuple):
    """A month that a word names, and how much of the word does."""

    number: int
    length: int
    calendar: Calendar = "gregorian"


def day_first(text: str, start: int, language: Language) -> FoundDate | None:
    """Return a date that begins with its day here, as in 18 June 2023, or None."""
    match = shapes.DAY_FIRST.match(text, start)
    if not match:
        return None
    if not may_be_month(match["month"]):
        return _numbered(text, start) if match["month"].lower() in _NUMBERED else None
    month = month_of(match["month"], language)
    if not month:
        return None
    if text[max(0, start - 3) : start].strip() == f"{int(match['day']) - 1:02}":
        return None  # the last days of a calendar sheet, and the month of the next
    end = match.start("month") + month.length
    after = shapes.YEAR_AFTER.match(text, end)
    return _dated(match, month, after, Span(start, end), "dmy")


def month_first(text: str, start: int, word: str, number: int, language: Language) -> FoundDate | None:
    """Return a date that begins with this word for its month, the next number at `number`, or None."""
    month = month_of(word, language)
    if not month or month.length < len(word.rstrip(".")):
        return None
    end = start + month.length
    match = shapes.DAY_SECOND.match(text, end)
    if match and match.start("day") == number:
        return _dated(match, month, shapes.YEAR_AFTER.match(text, match.end()), Span(start, match.end()), "mdy")
    alone = shapes.YEAR_ALONE.match(text, end)
    if not alone or not is_year(int(alone["year"])):
        return None
    return FoundDate(Span(start, alone.end()), "my", _plain_year(int(alone["year"])), month.number, named=True)


def year_first(text: str, start: int, language: Language) -> FoundDate | None:
    """Return a date that begins with its year here, as in 2024. augusztus 4., or None."""
    match = shapes.YEAR_FIRST.match(text, start)
    if not match or not is_year(int(match["year"])):
        return None
    if not may_be_month(match["month"] or match["month2"]):
        return None
    month = month_of(match["month"] or match["month2"], language)
    day = int(match["day"] or match["day2"])
    if not month or not 1 <= day <= 31 or month.calendar != "gregorian":
        return None
    order: Order = "ymd" if match["month"] else "ydm"
    end = match.end() if match["month"] else match.start("month2") + month.length
    found = FoundDate(Span(start, end), order, int(match["year"]), month.number, day, named=True)
    return found._replace(until=_until(match["until"] or match["until2"], found))


@lru_cache(maxsize=8192)
def may_be_month(word: str) -> bool:
    """Tell whether a word, or the part before its first dot, is a month in some language."""
    known, name = names(), key(word)
    if name in known.months or name in known.persian:
        return True
    before, dot, _ = word.partition(".")
    return dot != "" and may_be_month(before)


def month_of(word: str, language: Language) -> Month | None:
    """Return the month that a word names, or that the part before its first dot does."""
    known = names()
    for part in (word, word.partition(".")[0]):
        name = key(part)
        number = known.month(name, language)
        if number:
            return Month(number, len(part))
        if name in known.persian:
            return Month(int(known.persian[name]), len(part), "persian")
    return None


def _numbered(text: str, start: int) -> FoundDate | None:
    match = shapes.NUMBERED_MONTH.match(text, start)
    if not match or not (1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12):
        return None
    year = int(match["year"]) if match["year"] else None
    order: Order = "dmy" if year else "dm"
    found = FoundDate(Span(*match.span()), order, year, int(match["month"]), int(match["day"]))
    return found._replace(until=_until(match["until"], found))


def _dated(
    match: re.Match[str], month: Month, after: re.Match[str] | None, span: Span, order: Order
) -> FoundDate | None:
    """Return the date of a day, a month and perhaps a year after them."""
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    year = _year(after)
    if after and year:
        span = Span(span.start, after.end())
    else:
        order = "dm" if order == "dmy" else "md"
    found = FoundDate(span, order, year, month.number, day, named=True)
    if month.calendar == "persian":
        return _persian(found)
    found = _buddhist(found)
    return found._replace(until=_until(match["until"], found))


def _year(after: re.Match[str] | None) -> int | None:
    if not after:
        return None
    if after["short"]:
        return full_year(int(after["short"]))
    year = int(after["year"] or after["glued"])
    return year if is_year(year) or year in PERSIAN_YEARS else None


def _plain_year(year: int) -> int:
    return year - BUDDHIST_OFFSET if year in BUDDHIST_YEARS else year


def _buddhist(found: FoundDate) -> FoundDate:
    if found.year not in BUDDHIST_YEARS or found.year is None:
        return found
    return found._replace(year=found.year - BUDDHIST_OFFSET, calendar="buddhist")


def _persian(found: FoundDate) -> FoundDate | None:
    """Return a date of the Persian calendar by its Gregorian day; None where it has no year."""
    if found.year not in PERSIAN_YEARS or not (found.year and found.month and found.day):
        return None
    day = from_persian(found.year, found.month, found.day)
    return found._replace(year=day.year, month=day.month, day=day.day, calendar="persian") if day else None


def _until(last: str | None, found: FoundDate) -> date | None:
    """Return the last day of a range within a month."""
    return found._replace(day=int(last)).value if last and found.day and int(last) > found.day else None
