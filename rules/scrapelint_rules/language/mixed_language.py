"""LNG002 mixed-language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity
from scrapelint_rules.language._shared.paragraphs import Run, article_language, foreign_runs
from scrapelint_rules.language._shared.translated_copy import is_translated_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_DE = (
    "Die Brücke über den Fluss bleibt bis zum Ende des Monats gesperrt, teilte die Stadt am Montag mit. In den Pfeilern "
    "wurden Risse gefunden, und die müssen nun gefüllt werden."
)
_EN = (
    "The ferry to the island will sail again on Friday, said the owner of the line, who had it repaired in the yard "
    "of his cousin. It had run aground in the fog of the last week of March."
)
_FR = (
    "Le bac de l'île reprendra la mer vendredi, a dit le patron de la ligne, qui l'a fait réparer dans le chantier de son "
    "cousin. Il s'était échoué dans le brouillard de la dernière semaine de mars."
)
_CS = (
    "Trajekt vypluje na ostrov znovu v pátek, řekl majitel linky, který ho dal opravit do loděnice svého bratrance. "
    "Minulý týden v mlze najel na mělčinu, ale nikdo se nezranil."
)
_RU = (
    "Паром на остров снова пойдёт в пятницу, сказал хозяин линии, который отдал его в ремонт на верфь своего брата. Он сел "
    "на мель в тумане в последнюю неделю марта."
)


_HI = (
    "नदी पर बना पुराना पुल महीने के अंत तक बंद रहेगा, नगर पालिका ने सोमवार को कहा, क्योंकि उसके खंभों में दरारें मिली हैं और उन्हें "
    "भरना होगा। तब तक बसें शहर के उत्तर से होकर जाएंगी, और यात्रियों को आधा घंटा अधिक लगेगा।"
)
_AM = (
    "በወንዙ ላይ ያለው ድልድይ እስከ ወሩ መጨረሻ ድረስ ይዘጋል ሲል ከተማው ሰኞ ዕለት አስታውቋል። በምሰሶዎቹ ላይ ስንጥቆች ተገኝተዋል። "
    "አውቶቡሶች እስከዚያ ድረስ በሰሜን በኩል ይጓዛሉ።"
)


_ES_POST = (
    "El puente sobre el río estará cerrado hasta el final del mes, porque se han visto grietas en los pilares y hay que "
    "llenarlas. Lamento lo que ha pasado y he pedido que se haga una obra de verdad, y que se diga quién ha sido el "
    "responsable de que no se viera antes. Hasta entonces los autobuses dan un rodeo por el norte de la ciudad, y quien "
    "no pueda esperar que tome el barco, que sale a las seis y a las ocho de la tarde. — Ana Ruiz (@anaruiz) May 3, 2023"
)

_QUOTES = frozenset('"“”„«»「」')
_OPENED = {"(": ")", "[": "]", "（": "）"}


class MixedLanguage(DocumentRule):
    """A paragraph in another language than the article around it.

    Why it matters: it is a notice of the page, another article, or a part that nobody translated.

    What to do: look at it. Quotations, posts, numbered notes, entries of a bibliography, lines of code, verses and
    short lines are left alone. The same article in two languages is LNG004.
    """

    code, name, severity = "LNG002", "mixed-language", Severity.WARNING
    native_share = 0.0
    examples = (
        Bad(f"{_EN}\n\n{_EN} Nobody was hurt.\n\n⟦{_DE}⟧"),
        Bad(f"{_DE}\n\n⟦{_FR}⟧\n\n{_DE} Das ist neu.\n\n{_DE} Das nicht."),
        Bad(f"{_RU}\n\n{_RU} Никто не пострадал.\n\n⟦{_EN}⟧\n\n{_RU} Это всё."),
        Good(f"{_EN}\n\n{_EN} Nobody was hurt.\n\n“{_DE}”", why="a quotation"),
        Good(
            f'{_EN}\n\n{_EN} Nobody was hurt.\n\nRuiz added, "{_DE}"\n({_EN} All is well.)',
            why="a quotation, and the same in English",
        ),
        Good(
            f"{_DE}\n\n{_DE} Das ist neu.\n\nRuiz: «{_FR}»\n\n({_DE} Das nicht.)",
            why="a quotation, and the same in German",
        ),
        Good(f"{_EN}\n\nDie Brücke bleibt gesperrt.\n\n{_EN} That is all.", why="a short line"),
        Good(
            f"{_HI}\n\n{_HI}\n\n" + "\n".join(f"“{_EN}”" for _ in range(3)) + f"\n\n{_HI}\n\n{_HI} यह तय है।",
            why="posts in another language that the article quotes in its midst",
        ),
        Good(
            f"{_AM}\n\nድልድይ (Bridge) የሚለውን ቃል መዝገበ ቃላቱ (a structure that is built over a river or a road, so that people can "
            f"go from the one side to the other) ሲል ይተረጉመዋል።\n\n{_AM}",
            why="a gloss in brackets, and characters that each are a syllable",
        ),
        Good(f"{_FR}\n\n{_FR} C'est tout.", why="one language"),
        Good(
            f"{_FR}\n\n{_FR} C'est tout.\n\n[1] Le Courrier de Larn, mai 2019.\n\n[2] {_EN}\n\n[3] Le même, juin 2019.",
            why="a numbered note",
        ),
        Good(
            f"{_FR}\n\n{_FR} C'est tout.\n\nOrr, K., & Velt, J. (1990). How the ferry to the island was repaired by those who "
            "had it and by the men of the yard, in The lines of the sound, Larn, 1-55.\n\nLe Courrier de Larn, 2019.",
            why="an entry of a bibliography",
        ),
        Good(
            f"{_EN}\n\n{_EN} Nobody was hurt.\n\n{_EN} That is so.\n\n{_ES_POST}\n\n{_ES_POST}\n\n{_EN} That is all.\n\n"
            f"{_EN} It was late.\n\n{_EN} It was dark.",
            why="posts in another language in the midst of an article",
        ),
        Good(
            f"{_CS}\n\nCelkově tak bude u praktické lodi Racek na výběr ze třech posádkových a dvou vlečných jednotek."
            f"\n\n{_CS} To je vše.",
            why="letters that the other language does not have",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each run of foreign paragraphs."""
        for run in foreign_runs(doc):
            if not (is_translated_copy(doc, run) or _is_translated(doc, run)):
                yield self.finding(
                    f'paragraph in "{run.language}", the article is in "{article_language(doc)}"',
                    doc.span(run.first, run.last),
                    confidence=0.9,
                    evidence={"language": run.language, "article": article_language(doc)},
                )


def _is_translated(doc: Document, run: Run) -> bool:
    """Tell whether somebody is quoted, and the paragraph below says the same in brackets in the article's language."""
    text, below = doc.text[run.first.start : run.last.end], doc.after(run.last)
    if below is None or _QUOTES.isdisjoint(text):
        return False
    bracket = below.text.strip().rstrip(".")
    return bracket[:1] in _OPENED and bracket[-1:] == _OPENED[bracket[:1]]
