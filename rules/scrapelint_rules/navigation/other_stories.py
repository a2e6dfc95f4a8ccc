"""NAV013 other-stories."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from scrapelint.plugin import (
    BULLETS,
    LIST_SIGNS,
    Bad,
    FallbackRule,
    Good,
    Setting,
    Severity,
    ends_sentence,
    excerpt,
    regex,
)
from scrapelint_rules.navigation._shared.broken import is_within_brackets, is_within_quotation, is_within_sentence
from scrapelint_rules.navigation._shared.endings import CLOSING_PACKS, page_ending
from scrapelint_rules.navigation._shared.own_lines import (
    MIN_HEADLINE_SPACES,
    OWN_PACKS,
    is_page,
    own_lines,
    own_parts,
)
from scrapelint_rules.navigation._shared.reasons import in_words
from scrapelint_rules.navigation._shared.runs import LIKELY_LINE, Run, graded, levelled
from scrapelint_rules.navigation._shared.sections import PARTING_PACKS
from scrapelint_rules.navigation._shared.shapes import is_like_above

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Finding, Line, PriorFindings

BEHIND = "likely-behind"
"""Kind of a run behind the article that is likely the page's."""
ENDING = "page-ending"
"""Kind of the lines from the last known one of the page to the end of the text."""
ENDING_PRECISION = 0.95
"""Of 150 such lines of labelled texts one was the article's."""
WARNED = frozenset({"surest", "sure", "sure-sentence", "likely-sentence", BEHIND, ENDING})
"""The kinds that are worth a warning."""
SHOWN_ALONE = frozenset({"likely-sentence", "doubtful-sentence"})
"""The kinds that are not taken out."""
NO_EXTENT = (0, -1)
"""Of a text without a paragraph: what is outside of the article can only be told if it is a whole page."""

MIN_EMPTY_SHARE = 0.8
"""Least share of the lines of such a text that are surely the page's; of a list that is the text itself fewer are."""
VERY_SURE_RUN = 0.97
VERY_SURE_PRECISION, SURE_PRECISION = 0.99, 0.96
FLAT_SURE, FLAT_SURE_PRECISION = 0.98, 0.97
FLAT_LIKELY, FLAT_LIKELY_PRECISION, FLAT_PRECISION = 0.82, 0.86, 0.8
"""Where the line breaks are lost: least probability of what is sure, and of what is likely, and their precision; then that of
what is less. Probabilities are shares on sites that the model had not seen, of 316,503 sentences, 18,770 of them the page's.
Only the surest are taken out: nothing else tells that such a sentence is not the article's.
"""
LIKELY_PRECISION, LIKELY_BODY_PRECISION = 0.8, 0.7
"""Of runs that are not sure, outside of an article, and among its paragraphs or on a whole page.

Like the others, on sites not learned from.
"""
MIN_LIKELY_TAIL, LIKELY_TAIL_PRECISION = 0.6, 0.88
"""Least mean of a likely run behind the article that is worth a warning, and its precision: on 62 pages of sites not learned
from 95% of what was flagged was the page's; on four of them, of one site, it was a list of the article's."""
MIN_SURE_RUN = {"head": 0.87, "body": 0.92, "tail": 0.82}
"""Least mean of a run that is sure, by where it stands: among paragraphs a third of what is .84 likely is the article's."""
MIN_SURE_TAIL_LINE = 0.97
"""The same for one line alone behind the article: a fifth of what is less likely is the article's last word."""
LONG_TAIL_LINES, MIN_LONG_TAIL_RUN = 4, 0.74
"""From so many lines behind the article less is enough."""
LONG_BODY_LINES, MIN_LONG_BODY_RUN = 8, 0.82
"""From so many lines among paragraphs as well, such as a calculator or a list of shops in their midst: 109 of 111 lines.

All on 2,500 labelled texts of sites that the model had not seen.
"""
MIN_BROKEN_SHARE = 0.34
"""Share of the lines of a run that go on with a sentence from which an extractor has broken the article there."""
MIN_BODY_PROBABILITY = 0.6
"""Of runs among paragraphs: six in ten of what is less likely are the article's."""
MIN_CLOSING_PROBABILITY = 0.6
"""Of lines that close the text: half of what is less likely there is the article's own notice."""

