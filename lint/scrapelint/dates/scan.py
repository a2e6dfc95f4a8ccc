"""One pass over the numbers of a text: where a date may be, and which written form it has."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from scrapelint.dates import named, numeric, shapes, signed
from scrapelint.dates.found import FoundDate
from scrapelint.dates.years import is_year
from scrapelint.finding import Span
from scrapelint.text.character_classes import digit_places
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from scrapelint.dates.names import Language

LOOKBACK_CHARS = 24
"""How far before a day its month may begin, in code points."""
YEAR_DIGITS = 4
"""A number of four digits may be a year; one of three is neither a day nor a year."""
COPYRIGHT_CHARS = 16
"""How far before its year the sign of a copyright may begin, in code points."""

_NUMBER = regex(r"\d(?<!\d\d)(?<!\d[.,]\d)\d{0,3}(?![\d%€]|,\d|:\d)")
"""Up to four digits that are no part of a longer number, a time or a share."""
_GLUED = regex(r"\d{1,2}(?!\d)")
"""The day of a date that directly follows another one: 28. Juli 201928. Juli 2019."""
_SEPARATORS = frozenset("./-\u200f–")
_SIGNS = frozenset("年년月월")
_GAPS = frozenset(" \u00a0.-\u2009\u202f\t")
"""What may come between a month and the number after it."""
_ENDS = frozenset(";:!?)]}\n\"'’”»|")
"""After these no month follows."""
_EDGES = " \u00a0.-\u2009\u202f\t"


def scan(text: str, language: Language) -> Iterator[FoundDate]:
    """Yield the dates of a text in order, without weekday, time and role.

    Linear in the text: at each number a window of bounded length is looked at.
    """
    last_end = 0
    digits = digit_places(text)
    match = _number(text, digits, 0)
    while match:
        start, end = match.span()
        found = _date_at(text, start, end, last_end, language)
        if found is not None:
            last_end = end = found.span.end
            yield found
        match = (_GLUED.match(text, end) if found else None) or _number(text, digits, end)


def _number(text: str, digits: Sequence[int], start: int) -> re.Match[str] | None:
    """Return the next number from an offset on, among the places of the text's digits."""
    for at in range(bisect_left(digits, start), len(digits)):
        match = _NUMBER.match(text, digits[at])
        if match:
            return match
    return None


def _date_at(text: str, start: int, end: int, last_end: int, language: Language) -> FoundDate | None:
    """Return the date whose first number is here, or None."""
    following = text[end : end + 1]
    if following in _SIGNS or (following == " " and text[end + 1 : end + 2] in _SIGNS):
        return signed.read(text, start)
    found = numeric.read(text, start, language) if following in _SEPARATORS else None
    # Three digits are neither a day nor a year.
    if found or end - start == YEAR_DIGITS - 1:
        return found
    if _may_go_on(text, end, following):
        if end - start == YEAR_DIGITS:
            found = named.year_first(text, start, language)
        else:
            found = named.day_first(text, start, language)
    if not found and text[start - 1 : start] in _GAPS:
        found = _after_month(text, start, last_end, language)
    return found or (_copyright(text, start, end) if end - start == YEAR_DIGITS else None)


def _may_go_on(text: str, end: int, following: str) -> bool:
    """Tell whether a month may follow a number: most often a plain word does, and ends the matter."""
    if following != " ":
        return following != "" and following not in _ENDS
    word = text[end + 1 : text.find(" ", end + 1, end + LOOKBACK_CHARS)].rstrip(",.;:\n")
    return not word.isalpha() or word in shapes.LEADING_WORDS or named.may_be_month(word)


def _copyright(text: str, start: int, end: int) -> FoundDate | None:
    """Return the year of a copyright, or None: any other year alone is no date."""
    before = text[max(0, start - COPYRIGHT_CHARS) : start].lower()
    if not ("©" in before or "(c)" in before or "copyright" in before) or not is_year(int(text[start:end])):
        return None
    return FoundDate(Span(start, end), "y", int(text[start:end]))


def _after_month(text: str, start: int, last_end: int, language: Language) -> FoundDate | None:
    """Return the date whose month comes before its first number, or None."""
    word = text[text.rfind(" ", max(last_end, start - LOOKBACK_CHARS), start - 1) + 1 : start - 1]
    if word == "the" or not word.isalpha():
        word = _last_word(text[max(last_end, start - LOOKBACK_CHARS) : start])
    if not named.may_be_month(word):
        return None
    return named.month_first(text, text.rindex(word, last_end, start), word, start, language)


def _last_word(before: str) -> str:
    """Return the last word of what comes before a number, punctuation and an article left aside."""
    match = shapes.LAST_WORD.search(before.rstrip(_EDGES).removesuffix(" the").rstrip(_EDGES))
    return match.group() if match else ""
