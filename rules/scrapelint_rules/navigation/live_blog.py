"""NAV011 live-blog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Setting, Severity, regex
from scrapelint_rules.navigation._shared.entry_times import TIME_OF_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_TIME = regex(
    rf"^\W{{0,3}}{TIME_OF_DAY}(?:\s?(?:am|pm|AM|PM|a\.m\.|p\.m\.|Uhr|GMT|BST|CET|CEST|ET|EST|EDT|h))?\b(?!\s?(?:-|–|bis|to)\s?\d)"
)
"""A time of day at the head of a line; a span of hours ("10:00-18:00") is an opening time."""


class LiveBlog(PhraseRule):
    """A live blog: entries led by the time of day, newest first.

    Why it matters: it is no single story; its parts contradict each other as the day goes on.

    What to do: split it into its entries, or leave it out of a corpus of articles.
    """

    code, name, severity = "NAV011", "live-blog", Severity.WARNING
    packs = ("live-blog",)
    what = "live blog"
    min_entries = Setting(4, "how many lines have to begin with a time of day, without any wording", minimum=2)
    examples = (
        Bad("⟦Key events⟧\n\nThe river has passed its highest mark."),
        Bad("10:42 The bridge is closed.\n\n10:15 The river passes the highest mark.\n\n9:58 The mayor speaks.\n\n9:30 Rain."),
        Bad("⟦Show key events only⟧\n\nThe bridge is closed."),
        Good("10:00-18:00 Monday\n10:00-18:00 Tuesday\n10:00-18:00 Wednesday\n10:00-18:00 Thursday", why="opening times"),
        Good("At 10:42 the bridge was closed, and at 11:15 it was gone.", why="a sentence"),
        Good("10:42 was the time on the clock.", why="one line"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for the document, on its surest sign."""
        for hit in self.best_hits(doc):
            yield self.on_hit(doc, hit)
            return
        colons = doc.text.count(":")
        if colons < self.min_entries and colons + doc.text.count("Uhr") < self.min_entries:
            return
        entries = [line for line in doc.lines if line.key[:1].isdigit() and _TIME.match(line.text)]
        if len(entries) >= self.min_entries:
            yield self.finding(
                f"{len(entries)} lines begin with a time of day",
                confidence=0.85,
                evidence={"entries": len(entries), "min_entries": self.min_entries, "first_row": entries[0].row + 1},
            )