MIN_SENTENCE_PROBABILITY, MIN_BODY_SENTENCE_PROBABILITY = 0.7, 0.8
"""Of a line that is a sentence, outside and among the paragraphs: half of what is less likely is the article's."""
MIN_PAGE_SENTENCE_PROBABILITY = 0.6
"""The same on whole pages, whose paragraphs are other stories' as often as not."""
MIN_FLAT_PROBABILITY = 0.7
"""The same where the line breaks are lost and each line is a sentence."""
MAX_SOURCE_CHARS = 40
"""How much of the end of a line may be the source behind its last sentence, in code points."""
_SOURCE = regex(r"[\w%)][.!?…][\"”’»)]? ?[–—-] ?[^\W\d_][\w.&'’ ]{1,30}$")
MIN_SHORT_SENTENCE_PROBABILITY = 0.9
SHORT_TEXT_LINES = 8
"""Of shorter texts the models have seen few: their sentences have to be the surest."""
CERTAIN = 1.0
"""More than any line has: between two spaces of a Thai sentence stands no line of its own."""
MIN_SENTENCE_SPACES, MIN_PARAGRAPH_SPACES = 5, 14
"""Spaces from which a line with an end mark is a sentence, and one without it a paragraph that has lost its own."""

OPENING_LINES = 2
"""Lines that open a text and are not of the surest: a headline, a name and an office."""
MAX_LABEL_SPACES = 1
"""Spaces of a label above the article, the name of a section or a button; it is sure where a run above the article is."""
_MIDDLE = frozenset(",.;:)”»…")
"""Signs that no line of its own begins with."""
_WORD = regex(r"[^\W\d_]{2}")
"""Without one, lines are figures: what a paragraph counts up, a score."""
_BULLETS = regex(rf"(?<!\S)[{''.join(sorted(BULLETS))}](?=\S)")
_FIXTURE = regex(r"\w (?:vs?\.?|gegen|contra|contre|contro) \w|[^\W\d_] \d{1,3} ?[-–:] ?\d{1,3} [^\W\d_]")
MIN_FIXTURES = 3
"""Lines with two sides or a score that make a list of matches."""
_ITEM_SIGNS = frozenset(f"{sign} " for sign in LIST_SIGNS)
ITEM_REACH, MIN_OTHER_ITEMS = 12, 2
"""Lines above and below an item of a list in which other items stand, and how many of them it takes."""
LIST_REACH = 2
"""Sentences before and behind one with dots in which its list may go on."""
_OPEN = frozenset(",(“„")
"""Signs that end no line of its own."""
MAX_ARTICLE_PROBABILITY = 0.5
"""A line that is more likely the page's has no sentence that goes on beside it."""
QUOTED_CHARS = 30

