"""How messages and evidence name dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from scrapelint.plugin import Document, FoundDate

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_ROLES = {"published": "publication line", "updated": "update line", "line": "date line", "header": "page header"}


def day_name(day: date) -> str:
    """Return a day as messages write it: 18 June 2023."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def month_name(month: int) -> str:
    """Return the English name of a month, counted from 1."""
    return _MONTHS[month - 1]


def distance(first: date, second: date) -> str:
    """Return how far two days are apart, in words."""
    days = abs((first - second).days)
    return "1 day apart" if days == 1 else f"{days} days apart"


def place(doc: Document, found: FoundDate) -> str:
    """Return role and wording of a date of the text, as messages name them."""
    return f'{_ROLES.get(found.role, found.role)} "{written(doc, found)}"'


def written(doc: Document, found: FoundDate) -> str:
    """Return a date as it is in the text."""
    start, end = found.whole or found.span
    return " ".join(doc.text[start:end].split())


def swapped(found: FoundDate, day: date) -> bool:
    """Tell whether a date means this day once day and month change places."""
    return (found.year, found.month, found.day) == (day.year, day.day, day.month) and day.day != day.month


def agreeing_reading(doc: Document, found: FoundDate, day: date) -> str:
    """Return the reading under which a date of the text and a given day agree; empty where there is none."""
    if not swapped(found, day):
        return ""
    text = doc.text[found.span.start : found.span.end]
    if found.named:
        return f"{day.isoformat()} read as year-day-month"
    return f"{text} read as {'day/month' if found.order == 'mdy' else 'month/day'}"
