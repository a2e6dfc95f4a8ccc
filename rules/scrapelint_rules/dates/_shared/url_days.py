"""The day or month that an address names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex
from scrapelint_rules.dates._shared.wording import day_name, month_name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

_PATH_DATE = regex(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2])(?:/(?P<day>0?[1-9]|[12]\d|3[01]))?(?=/|$)"
    r"|[/_-](?P<year2>20\d\d)-(?P<month2>0[1-9]|1[0-2])-(?P<day2>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
    r"|/(?P<year3>20\d\d)(?P<month3>0[1-9]|1[0-2])(?P<day3>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
)
MAX_WEEK_DAYS = 14
"""How many days an issue of a weekly may lie from the middle of the week whose number it has."""


class Days(NamedTuple):
    """The days that an address may mean, both ends inclusive."""

    first: date
    last: date
    written: str

    def may_be_week(self, day: date) -> bool:
        """Tell whether what is taken for a month may be the number of a week, near a day: weeklies count issues so."""
        from datetime import date

        week = date.fromisocalendar(self.first.year, self.first.month, 4)
        return self.first != self.last and abs((week - day).days) <= MAX_WEEK_DAYS


def days_of(url: str) -> Days | None:
    """Return the days that the path of an address names; None where it names none, or several."""
    matches = list(_PATH_DATE.finditer(url.partition("?")[0]))
    return _days_of(matches[0]) if len(matches) == 1 else None


def _days_of(match: re.Match[str]) -> Days | None:
    from datetime import date, timedelta

    year, month, day = (next((int(p) for p in parts if p), 0) for parts in _parts(match))
    try:
        if day:
            return Days(date(year, month, day), date(year, month, day), day_name(date(year, month, day)))
    except ValueError:
        return None
    next_month = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), next_month - timedelta(days=1), f"{month_name(month)} {year}")


def _parts(match: re.Match[str]) -> Iterator[tuple[str | None, ...]]:
    for part in ("year", "month", "day"):
        yield tuple(match[part + number] for number in ("", "2", "3"))
