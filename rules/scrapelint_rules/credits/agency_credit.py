"""CRD007 agency-credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.credits._shared import colleagues
from scrapelint_rules.credits._shared.behind_sentence import CreditRule

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit


class AgencyCredit(CreditRule):
    """An agency's name alone on its line, or "(With AP inputs)".

    Why it matters: it is a credit, not a sentence of the story.

    What to do: move it to a field of its own, or remove the line.
    """

    code, name, severity = "CRD007", "agency-credit", Severity.INFO
    fix = "unsafe"
    packs = ("agency",)
    what = "agency's credit"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦(With AP inputs)⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag. ⟦(mit dpa)⟧", fixed="Die Gespräche endeten am Freitag."),
        Bad("Talks ended on Friday.\n\n⟦• Reuters⟧", fixed="Talks ended on Friday."),
        Bad("Переговоры закончились в пятницу.\n\n⟦ТАСС⟧"),
        Bad("Talks ended on Friday.\n\n⟦Jo Hale and Ana Ruiz contributed reporting.⟧", fixed="Talks ended on Friday."),
        Bad("As conversas terminaram na sexta-feira.\n\n⟦*Sob supervisão de Ana Ruiz⟧"),
        Good("Hale worked in Orlo until May.\n\nShe also contributed reporting.", why="a sentence on a journalist's life"),
        Good("The baker learned for years.\n\nSob supervisão de um mestre", why="a subheading, without an asterisk"),
        Good("The minister told Reuters that he would not resign.", why="prose"),
        Good("AP calculus is taught in the last year.", why="another sense"),
        Good("He worked for dpa for twenty years.", why="prose"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether the line is short: a credit, not a sentence that begins with one."""
        if hit.entry.id == colleagues.ENTRY and not colleagues.names_colleagues(hit.line):
            return False
        return len(hit.line.text) <= hit.entry.max_line_chars
