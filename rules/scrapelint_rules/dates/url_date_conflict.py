"""DAT005 url-date-conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint import Bad, DocumentRule, Good, Setting, Severity, regex
from scrapelint_rules.dates._shared.wording import day_name, distance, month_name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from scrapelint import Document, Finding

_PATH_DATE = regex(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2])(?:/(?P<day>0?[1-9]|[12]\d|3[01]))?(?=/|$)"
    r"|[/_-](?P<year2>20\d\d)-(?P<month2>0[1-9]|1[0-2])-(?P<day2>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
    r"|/(?P<year3>20\d\d)(?P<month3>0[1-9]|1[0-2])(?P<day3>0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
)


class Days(NamedTuple):
    """The days that an address may mean, both ends inclusive."""

    first: date
    last: date
    written: str


class UrlDateConflict(DocumentRule):
    """The address holds another day or month than the scraper's date.

    Why it matters: the address is made when an article is published, and stays. A date far from it is that of an
    update, of the crawl, or wrong.

    What to do: believe the address, most times.
    """

    code, name, severity = "DAT005", "url-date-conflict", Severity.ERROR
    max_days = Setting(2, "days between address and date: time zones, and drafts", minimum=0)
    warn_days = Setting(31, "days: up to so many apart it is a warning, not an error", minimum=0)
    examples = (
        Bad("Port open.", fields={"url": "https://larn.example/2019/03/05/port-opens", "date": "2021-04-02"}, field="date"),
        Bad("Port open.", fields={"url": "https://larn.example/2019/03/port-opens", "date": "2019-05-20"}, field="date"),
        Bad("Hafen offen.", fields={"url": "https://larn.example/a/2019-03-05-hafen-offen.html", "date": "05.05.2019"}, field="date"),
        Bad("Port otwarty.", fields={"url": "https://larn.example/wiadomosci/20190305/port", "date": "2019-03-15"}, field="date"),
        Good("Port open.", fields={"url": "https://larn.example/2019/03/05/port-opens", "date": "2019-03-06T01:10:00Z"}),
        Good("Port open.", fields={"url": "https://larn.example/2019/03/port-opens", "date": "2019-03-31"}),
        Good("Hafen offen.", fields={"url": "https://larn.example/saison/2018/19/hafen", "date": "2019-03-31"}, why="no month"),
        Good("Port open.", fields={"url": "https://larn.example/p/20193105", "date": "2021-03-31"}, why="a number, no date"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the conflict of the date with the address."""
        given = doc.field_date("date")
        url = doc.article.get("url")
        if given is None or given.value is None or not url:
            return
        days = _days(url)
        if days is None:
            return
        nearest = min(max(given.value, days.first), days.last)
        apart = abs((given.value - nearest).days)
        if apart > self.max_days:
            yield self.finding(
                f'the address says {days.written}, field "date" {day_name(given.value)}: {distance(given.value, nearest)}',
                confidence=0.9,
                evidence={"url": url, "field_date": given.value.isoformat(), "days": apart},
                field="date",
                at_most=Severity.WARNING if apart <= self.warn_days else Severity.ERROR,
            )


def _days(url: str) -> Days | None:
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
