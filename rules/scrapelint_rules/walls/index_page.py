"""WAL007 index-page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line

_DATED = regex(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d+ ?(?:h|hrs?|hours?|mins?|minutes?|days?)\b ?(?:ago)?"
)
"""A year, a day in figures or an age: "3 May 2023", "03.05.2023", "2 hours ago"."""
_CLOCK = regex(
    r"\W{0,3}(?:[^\W\d_]{1,20}[\s,:|•·/]+){0,3}(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?"
    r"(?:\s?[^\W\d_]{1,4}\.?)?(?:\s?[|•·/].{0,30}|\W{0,3})$"
)
"""A time of day on a line of its own, with little beside it: at the head of a line it opens a fixture or a programme."""
_SIGNED_POST = regex(r"^\W{0,3}\S.{0,60}\(@\w{1,20}\)")
"""Who wrote a post that is quoted above, as embedded ones end: "— Orlo (@orlo) March 4, 2023"."""
_OUTCOME = regex(r"\(.*\)$|.*\d\s?[-–:]\s?\d{1,3}\W{0,3}$")
"""A line in brackets, or one that ends in a score."""
_MAX_DATE_CHARS = 45
"""Longest line that is a date or an age and little else, in code points."""
_MIN_HEADLINE_CHARS, _MAX_HEADLINE_CHARS = 20, 160
"""Lengths of a line that may be a headline, in code points."""
MIN_DAYS = 4
"""Fewest days, each later than the one before, that make a list a calendar."""


class IndexPage(DocumentRule):
    """A section front: headlines and dates of many stories, and none of the stories.

    Why it matters: the record is a list of links, not an article.

    What to do: drop the record; follow its links instead.
    """

    code, name, severity = "WAL007", "index-page", Severity.WARNING
    min_pairs = Setting(4, "how many headlines have to stand beside a line with a date or an age", minimum=2)
    max_prose = Setting(1, "how many lines may be paragraphs; articles have more", minimum=0)
    examples = (
        Bad("Floods cut off the valley\n3 May 2023\n\nCouncil approves the tram line\n3 May 2023\n\n"
            "Bus drivers call off strike\n2 May 2023\n\nTwo thousand trees for the city\n1 May 2023"),
        Bad("Hochwasser schneidet Tal ab\n03.05.2023\nRat beschließt Straßenbahn\n03.05.2023\nBusfahrer sagen Streik ab\n"
            "02.05.2023\nZweitausend Bäume für die Stadt\n01.05.2023"),
        Bad("2 hours ago\nFloods cut off the valley\n3 hours ago\nCouncil approves the tram line\n5 hours ago\n"
            "Bus drivers call off strike\n9 hours ago\nTwo thousand trees for the city"),
        Good("Floods cut off the valley\n3 May 2023\n\n"
             "The river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.",
             why="one headline and its story"),
        Bad("14:32 Uhr\nHochwasser schneidet das Tal ab\nHeute, 13:05\nRat beschließt die Straßenbahn\n11.20 | Politik\n"
            "Busfahrer sagen den Streik ab\n9:45 Uhr\nZweitausend Bäume für die Stadt"),
        Good("Zor bir galibiyet\nBugün:\n13.00 Larn - Orlo Belediyesi\n(Ellery Kapalı Spor Salonu)\n13.00 Wend - Marl Koleji\n"
             "(Selim Ardan Spor Salonu)\n14.00 Orlo - Ellery\n(Larn Atatürk Spor Salonu)\n15.30 Marl - Larn\n(Wend Şehir Salonu)",
             why="fixtures and their halls"),
        Good("Heute im Fernsehen\n20.15 Der Hafen von Larn\nKrimi mit Jo Marl und Ada Orlo\n21.45 Tagesthemen aus Orlo\n"
             "Moderation hat heute Ada Wend\n22.15 Das Meer\nDokumentation über die Inseln\n23.00 Die Brücke\n"
             "Spielfilm aus dem Tal von Larn", why="a programme"),
        Good("Ergebnisse\n18:30\nLarn SC - Orlo Handball 25:19\n19:00\nWend 09 - Marl Handball 30:28\n19:30\nEllery - TV Larn-Nord 22 - 21\n"
             "20:00\nOrlo II - Marl und Wend 27:27", why="results"),
        Good("El puerto de Larn cerró\n\nLos barcos no salen hoy por la niebla\n— Orlo (@orlo) April 15, 2023\nMañana salen todos los barcos a las ocho\n"
             "— Larn (@larn) April 16, 2023\nEl alcalde pide calma a los barqueros\n— Ana Ruiz (@anaruiz) April 16, 2023\n"
             "El puerto abre mañana por la mañana\n— Orlo (@orlo) April 15, 2023", why="posts and who wrote them"),
        Good("1998\n2002\n2006\n2010", why="dates without headlines"),
        Good("Results of the week\n\nOrlo 3, Ellery 1\nWend 2, Marl 2", why="no dates"),
        Good("Programm des Hafensommers\n\n3. Juni 2023\nOrgelkonzert mit Ada Wend und Jo Hale\nAlte Kirche\n\n10. Juni 2023\n"
             "Kammermusik von Ruiz und Moe\nAlte Kirche\n\n17. Juni 2023\nLieder des Chores von Orlo\nStadthalle\n\n"
             "24. Juni 2023\nAbschluss mit allen Künstlern", why="a programme: its days follow each other, those of news go back"),
        Good("Data\nAtlikėjai\n2007-06-03\nAda Wend (vargonai), Jo Hale (obojus)\n2007-06-10\nAna Ruiz (vargonai), Kari Moe\n"
             "2007-06-17\nPer Dal (vargonai), Liv Lie (sopranas)\n2007-06-24\nJana Wolf (vargonai), Max Orlo", why="the same"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on the whole text where headlines and dates alternate and prose is scarce."""
        if len(doc.lines) < 2 * self.min_pairs or len(doc.paragraphs) > self.max_prose:
            return
        pairs = _pairs(doc)
        if pairs >= self.min_pairs and pairs * 4 >= len(doc.lines) and not _is_calendar(doc):
            yield self.finding(
                f"{pairs} headlines with dates and {len(doc.paragraphs)} paragraphs in {len(doc.lines)} lines",
                confidence=0.9,
                evidence={
                    "pairs": pairs,
                    "min_pairs": self.min_pairs,
                    "prose": len(doc.paragraphs),
                    "max_prose": self.max_prose,
                },
            )


