"""The written forms of dates, as regular expressions; all are matched at a place, none is searched for."""

from __future__ import annotations

import re

from scrapelint.text.lazy_regex import regex

GAP = "[ \u00a0\u2009\u202f\t\u200f]"
"""A space within a line."""
_LETTER = r"[^\s\d.,،;؛:!?()\[\]{}|/\\\"“”„«»<>=+*•·–—～_-]"
WORD = rf"[^\W\d_]{_LETTER}{{0,23}}(?:\.[^\W\d_]{_LETTER}{{0,3}}){{0,2}}"
"""A word that may be a month: letters with their vowel signs, dots inside as in Thai."""

# Case is left aside only where letters are written out: over whole classes of them it doubles the time to compile.
_ORDINAL = (
    r"(?i:(?:st|nd|rd|th|er|re|ère|an|ain|fed|eg|il|ydd|ed)\b|[ºª°.]|-?(?:го|е|й|та|то|η)\b|-(?:a|án|én|ei|е)\b"
    r"|\([ae]\)|'e)?"
)
_AND_WORDS = "and|und|bis|to|et|au|y|al|e|a|ed|en|t/m|og|och|i|do|и|по|та|до|ja|és|και|ve|تا|se|dan|và|đến"
_AND = rf"(?i:{GAP}?[-–—/&+]{GAP}?|{GAP}(?:{_AND_WORDS}){GAP})"
_OF_WORDS = "de|del|of|di|den|do|ta'|lunii|ngày"
_OF = rf"(?i:(?:{_OF_WORDS}){GAP}|d['’](?:de{GAP})?)?"

_YEAR_WORDS = "m|г|р|ж|թ|gada|оны|g|د"

LEADING_WORDS = frozenset(f"{_AND_WORDS}|{_OF_WORDS}|{_YEAR_WORDS}|tháng|thg".split("|"))
"""Words that may come between a number and a month."""

DAY_FIRST = regex(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:{_AND}(?P<until>\d{{1,2}}){_ORDINAL})?{GAP}?[-,،/]?{GAP}?{_OF}(?P<month>{WORD})"
)
"""18 June, 18th of June, 18.-19. Juni, 4 de agosto, 4 d’agost, 04-Ogs."""

DAY_SECOND = regex(
    rf"\.?(?:{GAP}{{1,2}}|-)?(?:the{GAP})?(?P<day>\d{{1,2}})(?!\d)(?![.:]\d|%|[-–]\d{{3}})"
    rf"{_ORDINAL}(?:{_AND}(?P<until>\d{{1,2}})(?![\d:]){_ORDINAL})?",
    re.IGNORECASE,
)
"""What follows the month in June 18, June 18-19, Nov. 9th."""

YEAR_AFTER = regex(
    rf"\.?(?:{GAP}?[,،/-]{GAP}?|{GAP}{{1,2}}|\.{GAP}?)?(?:(?:de|del|d['’]e|do|ค\.ศ\.|พ\.ศ\.|año|anul|rok|år|ngày|năm){GAP}{{1,2}})?"
    rf"(?:(?P<year>\d{{4}})(?!\d|[.,]\d{{3}}|:\d)|(?P<glued>20\d\d)(?=\d{{1,2}}\.?{GAP}[^\W\d_])|['’]?(?P<short>\d\d)(?={GAP}*(?:$|[|,)]|[-–]{GAP}))(?<![:.]..))",
    re.IGNORECASE | re.MULTILINE,
)
"""What follows day and month in 18 June 2023, June 18, '23, 4 de agosto de 2024."""

YEAR_ALONE = regex(rf"\.?(?:,?{GAP}{{1,2}}|[-/])(?:(?:de|del|of){GAP})?(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
"""What follows the month in June 2023, junio de 2023."""

YEAR_FIRST = regex(
    rf"(?P<year>\d{{4}})(?i:\(e\)'?ko|'?ko)?[.,]?{GAP}{{0,2}}[-/]?(?:(?i:{_YEAR_WORDS})\.?{GAP})?"
    rf"(?:(?P<month>{WORD})\.?[ \u00a0-]{{1,2}}(?P<day>\d{{1,2}})(?![\d:%])"
    rf"(?:[-–](?P<until>\d{{1,2}})(?!\d))?(?:\([aeAE]\)|\.)?"
    rf"|(?P<day2>\d{{1,2}})(?:\.?[-–](?P<until2>\d{{1,2}}))?\.?{GAP}(?P<month2>{WORD}))"
)
"""2024. augusztus 4., 2024 m. rugpjūčio 4, 2024. gada 4. augusts, 2024-Aug-04."""

LAST_WORD = regex(rf"(?<!\w){WORD}$")
"""What comes before a number."""

NUMBERED_MONTH = regex(
    rf"(?P<day>\d{{1,2}})(?:{_AND}(?P<until>\d{{1,2}}))?{GAP}(?:tháng|thg){GAP}(?P<month>\d{{1,2}})(?!\d)(?:(?:,{GAP}?|{GAP}năm{GAP}|{GAP})(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
"""4 tháng 8, 2024."""

SIGNED = regex(
    rf"(?:(?P<year>\d{{4}}|\d{{1,2}}){GAP}?[年년]{GAP}?)?(?P<month>\d{{1,2}}){GAP}?[月월]{GAP}?(?P<day>\d{{1,2}}){GAP}?[日일号號]"
    rf"(?:{GAP}?(?:[~～–-]|至|から|到){GAP}?(?P<until>\d{{1,2}}){GAP}?[日일号號])?"
)
"""2024年8月4日, 8월 4일."""

SIGNED_MONTH = regex(rf"(?P<year>\d{{4}}){GAP}?[年년]{GAP}?(?P<month>\d{{1,2}}){GAP}?[月월]")
"""2024年8月."""

RANGE = regex(rf"(?P<day>\d{{1,2}})(?:[./] ?(?P<month>\d{{1,2}}))?[.]?{GAP}?[-–]{GAP}?(?=\d{{1,2}}[./])")
"""What comes before the last day of 18.–20. 6. 2023 and of 18.06 – 20.06.2023."""

SUFFIX = regex(rf"{GAP}?(?:(?:г|р|ж|թ|წ|d|m|год[ау]?|року)\b\.?|\.)", re.IGNORECASE)
"""What a year or a day may carry after it: 2023 г., 18 d., 2023."""

NUMERIC = regex(
    r"(?P<a>\d{1,4})(?P<sep>\u200f?[./-] ?)(?P<b>\d{1,2})(?P=sep)(?P<c>\d{4}|\d{1,2})(?!\d|[.,/-]\d|[%€$£])"
)
"""18.06.2023, 6/18/23, 2023-06-18, 18. 6. 2023."""
