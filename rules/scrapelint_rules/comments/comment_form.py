"""CMT001 comment-form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity
from scrapelint_rules.comments._shared.form import in_form

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit


class CommentForm(PhraseRule):
    """A sentence of the form in which readers write a comment.

    Why it matters: "Your email address will not be published" is among the most frequent lines
    of scraped corpora, and models learn to end articles with it.

    What to do: remove the line; the extractor's rule for the comment section is missing.
    """

    code, name, severity = "CMT001", "comment-form", Severity.ERROR
    fix = "safe"
    packs = ("comment-form",)
    examples = (
        Bad(
            "Talks ended on Friday.\n\n⟦Your email address will not be published. Required fields are marked *⟧",
            fixed="Talks ended on Friday.",
        ),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Deine E-Mail-Adresse wird nicht veröffentlicht.⟧\n"),
        Bad("⟦Отменить ответВаш адрес email не будет опубликован.⟧"),
        Good("Leave a reply was what the machine said, and nobody did.", why="a sentence"),
        Good(
            "On the page stood “Your email address will not be published”, which a reporter had copied by mistake into "
            "the story of the day, and the desk laughed.",
            why="quoted within a paragraph",
        ),
        Good("She said that her e-mail address would be published by nobody.", why="a sentence about an address"),
    )

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line of a hit, surer near another part of the form."""
        return super().on_hit(doc, in_form(doc, hit))
