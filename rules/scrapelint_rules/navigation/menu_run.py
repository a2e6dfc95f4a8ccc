"""NAV006 menu-run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line

MAX_WORDS = 3
"""Longest line of a menu, in words."""
MAX_CHARS = 32
"""The same in code points."""
MIN_SHARE, MIN_SHARE_AROUND = 0.25, 0.1
"""Least share of known words in a menu, and in all short lines around: a long list of words has some of them, too.

In menus of pages the second one is .13 and more.
"""
_WORDS = "\n".join(
    f"{first} {last}" for first in ("old", "new", "north", "west") for last in ("quay", "bridge", "tram", "mayor")
)


class MenuRun(DocumentRule):
    """A menu: many lines of one to three words, some of them sections or buttons.

    Why it matters: the menu is the same on every page of a site.

    What to do: remove the lines.
    """

    code, name, severity = "NAV006", "menu-run", Severity.WARNING
    fix = "unsafe"
    packs = ("menu-word",)
    min_lines = Setting(5, "how many short lines have to follow each other", minimum=3)
    min_menu_words = Setting(3, "how many of them have to be known sections or buttons", minimum=1)
    examples = (
        Bad("⟦Home\nNews\nSport\nOpinion\nOrlo\nSubscribe⟧\n\nThe council approved the plan for the new tram line on Tuesday night "
            "after a debate of six hours."),
        Bad("⟦Startseite\nPolitik\nWirtschaft\nSport\nKultur⟧\n\nDer Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend "
            "nach langer Debatte mit knapper Mehrheit beschlossen."),
        Bad("⟦Inicio\nPolítica\nEconomía\nDeportes\nCultura⟧\n\nEl consejo aprobó el plan de la nueva línea de tranvía el martes por "
            "la noche tras un debate de seis horas."),
        Good("Red\nGreen\nBlue\nWhite\nBlack", why="no word of a menu"),
        Good("Sport", why="one heading"),
        Good(
            "These are the pages that the new site of the district will have from March on:\n\nHome\nNews\nSport\nOpinion\nContact\n\n"
            "The council approved the plan for them on Tuesday night after a debate of six hours.",
            why="a list that the article announces",
        ),
        Good(
            "금요일 파업이 예정된 도시는 다음과 같다.\n\n서울\n부산\n대구\n인천\n광주\n대전",
            why="a list that the article announces without a colon",
        ),
        Good(
            "The Larn Mail had the same five sections since 1974, and readers told the new owners in a survey that this was enough.\n\n"
            "News\nBusiness\nSport\nCulture\nTravel\n\n"
            "The pages on travel are to go all the same, the owners said on Friday, and culture will have two pages more.",
            why="a list of which the article speaks",
        ),
        Good("Home\nAway\nDrawn\nLost\nWon", why="a table with one such word"),
        Good(
            f"{_WORDS}\nmedia\nharbour\nenergy\nferry\nsport\n{_WORDS}", why="a long list of words, some of them sections"
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each run with enough known words."""
        known = doc.hit_lines("menu-word")
        if len(known) < self.min_menu_words:
            return
        for run, around in _runs(doc, known):
            words = sum(line.index in known for line in run)
            is_dense = words >= MIN_SHARE * len(run) and words >= MIN_SHARE_AROUND * around
            is_menu = len(run) >= self.min_lines and words >= self.min_menu_words and is_dense
            if is_menu and run[0].index not in doc.announced_lines | doc.taken_up_lines:
                yield self.on_lines(
                    doc,
                    run[0],
                    run[-1],
                    message=f"menu: {len(run)} lines of up to {MAX_WORDS} words, {words} of them sections or buttons",
                    confidence=0.9,
                    evidence={"lines": len(run), "menu_words": words, "min_menu_words": self.min_menu_words},
                )


def _runs(doc: Document, known: frozenset[int]) -> Iterator[tuple[list[Line], int]]:
    """Yield the runs of short lines around known words, each cut to its first and last known word, and their lengths uncut."""
    covered = -1
    for index in sorted(known):
        if index <= covered:
            continue
        start = end = index
        # Not over a run that was seen before: each line is walked over once.
        while start > covered + 1 and _is_short(doc.lines[start - 1]):
            start -= 1
        while end + 1 < len(doc.lines) and _is_short(doc.lines[end + 1]):
            end += 1
        covered = end
        last = max(i for i in range(index, end + 1) if i in known)
        yield doc.lines[index : last + 1], end - start + 1


def _is_short(line: Line) -> bool:
    return (
        len(line.text) <= MAX_CHARS
        and line.key.count(" ") < MAX_WORDS
        and not line.text.rstrip().endswith((".", ",", ";"))
    )
