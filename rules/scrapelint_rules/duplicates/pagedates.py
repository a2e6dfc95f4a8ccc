"""The day on which an article was published, by its record or by a line that says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scrapelint import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document

MAX_LINE_CHARS = 60
"""A date line is short: a longer one tells of an event."""
MAX_LINES = 12
"""How many lines from the top may be the line with the date."""

_NAMES = (
    "january januar janvier enero gennaio janeiro januari jan",
    "february februar février febrero febbraio fevereiro februari feb",
    "march märz mars marzo março maart mar",
    "april avril abril aprile apr",
    "may mai mayo maggio maio mei",
    "june juni juin junio giugno junho jun",
    "july juli juillet julio luglio julho jul",
    "august août agosto augustus aug",
    "september septembre septiembre settembre setembro sep sept",
    "october oktober octobre octubre ottobre outubro oct okt",
    "november novembre noviembre novembro nov",
    "december dezember décembre diciembre dicembre dezembro dec dez",
)
"""English, German, French, Spanish, Italian, Portuguese and Dutch, by month."""
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}

_ISO = regex(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST = regex(r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th|\.|º)? (?:de )?([a-zäéûôç]{3,10})\.?,? (?:de )?(\d{4})(?!\d)")
_MONTH_FIRST = regex(r"(?<![^\W_])([a-z]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")


def page_date(doc: Document) -> date | None:
    """Return the day of publication: what the scraper said, else the first short line near the top with a date."""
    known = next(_dates(doc.article.get("date").casefold()), None)
    if known:
        return known
    for line in doc.lines[:MAX_LINES]:
        if len(line.text) <= MAX_LINE_CHARS and any(map(str.isdigit, line.key)):
            found = next(_dates(line.key), None)
            if found:
                return found
    return None


def _dates(text: str) -> Iterator[date]:
    for year, month, day in _ISO.findall(text):
        yield from _date(year, int(month), day)
    for day, month, year in _DAY_FIRST.findall(text):
        yield from _date(year, _MONTHS.get(month, 0), day)
    for month, day, year in _MONTH_FIRST.findall(text):
        yield from _date(year, _MONTHS.get(month, 0), day)


def _date(year: str, month: int, day: str) -> Iterator[date]:
    try:
        yield date(int(year), month, int(day))
    except ValueError:  # a month that is none, or 31 February
        return
