"""DAT003 future-date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, regex
from scrapelint_rules.dates._shared.wording import day_name, distance, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, FoundDate

_SHORT_YEAR = regex(r"\s{0,9}(\d\d)([./])(0[1-9]|1[0-2])\2([0-3]\d)(?!\d)")
"""Two digits three times over, of which the first may be the year."""


class FutureDate(DocumentRule):
    """A publication date after the day of the crawl, or after today.

    Why it matters: nothing is scraped before it is published. Day and month changed places, an event was taken for the
    publication, or the field is made up; splits by time then leak.

    What to do: read the date from the page again. Give the day of the crawl in a field of its own: without it the day
    of the check is taken.
    """

    code, name, severity = "DAT003", "future-date", Severity.ERROR
    max_days = Setting(2, "days that a date may lie ahead: time zones, and issues dated forward", minimum=0)
    examples = (
        Bad("The port is open.", fields={"date": "2031-05-12", "crawled": "2024-05-13"}, field="date"),
        Bad("The port is open.", fields={"date": "2024-09-05", "crawled": "2024-05-13"}, field="date"),
        Bad("Veröffentlicht am ⟦5. September 2024⟧\n\nDer Hafen ist offen.", fields={"crawled": "2024-05-13"}),
        Bad("Publié le ⟦05/09/2024 à 10h⟧", fields={"crawled": "2024-05-13", "language": "fr"}),
        Good("The port is open.", fields={"date": "2024-05-12", "crawled": "2024-05-13"}),
        Good(
            "The port is open.", fields={"date": "2024-05-14", "crawled": "2024-05-13"}, why="a day ahead: a time zone"
        ),
        Good(
            "The port is open.",
            fields={"date": "5/9/24 22:35", "crawled": "2024-05-13"},
            why="the ninth of May, where the month stands first",
        ),
        Good("Hamnen är öppen.", fields={"date": "2024-05-12", "crawled": "5/13/24", "language": "sv"}),
        Good(
            "港は開いている。", fields={"date": "24/05/31 23:47", "crawled": "2024-06-02"}, why="the year stands first"
        ),
        Good("The port is open.", fields={"date": "23.11.27", "crawled": "2024-05-13"}, why="the same with dots"),
        Bad("The port is open.", fields={"date": "31/05/27", "crawled": "2024-05-13"}, field="date"),
        Bad("The port is open.", fields={"date": "8/9/24", "crawled": "2024-05-13", "language": "en"}, field="date"),
        Good("The port opens again on 5 September 2031.", fields={"crawled": "2024-05-13"}, why="an event to come"),
        Good("Der Hafen öffnet am 5. September 2031.", fields={"crawled": "2024-05-13"}, why="an event to come"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the field and the lines whose day had not come yet."""
        stated = [found for found in doc.dates if found.role in {"published", "updated"} and found.value]
        given = doc.field_date("date")
        if given and (day := self._ahead(given, doc.article.get("date"), doc)):
            reference, named = _reference(doc)
            message = f'field "date" is {day_name(day)}, after {named}: {distance(day, reference)}'
            evidence = {"kind": "field", "date": day.isoformat(), "reference": reference.isoformat()}
            yield self.finding(message, confidence=0.98, evidence=evidence, field="date")
        for found in stated:
            if day := self._ahead(found, doc.text[found.span.start : found.span.end], doc):
                reference, named = _reference(doc)
                message = f"{place(doc, found)} is {day_name(day)}, after {named}: {distance(day, reference)}"
                evidence = {
                    "kind": found.role,
                    "date": day.isoformat(),
                    "reference": reference.isoformat(),
                    "cue": found.cue,
                }
                yield self.finding(message, found.whole or found.span, confidence=0.95, evidence=evidence)

    def _ahead(self, found: FoundDate, written: str, doc: Document) -> date | None:
        """Return the day of a date that had not come yet, the first that it may mean; None where that one had."""
        day = min(found.readings(), default=None)
        return day if day and self._is_ahead(day, doc) and self._is_ahead(_year_first(written, day), doc) else None

    def _is_ahead(self, day: date, doc: Document) -> bool:
        crawled = _crawled(doc)
        return ((day - crawled).days if crawled else doc.days_to(day)) > self.max_days


def _year_first(written: str, day: date) -> date:
    """Return the day that a date of two digits each means where the year is first; the given day for any other."""
    match = _SHORT_YEAR.match(written)
    try:
        return date(2000 + int(match[1]), int(match[3]), int(match[4])) if match else day
    except ValueError:
        return day


def _reference(doc: Document) -> tuple[date, str]:
    """Return the day at which the article was there, and what messages call it."""
    crawled = _crawled(doc)
    return (crawled, f"the crawl on {day_name(crawled)}") if crawled else (doc.today, "today")


def _crawled(doc: Document) -> date | None:
    """Return the day of the crawl, the last that the field may mean."""
    crawled = doc.field_date("crawled")
    return max(crawled.readings(), default=None) if crawled else None