_ROWS = (
    "Marta Cañal\nCorresponsal en Larn\nEsta función es solo para registrados\nIniciar sesión\n02/12/2024\n"
    "Actualizado a las 20:56h.\nCompartir\nCopiar enlace\nFacebook\nX\nWhatsapp\nEmail\n"
    "Esta función es solo para registrados\nIniciar sesión"
)
_COUNCIL = (
    "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía tras un debate de seis horas, según "
    "informó el ayuntamiento de Larn.\n"
    "La línea irá del puerto al hospital, tendrá once paradas y costará unos 200 millones, la mitad a cargo del Estado.\n"
    "⟦Comentarios\nNormas de participación\nPublicidad\nAviso legal\nSuscríbete\nContacto\nRSS⟧"
)
_BROKEN = (
    "Straßenbahn in Larn: Stadtrat stimmt für die neue Linie\n⟦Aktualisiert am 14. März 2023, 14:55 Uhr\n45 Kommentare\n"
    "Artikel hören\nPlayer schließen\nHören Sie hier die Audio-Aufnahme des Artikels:\n"
    "Stadtrat stimmt für die neue Linie⟧\n-00:00:00\n⟦Mehr zu diesem Audioangebot⟧\nDer Larner Stadtrat hat eine Klage\n"
    "der Händler am Hafen gegen die neue Linie zurückgewiesen, die in vier Jahren\n"
    "Larn mit dem Krankenhaus verbinden soll. Die Entscheidung des Rates gegen die\n"
    "Händler sei rechtmäßig gewesen, sagte eine Sprecherin.\n"
    "Zudem haben die\nHändler laut der Stadt kein Interesse gezeigt, Plätze abseits der alten\n"
    "Quais zu suchen, an denen die Bahn in Zukunft halten\n"
    "wird. Zwei frühere Händler bestritten diesen Vorwurf in der Sitzung\nweitgehend.\n"
    '⟦Newsletter\n© Lea Wolf\n"Was jetzt?" – Der tägliche\nMorgenüberblick\nRegistrieren⟧\n'
    "Mit\nder Entscheidung, nach der zum ersten Mal seit dem Krieg Gleise durch die\n"
    "Altstadt und über den Markt gelegt werden, hatte\nder Rat\nNeuland betreten. Die Bauarbeiten am Hafen\n"
    "beginnen am 15. März, sollen aber wohl unterbrochen\nwerden.\n"
    "⟦Seitennavigation\nStartseite\nJetzt teilen auf:\nFacebook\nTwittern\nFlippen\nWhatsApp\nMailen\nArtikel drucken\n"
    "Schlagwörter\nAlle Themen\nDana\n#1  —  vor 2 Stunden\n25\nAntworten\nMelden\nEmpfehlen\nWusel\n"
    "#1.1  —  vor 2 Stunden\n21\nAntwort auf #1 von Dana\nAntworten\nMelden\nEmpfehlen⟧"
)
_CONTENTS = (
    "Dal porto vuoto alla crisi. In sei mesi ha visto partire le navi, i passeggeri e il titolo di prima della costa. Chi lo salverà\n"
    "QUESTA SETTIMANA\n3 APERTURA\ndi Carla Dal Pra\nIl faro di Larn si racconta\n8 SENZA ORARIO\n"
    "di Ugo Moretto\nChi era il capitano\n13 MARE PER MARE\ndi Nino Busci\nUna mostra per ricordarlo\n"
    "18 LA POSTA DEL PORTO\ndi Rosa Pastello\nIl traghetto che nessuno vuole\n23 DODICI GIORNI DI LARN\n"
    "di Piero Dallarmi\nLe canzoni che lo cantano\n28 I VOTI\ndi Elsa Grassini\nViaggi La costa nascosta\n"
    "33 DIALOGO CON IL MARE\ndi Bruno Garla\nCucina Il piatto\n38 IL SINDACO RISPONDE\ndi Tea Bottinelli\n"
    "La sera in tv\n43 PESCATI IN RETE\ndi Olga Aprilia\nModa Colori del mare\n48 IL MEDICO DI BORDO\n"
    "di Dino Garatta\nLuce: le nuove tariffe\n53 LUCI E OMBRE\ndi Pia Vernini\nBelle e lontane\n58 TEMPO LIBERO\n"
    "di Stefania Forti\nUn porto per le vostre barche\n80 PIACERI\na cura di Irma Stilla\n81 TEMPO LIBERO\n"
    "a cura di Sofia Catalani\n82 UTILE A BORDO\na cura di E. Bellini e Pia Vernini\n83 VISTO DA LARN\n"
    "a cura di O. Aprilia\nIl faro di Larn si racconta\ndi Stefania Forti\nChi era il capitano\ndi Pia Vernini\n"
    "Una mostra per ricordarlo\ndi Dino Garatta\nIl traghetto che nessuno vuole\ndi Olga Aprilia\n"
    "Le canzoni che lo cantano\ndi Tea Bottinelli\nViaggi La costa nascosta\ndi Bruno Garla\nCucina Il piatto\n"
    "di Elsa Grassini\nLa sera in tv\ndi Piero Dallarmi\nModa Colori del mare\ndi Rosa Pastello\n"
    "Luce: le nuove tariffe\ndi Nino Busci\nBelle e lontane\ndi Ugo Moretto\nUn porto per le vostre barche\n"
    "di Carla Dal Pra"
)
"""Of the examples."""


