"""Years of other calendars, as years of the Gregorian one."""

from __future__ import annotations

from datetime import date, timedelta

BUDDHIST_OFFSET = 543
"""Years by which the Buddhist calendar is ahead of the Gregorian one."""
BUDDHIST_YEARS = range(2443, 2643)
"""Of the 20th and 21st century."""
PERSIAN_YEARS = range(1300, 1500)
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of a Japanese era."""

_PERSIAN_EPOCH = date(622, 3, 20)
"""The day before the first of the first Persian year, counted back by that cycle."""


def from_persian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Persian one; None where there is no such day.

    Leap years follow the cycle of 33 years, which agrees with the calendar of Iran from 1178 to 1633.
    """
    if not (1 <= month <= 12 and 1 <= day <= _persian_month_days(year, month)):
        return None
    before = year - 1
    leaps = (8 * before + 29) // 33
    days = before * 365 + leaps + 31 * (month - 1) - max(0, month - 7) + day
    return _PERSIAN_EPOCH + timedelta(days=days)


def _persian_month_days(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or _is_persian_leap(year) else 29


def _is_persian_leap(year: int) -> bool:
    return (8 * year + 29) // 33 > (8 * (year - 1) + 29) // 33
