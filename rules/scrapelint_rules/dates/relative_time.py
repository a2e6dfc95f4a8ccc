"""DAT010 relative-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

MAX_CHARS = 40
"""Longest line that can be an age, in code points."""


class RelativeTime(DocumentRule):
    """A line that tells only how long ago something was: "2 hours ago".

    Why it matters: it was true on the day of the crawl, and belongs to a teaser, a comment, or the head of the page.

    What to do: remove the line.
    """

    code, name, severity = "DAT010", "relative-time", Severity.INFO
    fix = "unsafe"
    examples = (
        Bad(
            "The port is open.\n\n⟦2 hours ago⟧\nBus drivers strike again",
            fixed="The port is open.\n\nBus drivers strike again",
        ),
        Bad("⟦Aktualisiert vor 3 Stunden⟧\n\nDer Hafen ist offen."),
        Bad("⟦hace 5 minutos⟧\n\nEl puerto está abierto."),
        Bad("港が開いた。\n\n⟦3時間前⟧"),
        Good("The port opened 2 hours ago."),
        Good("Vor 3 Stunden wurde der Hafen von Larn geöffnet."),
        Good("2 hours", why="no age"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines that are ages."""
        kinds = doc.shape.split(b"\n")
        short = [line for line in doc.lines if 0 < len(line.key) <= MAX_CHARS and _has_digit(kinds[line.row], line.key)]
        if not short:
            return
        from scrapelint.plugin import read_age

        for line in short:
            age = read_age(line.text)
            if age:
                yield self.on_lines(
                    doc,
                    line,
                    message=f'age of something on the page: "{excerpt(line.text)}"',
                    confidence=0.97,
                    evidence={"number": age.number, "unit": age.unit},
                )


def _has_digit(kinds: bytes, key: str) -> bool:
    """Tell whether a line has a digit: one of Latin-1 by its shape, else one among the signs beyond."""
    return b"0" in kinds or (b"?" in kinds and any(map(str.isdigit, key)))
