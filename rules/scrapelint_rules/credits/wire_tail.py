"""CRD002 wire-tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.credits._shared.after_sentence import CreditRule, credit_start

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit


class WireTail(CreditRule):
    """The agency's line on who reported and edited: "(Reporting by ...; editing by ...)".

    Why it matters: it is a credit, not a sentence of the story; some corpora want to keep it as a field.

    What to do: move it to a field of its own, or remove the line.
    """

    code, name, severity = "CRD002", "wire-tail", Severity.INFO
    fix = "unsafe"
    packs = ("wire-tail",)
    what = "agency's credit"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦(Reporting by Ana Ruiz; Editing by Jo Hale)⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday. ⟦(Writing by Ana Ruiz; Editing by Jo Hale)⟧", fixed="Talks ended on Friday."),
        Bad("Las conversaciones terminaron el viernes.\n\n⟦(Reporte de Ana Ruiz; editado por Juan Gil)⟧"),
        Bad("Talks ended on Friday.\n\n⟦Reporting by Ana Ruiz in Orlo⟧"),
        Good("Reporting by day wore her out, and so did the nights at the desk, she said at last.", why="a sentence"),
        Good("He was praised for his reporting.", why="prose"),
        Good("The film was edited by hand.", why="prose"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether the line has the form of a credit: bracketed, in parts, or not closed like a sentence."""
        text = hit.line.text[credit_start(hit) - hit.line.start :].strip()
        return text.startswith(("(", "[")) or ";" in text or not text.endswith((".", "!", "?"))
