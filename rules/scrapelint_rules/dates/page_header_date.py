"""DAT011 page-header-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.dates._shared.wording import WEEKDAYS, day_name, distance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scrapelint.plugin import Document, Finding, FoundDate

MIN_DAYS = 2
"""How far a header has to be from a date of the article, in days."""
LEAD_PARAGRAPHS = 3
"""How many paragraphs are searched for weekdays."""
FRESH_DAYS = 1
"""News tells of today and yesterday: a weekday of the lead supports a header at most so many days later."""

_STORY = "The port of Larn opened again on Sunday after two weeks of repairs, the mayor told reporters at the pier in the morning."
_GESCHICHTE = (
    "Der Hafen von Larn ist am Sonntag nach zwei Wochen wieder geöffnet worden, wie der Bürgermeister am Kai sagte."
)


class PageHeaderDate(DocumentRule):
    """The day in the header of the page, that of the crawl, taken into the text above the headline.

    Why it matters: it reads like the date of the article, and dates it wrongly.

    What to do: remove the line. It is reported where the scraper's date, a date line or the weekdays of the first
    paragraphs speak against it, and none speaks for it.
    """

    code, name, severity = "DAT011", "page-header-date", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad(
            f"⟦| 17 May 2024, Friday |⟧\n\nPort of Larn open again\n\n{_STORY}",
            fixed=f"Port of Larn open again\n\n{_STORY}",
        ),
        Bad(f"⟦Friday, May 17, 2024⟧\n\nPort of Larn open again\n\n18 June 2023\n\n{_STORY}"),
        Bad(f"⟦Freitag, 17. Mai 2024⟧\n\nHafen von Larn wieder offen\n\n{_GESCHICHTE}"),
        Bad(f"⟦Friday, May 17, 2024⟧\n\nPort of Larn open again\n\n{_STORY}", fields={"date": "2023-06-18"}),
        Good(f"| 20 May 2024, Monday |\n\nPort of Larn open again\n\n{_STORY}", why="it opened the day before"),
        Good(
            f"Friday, May 17, 2024\n\nPort of Larn open again\n\n{_STORY}",
            fields={"date": "2024-05-17"},
            why="the date of the article",
        ),
        Good(
            f"Wednesday, May 8, 2024\n\nPort of Larn open again\n\n{_STORY}",
            fields={"date": "05/08/24"},
            why="one of the two days that the field may mean",
        ),
        Good("Freitag, 17. Mai 2024\n\nTag der offenen Tür im Hafen", why="no paragraph tells"),
        Good(
            f"Port of Larn open again\n\nThursday, May 23, 2024\n\n{_STORY}",
            why="below the headline it is the article's, which tells of the Sunday before",
        ),
        Good(
            f"Friday, May 17, 2024, 10:30\n\nPort of Larn open again\n\n{_STORY}",
            why="with its hour it is the article's",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the header that something contradicts and nothing supports."""
        for found in doc.dates[:1]:
            day = found.value
            if found.role != "header" or day is None or day.weekday() != found.weekday:
                continue
            against = _against(doc, found, day)
            if against:
                yield self.on_lines(
                    doc,
                    doc.line_at(found.span.start),
                    message=f"header of the page says {day_name(day)}; {against}",
                    confidence=0.85,
                    evidence={"date": day.isoformat(), "against": against},
                )


def _against(doc: Document, header: FoundDate, day: date) -> str:
    """Return what speaks against a header, or an empty string where nothing does, or something speaks for it."""
    given = doc.field_date("date")
    if given and given.value:
        nearest = min(given.readings(), key=lambda other: abs((other - day).days))
        is_far = abs((nearest - day).days) >= MIN_DAYS
        return f'field "date" {day_name(nearest)}, {distance(nearest, day)}' if is_far else ""
    others = [found.value for found in doc.dates if found.is_stated and found.value and found is not header]
    if others:
        nearest = min(others, key=lambda other: abs((other - day).days))
        is_far = abs((nearest - day).days) >= MIN_DAYS
        return f"the nearest date line {day_name(nearest)}, {distance(nearest, day)}" if is_far else ""
    # Below the headline it is the article's, which may tell of the week before.
    is_above = doc.before(doc.line_at(header.span.start)) is None
    return _weekdays_against(doc, day) if is_above else ""


def _weekdays_against(doc: Document, day: date) -> str:
    """Return the weekdays of the first paragraphs, where none of them is the header's or the day before."""
    from scrapelint.plugin import weekdays_in

    lead = " ".join(doc.lines[index].text for index in sorted(doc.paragraphs)[:LEAD_PARAGRAPHS])
    told = weekdays_in(lead)
    if not told or any((day.weekday() - number) % 7 <= FRESH_DAYS for number in told):
        return ""
    return f"the first paragraphs tell of {' and '.join(dict.fromkeys(WEEKDAYS[number] for number in told))}"
