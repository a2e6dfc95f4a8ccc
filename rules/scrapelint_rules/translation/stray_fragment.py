"""MTX014 stray-fragment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt
from scrapelint_rules.translation._shared.signs.fragments import HEADING, fragments
from scrapelint_rules.translation._shared.signs.marks import marks
from scrapelint_rules.translation._shared.signs.subjects import subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.translation._shared.signs.fragments import Fragment
    from scrapelint_rules.translation._shared.signs.marks import Mark
    from scrapelint_rules.translation._shared.signs.subjects import Subject

SAID = {
    "fragment": "words that belong to no sentence, and a full stop alone",
    "stop": "a full stop alone",
    "comma": "a comma after a comma",
    "heading": "a heading put as no heading is",
    "subject": "a name and a pronoun with a capital: the subject said twice",
    "capital": "a capital within a sentence",
    "within": "an opening mark within a quotation",
    "closing": "an opening mark that closes",
    "commas": "two commas for a low quotation mark",
    "dash": "a dash before who spoke, as Russian sets it",
    "turned": "marks of quotation around the wrong words",
}
CONFIDENCE = {"subject": 0.93, "dash": 0.88, "turned": 0.9}
"""Kinds that may be warnings, where what was measured of them allows it; the others are in native news as slips."""
INFO_CONFIDENCE = 0.7


class StrayFragment(DocumentRule):
    """Words and marks that belong to no sentence: "Hardly flat. .", "the singer Ana Ruiz He sang".

    Why it matters: a piece of the source was dropped, moved, or translated for itself, as the text of a link often
    is; what is left is noise.

    What to do: look at the sentence before it, and beside its source. Subjects said twice are looked for in seven
    languages, a dash before who spoke and marks around the wrong words in eight, headings and other marks of
    quotation in English only.

    Texts with a warning, and with any finding: in English 0 and 1 of 329 native ones, 6 and 7 of 1,134 translated
    by people, 31 and 39 of 2,336 translated by systems, 2 and 2 of 14 copies, 0 and 107 of 7,116 of scraped news;
    in other languages 4 and 5 of 41 copies, 0 and 61 of 28,579 of scraped news.
    """

    code, name, severity = "MTX014", "stray-fragment", Severity.WARNING
    native_share = 0.002
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
        Bad(
            "The harbour master, ⟦Tomas Velluti He⟧ has asked the town for two more cranes, and the journalist "
            "⟦Irena She⟧ said on Monday that it is not the first time that he has done so."
        ),
        Bad(
            "El periodista ⟦Tomás Ruiz Él⟧ ha dicho que el puente está cerrado desde el lunes por la tarde, y que no se "
            "sabe cuándo se abrirá."
        ),
        Bad(
            "The court in Larn heard six men, ⟦It⟧ will hear two more, and it was said that ⟦The⟧ next of them is the mayor."
        ),
        Bad(
            '"The bridge has been shut since the spring", ⟦-⟧ said the mayor of the town to the press, and he left at once.'
        ),
        Bad(
            "“We will not close the mill. ⟦“⟧We have asked for a loan,” the owner of it said to all of those who were there."
        ),
        Bad(
            "The owner called it a “matter of days⟦“⟧. Nobody in the valley was there who had not heard that of him before."
        ),
        Bad(
            "⟦,,⟧The mill stays,” his brother wrote to the paper, and it was all that he had to say of it at that time."
        ),
        Bad(
            "“The bridge will be shut until the frost ends” ⟦-⟧ explained Mayor Ruiz to the press, and she left at once."
        ),
        Bad(
            "„Die Brücke bleibt gesperrt, bis der Frost vorbei ist“, ⟦-⟧ sagte der Bürgermeister der Stadt am Fluss, und er ging."
        ),
        Bad(
            'Le maire a parlé d\'un⟦" pont "⟧de bois que la ville a promis, et la presse parle de la⟦" paix "⟧des lacs qu\'il a signée.'
        ),
        Good(
            "The two sides have not met since the spring, and the talks between the towns on the river were thin.\n\n"
            "Ruiz eleventh agreed session",
            why="below the last paragraph, where a link or a caption may stand",
        ),
        Good('Le maire a parlé d\'un "pont" de bois que la ville a "promis", et la presse a écrit qu\'il est fermé.'),
        Good("„Die Brücke bleibt gesperrt“ – sagte der Bürgermeister, und er ging nach Hause in die Stadt am Fluss."),
        Good(
            "Vice Premier Liu He has asked the town for two more cranes, and it is not the first time that he has done so."
        ),
        Good(
            "The choir sang “Tomas the Brave” and He Who Waits, a hymn, and the paper said that The Hague had been asked."
        ),
        Good(
            "Old Tomas Velluti? He has not been seen since, and God, the priest said of Saint Ordo Velluti, He was good to us."
        ),
        Good(
            "“We will not close the mill.\n\n“We have asked for a loan,” the owner said to all of those who were there."
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
        found: list[Fragment | Subject | Mark] = [*fragments(doc), *subjects(doc), *marks(doc)]
        for fragment in sorted(found, key=lambda piece: piece.start):
            yield self.finding(
                f'{SAID[fragment.kind]}: "{excerpt(doc.text[fragment.start : fragment.end].strip())}"',
                (fragment.start, fragment.end),
                confidence=CONFIDENCE.get(fragment.kind, INFO_CONFIDENCE),
                at_most=Severity.WARNING if fragment.kind in CONFIDENCE else Severity.INFO,
                evidence={"kind": fragment.kind},
            )
