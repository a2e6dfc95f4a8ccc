"""DAT006 crawl-as-pub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity
from scrapelint_rules.dates._shared.stated_dates import PACKS, conflicts, days_of_crawl
from scrapelint_rules.dates._shared.wording import day_name, distance, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.dates._shared.stated_dates import StatedDate

_STORY = "The port of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier in the morning."


class CrawlAsPub(DocumentRule):
    """The day of the crawl given as the day of publication, for a text that is older.

    Why it matters: a scraper that finds no date often takes its own. Old articles then come in as new ones, and splits by
    time leak.

    What to do: take the date from the line that the message names, or leave it empty.
    """

    code, name, severity = "DAT006", "crawl-as-pub", Severity.WARNING
    packs = PACKS
    contradicts_field = True
    min_days = Setting(3, "days that the text has to be older than the crawl", minimum=1)
    examples = (
        Bad(f"Published: ⟦18 June 2023⟧\n\n{_STORY}", fields={"date": "2024-04-19", "crawled": "2024-04-19T10:00:00Z"}),
        Bad(f"Publié le ⟦18 juin 2023 à 16h33⟧\n\n{_STORY}", fields={"date": "2024-04-19", "crawled": "2024-04-19"}),
        Bad(
            f"Hafen offen\n\nVon Ann Lee\n⟦18.06.2023⟧\n\n{_STORY}",
            fields={"date": "19.04.2024", "crawled": "2024-04-19", "language": "de"},
        ),
        Good(
            f"Published: 12 August 2023\n\n{_STORY}",
            fields={"date": "8/12/23", "crawled": "2023-12-08"},
            why="one of the two days that the field may mean",
        ),
        Good(
            f"Published: 18 April 2024\n\n{_STORY}",
            fields={"date": "2024-04-19", "crawled": "2024-04-19"},
            why="a day apart",
        ),
        Good(f"Published: 18 June 2023\n\n{_STORY}", fields={"date": "2023-06-18", "crawled": "2024-04-19"}),
        Good(
            f"{_STORY}\n\nAm 18. Juni 2021 war das Lager abgebrannt, und seither fuhr hier kein einziges Schiff mehr ab.",
            fields={"date": "2024-04-19", "crawled": "2024-04-19"},
            why="an event",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the line that says when the article was published."""
        found = _conflict(doc)
        if found is None:
            return
        own, day = found
        days = (day - own.day).days
        if days >= self.min_days:
            yield self.finding(
                f'field "date" is the day of the crawl, {day_name(day)}; {place(doc, own.found)} is '
                f"{day_name(own.day)}: {distance(own.day, day)}",
                own.found.whole or own.found.span,
                confidence=0.9,
                evidence={"text_date": own.day.isoformat(), "field_date": day.isoformat(), "days": days},
            )


def _conflict(doc: Document) -> tuple[StatedDate, date] | None:
    """Return the date line that contradicts a day of the field that is the crawl's, and that day."""
    given = doc.field_date("date")
    crawled = days_of_crawl(doc, given) if given else ()
    if given is None or not crawled:
        return None
    return next(((own, day) for own, day in conflicts(doc, given) if day in crawled), None)
