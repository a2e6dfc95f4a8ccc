"""CRD002 wire-tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, PhraseRule, Severity, Span
from scrapelint_rules.credits._shared.brackets import with_space

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit


class WireTail(PhraseRule):
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
        text = _tail(hit)
        return text.startswith(("(", "[")) or ";" in text or not text.endswith((".", "!", "?"))

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding: on the line, or on the brackets behind a sentence of the story."""
        if _start(hit) == hit.line.span.start:
            return super().on_hit(doc, hit)
        finding = super().on_hit(doc, hit)
        span = Span(_start(hit), hit.line.span.end)
        edits = (Edit(*with_space(doc.text, span)),)
        fix = finding.fix and finding.fix._replace(message="remove the credit", edits=edits)
        return finding._replace(span=span, fix=fix)


def _start(hit: Hit) -> int:
    """Return where the credit begins: at the bracket before the phrase, else with the line."""
    line = hit.line
    bracket = max(line.text.rfind(mark, 0, hit.start - line.start + 1) for mark in "([")
    if bracket < 0 or any(mark in line.text[bracket : hit.start - line.start] for mark in ")]"):
        return line.span.start
    return line.start + bracket


def _tail(hit: Hit) -> str:
    return hit.line.text[_start(hit) - hit.line.start :].strip()
