"""DAT005 url-date-conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity
from scrapelint_rules.dates._shared.url_days import days_of
from scrapelint_rules.dates._shared.wording import day_name, distance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.dates._shared.url_days import Days


class UrlDateConflict(DocumentRule):
    """The address holds another day or month than the scraper's date.

    Why it matters: the address is made when an article is published, and stays. A date far from it is that of an
    update, of the crawl, or wrong.

    What to do: believe the address, most times. In the same year a number without a day may be that of an issue.
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
        Good("Port open.", fields={"url": "https://larn.example/2019/03/05/port", "date": "03/05/2019", "language": "en"}, why="month first"),
        Good("Hafen offen.", fields={"url": "https://larn.example/2021/04/hafen-offen", "date": "2021-01-23"}, why="the fourth week"),
        Good("Hafen offen.", fields={"url": "https://larn.example/saison/2018/19/hafen", "date": "2019-03-31"}, why="no month"),
        Good("Port open.", fields={"url": "https://larn.example/p/20193105", "date": "2021-03-31"}, why="a number, no date"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the conflict of the date with the address."""
        given = doc.field_date("date")
        url = doc.article.get("url")
        if given is None or given.value is None or not url:
            return
        days = days_of(url)
        if days is None:
            return
        # Of two readings of one date, the one that the address bears out is right.
        apart, nearest, day = min(_distance(day, days) for day in given.readings())
        if apart > self.max_days and not days.may_be_week(day):
            yield self.finding(
                f'the address says {days.written}, field "date" {day_name(day)}: {distance(day, nearest)}',
                confidence=0.9,
                evidence={
                    "kind": "day" if days.first == days.last else "month",
                    "url": url,
                    "field_date": day.isoformat(),
                    "days": apart,
                },
                field="date",
                at_most=Severity.WARNING if apart <= self.warn_days or _may_be_issue(days, day) else Severity.ERROR,
            )


def _distance(day: date, days: Days) -> tuple[int, date, date]:
    """Return how many days lie between a day and those of an address, the nearest of these, and the day."""
    nearest = min(max(day, days.first), days.last)
    return abs((day - nearest).days), nearest, day


def _may_be_issue(days: Days, day: date) -> bool:
    """Tell whether an address names a month of the same year, which may be an issue of that year."""
    return days.first != days.last and days.first.year == day.year
