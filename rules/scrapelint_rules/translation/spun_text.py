"""MTX016 spun-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt
from scrapelint_rules.translation._shared.signs.weak_signs import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

SURE_SIGNS = 3
"""Different swapped words from which the finding is a warning: 0 of 2,195 native texts have as many."""


class SpunText(DocumentRule):
    """Several words that a paraphrasing program put for common ones: "on the off chance that", "in an announcement".

    Why it matters: each of them may be a writer's own. Two of them in one text are rare, three mean that a program
    swapped its words to sell it as new; names and terms in it are no longer those of the world.

    What to do: leave the article out, and look at the others of its site. English only.

    Measured on English texts, infos counted: 0 of 1,622 native ones, 0 of 573 translated by people, 0 of
    1,195 translated by systems of 2018 to 2023.
    """

    code, name, severity = "MTX016", "spun-text", Severity.WARNING
    native_share = 0.0
    packs = ("spun-words",)
    min_signs = Setting(2, "different swapped words below which nothing is reported", minimum=2)
    needs_wording = True
    examples = (
        Bad(
            "⟦Financial specialists⟧ fear an exchange war on the off chance that the talks end, the ministry of the town said."
        ),
        Bad(
            "The mayor was ⟦inquired as to whether⟧ it is shut, the office said in an announcement to the press of the town."
        ),
        Bad(
            "⟦A few individuals⟧ were hurt, as indicated by the police, and the mayor likewise said that it was the frost."
        ),
        Good("Investors fear a trade war if the talks end, the ministry said in a statement to the press of the town."),
        Good(
            "Be that as it may, the bridge is shut, and the mayor of the town has said that it is the frost.", why="one"
        ),
        Good("Die Anleger fürchten einen Handelskrieg, sagte das Ministerium am Montag der Presse.", why="not English"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding at the first swapped word, which lists them all."""
        if doc.found_language != "en":
            return
        signs = sorted(phrases(doc, *self.packs))
        if len(signs) < self.min_signs:
            return
        is_sure = len(signs) >= SURE_SIGNS
        named = ", ".join(f'"{sign.key}"' for sign in signs)
        yield self.finding(
            f"{len(signs)} words of a paraphrasing program: {excerpt(named, 100)}",
            (signs[0].start, signs[0].end),
            confidence=0.93 if is_sure else 0.8,
            at_most=Severity.WARNING if is_sure else Severity.INFO,
            evidence={
                "kind": "signs",
                "value": len(signs),
                "threshold": self.min_signs,
                "places": [{"start": sign.start, "end": sign.end} for sign in signs],
            },
        )
