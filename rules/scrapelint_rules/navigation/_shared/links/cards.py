"""Teaser cards: a section's name, a headline, perhaps a summary, and a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Hit, Line

MIN_CARD_LINES = 3
MAX_CARD_LINES = 6
"""Longest card, in lines: section, headline, two lines of summary, author and date."""
MAX_DATE_CHARS = 40

_DATE = regex(
    r"^\W*(?:[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}\.? (?:de )?[^\W\d]{3,12}\.?,? (?:de )?(?:19|20)\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2} ?(?:hours?|minutes?|days?|[hmd])(?: ago)?)\W*$"
)
"""A line that is nothing but a date or an age."""


class Card(NamedTuple):
    """A teaser of another story, from its section to its date."""

    section: Hit
    last: Line


def cards(doc: Document) -> Iterator[Card]:
    """Yield the cards below the first paragraph, in order, none inside another."""
    first, last = doc.body_range
    done = first
    for hit in doc.hits("menu-word"):
        if hit.entry.id == "section" and first <= last and hit.line.index > done:
            date = _date_below(doc, hit.line)
            if date is not None:
                done = date.index
                yield Card(hit, date)


def _date_below(doc: Document, section: Line) -> Line | None:
    start = section.index + MIN_CARD_LINES - 1
    for line in doc.lines[start : section.index + MAX_CARD_LINES]:
        if len(line.text) <= MAX_DATE_CHARS and _DATE.match(line.text):
            return line
    return None
