"""REP007 ngram-repetition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Good, Severity
from scrapelint_rules.repetition._shared.loops import may_loop, worst_measure
from scrapelint_rules.repetition._shared.repeats import repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding


class NgramRepetition(DocumentRule):
    """A text that goes round in circles: the same lines or phrases make up much of it.

    Why it matters: loops come from generators and translators that got stuck, from menus and
    from pages stuffed with search words; a model that reads them learns to loop.

    What to do: drop the text or look at it. The limits are those of Gopher (Rae et al. 2021,
    table A1); blank lines are not counted. A text that is the article twice is REP006.
    """

    code, name, severity = "REP007", "ngram-repetition", Severity.WARNING
    examples = (
        Bad("He said that the port of Larn is open. " * 12),
        Bad("\n\n".join(["Ferry tickets Larn cheap ferry tickets Larn port ferry tickets"] * 8)),
        Bad("Der Hafen von Larn ist offen und die Fähren fahren wieder. " * 9),
        Good("The port of Larn is open. The ferries sail again. Nobody knows for how long."),
        Good("Yes. Yes. Yes.", why="too short to measure"),
        Good("The port is open.\n\n\n\n\n\nThe ferries sail.\n\n\n\n\n\nNobody knows for how long.", why="blank lines"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding about the whole text, of the measure furthest over its limit."""
        if not may_loop(doc.text) or any(repeat.form == "doubled" for repeat in repeats(doc)):
            return
        worst = worst_measure([line.key for line in doc.lines if line.key])
        if worst:
            yield self.finding(
                f"{worst.name} make up {worst.value:.0%} of the text, limit {worst.limit:.0%}",
                confidence=0.9,
                evidence={"kind": worst.name, "value": round(worst.value, 3), "limit": worst.limit},
            )
