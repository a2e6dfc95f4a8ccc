"""NAV014 filler."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document, Finding, Line


MAX_LABEL_CHARS = 40
"""Longest line, in code points, that may be beside a filler without being a paragraph: other fillers."""
MAX_LABELS = 6
"""How many lines away the paragraph may be."""

_COLONS = (":", "：", "\ufe55", "\u0589")
_BRACKETS = ("[", "(", "（", "【", "<")
_AROUND_LABEL = "*_ \t\u00a0"

MIN_BETWEEN = 2
"""How many of the copies have to come between two paragraphs; the others may be at headings and lists."""
MIN_BETWEEN_SHARE = 0.4
"""The same as a share of the copies: a label over every exercise of a page comes between few paragraphs."""


class Filler(DocumentRule):
    """The same short line again and again between the paragraphs, with no wording to know it by.

    Why it matters: a content system prints it around every block; it is on no page that people see.

    What to do: remove the lines.
    """

    code, name, severity = "NAV014", "filler", Severity.WARNING
    fix = "safe"
    packs = ("ad-label", "embed-residue")
    min_repeats = Setting(5, "how often the line stands in the text at least", minimum=2)
    max_line_chars = Setting(
        40, "longest line, in code points; refrains and labels of interviews are longer", minimum=1
    )
    examples = (
        Bad(
            "⟦Content block⟧\n"
            "The river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.\n"
            "⟦Content block⟧\n⟦Content block⟧\n"
            "Engineers had warned of the danger for years, but the money for a new one was never found, they said.\n"
            "⟦Content block⟧\n"
            "A ferry will carry people to work until the water has gone down, the district told the residents.\n"
            "⟦Content block⟧\n"
            "Schools stay closed until Friday at the earliest, and the market moves to the square behind the church."
        ),
        Bad(
            "⟦Inhaltsblock⟧\n⟦Inhaltsblock⟧\n"
            "Der Fluss stieg in einer Nacht um zwei Meter, und die alte Brücke wurde am Morgen für alle gesperrt.\n"
            "⟦Inhaltsblock⟧\n"
            "Ingenieure hatten seit Jahren davor gewarnt, doch das Geld für eine neue Brücke fand sich nie dafür.\n"
            "⟦Inhaltsblock⟧\n"
            "Eine Fähre bringt die Leute zur Arbeit, bis das Wasser wieder gesunken ist, hieß es am Montag im Rathaus.\n"
            "⟦Inhaltsblock⟧"
        ),
        Bad(
            "⟦Scroll on⟧\n"
            "The river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.\n"
            "⟦Scroll on⟧\n"
            "Engineers had warned of the danger for years, but the money for a new one was never found, they said.\n"
            "⟦Scroll on⟧\n⟦Scroll on⟧\n"
            "A ferry will carry people to work until the water has gone down, the district told the residents.\n"
            "⟦Scroll on⟧"
        ),
        Good("Yes\n\nNo\n\nYes\n\nNo\n\nYes\n\nNo\n\nYes\n\nNo\n\nYes\n\nNo", why="a list without any paragraph"),
        Good(
            "Q:\nThe river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.\n" * 5,
            why="the label of an interview",
        ),
        Good(
            "Ana Ruiz\nThe river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.\n"
            "Jo Hale\nEngineers had warned of the danger for years, but the money for a new one was never found, I hear.\n" * 5,
            why="who speaks in an interview",
        ),
        Good(
            "记者：\n河水在一夜之间上涨了两米，老桥从凌晨起对所有车辆关闭，附近的学校也全部停课，直到周五为止。\n" * 6,
            why="the label of an interview, before a full-width colon",
        ),
        Good(
            "[Applause]\nThe river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.\n[Applause]\n"
            * 3,
            why="what is heard in a transcript",
        ),
        Good(
            "Goal!\nThe river rose by two metres in one night, and the old bridge was closed to all traffic at dawn.\n" * 2,
            why="only twice",
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield a finding for each copy of a line that comes back between paragraphs."""
        known = doc.hit_lines(*self.packs)
        for lines in self._repeated(doc):
            fillers = {line.index for line in lines}
            if known & fillers or not _is_doubled(lines) or fillers & doc.speaker_lines:
                continue
            between = [line for line in lines if _between_prose(doc, line, fillers)]
            if len(between) >= MIN_BETWEEN and len(between) >= MIN_BETWEEN_SHARE * len(lines):
                yield from self._copies(doc, lines)

    def _repeated(self, doc: Document) -> Iterator[list[Line]]:
        """Yield the copies of each short line without a number that is often enough."""
        often = self.min_repeats
        for key, lines in doc.by_key.items():
            if (
                len(lines) >= often
                and len(key) <= self.max_line_chars
                and not any(map(str.isdigit, key))
                and not _is_label(lines[0].text)
                and not _in_prose(doc, lines)
            ):
                yield lines

    def _copies(self, doc: Document, lines: list[Line]) -> Iterator[Finding]:
        for line in lines:
            yield self.on_lines(
                doc,
                line,
                message=f'"{excerpt(line.text)}" stands {len(lines)} times between the paragraphs',
                confidence=0.95,
                evidence={"kind": "doubled", "repeats": len(lines), "min_repeats": self.min_repeats},
            )


def _is_doubled(lines: list[Line]) -> bool:
    """Tell whether two copies are together, as no labels of the article's own are: nothing is said between them."""
    return any(upper.index + 1 == lower.index for upper, lower in pairwise(lines))


def _is_label(text: str) -> bool:
    """Tell whether a line announces what follows, or says in brackets what is heard: "Q:", "[Applause]"."""
    bare = text.strip().strip(_AROUND_LABEL)
    return bare[-1:] in _COLONS or bare[:1] in _BRACKETS


def _between_prose(doc: Document, line: Line, fillers: set[int]) -> bool:
    """Tell whether the nearest longer lines above and below are paragraphs, the upper one not broken off.

    A linked name in the middle of a sentence, or a label over every exercise, is no filler.
    """
    above = _long_neighbour(doc.lines[max(0, line.index - MAX_LABELS) : line.index][::-1], fillers)
    below = _long_neighbour(doc.lines[line.index + 1 : line.index + 1 + MAX_LABELS], fillers)
    return above is not None and below is not None and {above.index, below.index} <= doc.paragraphs


def _in_prose(doc: Document, lines: list[Line]) -> bool:
    """Tell whether the words are in other lines too: a linked name that was put on a line of its own."""
    return doc.text.count(lines[0].text.strip()) > len(lines)


def _long_neighbour(lines: Iterable[Line], fillers: set[int]) -> Line | None:
    """Return the first line that is no filler and no short label, at most a few lines away."""
    for line in lines:
        if line.index not in fillers and len(line.text) > MAX_LABEL_CHARS:
            return line
    return None
