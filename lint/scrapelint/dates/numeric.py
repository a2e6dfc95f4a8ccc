"""Dates of numbers alone, and in which order they have to be read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scrapelint.dates import shapes
from scrapelint.dates.calendars import BUDDHIST_OFFSET, BUDDHIST_YEARS, PERSIAN_YEARS, from_persian
from scrapelint.dates.found import FoundDate
from scrapelint.dates.years import full_year, is_year
from scrapelint.finding import Span

if TYPE_CHECKING:
    import re

    from scrapelint.dates.found import Order
    from scrapelint.dates.names import Language

MONTH_MAYBE_FIRST = frozenset({"en", "tl", "so", "zu", "xh", "kn"})
"""Languages some of whose countries write the month first."""
YEAR_FIRST = frozenset({"zh", "ja", "ko", "hu", "eu", "ne"})
"""Languages that write a year of two digits first."""


def read(text: str, start: int, language: Language) -> FoundDate | None:
    """Return the date of numbers that begins here, or None."""
    match = shapes.NUMERIC.match(text, start)
    if not match:
        return _range(text, start, language)
    a, c = match["a"], match["c"]
    before = text[start - 1 : start]
    if before in {"/", "="} or (len(c) < 4 and "A" <= before <= "z"):
        return None
    if len(a) == 4:
        return _year_first(match, int(a), language) if len(c) <= 2 else None
    return None if len(a) == 3 or len(c) == 1 else _year_last(match, language)


def _range(text: str, start: int, language: Language) -> FoundDate | None:
    """Return the date of a range whose month or year is only after its last day, or None."""
    match = shapes.RANGE.match(text, start)
    last = match and shapes.NUMERIC.match(text, match.end()) and read(text, match.end(), language)
    if not match or not last or last.order != "dmy" or last.day is None or not 1 <= int(match["day"]) < last.day:
        return None
    if match["month"] and int(match["month"]) != last.month:
        return None
    return last._replace(span=Span(start, last.span.end), day=int(match["day"]), until=last.value, other=None)


def _is_short(separator: str, first: str, second: str) -> bool:
    """Tell whether two digits may be a year after these numbers: 1.2.10 is rather a version."""
    return "/" in separator or len(first) == 2 or len(second) == 2 or separator.endswith(" ") or int(first) > 3


def _year_first(match: re.Match[str], year: int, language: Language) -> FoundDate | None:
    month, day, span = int(match["b"]), int(match["c"]), Span(*match.span())
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year in PERSIAN_YEARS and language() in {"fa", "ps"}:
        there = from_persian(year, month, day)
        return FoundDate(span, "ymd", there.year, there.month, there.day, calendar="persian") if there else None
    if year in BUDDHIST_YEARS:
        return FoundDate(span, "ymd", year - BUDDHIST_OFFSET, month, day, calendar="buddhist")
    return FoundDate(span, "ymd", year, month, day) if is_year(year) else None


def _year_last(match: re.Match[str], language: Language) -> FoundDate | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["c"]) == 2:
        if "-" in match["sep"] or not _is_short(match["sep"], match["a"], match["b"]):
            return None
        if first > 12 and language() in YEAR_FIRST:
            return _year_first(match, full_year(first), language)
        year = full_year(year)
    if not is_year(year):
        return None
    year -= BUDDHIST_OFFSET if year in BUDDHIST_YEARS else 0
    return _of_parts(match, first, second, year, language)


def _of_parts(match: re.Match[str], first: int, second: int, year: int, language: Language) -> FoundDate | None:
    """Return the date of two numbers and a year after them, with its second reading where both may be the month."""
    span = Span(*match.span())
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if second > 12:
        return FoundDate(span, "mdy", year, first, second)
    found = FoundDate(span, "dmy", year, second, first)
    return in_either_order(found, match["sep"]) if _may_swap(language) else found


def in_either_order(found: FoundDate, written: str) -> FoundDate:
    """Return a date of numbers, the day first, with its second reading where both may be the month; dots part none."""
    year, month, day = found.year, found.month, found.day
    if found.order != "dmy" or found.named or found.until or "." in written:
        return found
    return found._replace(other=date(year, day, month)) if year and month and day and month != day <= 12 else found


def _may_swap(language: Language) -> bool:
    """Tell whether the month may be first in this language, or nobody knows the language."""
    here = language()
    return here is None or here in MONTH_MAYBE_FIRST


def in_order(found: FoundDate, order: Order) -> FoundDate:
    """Return an ambiguous date as read in this order."""
    if found.other is None:
        return found
    if order == "dmy":
        return found._replace(other=None)
    return found._replace(order="mdy", month=found.other.month, day=found.other.day, other=None)
