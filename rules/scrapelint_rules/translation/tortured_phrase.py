"""MTX002 tortured-phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt, hit_evidence
from scrapelint_rules.translation._shared.quotes import is_set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding


class TorturedPhrase(DocumentRule):
    """A fixed term with its words replaced one by one: "counterfeit consciousness", "prime pastor".

    Why it matters: the text went through a paraphrasing program, to be sold as new or to get past a check
    for copies. Names and terms are no longer those of the world.

    What to do: leave the article out; where two such phrases are, few others are right. Terms of English in any
    language; names and terms of German, Spanish, French, Indonesian, Italian, Portuguese, Russian and Turkish that were
    put from English word by word, in their own.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 1 and 1 of 1,134 translated
    by people, 0 and 0 of 2,336 translated by systems, 4 and 4 of 14 copies, 0 and 0 of 7,116 of scraped news; in
    other languages 3 and 3 of 41 copies, 1 and 1 of 28,579 of scraped news.
    """

    code, name, severity = "MTX002", "tortured-phrase", Severity.WARNING
    native_share = 0.0
    packs = ("tortured-phrase",)
    needs_wording = True
    examples = (
        Bad("The clinic uses ⟦counterfeit consciousness⟧ to look for ⟦bosom peril⟧ in scans."),
        Bad("The ⟦prime pastor⟧ flew to the ⟦Joined Together States⟧ on Monday."),
        Bad("A story in the ⟦New York Seasons⟧ set off the row, the ⟦Incomparable Court⟧ heard."),
        Bad("In der Studie ist von „neural“ die Rede, im Text von ⟦profound neural organization⟧."),
        Bad(
            "La ministre en parla dans le ⟦New York fois⟧, et le maire, victime d'un ⟦assaut cardiaque⟧, se tut lundi au port."
        ),
        Bad("El alcalde lo contó en el ⟦New York tiempos⟧, y sufrió una ⟦agresión cardíaca⟧ el lunes en el puerto."),
        Bad(
            "Der Bürgermeister erlitt einen ⟦Herzangriff⟧, und die Zeitung spricht von einem ⟦Spielwechsler⟧ für die Stadt."
        ),
        Good("El alcalde lo contó en el New York Times, y los dos se casaron el lunes en el puerto de la ciudad."),
        Good("The clinic uses artificial intelligence to look for breast cancer in scans."),
        Bad(
            "Fruit growers ⟦not as it were⟧ lost the crop; it was the coldest night ⟦in later a long time⟧, the ⟦World Wellbeing Organization⟧ said."
        ),
        Good("The two clubs joined together Kingdom Hall and the old mill, and it was not, as it were, a surprise."),
        Good("The prime minister and the pastor flew to the United States.", why="the terms themselves"),
        Good(
            "The case stays on the Supreme Court docket, and the Isle of Man Constabulary said that law implementation is slow.",
            why="words that are meant",
        ),
        Good(
            "L'Agenzia Nazionale Stampa Associata, detta ANSA, ha scritto lunedì che il ponte sul fiume resterà chiuso.",
            why="a name",
        ),
        Good(
            "El avance rápido hasta la capital sorprendió a todos, dijo el lunes el alcalde de la ciudad a la prensa.",
            why="words of everyday",
        ),
        Good('Papers with "counterfeit consciousness" in them were withdrawn.', why="the story is about the phrase"),
        Good("Der Pastor traf den Premierminister.", why="the terms themselves"),
        Good(
            "Die aktiven Schützen des Vereins trafen sich mit uns wöchentlich im Ovalen Büro der Halle.",
            why="words of everyday",
        ),
        Good(
            "A government order closed the pier, and the man was found useless for the work.", why="words of everyday"
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each phrase outside quotes."""
        end = -1
        for hit in doc.hits(*self.packs):
            is_verb = doc.text.startswith("joined together", hit.start)
            is_read = hit.language in ("en", doc.found_language)
            if hit.start >= end and is_read and not is_verb and not is_set_apart(doc.text, hit.start, hit.end):
                end = hit.end
                yield self.finding(
                    f'a paraphrased term: "{excerpt(doc.text[hit.start : hit.end])}"',
                    (hit.start, hit.end),
                    confidence=hit.entry.confidence,
                    evidence=hit_evidence(hit),
                )
