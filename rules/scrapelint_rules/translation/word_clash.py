"""MTX017 word-clash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.translation._shared.signs.clashes import CLASHES, SURE, clashes, wrong_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding


class WordClash(DocumentRule):
    """Small words that cannot be side by side: "depends on of the season", "de les journaux".

    Why it matters: each of them was translated, or swapped, for itself; nobody read the sentence.

    What to do: look at the sentence beside its source. English and French; in Spanish, Italian and Portuguese
    people slip so as well: info.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 0 of 1,134 translated
    by people, 0 and 0 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 1 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 26 of 28,579 of scraped news.
    """

    code, name, severity = "MTX017", "word-clash", Severity.WARNING
    native_share = 0.0
    patterns = tuple(CLASHES.values())
    examples = (
        Bad(
            "The winds ⟦depend on of⟧ the season, and the pipes ⟦from the such as⟧ boilers have to be mended by the town."
        ),
        Bad("Le conseil a démenti une information ⟦de les journaux⟧ sur la vente du port, et le maire est surpris."),
        Bad(
            "Le maire a dit ⟦que il⟧ ne veut pas fermer le pont, et ⟦la équipe⟧ de la ville ⟦ne accepte⟧ pas cette réponse."
        ),
        Bad(
            "La alcaldesa habló ⟦de el puente⟧ que está cerrado desde mayo, y de ⟦la agua⟧ que falta en el puerto de la ciudad."
        ),
        Bad(
            "Il sindaco ha parlato ⟦del sciopero⟧ che ha chiuso il ponte, e di ⟦un zaino⟧ che fu trovato sulla strada del porto."
        ),
        Bad(
            "O prefeito respondeu ⟦a o jornal⟧ que a ponte está fechada, e que não há outra na cidade, segundo a prefeitura."
        ),
        Good(
            "Le onze du club est à la une de la presse, et le oui l'a emporté, si une ville et le port en parlent encore."
        ),
        Bad(
            "El fiscal habló de sabotaje ⟦y incendios⟧ en el puerto de la ciudad, y pidió siete ⟦o ocho⟧ años de cárcel."
        ),
        Good(
            "El conceyu de Larn abrió la ponte nueva y inauguró'l puertu, y igual abre tamién la escuela. La alcaldesa dixo "
            "que la xente del puertu espera pola ponte dende va munchu tiempu, y illí tienen que pasar los barcos.",
            fields={"language": "ast"},
            why="a language declared that reads like another one",
        ),
        Good(
            "On devait le faire savoir à toute la oumma, et le ouléma du port en a parlé ; le oud se joue à Larn.",
            why="loan words",
        ),
        Bad("Il sindaco ha parlato ⟦di il ponte⟧ che è chiuso dal mese di maggio, e non ha detto quando si aprirà."),
        Bad(
            "O prefeito falou do porto e da ponte que está fechada, ⟦em o bairro⟧ em que não há outra, segundo a prefeitura."
        ),
        Bad(
            "⟦A enormous⟧ wave hit the mole, and ⟦a old⟧ crane fell, but nobody was hurt, the master of the port said."
        ),
        Good(
            "A enormous wave hit the mole, but it was an honest man who saw it, a uniform on, with a one-armed sailor.",
            why="one slip",
        ),
        Good(
            "Most strep A infections are mild. Of those with strep A only some are ill, and nobody has died of Strep A of late.",
            why="a letter",
        ),
        Good(
            "He moved on, of his own accord, and depends on her; it is the one of which he was speaking to the press of late."
        ),
        Good(
            "Le conseil a promis de les aider et de les voir, et de le dire à les entendre; le club de Les Salles a gagné."
        ),
        Good(
            "Le pont reste fermé puisque aucune des villes ne paie, lorsque aucun bac ne passe, et quoique aucun élu ne le "
            "dise, puisque avril est là et lorsque arrive le gel.",
            why="words that lose their vowel before a pronoun only",
        ),
        Bad(
            "Le maire a dit hier ⟦puisque elle⟧ ferme le pont, ⟦lorsque il⟧ gèle, la ville doit payer le bac de la presse."
        ),
        Good(
            "Habló de acero y hierro, de agua y hielo, de siete u ocho años, y de la tienda que vende relojes y iPhones."
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each clash, and for wrong articles where there are two."""
        found = list(clashes(doc))
        for clash in found:
            is_sure = len(found) >= SURE.get(clash.language, len(found) + 1)
            yield self.finding(
                f'words that cannot stand side by side: "{doc.text[clash.start : clash.end]}"',
                (clash.start, clash.end),
                confidence=0.93 if is_sure else 0.7,
                at_most=Severity.WARNING if is_sure else Severity.INFO,
                evidence={"kind": "clash", "language": clash.language},
            )
        for clash in wrong_articles(doc):
            yield self.finding(
                f'an article before the wrong sound: "{doc.text[clash.start : clash.end]}"',
                (clash.start, clash.end),
                confidence=0.7,
                at_most=Severity.INFO,
                evidence={"kind": "article", "language": clash.language},
            )
