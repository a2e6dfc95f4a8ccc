"""LLM001 assistant-voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

_QUOTES = "\"“”„«»「」『』‘'"


class AssistantVoice(PhraseRule):
    """A language model that speaks of itself: "As an AI language model", a refusal, a cutoff date.

    Why it matters: the text was written by a model and read by nobody before it was published.

    What to do: drop the record, and look at what else comes from that site.
    """

    code, name, severity = "LLM001", "assistant-voice", Severity.ERROR
    packs = ("assistant-voice",)
    what = "voice of a language model"
    examples = (
        Bad("⟦As an AI language model, I cannot give the names of the accused.⟧"),
        Bad("Talks ended on Friday.\n\n⟦As of my last knowledge update, no date for new talks was known.⟧"),
        Bad("⟦Als KI-Sprachmodell kann ich dazu keine Auskunft geben.⟧"),
        Good("The chatbot answered: “As an AI language model, I have no opinion.”", why="quoted"),
        Good("The firm sells an AI language model to hospitals.", why="news about a model"),
        Good("The model on the runway spoke of herself.", why="another sense"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the phrase is not in quotes: stories quote chatbots."""
        return not any(mark in _QUOTES for mark in doc.text[max(hit.line.start, hit.start - 2) : hit.start])