class OtherStories(FallbackRule):
    """Lines outside the article with no wording to know them by: teasers, menus, info boxes.

    Why it matters: half of what pages leave in articles says nothing of itself. It is known by
    where it stands, by what stands around it, and by having no words in common with the article.

    What to do: look at the lines and remove them; where they come from many pages of a site, give
    the extractor a rule for the site.
    """

    code, name, severity = "NAV013", "other-stories", Severity.WARNING
    fix = "unsafe"
    states_confidence = True
    packs = tuple(dict.fromkeys((*OWN_PACKS, *PARTING_PACKS, *CLOSING_PACKS)))
    min_probability = Setting(
        0.4, "lowest mean probability of a run of lines, from 0 to 1, by the models of zones", minimum=0, maximum=1
    )
    examples = (
        Bad(
            "⟦Football\nTennis\nMotoring\nTravel\nPuzzles\nHoroscope⟧\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
            fixed=
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "“We have waited for this for ten years,” said Ana Ruiz, who led the campaign. “Nobody in the valley will have to "
            "drive to work any more.”\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.\n\n"
            "⟦Weather\n\nStorm warning for coast\n\n3 hours ago\n\n"
            "Cinema closes after ninety years\n\nBusiness⟧",
        ),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit "
            "beschlossen, wie die Stadt mitteilte.\n\n"
            "„Darauf haben wir zehn Jahre gewartet“, sagte Jana Wolf, die sich seit Langem für die Strecke einsetzt. „Niemand im "
            "Tal muss mehr mit dem Auto fahren.“\n\n"
            "Die Strecke führt vom Hafen bis zum Krankenhaus und kostet rund 200 Millionen Euro, von denen das Land die Hälfte "
            "bezahlt.\n\n"
            "⟦Sport\n\nHafenstädter gewinnen den Pokal\n\nWetter\n\nSturmwarnung für die Küste\n\nKultur\n\n"
            "Kino schließt nach neunzig Jahren\n\nWirtschaft⟧",
        ),
        Bad(
            "".join(
                f"Link Copied!\n{headline}\nBy Jo Hale\n{caption}\n"
                "The mayor told reporters on the quay of Larn in the morning that it would go on until the end of the month, and that "
                "nobody had been hurt on that day.\nIt began in March, and the council is to speak of it on Monday night, as it has "
                "done in each of the last weeks of the year.\n"
                for headline, caption in (
                    ("Mayor wraps first meeting of the day", "The mayor speaks at a meeting in Larn on October 30. Jo Hale/AFP/Getty Images"),
                    ("Crews to stay united, stay optimistic", "⟦Ana Ruiz speaks at a meeting in Larn on October 30. Jo Hale/AFP/Getty Images⟧"),
                    ("Harris will travel to Orlo and Port Ellery Sunday", "⟦Tam Harris speaks at a meeting in Larn on October 30. Jo Hale/AFP/Getty Images⟧"),
                    ("Ruiz tests negative for fever", "⟦The doctor speaks at a meeting in Larn on October 30. Jo Hale/AFP/Getty Images⟧"),
                    ("Last ferry breaks one glass ceiling", "⟦The captain speaks at a meeting in Larn on October 30. Jo Hale/AFP/Getty Images⟧"),
                )
            ),
        ),
        Good(
            "国际\n何去何从，下周的会议将见分晓。\n以\n和拉恩为首的渡轮联盟将于周一和周二举行线上会议，围绕\n问题作出最终决定，主要讨论是否推迟开航，而是维持现有安排至明年。\n"
            "周五，据媒体援引知情船长称，联盟目前倾向于保持现有安排不变，即将其延长两或三个月。\n"
            "今日，船票下跌百分之一，港口的货物吞吐量增加了百分之六，重回去年的水平上方。",
            why="a sentence that links tore",
        ),
        Good(
            "TP HCM\nXe tải cháy khi qua hầm Larn khiến hai ôtô phía sau đâm vào nhau, khói bao trùm đường hầm, nhiều người bị đe dọa.\n"
            "Đó là tình huống giả định của buổi diễn tập sáng nay tại hầm, với hơn một trăm người tham gia trong hai giờ.\n"
            "Theo kịch bản, xe tải chở hàng bốc cháy ở giữa hầm vào lúc sáng sớm, tài xế bỏ chạy và gọi cho đội cứu hỏa.",
            why="the place of a story",
        ),
        Good(
            "Jambatan Orlo akan ditutup hingga bulan Mei kerana ada retakan pada tiang yang ditemui oleh penyelam pada hari Isnin lalu.\n\n"
            "Majlis bandar berkata bas akan melalui jalan di utara, dan feri akan belayar setiap jam dari pelabuhan lama di Larn.\n\n"
            "Difahamkan, rekaan jambatan itu turut dibantu syarikat Larn. – LarnMotor.com\n"
            "Jangan lupa ikuti kami di YouTube dan Instagram!\nVIDEO HARI INI\n\nAdvertisements",
            why="a sentence with its source behind a dash",
        ),
        Bad(
            "Larn tendrá once paradas de tranvía\n"
            "La alcaldesa de Larn promete que nadie perderá su tienda mientras se excave la ciudad vieja\n"
            f"⟦{_ROWS}\n{_ROWS}⟧\n{_COUNCIL}",
        ),
        Bad(
            "Larn tendrá once paradas de tranvía\nNadie perderá su tienda, promete quien manda en la ciudad vieja\n"
            f"⟦{_ROWS}\n{_ROWS}⟧\n{_COUNCIL}",
            fields={"title": "Larn tendrá once paradas de tranvía"},
        ),
        Bad(_BROKEN),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit "
            "beschlossen, wie die Stadt mitteilte.\n\n"
            "„Darauf haben wir zehn Jahre gewartet“, sagte Jana Wolf, die sich seit Langem für die Strecke einsetzt. „Niemand im "
            "Tal muss mehr mit dem Auto fahren.“\n\n"
            "Die Strecke führt vom Hafen bis zum Krankenhaus und kostet rund 200 Millionen Euro, von denen das Land die Hälfte "
            "bezahlt.\n\n"
            "Ein anderer schrieb trocken auf seinen Karren: „Abgefahren. Aus.“ (jwo/kmo)\n\n"
            "⟦Sport\n\nHafenstädter gewinnen den Pokal\n\nWetter\n\nSturmwarnung für die Küste\n\nKultur\n\n"
            "Kino schließt nach neunzig Jahren\n\nWirtschaft⟧",
        ),
        Good(
            "Council approves tram line after long debate\nBy Jo Hale\n4 March 2021\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.",
            why="the article's own headline, byline and date",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\nFears for parked cars\n\n"
            "Two members of the council voted against the plan because they fear that the tram will take the place of parked cars "
            "in the old town.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
            why="a subheading has words in common with the paragraphs",
        ),
        Good(
            "1\n\nHavna i Lund\nFoto: Kari Moe\n\n2\n\nKirken\nFoto: Per Dal\n\n3\n\nFra brua mot vest\nFoto: Kari Moe\n\n"
            "4\n\nSkolen\nFoto: Per Dal\n\n5\n\nOver torget\nFoto: Liv Lie\n\n6\n\nMorgen i Dal\nFoto: Liv Lie\n\n"
            "Slik så himmelen over Lund ut natt til tirsdag, da stormen hadde lagt seg og folk gikk ut i hagen for å se.",
            why="the numbered pictures of a gallery",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "Sport\n\n"
            "Larn are the favourites in the cup against Orlo, as they are in any year in which the final is played on the Old "
            "Quay in May.\n\nCinema\n\n"
            "The film about the harbour has lost half of its audience in a week, the owners of the two cinemas in the old town "
            "said.\n\nOld town\n\n"
            "Shops along the new line fear for their customers, and the owners said so in a letter to the mayor, who has not "
            "answered it.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
            why="the sections of a digest",
        ),
        Good(_CONTENTS, why="the contents of a magazine, all of the text"),
        Good(
            "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía tras un debate de seis horas, según "
            "informó el ayuntamiento.\n\n"
            "La línea irá del puerto al hospital, tendrá once paradas y costará unos 200 millones, la mitad a cargo del Estado.",
            why="nothing but paragraphs",
        ),
    )  # fmt: skip

    def check_remaining(self, doc: Document, prior: PriorFindings) -> Iterator[Finding]:
        """Yield one finding for each run of lines that are likely not the article."""
        if max(doc.residue_probability, default=0.0) < self.min_probability or not _has_outside(doc):
            return
        own = own_lines(doc) | _doubled(doc)
        runs = self._worth_telling(doc, prior, own)
        if doc.body_range == NO_EXTENT and not _is_nearly_all(doc, runs):
            return
        ending = _ending(doc, prior, own)
        told = {index for run in runs for index in run.indices}.union(ending)
        parts = own_parts(doc, told) if told else set()
        shown = list(_no_surer(self._worth_telling(doc, prior, own | parts), runs)) if parts else runs
        ending = [] if parts.intersection(ending) else ending
        for run in _beside(doc, shown, ending):
            yield self._on_run(doc, run)
        for run in _runs_of(doc, _left_by(doc, shown, ending)):
            yield self._on_lines(doc, run, ENDING, ENDING_PRECISION)

    def _worth_telling(self, doc: Document, prior: PriorFindings, own: Container[int]) -> list[Run]:
        """Return the runs of lines that are to be reported, where some lines are the article's own."""
        known = prior.removed_lines | prior.reported_lines
        found = graded(_shares(doc, own, prior.partly_removed_lines), known, self.min_probability)
        graded_runs = [_as_sure_as_its_place(doc, run) for run in found]
        whole = [run for run in graded_runs if not _is_kept(doc, run)]
        parts = [(run, part) for run in whole for part in _between_sentences(doc, run)]
        runs = [part for run, part in parts if part is run or not _is_kept(doc, part)]
        sure = prior.removed_lines.union(*(run.indices for run in runs if run.is_sure))
        # A likely run alone is mostly a subheading or a note.
        return [
            run
            for run in runs
            if (doc.is_flat and run.probability >= MIN_FLAT_PROBABILITY)
            or run.is_sure
            or run.first - 1 in sure
            or run.last + 1 in sure
            or is_page(doc)
        ]

    def _on_run(self, doc: Document, run: Run) -> Finding:
        return self._on_lines(doc, run, *_grade(doc, run))

    def _on_lines(self, doc: Document, run: Run, kind: str, precision: float) -> Finding:
        first, last = doc.lines[run.first], doc.lines[run.last]
        weights = doc.reasons(first, last)
        heaviest = sorted(weights, key=lambda feature: -weights[feature])[:3]
        what = f"{len(run)} lines that are" if len(run) > 1 else "a line that is"
        why = "; ".join(in_words(doc, first, last, weights))
        finding = self.on_lines(
            doc,
            first,
            last,
            message=f"{what} likely not the article, {_neighbours(doc, first, last)}: {why}",
            confidence=precision,
            evidence={
                "kind": kind,
                "probability": round(run.probability, 2),
                "min_probability": self.min_probability,
                "features": {feature: round(weights[feature] / 100, 2) for feature in heaviest},
            },
            at_most=Severity.WARNING if kind in WARNED else Severity.INFO,
        )
        return finding._replace(fix=None) if kind in SHOWN_ALONE else finding


