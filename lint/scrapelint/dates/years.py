"""What may be a year, and what two digits stand for."""

from __future__ import annotations

from scrapelint.dates.calendars import BUDDHIST_YEARS

YEARS = range(1000, 2200)
"""Four digits that may be a year."""
LAST_SHORT = 69
"""Two digits up to this are of our century, as strptime has it."""


def is_year(number: int) -> bool:
    """Tell whether a number of four digits may be a year."""
    return number in YEARS or number in BUDDHIST_YEARS


def full_year(short: int) -> int:
    """Return the year that two digits stand for."""
    return short + (2000 if short <= LAST_SHORT else 1900)
