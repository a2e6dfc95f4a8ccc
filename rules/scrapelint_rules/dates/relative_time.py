"""DAT010 relative-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

MAX_CHARS = 40
"""Longest line that can be an age, in code points."""
_RUSSIAN = (
    "Совет Ларна в понедельник одобрил план нового моста через залив, и строить его начнут весной, сказал мэр города. "
    "Половину расходов берёт на себя государство, остальное делят порт и область, а паром ходит каждые два часа."
)
_ONE_NUMBER = regex(r"\D*+\d{1,3}+\D*+")
"""What an age is: one small number, and words."""


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
        Bad(
            f"{_RUSSIAN} Что известно о мосте? ⟦17 дней назад⟧ Что делать тем, кто живёт на острове? {_RUSSIAN}",
            fixed=f"{_RUSSIAN} Что известно о мосте? 17 дней назад Что делать тем, кто живёт на острове? {_RUSSIAN}",
        ),
        Good("The port opened 2 hours ago."),
        Good("Vor 3 Stunden wurde der Hafen von Larn geöffnet."),
        Good("2 hours", why="no age"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines that are ages."""
        short = [
            line for line in doc.lines_with_digits if len(line.key) <= MAX_CHARS and _ONE_NUMBER.fullmatch(line.key)
        ]
        if not short:
            return
        from scrapelint.plugin import read_age

        for line in short:
            age = read_age(line.text)
            if age:
                finding = self.on_lines(
                    doc,
                    line,
                    message=f'age of something on the page: "{excerpt(line.text)}"',
                    confidence=0.97,
                    evidence={"number": age.number, "unit": age.unit},
                )
                # Without line breaks the headline that it is of stands on its line, and would be left without it.
                yield finding._replace(fix=None) if doc.is_flat and line.text.strip() != doc.text.strip() else finding
