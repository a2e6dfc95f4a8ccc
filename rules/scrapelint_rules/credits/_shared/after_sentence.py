"""Rules on credits that may be in brackets after a sentence of the story, on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Edit, PhraseRule, Span
from scrapelint_rules.credits._shared.brackets import with_space

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit


class CreditRule(PhraseRule):
    """A rule whose findings are a line, or the brackets at its end where a sentence of the story comes before them."""

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding: on the line, or on the brackets after a sentence of the story."""
        finding = super().on_hit(doc, hit)
        start = credit_start(hit)
        if start == hit.line.span.start:
            return finding
        span = Span(start, hit.line.span.end)
        edits = (Edit(*with_space(doc.text, span)),)
        fix = finding.fix and finding.fix._replace(message="remove the credit", edits=edits)
        return finding._replace(span=span, fix=fix)


def credit_start(hit: Hit) -> int:
    """Return where a credit begins: at the bracket before the phrase or that it begins with, else with the line."""
    line = hit.line
    bracket = max(line.text.rfind(mark, 0, hit.start - line.start + 1) for mark in "([")
    if bracket < 0 or any(mark in line.text[bracket : hit.start - line.start] for mark in ")]"):
        return line.span.start
    return line.start + bracket
