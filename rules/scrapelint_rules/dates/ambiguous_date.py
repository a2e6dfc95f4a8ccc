"""DAT008 ambiguous-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.dates._shared.fields import DATE_FIELDS
from scrapelint_rules.dates._shared.url_days import days_of
from scrapelint_rules.dates._shared.wording import day_name, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, FoundDate


class AmbiguousDate(DocumentRule):
    """A date that can be read in two ways, or times of which some have a time zone and some have none.

    Why it matters: each program guesses, and two programs guess differently: 03/04/2024 is a day in March or in April.

    What to do: write dates as 2024-04-03, and times with their zone. For a date line, declare the language.
    """

    code, name, severity = "DAT008", "ambiguous-date", Severity.INFO
    examples = (
        Bad("The port is open.", fields={"date": "03/04/2024", "language": "en"}, field="date"),
        Bad("Le port est ouvert.", fields={"date": "03/04/2024", "language": "fr"}, field="date"),
        Bad("The port is open.", fields={"date": "2024-04-03T10:00:00", "crawled": "2024-04-05T10:00:00Z"}, field="date"),
        Bad("Published: ⟦03/04/2024, 10:30⟧\n\nThe port is open.", fields={"language": "en"}),
        Bad("Inilathala: ⟦03/04/2024⟧\n\nBukas na ang daungan.", fields={"language": "tl"}),
        Good(
            "The port is open.",
            fields={"date": "03/04/2024", "language": "en", "url": "https://larn.example/2024/03/04/port"},
            why="the address tells",
        ),
        Good("Published: 03/04/2024\n\nUpdated: 25/04/2024\n\nThe port is open.", fields={"language": "en"}, why="the other line tells"),
        Good("Publié le 03/04/2024\n\nLe port est ouvert.", fields={"language": "fr"}, why="French has one order"),
        Good("Published: 03/04/2024\n\nThe port is open.", fields={"date": "2024-04-03", "language": "en"}, why="the field tells"),
        Good("The port opened on 03/04/2024.", fields={"language": "en"}, why="an event"),
        Good("The port is open.", fields={"date": "2024-04-03", "crawled": "2024-04-05T10:00:00Z"}, why="a day has no zone"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the fields and date lines that leave it open."""
        given = {name: found for name in DATE_FIELDS if (found := doc.field_date(name))}
        for name, found in given.items():
            if found.other and not (name == "date" and _is_told_by_url(doc, found)):
                yield self._open(doc.article.get(name), found, None, name)
        yield from self._zones(doc, given)
        for found in doc.dates:
            if found.other and found.is_stated:
                yield self._open(written(doc, found), found, found.whole or found.span, "text")

    def _open(self, raw: str, found: FoundDate, span: tuple[int, int] | None, field: str) -> Finding:
        first, second = found.readings()
        return self.finding(
            f'"{raw}" is {day_name(first)} or {day_name(second)}',
            span,
            confidence=0.9,
            evidence={"kind": "order", "readings": [first.isoformat(), second.isoformat()]},
            field=field,
        )

    def _zones(self, doc: Document, given: dict[str, FoundDate]) -> Iterator[Finding]:
        """Yield the fields whose time has no zone while another one's has."""
        zoned = [name for name, found in given.items() if found.clock and found.clock.offset_minutes is not None]
        for name, found in given.items():
            if zoned and found.clock and found.clock.offset_minutes is None:
                message = f'time of field "{name}", "{doc.article.get(name)}", has no zone; that of field "{zoned[0]}" has one'
                yield self.finding(message, confidence=0.9, evidence={"kind": "zone", "zoned": zoned}, field=name)


def _is_told_by_url(doc: Document, found: FoundDate) -> bool:
    """Tell whether the address names one of the readings, and not the other."""
    days = days_of(doc.article.get("url"))
    return days is not None and sum(days.first <= day <= days.last for day in found.readings()) == 1
