"""NAV013 other-stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, FallbackRule, Good, Setting, Severity
from scrapelint_rules.navigation._shared.own.lines import OWN_PACKS, doubled_sentences, own_lines, own_parts
from scrapelint_rules.navigation._shared.own.networks import PACK as NETWORKS
from scrapelint_rules.navigation._shared.runs.certainty import (
    AFTER,
    ENDING,
    ENDING_PRECISION,
    as_sure_as_its_place,
    grade,
    no_surer,
)
from scrapelint_rules.navigation._shared.runs.edges import beside, between_sentences, left_by
from scrapelint_rules.navigation._shared.runs.guards import is_kept
from scrapelint_rules.navigation._shared.runs.page_ending import CLOSING_PACKS, page_ending
from scrapelint_rules.navigation._shared.runs.reasons import in_words, neighbours
from scrapelint_rules.navigation._shared.runs.run import Run, graded, runs_of
from scrapelint_rules.navigation._shared.runs.shares import MIN_FLAT_PROBABILITY, shares_of
from scrapelint_rules.navigation._shared.sections import PARTING_PACKS
from scrapelint_rules.navigation._shared.whole_page import is_page

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from scrapelint.plugin import Document, Finding, PriorFindings

WARNED = frozenset({"surest", "sure", "sure-sentence", "likely-sentence", AFTER, ENDING})
"""The kinds that are worth a warning."""
SHOWN_ALONE = frozenset({"likely-sentence", "doubtful-sentence"})
"""The kinds that are not taken out."""
NO_EXTENT = (0, -1)
"""Of a text without a paragraph: what is outside of the article can only be told if it is a whole page."""

MIN_EMPTY_SHARE = 0.8
"""Least share of the lines of such a text that are surely the page's; of a list that is the text itself fewer are."""


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
    where it is, by what is around it, and by having no words in common with the article.

    What to do: look at the lines and remove them; where they come from many pages of a site, give
    the extractor a rule for the site.
    """

    code, name, severity = "NAV013", "other-stories", Severity.WARNING
    fix = "unsafe"
    states_confidence = True
    packs = tuple(dict.fromkeys((*OWN_PACKS, NETWORKS, *PARTING_PACKS, *CLOSING_PACKS)))
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
            why="a sentence with its source after a dash",
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
        Bad(
            "⟦- Hindi News\n- Local\n- Larn\n- Tram Line Approved By Council; Mayor Of Larn | Old Bridge Closed⟧\n"
            "लार्न को ट्राम मिलेगी:मेयर बोलीं- काम वसंत में शुरू होगा; दो सौ करोड़ खर्च होंगे\n"
            "परिषद ने मंगलवार रात छह घंटे की बहस के बाद नई ट्राम लाइन की योजना को मंजूरी दी और मेयर ने कहा कि काम वसंत में शुरू होगा।\n"
            "लाइन बंदरगाह से अस्पताल तक जाएगी, उसमें ग्यारह स्टेशन होंगे और उस पर दो सौ करोड़ रुपये खर्च होंगे, जिनमें से आधा राज्य देगा।\n"
            "लाइन बंदरगाह से अस्पताल तक जाएगी और मेयर ने कहा कि काम वसंत में शुरू होगा और दो साल चलेगा, शहर ने बताया।",
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
        # What is looked for only among lines that would be told costs less: so runs are worked out, and then once more.
        own = own_lines(doc) | doubled_sentences(doc)
        runs = self._worth_telling(doc, prior, own)
        if doc.body_range == NO_EXTENT and not _is_nearly_all(doc, runs):
            return
        ending = _ending(doc, prior, own)
        told = {index for run in runs for index in run.indices}.union(ending)
        parts = own_parts(doc, told) if told else set()
        shown = list(no_surer(self._worth_telling(doc, prior, own | parts), runs)) if parts else runs
        ending = [] if parts.intersection(ending) else ending
        for run in beside(doc, shown, ending):
            yield self._on_run(doc, run)
        for run in runs_of(doc, left_by(doc, shown, ending)):
            yield self._on_lines(doc, run, ENDING, ENDING_PRECISION)

    def _worth_telling(self, doc: Document, prior: PriorFindings, own: Container[int]) -> list[Run]:
        """Return the runs of lines that are to be reported, where some lines are the article's own."""
        known = prior.removed_lines | prior.reported_lines
        found = graded(shares_of(doc, own, prior.partly_removed_lines), known, self.min_probability)
        graded_runs = [as_sure_as_its_place(doc, run) for run in found]
        whole = [run for run in graded_runs if not is_kept(doc, run)]
        parts = [(run, part) for run in whole for part in between_sentences(doc, run)]
        runs = [part for run, part in parts if part is run or not is_kept(doc, part)]
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
        return self._on_lines(doc, run, *grade(doc, run))

    def _on_lines(self, doc: Document, run: Run, kind: str, precision: float) -> Finding:
        first, last = doc.lines[run.first], doc.lines[run.last]
        weights = doc.reasons(first, last)
        heaviest = sorted(weights, key=lambda feature: -weights[feature])[:3]
        what = f"{len(run)} lines that are" if len(run) > 1 else "a line that is"
        why = in_words(doc, first, last, weights)
        about = f"{what} likely not the article, {neighbours(doc, first, last)}"
        finding = self.on_lines(
            doc,
            first,
            last,
            message=f"{about}: {'; '.join(why)}" if why else about,
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


def _has_outside(doc: Document) -> bool:
    """Tell whether a text has an article to be outside of, or is a page that may have lost it."""
    return doc.body_range != NO_EXTENT or is_page(doc)


def _is_nearly_all(doc: Document, runs: Iterable[Run]) -> bool:
    """Tell whether surely nearly all of a text is the page's."""
    return sum(len(run) for run in runs if run.is_sure) >= MIN_EMPTY_SHARE * len(doc.lines)
