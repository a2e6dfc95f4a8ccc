"""LNG004 bilingual-concat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.language._shared.paragraphs import article_language, foreign_runs
from scrapelint_rules.language._shared.translated_copy import is_translated_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_EN = (
    "The ferry from Larn to Orlo will sail again on Friday, said Ana Ruiz, who owns the line. It had run aground in "
    "2019 with 214 people on board.\n\nThe repair took 37 weeks and cost 48000 crowns, Ruiz told the Courier of Larn."
)
_DE = (
    "Die Fähre von Larn nach Orlo fährt am Freitag wieder, sagte Ana Ruiz, der die Linie gehört. Sie war 2019 mit 214 "
    "Menschen an Bord auf Grund gelaufen.\n\nDie Reparatur hat 37 Wochen gedauert und 48000 Kronen gekostet, sagte Ruiz "
    "dem Courier aus Larn."
)
_FR = (
    "Le bac de Larn à Orlo reprendra la mer vendredi, a dit Ana Ruiz, à qui la ligne appartient. Il s'était échoué en 2019 "
    "avec 214 personnes à bord.\n\nLa réparation a duré 37 semaines et a coûté 48000 couronnes, a dit Ruiz au Courier de "
    "Larn, qui est le journal de la ville."
)


_EN_FIRST = _EN.partition("\n")[0]
_DE_FIRST = _DE.partition("\n")[0]


class BilingualConcat(DocumentRule):
    """The same article twice, in two languages, one after the other.

    Why it matters: half of the text is in a language that the record does not name, and each fact counts twice.

    What to do: split it into two records. Both halves have to share numbers and names.
    """

    code, name, severity = "LNG004", "bilingual-concat", Severity.WARNING
    native_share = 0.0
    examples = (
        Bad(f"⟦{_DE}⟧\n\n{_EN}\n\n{_EN_FIRST} They were all saved."),
        Bad(f"{_EN}\n\n{_EN_FIRST} They were all saved.\n\n⟦{_FR}⟧"),
        Bad(f"{_DE}\n\n{_DE_FIRST} Alle wurden gerettet.\n\n⟦{_FR}⟧"),
        Good(f"{_EN}\n\nDie Fähre fährt wieder.", why="a line alone"),
        Good(_DE, why="one language"),
        Good(f"{_EN}\n\n{_EN} So they said.", why="twice, but in one language"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on the half that is not in the article's language."""
        for run in foreign_runs(doc):
            if is_translated_copy(doc, run):
                yield self.finding(
                    f'the article again, in "{run.language}"; the rest is in "{article_language(doc)}"',
                    doc.span(run.first, run.last),
                    confidence=0.9,
                    evidence={"language": run.language, "article": article_language(doc)},
                )
