"""The dates of a text, in order, each with all that is known about it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from scrapelint.dates import beside
from scrapelint.dates.found import Clock, FoundDate
from scrapelint.dates.names import month_language
from scrapelint.dates.numeric import in_either_order, in_order
from scrapelint.dates.roles import with_roles
from scrapelint.dates.scan import scan
from scrapelint.finding import Span
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from datetime import date

    from scrapelint.dates.found import Order
    from scrapelint.dates.names import Language

EPOCH_DIGITS = 10
"""Length of a number of seconds since 1970, from September 2001 on."""
MILLISECOND_DIGITS = 13
"""The same in milliseconds."""
_ISO = regex(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$")
_COMPACT = regex(r"(\d{4})(\d\d)(\d\d)(?:[T_ -]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$")
"""20260601, 20260601T120000Z, 20260601120000."""
_ASCTIME = regex(
    r"[^\W\d_]{2,9},? {1,2}([^\W\d_]{3,9}) {1,2}(\d{1,2}) {1,2}(\d\d:\d\d(?::\d\d)?(?: [A-Z]{2,5})?) (\d{4})$"
)
"""Mon Jun  1 12:00:00 2026, and with a zone before the year, as `date` prints it."""
_PARTIAL = regex(r"\d{4}(?:[-/.]\d{1,2})?$")
_WORDED = regex(
    r"(?<!\d)\d{1,2}(?:\W|[ao]\b){1,5}[^\W\d_][^\s\d]{1,20}[\s./,-]{1,3}(?:\w{1,3}\W)?\d{4}(?!\d)"
    r"|[^\W\d_][^\s\d]{1,20}[\s./,-]{1,3}\d{1,2}\W{1,3}\d{4}(?!\d)|(?<!\d)\d{4}[\s./,-]{1,3}[^\W\d_][^\s\d]{1,20}\W{1,3}\d{1,2}(?!\d)"
)
"""A day, a word and a year: a date, if the word is a month."""


def find_dates(text: str, language: str | None = None, near: date | None = None) -> list[FoundDate]:
    """Return the dates of a text, in order.

    `language` is an ISO 639 code; it settles short names and the order of day and month. Where it is None, the text is
    asked, and only when a date needs it. `near` is a day that is known, say the one that the scraper gave: of two
    readings of an ambiguous date the one within a day of it is taken. Linear in the text.
    """
    return dates_of(text, lambda: language or _language_of(text), near)


def dates_of(text: str, language: Language, near: date | None = None) -> list[FoundDate]:
    """Return the dates of a text, in order; the language is asked for at most once, when it is needed."""
    asked = cache(language)
    found = [_with_company(text, one, asked) for one in scan(text, asked)]
    return with_roles(text, _settled(found, near))


def read_date(written: str, language: str | None = None) -> FoundDate | None:
    """Return the day that a metadata field names, with its time; None where it names none, or several.

    Takes what scrapers write: ISO 8601 in either form, RFC 2822, `asctime` of C, seconds or milliseconds since
    1970, or a date in words. A program wrote it: a weekday tells whether day or month is first, the language does not.
    """
    written = written.strip()
    if written.isdecimal() and len(written) in {EPOCH_DIGITS, MILLISECOND_DIGITS}:
        return _from_epoch(int(written[:EPOCH_DIGITS]))
    written = _expanded(written)
    match = _ISO.match(written)
    if match:
        return _from_iso(match)
    one = _only(find_dates(written, language)) or (None if language else _by_month(written))
    if one is None:
        return None
    return one if one.weekday is not None else in_either_order(one, written[slice(*one.span)])


def _only(found: Sequence[FoundDate]) -> FoundDate | None:
    whole = [one for one in found if one.year and one.day]
    return whole[0] if len(whole) == 1 else None


def _by_month(written: str) -> FoundDate | None:
    """Return the day that a field of no known language names by a month that is the same in all that have its name.

    A short weekday beside it may be another one's in each of them.
    """
    language = month_language(written)
    one = _only(find_dates(written, language)) if language else None
    return one._replace(weekday=None) if one else None


def names_no_date(written: str, language: str | None = None) -> bool:
    """Tell whether a metadata field holds something in which no date, and no part of one, can be read.

    A day and a year with a word between them may be a date in a language whose months nobody here knows.
    """
    written = written.strip()
    if not written or _PARTIAL.match(written) or read_date(written, language):
        return False
    return not find_dates(written, language) and _WORDED.search(written) is None


def _expanded(written: str) -> str:
    """Return a time in a form of programs as people write it; any other as it is."""
    compact = _COMPACT.match(written)
    if compact:
        year, month, day, hour, minute, second, zone = compact.groups(default="")
        return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone}" if hour else "")
    asctime = _ASCTIME.match(written)
    return f"{asctime[1]} {asctime[2]}, {asctime[4]} {asctime[3]}" if asctime else written


def _from_epoch(seconds: int) -> FoundDate:
    there = datetime.fromtimestamp(seconds, tz=UTC)
    clock = Clock(there.hour, there.minute, 0)
    return FoundDate(Span(0, EPOCH_DIGITS), "ymd", there.year, there.month, there.day, clock=clock)


def _from_iso(match: re.Match[str]) -> FoundDate | None:
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if not (year and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    zone = beside.offset(match[6] or "")
    clock = Clock(int(match[4]), int(match[5]), zone) if match[4] else None
    return FoundDate(Span(0, 10), "ymd", year, month, day, clock=clock, whole=Span(*match.span()))


def _language_of(text: str) -> str | None:
    from scrapelint.text.languages import language_of

    return language_of(text)


def _with_company(text: str, found: FoundDate, language: Language) -> FoundDate:
    """Return a date with the weekday and the time that are beside it; one without a year stands alone."""
    if not (found.year and found.day):
        return found
    start, end = found.span
    day = None if found.until else beside.weekday(text, found, language)
    if day:
        start, end = min(start, day[1].start), max(end, day[1].end)
    clock = beside.clock(text, end)
    if clock:
        end = clock[1]
    return found._replace(weekday=day and day[0], clock=clock and clock[0], whole=Span(start, end))


def _settled(found: Sequence[FoundDate], near: date | None) -> Sequence[FoundDate]:
    """Return the dates with the ambiguous ones read as the others of the text, their weekday or the known day tell."""
    if not any(one.other for one in found):
        return found
    orders = {one.order for one in found if not one.named and not one.other and one.order in {"dmy", "mdy"}}
    order: Order | None = orders.pop() if len(orders) == 1 else None
    return [_settle(one, order, near) for one in found]


def _settle(found: FoundDate, order: Order | None, near: date | None) -> FoundDate:
    if found.other is None:
        return found
    fits = [day for day in found.readings() if day.weekday() == found.weekday]
    if not fits and near:
        fits = [day for day in found.readings() if abs((day - near).days) <= 1]
    if len(fits) == 1:
        return in_order(found, "mdy" if fits[0] == found.other else "dmy")
    return in_order(found, order) if order else found
