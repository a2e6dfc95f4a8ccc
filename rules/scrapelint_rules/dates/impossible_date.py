"""DAT002 impossible-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt, regex
from scrapelint_rules.dates._shared.fields import DATE_FIELDS
from scrapelint_rules.dates._shared.wording import month_name, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Clock, Document, Finding, FoundDate

FIRST_YEAR = 1753
"""Since then all of western Europe counts by the Gregorian calendar; Sweden had a 30 February in 1712."""
SENTINELS = frozenset({(1970, 1, 1), (1, 1, 1), (1900, 1, 1), (1899, 12, 30)})
"""Days that programs put where they know none."""

_ZEROS = regex(r"(?<![\d.-])(?:0000-00-00|00\.00\.0000|00/00/0000|0001-01-01|November -0001|-0001-11-30)(?!\d)")
ZERO = "the zero of a program, not a date"
NONE = frozenset({"none", "null", "nan", "n/a", "-", "unknown"})
"""What is in a field for no value: then it is missing, not wrong."""


class ImpossibleDate(DocumentRule):
    """A date that no calendar has, a time that no clock shows, or the zero of a program.

    Why it matters: 31 February, 25:70 and 1 January 1970 are faults of a page, a scraper or a translation. A program
    that reads them fails or guesses.

    What to do: take the date from the page again, or leave it empty.
    """

    code, name, severity = "DAT002", "impossible-date", Severity.ERROR
    examples = (
        Bad("The port opened on ⟦31 February 2024⟧."),
        Bad("Stand: ⟦31.06.2023⟧, 12:30 Uhr\n\nDer Hafen von Larn ist wieder offen."),
        Bad("Publicado el ⟦30 de febrero de 2024⟧"),
        Bad("Posted on ⟦January 1, 1970⟧\n\nThe port is open."),
        Bad("Updated: ⟦3 March 2024, 25:70⟧"),
        Bad("Gepostet am Mittwoch, 30. ⟦November -0001⟧"),
        Bad("The port is open.", fields={"date": "2023-02-29"}, field="date"),
        Bad("The port is open.", fields={"date": "1970-01-01T00:00:00Z"}, field="date"),
        Bad("The port is open.", fields={"date": "Invalid Date"}, field="date"),
        Bad("The port is open.", fields={"date": "2024-13-45"}, field="date"),
        Bad("The port is open.", fields={"date": "2024-05-14T25:61:00Z"}, field="date"),
        Good("The port is open.", fields={"date": "2024-05"}, why="a month"),
        Good("The port is open.", fields={"date": "Mon Jun  1 12:00:00 2026"}),
        Good("The port is open.", fields={"date": "20260601T120000Z"}),
        Good(
            "Port w Larn otwarto w środę rano, a burmistrz powiedział, że prace potrwają jeszcze dwa lata.",
            fields={"date": "15 listopada 2023, 7:32"},
            why="November in Polish, October in Croatian: the text tells",
        ),
        Good("Larn", fields={"date": "15. lis 2023."}, why="October or November, and nothing tells the language"),
        Good(
            "Pelabuhan dibuka lagi.",
            fields={"date": "Kamis, 08 Agu 2019 09:22 WIB"},
            why="a short month of one language",
        ),
        Good("Luka je ponovno otvorena.", fields={"date": "08 lis 2019"}, why="it is another month in Polish"),
        Good("The port opened on 29 February 2024.", why="a leap year"),
        Good("On January 1, 1970 the port of Larn was opened by the mayor.", why="an event of that day"),
        Good("Im Februar 31 Grad: so warm war es in Larn noch nie."),
        Good("In Sweden, 30 February 1712 was a real day.", why="it was"),
        Good("Larn - Orlo\n18.06.2023 25:29", why="a result"),
        Good("Version 31.2.1 of the program is out."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the dates and times that cannot be."""
        for field in DATE_FIELDS:
            yield from self._in_field(doc, field)
        for found in doc.dates:
            fault = _fault(found)
            if fault:
                span = found.whole if found.whole and "time" in fault else found.span
                message = f'"{written(doc, found)}": {fault}'
                yield self.finding(message, span, confidence=0.97, evidence={"kind": _kind(fault), "role": found.role})
        if "000" in doc.text and any(zeros in doc.text for zeros in ("0000", "-0001", "0001-")):
            for match in _ZEROS.finditer(doc.text):
                message = f'"{match.group()}": {ZERO}'
                yield self.finding(message, match.span(), confidence=0.97, evidence={"kind": "sentinel"})

    def _in_field(self, doc: Document, field: str) -> Iterator[Finding]:
        raw = doc.article.get(field)
        if not raw.strip() or raw.strip().casefold() in NONE:
            return
        fault, kind = _field_fault(doc, field, raw)
        if fault:
            message = f'field "{field}" is "{excerpt(raw)}": {fault}'
            at_most = Severity.WARNING if kind == "unreadable" else Severity.ERROR
            yield self.finding(
                message, confidence=0.97, evidence={"kind": kind, "value": raw}, field=field, at_most=at_most
            )


def _field_fault(doc: Document, field: str, raw: str) -> tuple[str, str]:
    """Return what is wrong with the date of a field, and of what kind it is; empty where nothing is."""
    found = doc.field_date(field)
    if raw.startswith("0000-00"):
        return ZERO, _kind(ZERO)
    if found is None:
        from scrapelint.plugin import names_no_date

        is_none = names_no_date(raw, doc.declared_language)
        return ("no date can be read in it", "unreadable") if is_none else ("", "")
    if found.clock and not found.clock.is_valid:
        return _clock_fault(found.clock), "time"
    fault = _calendar_fault(found) or _sentinel(found)
    return fault, _kind(fault)


def _fault(found: FoundDate) -> str:
    """Return what is wrong with a date of the text, or an empty string."""
    fault = _calendar_fault(found)
    if fault or not found.is_stated:
        return fault
    if found.clock and not found.clock.is_valid and found.role != "line":
        return _clock_fault(found.clock)
    return _sentinel(found)


def _calendar_fault(found: FoundDate) -> str:
    if not found.is_impossible or not found.year or found.year < FIRST_YEAR or not found.month:
        return ""
    return f"{month_name(found.month)} {found.year} has no day {found.day}"


def _sentinel(found: FoundDate) -> str:
    is_zero = (found.year, found.month, found.day) in SENTINELS
    return ZERO if is_zero else ""


def _clock_fault(clock: Clock) -> str:
    return f"no clock shows the time {clock.hour}:{clock.minute:02}"


def _kind(fault: str) -> str:
    """Return the kind of a fault, by its words."""
    return "sentinel" if fault == ZERO else "time" if "time" in fault else "calendar"
