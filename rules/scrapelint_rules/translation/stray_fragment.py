"""MTX014 stray-fragment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Good, Severity, excerpt
from scrapelint_rules.translation._shared.fragments import HEADING, fragments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding

SAID = {
    "fragment": "words that belong to no sentence, and a full stop alone",
    "stop": "a full stop alone",
    "comma": "a comma behind a comma",
    "heading": "a heading put as no heading is",
}


class StrayFragment(DocumentRule):
    """Words that belong to no sentence, and marks that close none: "Hardly flat. .", and so on.

    Why it matters: a piece of the source was dropped, or moved away from its sentence; what is left is noise.

    What to do: look at the sentence before it, and beside its source. Headings in English only.
    """

    code, name, severity = "MTX014", "stray-fragment", Severity.INFO
    native_share = 0.0
    patterns = (HEADING,)
    examples = (
        Bad(
            "The two sides have not met since the spring, and the talks between the towns on the river were thin. "
            "⟦Hardly flat. .⟧"
        ),
        Bad(
            "Die beiden Seiten haben sich seit dem Frühling nicht mehr getroffen, und die Gespräche zwischen den Städten "
            "waren dünn. ⟦.⟧ Das ist nicht neu."
        ),
        Bad(
            "Les deux villes ne se sont pas parlé depuis le printemps,⟦,⟧ et les échanges entre elles ont été rares, selon "
            "le maire de la plus grande."
        ),
        Bad(
            "The two sides have not met since the spring, and the talks between the towns on the river were thin.\n\n"
            "⟦Ruiz eleventh agreed session⟧\n\n"
            "A session was to be held in the week before Easter, but neither of the towns on the river sent anyone to it."
        ),
        Good(
            "He waited. . . and waited, and the men of the town on the river did so too, for all of the night and day."
        ),
        Good("Ruiz third in the cup\n\nShe came in third.", why="a headline"),
        Good(
            "Sie kam aus Larn, z. B. aus der Stadt am Fluss, in der auch die anderen schon seit Jahren zu Hause sind."
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each fragment."""
        for fragment in fragments(doc):
            yield self.finding(
                f'{SAID[fragment.kind]}: "{excerpt(doc.text[fragment.start : fragment.end].strip())}"',
                (fragment.start, fragment.end),
                confidence=0.7,
                evidence={"kind": fragment.kind},
            )
