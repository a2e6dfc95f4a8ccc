"""LLM002 chat-wrapper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint import Document, Hit

EDGE_LINES = 2
"""The wrapper stands among this many first or last lines that are not blank."""


class ChatWrapper(PhraseRule):
    """What a chat model says around its answer: "Sure! Here is the article".

    Why it matters: the text was written by a model and pasted unread.

    What to do: remove the line, and look at what else comes from that site.
    """

    code, name, severity = "LLM002", "chat-wrapper", Severity.ERROR
    fix = "unsafe"
    packs = ("chat-wrapper",)
    what = "wrapper of a chat model's answer"
    examples = (
        Bad("⟦Sure! Here is the article:⟧\n\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦Let me know if you'd like me to make any changes.⟧", fixed="Talks ended on Friday."),
        Bad("⟦Hier ist der überarbeitete Artikel:⟧\n\nDie Gespräche endeten am Freitag."),
        Good("Here is the article of the constitution that the court cited.", why="a sentence"),
        Good("He was sure.", why="prose"),
        Good("One.\n\nTwo.\n\nThree.\n\nSure! Here is the article:\n\nFour.\n\nFive.\n\nSix.", why="not at an edge of the text"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line stands at an edge of the text."""
        return hit.line.index < EDGE_LINES or hit.line.index >= len(doc.lines) - EDGE_LINES
