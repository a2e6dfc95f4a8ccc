"""Dates in a text: found by their numbers, read in seventy languages, with precision and role."""

from __future__ import annotations

from scrapelint.dates.ages import Age, read_age
from scrapelint.dates.found import Clock, FoundDate
from scrapelint.dates.names import weekdays_in
from scrapelint.dates.reading import dates_of, find_dates, read_date

__all__ = ["Age", "Clock", "FoundDate", "dates_of", "find_dates", "read_age", "read_date", "weekdays_in"]
