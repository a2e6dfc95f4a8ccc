"""The day on which an article was published, by its record or by a line that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from scrapelint.plugin import Document

MAX_LINES = 12
"""How many lines from the top may hold the date."""


def page_date(doc: Document) -> date | None:
    """Return the day of publication: what the scraper said, else the first date near the top that is no event's."""
    given = doc.field_date("date")
    if given and given.value:
        return given.value
    for found in doc.dates:
        if doc.line_at(found.span.start).index >= MAX_LINES:
            return None
        if found.value and (found.is_stated or found.role == "header"):
            return found.value
    return None
