"""DAT009 timestamp-block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, ends_sentence, excerpt, regex
from scrapelint_rules.dates._shared.stated_dates import (
    FIRST_YEAR,
    is_labelled,
    is_of_event,
    is_released,
    opens_programme,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, FoundDate, Line

MAX_CHARS = 120
"""Longest line of dates, in code points."""
MAX_OTHER_WORDS = 2
"""How many words beside dates, times and their cues such a line may have: "at", "um", "Uhr"."""

JOINS = frozenset(",;、，)(-–")
"""Marks at the edge of a line that a sentence goes on beside: a program broke it where a link began."""
COLONS = frozenset(":：")
SIGNS_A_WORD = 2
"""How many characters of a script without spaces a word has."""

_FILE = regex(
    r"(?i)\W{0,3}(?:scarica|download|herunterladen|télécharge[rz]|descarg(?:ar?|ue)|baix(?:ar|e)|pobierz|скачать|завантажити)\b|pdf\b"
)
"""How a line begins that offers a document, whose state the date below it may be."""
_KICK_OFF = regex(r"@\s?\d")
_FIRST_SIGN = "\u0e00"
_SIGNS = regex(f"[{_FIRST_SIGN}-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_WORDS = regex(r"[^\W\d_][^\s\d.,;:!?()|/\[\]•·–—>'’-]+")
MAX_LABEL_REST = 4
"""Most characters of a label after its word: "Published on:"."""
_PRECISION = {"cued": 0.9, "clock": 0.97, "bare": 0.92}
"""By kind of line: with a word such as "published", with a time, with neither; measured on pages in twenty languages."""
_STORY = "The port of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier in the morning."


class TimestampBlock(DocumentRule):
    """A line that holds only when the article was published or updated.

    Why it matters: the time is metadata; in the text it reads like a sentence without a verb, and differs between copies
    of one article.

    What to do: move it to the field of the date, and remove the line.
    """

    code, name, severity = "DAT009", "timestamp-block", Severity.INFO
    fix = "unsafe"
    examples = (
        Bad("⟦Published: 18 June 2023, 08:30 am⟧\n\nThe port is open.", fixed="The port is open."),
        Bad("⟦18.06.2023, 08:30 Uhr⟧\nDer Hafen ist offen."),
        Bad("⟦Publié le 18 juin 2023 à 16h33 | Mis à jour le 19 juin 2023 à 10h⟧\nLe port est ouvert."),
        Bad("⟦公開日：2023年6月18日 10:30⟧\n港が開いた。"),
        Bad("⟦วันพุธที่ 24 มิถุนายน 2563⟧\nท่าเรือเปิดแล้ว"),
        Bad("⟦Mercredi 24 juin 2020⟧\n\nLe port est ouvert."),
        Bad(
            "How to mend a chair\nBy\nAna Ruiz\n⟦Published\nApril 30, 2025⟧\n⟦Updated\nMay 5, 2025⟧\nThe council of Larn approved the plan for "
            "the new tram line on Tuesday night after a debate of six hours, and the mayor said that work would begin in spring.",
            fixed="How to mend a chair\nBy\nAna Ruiz\nThe council of Larn approved the plan for "
            "the new tram line on Tuesday night after a debate of six hours, and the mayor said that work would begin in spring.",
        ),
        Bad(
            "Wie man einen Stuhl flickt\n⟦Veröffentlicht am:\n30. April 2025⟧\nDer Stadtrat von Larn hat den Plan für die neue Straßenbahn am "
            "Dienstagabend nach langer Debatte mit knapper Mehrheit beschlossen, wie die Stadt am Mittwoch mitteilte.",
        ),
        Good(
            "Monday, 22 June 2020\n\nThe first cracks are found.\n\nWednesday, 24 June 2020\n\nThe bridge is closed.",
            why="days of a diary",
        ),
        Good("The port opened on 18 June 2023."),
        Good("18.06.2023 Der Hafen ist offen, sagt der Bürgermeister.", why="a sentence after it"),
        Good("18 June 2023:\n\nThe port is open again.", why="a heading in a chronicle"),
        Good(
            f"{_STORY}\n\n14 March 2019\n\nThe first cracks are found.\n\n2 June 2020\n\nThe bridge is closed.",
            why="a date that heads what follows",
        ),
        Good(f"{_STORY}\n\nReleased: 5 May 2022\nDirector: Ann Lee\n\n{_STORY}", why="the data of a film"),
        Good("They wrote in a memo of\nMarch 13, 2023\n, which was printed.", why="a piece of a sentence"),
        Bad("⟦अंतिम बार अपडेट: 3 अगस्त 2026, 10:30⟧\n\nबंदरगाह खुल गया है।"),
        Good("बंदरगाह का किराया बदला\n\n(नई दरें 1 एप्रिल 2016 पासून लागू होतील.)", why="vowel signs are part of a word"),
        Good("भाडे बदलले\n\n(नवे भाडे 5 मे 2016 पर्यंत मिळेल.)", why="a note with a verb"),
        Good(
            "Larn meet Orlo.\nOld Quay, Larn\nSaturday, 13-06-2020 @7:30pm\nOrlo look to edge closer to the title.",
            why="a match",
        ),
        Good("Name: Jo Hale\nDate of Birth: 8 February 1998\nPosition: goalkeeper", why="the data of a person"),
        Good("Név: Hale Jó\nSzületési idő: 1998. február 8.\nPoszt: kapus", why="the same, in any language"),
        Good("姓名：王明\n出生日期：1998年2月8日\n位置：守门员"),
        Good("Ort: Hafen von Larn\nAnstoß: 8. Februar 2020, 20:30 Uhr", why="a label that says what is on that day"),
        Good(
            f"{_STORY}\n\nThese are the races of Larn:\nFriday, 20 June 2025\n13:55 WIB | Boats – Practice 1\n14:40 WIB | Boats – Race\n"
            "Saturday, 21 June 2025\n13:35 WIB | Boats – Practice 2",
            why="days of a programme",
        ),
        Good("Freitag, 20. Juni 2025\n10:00 Uhr Lauf der Kinder\n14:40 Uhr Lauf der Boote", why="the same, at the top"),
        Good(
            f"{_STORY}\n\nO porto abre as portas\nData: 14 de fevereiro de 2025\nHorário: 10h\nLocal: cais velho de Larn",
            why="the day of an event",
        ),
        Good(
            f"{_STORY}\n\nBoat\nFirst trip\nTrips\nDays\nSwan\nMarch 1, 2017\n46\n21\nHeron\nApril 1, 2018*\n24\n8"
            f"\nGannet\nMarch 1, 2017\n40\n9\n\n{_STORY}",
            why="cells of a table",
        ),
        Good(
            f"{_STORY}\n\nScarica il documento: regole del porto di Larn\nAggiornamento al 14 agosto 2021\nRegole_porto_Larn",
            why="the state of a document",
        ),
        Good(f"{_STORY}\n\nDownload: rules of the port\nUpdated: 14 August 2021\nRules_port_Larn", why="the same"),
        Good("Montag, 19. Juni 2023: Tag der offenen Tür", why="an event"),
        Good(
            "El consejo de Orlo aprobó el plan del festival el lunes, y la entrada no tiene costo.\nEvento: Festival del Puerto\n"
            "Fecha: 13 de abril del 2019\nLugar: Muelle de Larn\nHorario: De las 11:00 a las 22.00 hrs",
            why="the day of an event, above its hours",
        ),
        Good(
            f"{_STORY}\n\n{_STORY}\n\nNext: meeting in Orlo\n\n25 September 2013\n\nThe next meeting of the members will be held "
            "in the old customs house of Orlo on 25 September, and all who pay their share until June are asked to come.",
            why="the day of an event that the next sentence names",
        ),
        Good(
            f"{_STORY}\n\nShips a day\n14 March\t81\n15 March\t98\n16 March\t107\n\n{_STORY}",
            why="rows of a table, of which the number reads like a year",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines of nothing but dates and times."""
        by_line: dict[int, list[FoundDate]] = {}
        for found in doc.dates:
            if found.until or _is_of_cells(doc, found):
                continue
            if found.value and _is_own(found) and (found.cue or found.value.year >= FIRST_YEAR):
                by_line.setdefault(doc.line_at(found.span.start).index, []).append(found)
        for index, dates in by_line.items():
            line = doc.lines[index]
            is_block = len(line.text) <= MAX_CHARS and _is_block(doc, line, dates)
            if is_block and line.index not in doc.table_lines and _stands_alone(doc, line, dates):
                yield self._on(doc, line, dates)

    def _on(self, doc: Document, line: Line, dates: list[FoundDate]) -> Finding:
        kind = (
            "cued" if any(found.cue for found in dates) else "clock" if any(found.clock for found in dates) else "bare"
        )
        finding = self.on_lines(
            doc,
            _label_above(doc, line, dates[0]) or line,
            line,
            message=f'line of dates: "{excerpt(line.text)}"',
            confidence=_PRECISION[kind],
            evidence={"kind": kind, "dates": [found.value.isoformat() for found in dates if found.value]},
        )
        # A day alone at the top may be all that tells of the article's own.
        return finding._replace(fix=None) if dates[0].role == "header" else finding


