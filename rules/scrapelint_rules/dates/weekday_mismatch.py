"""DAT001 weekday-mismatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.dates._shared.wording import WEEKDAYS, day_name, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, FoundDate

FIRST_YEAR = 1924
"""Before, countries counted by different calendars; from then on all that print newspapers agree."""

MIN_STAMPS = 3
"""Dates in figures with a time and no weekday from which such stamps follow the headlines of a list."""


class WeekdayMismatch(DocumentRule):
    """A date with a weekday beside it that it does not have.

    Why it matters: day, month, year or weekday is wrong, and whatever is made of the text learns it so. Often
    a scraper or translator changed one of them.

    What to do: look the day up, or leave the article out where dates matter.
    """

    code, name, severity = "DAT001", "weekday-mismatch", Severity.ERROR
    examples = (
        Bad("The port opened on ⟦Tuesday, 3 March 2024⟧."),
        Bad("Der Hafen von Larn wurde am ⟦Dienstag, den 3. März 2024⟧, geöffnet."),
        Bad("⟦lundi 3 mars 2024 - 12:30⟧\n\nLe port de Larn est ouvert."),
        Bad("⟦2024年3月3日（火）⟧ ラーン港が開いた。"),
        Bad("Порт открыли во ⟦вторник, 3 марта 2024⟧ года."),
        Good("The port opened on Sunday, 3 March 2024.", why="that was a Sunday"),
        Good("Am Sonntag, den 3. März 2024, wurde der Hafen geöffnet."),
        Good("Open Friday to Tuesday 1-5 March 2024.", why="a range of days"),
        Good(
            "Η γέφυρα της Λαρν κλείνει ξανά 20.04.2024, 23:30 Νέα δρομολόγια για το λιμάνι 20.04.2024, 23:16 "
            "Βροχές στο Όρλο - Άνεμοι ξανά από Τρίτη 20.04.2024, 23:12 Άνοιξε η έκθεση στο παλιό λιμάνι 20.04.2024, 22:40",
            fields={"language": "el"},
            why="the last word of a headline, and the time of its story",
        ),
        Good("He wrote on Thursday, 4 October 1582, of the port.", why="another calendar"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the dates whose weekday is another one."""
        for found in doc.dates:
            day = found.value
            if day is None or found.weekday is None or found.weekday == day.weekday() or day.year < FIRST_YEAR:
                continue
            if _is_of_headline(doc, found):
                continue
            is_day, is_said = WEEKDAYS[day.weekday()], WEEKDAYS[found.weekday]
            yield self.finding(
                f'"{written(doc, found)}": {day_name(day)} is a {is_day}, not a {is_said}',
                found.whole or found.span,
                confidence=0.97,
                evidence={
                    "kind": found.role,
                    "date": day.isoformat(),
                    "weekday": is_day,
                    "written": is_said,
                    "role": found.role,
                },
            )


def _is_of_headline(doc: Document, found: FoundDate) -> bool:
    """Tell whether a weekday is the last word of a headline, after which the time of its story is printed in figures."""
    start = found.whole.start if found.whole else found.span.start
    between = doc.text[start : found.span.start]
    if not _is_stamp(found) or start == doc.line_at(start).start or not between.strip().isalpha():
        return False
    return doc.once(_plain_stamps) >= MIN_STAMPS


def _plain_stamps(doc: Document) -> int:
    """Return how many dates are in figures, with a time and without a weekday."""
    return sum(_is_stamp(found) and found.weekday is None for found in doc.dates)


def _is_stamp(found: FoundDate) -> bool:
    return not found.named and found.clock is not None