def _ending(doc: Document, prior: PriorFindings, own: Container[int]) -> list[int]:
    """Return the lines that end the page beside what other rules take out, where none of them has said anything of one."""
    ending = page_ending(doc, prior.surely_removed_lines, own) if doc.body_range != NO_EXTENT else []
    is_told = any(index in prior.reported_lines or index in prior.partly_removed_lines for index in ending)
    return [] if is_told else ending


def _beside(doc: Document, runs: Iterable[Run], ending: Sequence[int]) -> Iterator[Run]:
    """Yield runs, those that are less sure than the end of the page up to it."""
    for run in runs:
        last = run.last if _is_surer(doc, run) or not ending else min(run.last, ending[0] - 1)
        if run.first <= last:
            yield run if last == run.last else Run(run.first, last, run.probability, is_sure=run.is_sure)


def _left_by(doc: Document, runs: Iterable[Run], ending: Iterable[int]) -> list[int]:
    """Return the lines of the end of the page that no sure run has."""
    known = {index for run in runs if _is_surer(doc, run) for index in run.indices}
    return [index for index in ending if index not in known]


def _is_surer(doc: Document, run: Run) -> bool:
    """Tell whether a run is as sure as the end of a page."""
    return _grade(doc, run)[1] >= ENDING_PRECISION