def _label_above(doc: Document, line: Line, found: FoundDate) -> Line | None:
    """Return the line right above a date that is all of its label: "Published"."""
    above = doc.before(line)
    label, cue = above.text.strip(" :*") if above else "", found.cue.strip(" :*")
    return above if cue and label.startswith(cue) and len(label) <= len(cue) + MAX_LABEL_REST else None


def _is_own(found: FoundDate) -> bool:
    """Tell whether a date may be that of the article, or of the page: a day alone at the top is either."""
    return found.is_stated or found.role == "header"


def _is_of_cells(doc: Document, found: FoundDate) -> bool:
    """Tell whether a date was read from two cells of a row: a day, and a number that is no year, as in "15 May⇥98"."""
    return "\t" in doc.text[found.span.start : found.span.end]


def _stands_alone(doc: Document, line: Line, dates: list[FoundDate]) -> bool:
    """Tell whether a line is no piece of a broken sentence, no row of data, and heads no entry of the article."""
    above, below = doc.before(line), doc.after(line)
    is_piece = above is not None and above.text.rstrip()[-1:] in JOINS
    if is_piece or (below is not None and (below.text.lstrip()[:1] in JOINS or below.text.lstrip()[:1].islower())):
        return False
    zone = doc.zone(line)
    if _tells_of_event(doc, line, below, dates) or (dates[0].role == "header" and _heads_entry(doc, line)):
        return False
    if zone == "head" or line.index == doc.body_range[0]:
        return True
    if zone == "tail":
        return not (above and _FILE.match(above.text)) and not (
            above and below and ends_sentence(above.text) and ends_sentence(below.text)
        )
    if any(found.role == "published" and found.cue for found in dates):
        return not any(is_released(doc, line, found) for found in dates)
    # Between two paragraphs it heads what follows; below a headline without a full stop it is that one's.
    return above is not None and not ends_sentence(above.text) and above.text.rstrip()[-1:] not in COLONS


