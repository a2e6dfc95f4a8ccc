"""The day on which an article was published, by its record or by a line that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from scrapelint.plugin import Document, FoundDate

MAX_LINES = 12
"""How many lines from the top may hold the date."""


def page_date(doc: Document) -> date | None:
    """Return the day of publication: what the scraper said, else the first date near the top that is no event's.

    None also where that date can be read as two days.
    """
    given = doc.field_date("date")
    found = given if given and given.value else _at_head(doc)
    return found.value if found and not found.is_ambiguous else None


def _at_head(doc: Document) -> FoundDate | None:
    for found in doc.dates:
        if doc.line_at(found.span.start).index >= MAX_LINES:
            return None
        if found.value and (found.is_stated or found.role == "header"):
            return found
    return None