def _runs_of(doc: Document, indices: Iterable[int]) -> Iterator[Run]:
    """Yield the runs that lines make."""
    for _, run in groupby(enumerate(indices), lambda pair: pair[1] - pair[0]):
        lines = [index for _, index in run]
        yield Run(lines[0], lines[-1], sum(doc.residue_probability[index] for index in lines) / len(lines))


def _between_sentences(doc: Document, run: Run) -> Iterator[Run]:
    """Yield a run without the pieces at its ends of sentences that a program broke into lines, if anything is left."""
    first, last = run.first, run.last
    while first <= last and _goes_on(doc, first):
        first += 1
    while first <= last and _goes_on(doc, last + 1):
        last -= 1
    if first <= last:
        is_whole = (first, last) == (run.first, run.last)
        yield run if is_whole else _as_sure_as_its_place(doc, Run(first, last, run.probability, is_sure=run.is_sure))


def _goes_on(doc: Document, index: int) -> bool:
    """Tell whether a line goes on with the one above: with its sentence, bracket, quotation or list."""
    return (
        is_within_sentence(doc, index)
        or is_within_brackets(doc, index)
        or is_within_quotation(doc, index)
        or is_like_above(doc, index)
    )


def _as_sure_as_its_place(doc: Document, run: Run) -> Run:
    """Return a run as only likely where it stands in a place in which such runs are often the article's."""
    least = _least_mean(doc.zone(doc.lines[run.first]), len(run))
    is_sure = run.is_sure and (run.probability >= least or is_page(doc))
    return Run(run.first, run.last, run.probability, is_sure=is_sure)


def _least_mean(zone: str, lines: int) -> float:
    if zone == "tail":
        return (
            MIN_SURE_TAIL_LINE if lines == 1 else MIN_LONG_TAIL_RUN if lines >= LONG_TAIL_LINES else MIN_SURE_RUN[zone]
        )
    return MIN_LONG_BODY_RUN if zone == "body" and lines >= LONG_BODY_LINES else MIN_SURE_RUN[zone]


