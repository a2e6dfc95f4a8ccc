"""MTX011 credit-calque."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint import Document, Hit


class CreditCalque(PhraseRule):
    """An agency's formula for who reported and edited, translated back wrongly: "(Covering by ...)".

    Why it matters: agencies write this line always alike. One that is put otherwise has been through another
    language, and so has the article above it.

    What to do: know the article for a translation; a better copy of it is likely to be found.
    """

    code, name, severity = "MTX011", "credit-calque", Severity.WARNING
    native_share = 0.0
    packs = ("credit-calque",)
    what = "an agency's formula in other words"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦(Covering by Ana Ruiz; Editing by Jo Hale)⟧"),
        Bad("Talks ended on Friday.\n\n⟦(Reporting by Ana Ruiz; Edition by Jo Hale)⟧"),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦(Berichterstattung durch Ana Ruiz; Bearbeitung durch Jo Hale)⟧"),
        Bad("Les pourparlers ont pris fin vendredi.\n\n⟦(Rapport par Ana Ruiz; montage par Jo Hale)⟧"),
        Good("Talks ended on Friday.\n\n(Reporting by Ana Ruiz; Editing by Jo Hale)", why="the formula itself"),
        Good("She won a prize for coverage by radio of the talks, which ended on Friday in Larn.", why="a sentence"),
        Good("Die Berichterstattung durch die Sender war gut.", why="a sentence"),
    )

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether the line has the form of a credit: bracketed, or in parts."""
        text = hit.line.text.strip()
        return text.startswith(("(", "[")) or (hit.entry.id != "line") or ";" in text
