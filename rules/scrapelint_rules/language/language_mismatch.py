"""LNG001 language-mismatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    Bad,
    DocumentRule,
    Good,
    Severity,
    are_related,
    can_identify,
    language_of,
    script_weights,
    scripts_of,
    stop_words,
)
from scrapelint_rules.language._shared.related_languages import is_surely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

MIN_CHARS = 200
"""Shortest text whose language is set against the declared one, in code points.

Of whole articles in 23 languages of the development data .1% are recognised wrongly; of 100 code points 1.2%.
"""
SAMPLE_CHARS = 1_000
"""Of the beginning and the end of a text, each, that have to be in another language, too."""
MIN_WORDS = 3
"""How many different stop words of the language that is found have to be in the text.

Of 84 texts with one or two 14 were in a language that this program does not know, of 3,200 with more six.
"""


class LanguageMismatch(DocumentRule):
    """A text in another language than its record declares.

    Why it matters: the article goes into the corpus of the wrong language, and every tool that is chosen by
    the field works wrongly on it.

    What to do: set the field to the language of the text, which the message names. Pages often declare the
    language of their template.
    """

    code, name, severity = "LNG001", "language-mismatch", Severity.ERROR
    native_share = 0.0
    examples = (
        Bad(
            "Die Brücke über den Fluss bleibt bis zum Ende des Monats gesperrt, teilte die Stadt am Montag mit. In den "
            "Pfeilern wurden Risse gefunden, und die müssen nun gefüllt werden. Bis dahin fahren die Busse einen Umweg.",
            fields={"language": "en"},
            field="language",
        ),
        Bad(
            "Le pont sur le fleuve restera fermé jusqu'à la fin du mois, a dit la mairie lundi. Des fissures ont été "
            "trouvées dans les piliers, et il faut les combler. D'ici là, les bus font un détour par le nord de la ville.",
            fields={"language": "de-DE"},
            field="language",
        ),
        Bad(
            "The bridge over the river will stay shut until the end of the month, the town said on Monday. Cracks were "
            "found in the pillars, and they have to be filled. Until then the buses will go by the road in the north.",
            fields={"language": "fr"},
            field="language",
        ),
        Good("Die Brücke bleibt gesperrt.", why="too short to tell", fields={"language": "en"}),
        Bad(
            "Мер заявив, що міст буде ширшим і що роботи почнуться за тиждень, бо місто вже має гроші та людей, які це "
            "зроблять. На підряд претендують три компанії, і одна з них — із самого міста. Мешканці можуть подивитися план "
            "після обіду, йдеться в листі, який отримали всі, а зауваження розглянуть у квітні також.",
            fields={"language": "ru"},
            field="language",
        ),
        Good(
            "Kanzuru yeguta yakati bhiriji rekare richavharwa kusvika muchirimo, nekuti maburi akaonekwa mumbiru dzaro. "
            "Vatyairi vachafanira kushandisa mugwagwa uri pedyo nechiteshi, uye basa racho richatora mwedzi mishanu.",
            why="a language that this program does not know",
            fields={"language": "sn"},
        ),
        Good(
            "Stuorra dulvi lea billistan geainnu ja guokte šaldi davvin. Gielda bivdá olbmuid orrut ruovttus, ja skuvllat leat "
            "gitta bearjadahkii. Sátnejođiheaddji lohká ahte ođđa geaidnu gárvána giđđat, ja ruhta boahtá stáhtas.",
            why="the same, beside the language of its country",
            fields={"language": "nb"},
        ),
        Good(
            "Broen over elva blir stengt ut måneden, sier kommunen mandag. Det er funnet sprekker i søylene, og de må "
            "repareres nå. Frem til da kjører bussene en omvei over den andre broen, som ligger nord i byen, ifølge kommunen.",
            why="a language much like the declared one",
            fields={"language": "da"},
        ),
        Good(
            "Jambatan di atas sungai itu akan ditutup untuk para pemandu, lebih lama daripada jangkaan, sebab ada retakan "
            "yang dilihat saat mereka ke sana. Bas akan melalui jalan di utara sebagai ganti, dan tidak ada tambang baharu.",
            why="a language that shares its words with the one that is found",
            fields={"language": "ms"},
        ),
        Good(
            "The bridge over the river will stay shut until the end of the month, the town said on Monday. Cracks were "
            "found in the pillars, and they have to be filled. Until then the buses will go by the road in the north.",
            why="nothing is declared",
        ),
        Good(
            "El puente sobre el río estará cerrado hasta el final del mes, según el ayuntamiento. Se han visto grietas en "
            "los pilares, y hay que llenarlas. Hasta entonces los autobuses dan un rodeo por el norte de la ciudad.",
            why="the declared language",
            fields={"language": "es-419"},
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on the field where beginning, middle and end are in another language."""
        declared = doc.declared_language
        if declared is None or len(doc.text) < MIN_CHARS:
            return
        found = doc.found_language
        if found in (None, declared) or not can_identify(declared) or not _is_written_so(declared, doc.text):
            return
        if _has_words(doc.text, found) and _is_throughout(doc.text, found, declared):
            yield self.finding(
                f'declared "{declared}", found "{found}"',
                confidence=0.99,
                evidence={
                    "kind": "related" if are_related(declared, found) else "apart",
                    "declared": declared,
                    "found": found,
                },
                field="language",
            )


def _has_words(text: str, language: str) -> bool:
    """Tell whether a text has words of a language that is known by them: a guess may be a language that nobody knows."""
    known = stop_words(language)
    return not known or len(known.intersection(text.lower().split())) >= MIN_WORDS


def _is_throughout(text: str, found: str, declared: str) -> bool:
    """Tell whether beginning and end are in another language than the declared one, too."""
    ends = (language_of(text[:SAMPLE_CHARS]), language_of(text[-SAMPLE_CHARS:]))
    if are_related(declared, found):
        return declared not in ends and is_surely(text, found, declared)
    return not any(end is not None and are_related(declared, end) for end in ends)


def _is_written_so(language: str, text: str) -> bool:
    """Tell whether a text is mostly in a script of this language; where it is not, LNG003 says so."""
    counts = script_weights(text)
    return 2 * sum(counts[script] for script in scripts_of(language)) > sum(counts.values())