def _no_surer(runs: Iterable[Run], before: Sequence[Run]) -> Iterator[Run]:
    """Yield those runs whose lines were in a run before, none surer than that: what is left of a run is no proof."""
    for run in runs:
        whole = next((one for one in before if one.first <= run.first and run.last <= one.last), None)
        if whole is not None:
            yield Run(run.first, run.last, run.probability, is_sure=run.is_sure and whole.is_sure)


def _shares(doc: Document, own: Container[int], partly: Container[int]) -> list[float]:
    """Return the probability of each line; 0 for the article's own, and for sentences that are not surely the page's."""
    shares = [0.0 if index in own or index in partly else share for index, share in enumerate(doc.residue_probability)]
    for index, share in enumerate(shares):
        if LIKELY_LINE <= share < MIN_SHORT_SENTENCE_PROBABILITY and share < _least(doc, doc.lines[index]):
            shares[index] = 0.0
    return levelled(doc.lines_with_digits, shares)


def _least(doc: Document, line: Line) -> float:
    """Return the least probability from which a line is not taken for a sentence of the article."""
    text = doc.paragraph(line).text
    spaces = text.count(" ")
    if doc.is_phrase(line):
        return CERTAIN
    if doc.is_flat:
        return MIN_FLAT_PROBABILITY if len(doc.lines) >= SHORT_TEXT_LINES else MIN_SHORT_SENTENCE_PROBABILITY
    if spaces < MIN_SENTENCE_SPACES:
        return 0.0
    is_short = len(doc.lines) < SHORT_TEXT_LINES
    if is_page(doc) and not is_short:
        return MIN_PAGE_SENTENCE_PROBABILITY if _is_closed(text) else 0.0
    if is_short or doc.zone(line) == "body":
        # Among paragraphs a long line is one of them that has lost its end mark.
        least = MIN_SHORT_SENTENCE_PROBABILITY if is_short else MIN_BODY_SENTENCE_PROBABILITY
        return least if spaces >= MIN_PARAGRAPH_SPACES or _is_closed(text) else 0.0
    return MIN_SENTENCE_PROBABILITY if _is_closed(text) else 0.0


def _is_closed(text: str) -> bool:
    """Tell whether a line ends in an end mark, or in a source behind one: "The port is shut. – Larn Mail"."""
    return ends_sentence(text) or _SOURCE.search(text, max(0, len(text) - MAX_SOURCE_CHARS)) is not None


def _has_outside(doc: Document) -> bool:
    """Tell whether a text has an article to be outside of, or is a page that may have lost it."""
    return doc.body_range != NO_EXTENT or is_page(doc)


def _is_nearly_all(doc: Document, runs: Iterable[Run]) -> bool:
    """Tell whether surely nearly all of a text is the page's."""
    return sum(len(run) for run in runs if run.is_sure) >= MIN_EMPTY_SHARE * len(doc.lines)


def _grade(doc: Document, run: Run) -> tuple[str, float]:
    """Return the kind of a run, and its precision on sites not learned from."""
    if doc.is_flat:
        return _grade_sentence(run)
    if run.is_sure:
        return ("surest", VERY_SURE_PRECISION) if run.probability >= VERY_SURE_RUN else ("sure", SURE_PRECISION)
    zone = doc.zone(doc.lines[run.first])
    if zone == "body" or is_page(doc):
        return "likely-among-paragraphs", LIKELY_BODY_PRECISION
    if zone == "tail" and run.probability >= MIN_LIKELY_TAIL:
        return BEHIND, LIKELY_TAIL_PRECISION
    return "likely", LIKELY_PRECISION


def _grade_sentence(run: Run) -> tuple[str, float]:
    """Return the kind of a run of sentences where the line breaks are lost, and its precision."""
    if run.probability >= FLAT_SURE:
        return "sure-sentence", FLAT_SURE_PRECISION
    is_likely = run.probability >= FLAT_LIKELY
    return ("likely-sentence", FLAT_LIKELY_PRECISION) if is_likely else ("doubtful-sentence", FLAT_PRECISION)