def _is_calendar(doc: Document) -> bool:
    """Tell whether each day is later than the one before, as in a programme; lists of news begin with the last."""
    dated = (found for found in doc.dates if _is_date(doc.line_at(found.span.start)))
    days = [(found.year or 0, found.month, found.day) for found in dated if found.month and found.day]
    return len(days) >= MIN_DAYS and all(one < other for one, other in pairwise(days))


def _pairs(doc: Document) -> int:
    """Return how often a line is a date and the one above or below it a headline."""
    dated = {line.index for line in doc.lines_with_digits if _is_date(line)}
    beside = [index for at in dated for index in (at - 1, at + 1) if 0 <= index < len(doc.lines)]
    return sum(index not in dated and _is_title(doc.lines[index]) for index in beside)


def _is_date(line: Line) -> bool:
    if len(line.text) > _MAX_DATE_CHARS or not (_DATED.search(line.text) or _CLOCK.match(line.text)):
        return False
    return not _SIGNED_POST.match(line.text)


def _is_title(line: Line) -> bool:
    """Tell whether a line that is no date may be a headline."""
    text = line.text.strip()
    return (
        _MIN_HEADLINE_CHARS <= len(text) <= _MAX_HEADLINE_CHARS
        and not text.endswith((".", ":", ";"))
        and not _OUTCOME.match(text)
    )