def _tells_of_event(doc: Document, line: Line, below: Line | None, dates: list[FoundDate]) -> bool:
    """Tell whether a day heads the rows of a programme, or is that of an event; at the top a time is the article's, too."""
    if doc.zone(line) == "head":
        return below is not None and opens_programme(doc, line) and opens_programme(doc, below)
    return opens_programme(doc, line) or is_of_event(doc, line) or _is_named_below(doc, below, dates)


def _is_named_below(doc: Document, below: Line | None, dates: list[FoundDate]) -> bool:
    """Tell whether the next line says what is on at the day of a line without a cue."""
    if below is None or any(found.cue for found in dates):
        return False
    named = doc.once(_event_days).get(below.index)
    return named is not None and any((found.month, found.day) in named for found in dates)


def _event_days(doc: Document) -> dict[int, set[tuple[int | None, int | None]]]:
    """Return by line the days of which it says what is on."""
    days: dict[int, set[tuple[int | None, int | None]]] = {}
    for found in doc.dates:
        if found.role == "event" and found.day:
            days.setdefault(doc.line_at(found.span.start).index, set()).add((found.month, found.day))
    return days


def _heads_entry(doc: Document, line: Line) -> bool:
    """Tell whether a day at the top is the first of several that head the entries of a diary."""
    lines = (doc.line_at(found.span.start) for found in doc.dates if found.weekday is not None and found.role == "line")
    return any(other.index != line.index and len(other.text) <= MAX_CHARS for other in lines)


def _is_block(doc: Document, line: Line, dates: list[FoundDate]) -> bool:
    """Tell whether hardly a word is on a line beside its dates and their cues; with a colon it is a heading."""
    if line.text.rstrip().endswith(":") or _KICK_OFF.search(line.text) or is_labelled(doc, line, dates[0]):
        return False
    stretches, at = [], line.start
    for found in dates:
        start, end = found.whole or found.span
        stretches.append(_without(found.cue, doc.text[at:start]))
        at = end
    rest = " ".join([*stretches, _without(dates[-1].cue, doc.text[at : line.end])])
    signs = 0 if rest.isascii() or max(rest) < _FIRST_SIGN else len(_SIGNS.findall(rest))
    words = max(len(_WORDS.findall(rest)), signs // SIGNS_A_WORD)
    return words <= MAX_OTHER_WORDS and not any(map(str.isdigit, rest))


def _without(cue: str, stretch: str) -> str:
    return stretch.replace(cue, " ") if cue else stretch
