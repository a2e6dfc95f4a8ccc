"""NAV009 ticker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, Good, LinePattern, PhraseRule, Severity, cap, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Hit

_BULLETS = LinePattern(r"^[^•●▪|]{10,120}(?:\s[•●▪|]\s[^•●▪|]{10,120}){2,10}$", (" • ", " ● ", " ▪ ", " | "))
_SENTENCE = regex(r"[.!?]\s")


BULLETS = 0.7
"""Confidence of a row of headlines without any wording: titles with a site's name have the same form."""


class Ticker(PhraseRule):
    """A news ticker, or its label: "BREAKING", or headlines with bullets between them.

    Why it matters: the headlines are of the hour of the crawl and of other stories.

    What to do: remove the line.
    """

    code, name, severity = "NAV009", "ticker", Severity.WARNING
    fix = "unsafe"
    packs = ("ticker",)
    patterns = (_BULLETS,)
    what = "news ticker"
    needs_wording = True
    examples = (
        Bad("⟦BREAKING NEWS⟧\n\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("⟦Eilmeldung⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("⟦Floods cut off the valley • Council approves the tram line • Bus drivers call off strike⟧\n\nTalks ended."),
        Good("Breaking news reached the village by horse.", why="a sentence"),
        Good("The ticker showed the price of oil.", why="prose"),
        Good("red • green • blue", why="words, not headlines"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether the line is not closed like a sentence: "Breaking: ..." may open a story."""
        return not hit.line.text.rstrip().endswith((".", "。"))

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield labels, and rows of three or more headlines."""
        yield from super().check(doc)
        for line, _ in doc.matches(_BULLETS):
            if not _SENTENCE.search(line.text) and not line.text.rstrip().endswith("."):
                about = f'headlines in a row: "{excerpt(line.text)}"'
                yield self.on_lines(
                    doc, line, message=about, confidence=BULLETS, evidence={"kind": "bullets"}, at_most=cap(BULLETS)
                )
