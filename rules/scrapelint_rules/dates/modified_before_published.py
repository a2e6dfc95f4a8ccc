"""DAT007 modified-before-published."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity
from scrapelint_rules.dates._shared.wording import day_name, distance, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scrapelint.plugin import Document, Finding, FoundDate, Span


class Days(NamedTuple):
    """The days of an article, in the wrong order."""

    published: date
    modified: date


class ModifiedBeforePublished(DocumentRule):
    """An article that was updated before it was published.

    Why it matters: the two dates changed places, or one of them is wrong.

    What to do: exchange them, or take both from the page again.
    """

    code, name, severity = "DAT007", "modified-before-published", Severity.ERROR
    max_days = Setting(
        1, "days that an update may come before: time zones, and articles that wait for their hour", minimum=0
    )
    examples = (
        Bad("Port open.", fields={"date": "2023-06-18", "modified": "2023-06-12T10:00:00Z"}, field="modified"),
        Bad("Hafen offen.", fields={"date": "18.06.2023", "modified": "18.05.2023"}, field="modified"),
        Bad("Published: 18 June 2023 | Updated: ⟦12 June 2023, 10:30⟧\n\nThe port is open."),
        Bad("Publicado: 18 de junio de 2023\nActualizado: ⟦18 de mayo de 2023⟧\n\nEl puerto está abierto."),
        Good(
            "The port is open.",
            fields={"date": "8/12/23", "modified": "2023-08-12"},
            why="the twelfth of August, where the month stands first",
        ),
        Good("Port open.", fields={"date": "2023-06-18", "modified": "2023-06-18T00:10:00Z"}),
        Good("Port open.", fields={"date": "2023-06-18T08:00:00Z", "modified": "2023-06-17T23:50:00Z"}, why="hours"),
        Good("Veröffentlicht am 18.06.2023 | Aktualisiert am 19.06.2023\n\nDer Hafen ist offen."),
        Good(
            "Updated: 12 May 2023\nAnother story\nPublished: 18 June 2023\n\nThe port is open.",
            why="lines of two stories",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the field and the lines that say so."""
        days = self._reversed(doc.field_date("date"), doc.field_date("modified"))
        if days:
            message = f'field "modified" is {day_name(days.modified)}, before field "date", {day_name(days.published)}'
            yield self._finding(message, days, None, "modified")
        stated = [found for found in doc.dates if found.role in {"published", "updated"} and found.value]
        for pair in pairwise(stated):
            if {found.role for found in pair} == {"published", "updated"} and _are_neighbours(doc, *pair):
                yield from self._on_lines(doc, *sorted(pair, key=lambda found: found.role))

    def _on_lines(self, doc: Document, published: FoundDate, updated: FoundDate) -> Iterator[Finding]:
        days = self._reversed(published, updated)
        if days:
            message = f"{place(doc, updated)} is before {place(doc, published)}"
            yield self._finding(message, days, updated.whole or updated.span, "text")

    def _reversed(self, published: FoundDate | None, modified: FoundDate | None) -> Days | None:
        """Return both days where the update comes too long before the publication, however ambiguous ones are read."""
        first = min(published.readings(), default=None) if published else None
        last = max(modified.readings(), default=None) if modified else None
        return Days(first, last) if first and last and (first - last).days > self.max_days else None

    def _finding(self, message: str, days: Days, span: Span | None, field: str) -> Finding:
        return self.finding(
            f"{message}: {distance(days.published, days.modified)}",
            span,
            confidence=0.9 if span else 0.97,
            evidence={"published": days.published.isoformat(), "modified": days.modified.isoformat()},
            field=field,
            at_most=Severity.WARNING if span else Severity.ERROR,
        )


def _are_neighbours(doc: Document, first: FoundDate, second: FoundDate) -> bool:
    """Tell whether two dates are on one line or on two that follow each other."""
    return doc.line_at(second.span.start).index - doc.line_at(first.span.start).index <= 1
