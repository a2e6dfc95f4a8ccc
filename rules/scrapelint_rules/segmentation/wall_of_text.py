"""SEG007 wall-of-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, Span, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line

_END = regex(r"[.!?…。！？؟۔।॥։።．;；:：]")


class WallOfText(DocumentRule):
    """A paragraph or a sentence of a length that nobody writes.

    Why it matters: paragraph breaks or end marks were lost, and with them the borders by which
    the text is cut for training and search.

    What to do: look at the page; the extractor joined its paragraphs, or the text is no prose.
    """

    code, name, severity = "SEG007", "wall-of-text", Severity.INFO
    max_sentence_chars = Setting(
        1200, "code points without any end mark; twice the longest in 259 hand-cleaned articles (581)", minimum=1
    )
    max_paragraph_chars = Setting(
        6000,
        "code points of a paragraph; twice the longest in 259 hand-cleaned articles (3,345), rounded down",
        minimum=1,
    )
    examples = (
        Bad("⟦" + "the council and the mayor and the people of the town " * 30 + "met⟧"),
        Bad("⟦" + ("The council met on Monday. " * 250).strip() + "⟧"),
        Bad("⟦" + "市议会和市长以及全体市民" * 120 + "⟧"),
        Good("The council met on Monday. It was late.\n\n" * 200, why="paragraphs and sentences of usual length"),
        Good("The council met; the mayor spoke; " * 60, why="long, but with marks"),
        Good("One sentence alone.", why="short"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each paragraph without marks, or far too long."""
        least = min(self.max_sentence_chars, self.max_paragraph_chars)
        if len(doc.text) <= least:
            return
        for line in [line for line in doc.rows if len(line.text) > least]:
            start, end = _longest_stretch(line)
            if end - start > self.max_sentence_chars:
                yield self.finding(
                    f"{end - start} characters without an end mark",
                    Span(start, end),
                    confidence=0.95,
                    evidence={"kind": "sentence", "chars": end - start, "threshold": self.max_sentence_chars},
                )
            elif len(line.text) > self.max_paragraph_chars:
                yield self.finding(
                    f"a paragraph of {len(line.text)} characters",
                    line.span,
                    confidence=0.9,
                    evidence={"kind": "paragraph", "chars": len(line.text), "threshold": self.max_paragraph_chars},
                )


def _longest_stretch(line: Line) -> tuple[int, int]:
    """Return the offsets of the longest stretch of a line that no end mark interrupts."""
    best, start = (0, 0), 0
    for match in _END.finditer(line.text):
        if match.start() - start > best[1] - best[0]:
            best = (start, match.start())
        start = match.end()
    end = len(line.text.rstrip())
    if end - start > best[1] - best[0]:
        best = (start, end)
    return line.start + best[0], line.start + best[1]