def _is_kept(doc: Document, run: Run) -> bool:
    """Tell whether a run is the article's as often as not, whatever its probability."""
    first, last = doc.lines[run.first], doc.lines[run.last]
    if doc.is_closing(last) and run.probability < MIN_CLOSING_PROBABILITY:
        return True
    if run.first == 0 and len(run) <= OPENING_LINES and run.probability < _least_opening(doc, run):
        return True
    if doc.zone(first) == "body":
        lines = doc.lines[run.first : run.last + 1]
        is_wordless = not any(_WORD.search(line.text) for line in lines)
        if run.probability < MIN_BODY_PROBABILITY or is_wordless or _is_subheading(doc, run):
            return True
    return _is_broken(doc, run) or _is_amid_list(doc, run) or (not run.is_sure and _is_matches(doc, run))


def _is_matches(doc: Document, run: Run) -> bool:
    """Tell whether most lines are matches: what else is played, an article or a page says it."""
    matches = sum(_FIXTURE.search(line.text) is not None for line in doc.lines[run.first : run.last + 1])
    return matches >= MIN_FIXTURES and 2 * matches > len(run)


def _is_amid_list(doc: Document, run: Run) -> bool:
    """Tell whether sentences are the middle of a list with dots, of which the rest on both sides is not told."""
    if not doc.is_flat:
        return _is_one_of_items(doc, run)
    bullets = set(_BULLETS.findall(doc.lines[run.first].text))
    if not bullets:
        return False
    sides = doc.lines[max(0, run.first - LIST_REACH) : run.first], doc.lines[run.last + 1 : run.last + 1 + LIST_REACH]
    return all(any(not bullets.isdisjoint(_BULLETS.findall(line.text)) for line in side) for side in sides)


def _is_one_of_items(doc: Document, run: Run) -> bool:
    """Tell whether a line among paragraphs is an item of a list of which the other items, not far from it, are not told."""
    sign = doc.lines[run.first].text.lstrip()[:2]
    if len(run) > 1 or sign not in _ITEM_SIGNS or doc.zone(doc.lines[run.first]) != "body":
        return False
    near = doc.lines[max(0, run.first - ITEM_REACH) : run.first + ITEM_REACH + 1]
    return sum(line.text.lstrip()[:2] == sign for line in near) > MIN_OTHER_ITEMS


def _least_opening(doc: Document, run: Run) -> float:
    """Return the least probability of lines that open the text: less where they are labels of a word or two."""
    lines = doc.lines[run.first : run.last + 1]
    return MIN_SURE_RUN["head"] if all(map(_is_label, lines)) else VERY_SURE_RUN


def _is_label(line: Line) -> bool:
    """Tell whether a line is a word or two, and not two with capitals, which may be the name of who wrote the article."""
    words = line.text.split()
    return len(words) <= MAX_LABEL_SPACES + 1 and not (len(words) > 1 and all(map(str.istitle, words)))


def _is_subheading(doc: Document, run: Run) -> bool:
    """Tell whether a run among the paragraphs of an article is one short line, not of the very surest."""
    if len(run) > 1 or run.probability >= VERY_SURE_RUN or is_page(doc):
        return False
    return doc.lines[run.first].text.count(" ") < MIN_HEADLINE_SPACES


def _is_broken(doc: Document, run: Run) -> bool:
    """Tell whether lines are words of the article's sentences that an extractor broke at their links."""
    above, below = doc.before(doc.lines[run.first]), doc.after(doc.lines[run.last])
    if all(line is None or doc.residue_probability[line.index] > MAX_ARTICLE_PROBABILITY for line in (above, below)):
        return False
    opened = above is not None and above.text.rstrip()[-1:] in _OPEN
    continued = sum(map(_continues, doc.lines[run.first : run.last + 2]))
    return opened + continued >= max(1, MIN_BROKEN_SHARE * len(run))


def _continues(line: Line) -> bool:
    opening = line.text.lstrip()[:1]
    return opening.islower() or opening in _MIDDLE


def _doubled(doc: Document) -> set[int]:
    """Return the sentences of a text without line breaks of which a copy stands elsewhere in it.

    What tells them from the article is that they come twice: the rules on repeats take one, and know that one stays.
    """
    if not doc.is_flat:
        return set()
    return {
        line.index
        for copies in doc.by_key.values()
        if len(copies) > 1
        for line in copies
        if line.index in doc.paragraphs
    }


def _neighbours(doc: Document, first: Line, last: Line) -> str:
    above, below = doc.before(first), doc.after(last)
    if above and below:
        return f'between "{excerpt(above.text, QUOTED_CHARS)}" and "{excerpt(below.text, QUOTED_CHARS)}"'
    if above or below:
        return f'{"behind" if above else "above"} "{excerpt((above or below or first).text, QUOTED_CHARS)}"'
    return "alone"
