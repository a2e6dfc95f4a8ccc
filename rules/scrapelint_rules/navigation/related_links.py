"""NAV003 related-links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, Span, excerpt, hit_evidence, removal
from scrapelint_rules.navigation._shared.links.blocks import BLOCK_PACKS, blocks
from scrapelint_rules.navigation._shared.links.cards import cards
from scrapelint_rules.navigation._shared.links.insets import SKIP, insets
from scrapelint_rules.navigation._shared.links.trailing import PATTERN, Trailing, trailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line


class RelatedLinks(DocumentRule):
    """Links to other stories: a heading such as "Related News" with headlines under it, or a teaser card.

    Why it matters: the headlines belong to other articles, often of other years; a model that
    reads them as one text learns to change the subject.

    What to do: remove the block; the extractor keeps the page's list of further stories.
    """

    code, name, severity = "NAV003", "related-links", Severity.WARNING
    fix = "unsafe"
    packs = BLOCK_PACKS
    patterns = (PATTERN, SKIP)
    needs_wording = True
    examples = (
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Related News\n\nBus drivers call off strike\n\nCity to plant two thousand trees⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper "
            "Mehrheit beschlossen.\n\n⟦Das könnte Sie auch interessieren\nBusfahrer sagen Streik ab⟧"
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Read more\n\nBus drivers call off strike⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said."
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦More:\n\nBus drivers call off strike\n\nCity to plant two thousand trees⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said."
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Business\n\nHow a baker became the owner of half the old town\n\nFeb. 15, 2024⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said."
        ),
        Good(
            "\n\n".join(
                f"Read more\n\n{time}\n\nLarn opens its port again\n\nThe port of Larn opened again on Monday after two weeks of "
                f"repairs, the mayor told reporters at pier {number} in the morning."
                for number, time in enumerate(("14:32", "14:10", "13:55"), 1)
            ),
            why="entries of a live blog, each of which ends in a button",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Business\n\nShops along the line fear for their customers, and the owners said so on 15 February 2024 in a letter "
            "to the mayor, who has not answered it.",
            why="a subheading of the article, and a date in a sentence",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "NQ: How long will that take?\n\nMD: Two years, I should think.\n\nNQ: And the costs?\n\n"
            "MD: They are known to all of us.\n\nRead more\n\nNQ: What has been found under the old bridge\n\n"
            "MD: Work on the first section is to begin in spring and will last at least two years, as the mayor said.",
            why="the next question of an interview; orphan-heading looks at the heading",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Read more\n\nThe costs\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="the next subheading of the article",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "More:\n\n“We have waited for this for ten years,” said Ana Ruiz of the league for the valley.\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="a word over a paragraph; orphan-heading looks at that",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Read also:\n\nBus drivers call off strike after talks⟧\n\nAll of them have waited for years\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
        ),
        Bad(
            "Die Stadt hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit beschlossen.\n"
            "⟦Lesen Sie auch:\nBusfahrer in Larn sagen nach Gesprächen ihren Streik ab\n"
            "Orlo pflanzt am alten Hafen zweitausend neue Bäume⟧\nWas die Strecke zum Krankenhaus kostet\n"
            "Die Strecke soll rund 200 Millionen kosten, sagt die Stadt, und die Hälfte davon soll das Land tragen,\n"
            "wenn es dabei bleibt.",
        ),
        Bad(
            "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía tras un debate de seis horas.\n"
            "⟦NOTICIAS RELACIONADAS\nLos conductores de autobús de Larn levantan la huelga\n"
            'Ministra de Larn frena el alza de tarifas en el transporte: "No toca todavía"⟧\n\n'
            '"Hagamos las líneas donde se concentra la gente que trabaja"\n\n'
            "La línea irá del puerto al hospital, tendrá once paradas y costará unos 200 millones, la mitad a cargo del Estado.",
        ),
        Bad(
            "Rada miasta przyjęła we wtorek wieczorem plan nowej linii tramwajowej po sześciu godzinach burzliwej debaty radnych.\n"
            "⟦Zobacz również:\nKierowcy autobusów w Larn odwołują strajk\nOrlo posadzi nad zatoką dwa tysiące drzew⟧\n"
            "Linia będzie gotowa za dwa lata, a jej budowa zacznie się wiosną\n"
            "- powiedziała burmistrz Larn w środę rano. Połowę kosztów ma pokryć państwo, a drugą połowę oba miasta nad zatoką.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n"
            "⟦Read also:\nBus drivers in Larn call off strike\nOrlo to plant two thousand trees⟧\n"
            "The new line was drawn by engineers of the\nHarbour Board of Larn and Orlo\n"
            "(HBLO) with the help of the state, which pays for half of it. Work on the first section is to begin in spring.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n"
            "⟦Read also:\nBus drivers in Larn call off strike\nOrlo to plant two thousand trees⟧\n"
            "From what the engineers of the two towns have put before the council in their second report of the year it follows that\n"
            "The Old Bridge will have to be closed for a year. Work on the first section is to begin in spring, the mayor said.",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "More news\n\nWhat it costs\n- 40 million for the first section\n- 12 million for eleven stops\n- 9 million for the bridge",
            why="a list of figures; orphan-heading looks at the heading",
        ),
        Bad(
            "The council met on Tuesday.  ⟦Related News   Bus drivers call off strike  City to plant two thousand trees⟧  \n"
            "It voted at noon, after a debate of six hours on the new tram line.",
            fixed="The council met on Tuesday.\nIt voted at noon, after a debate of six hours on the new tram line.",
        ),
        Bad("O conselho votou.  ⟦Leia também  Motoristas suspendem greve  Cidade vai plantar árvores⟧\n\nA obra começa em maio."),
        Good(
            "The council met on Tuesday.  Related News  Bus drivers call off strike  It voted at noon, after a debate.\n"
            "The line opens in May.",
            why="a sentence of the article after a headline",
        ),
        Bad("The council met on Tuesday.  ⟦Related News⟧   \nIt voted at noon.", fixed="The council met on Tuesday.\nIt voted at noon."),
        Good("Subject  Related News  Mean length\n\nThe table lists what each desk of the paper wrote in May.", why="a table"),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Top picks for you:\n\nCheap headphones for the harbour tram\n\n"
            "Two shops at the harbour have headphones for the tram at half of what they cost last year, and more to come.",
            why="a subheading whose words the paragraph takes up; orphan-heading looks at the heading",
        ),
        Bad(
            "Consiliul a aprobat planul noii linii de tramvai marți noaptea, după o dezbatere de șase ore, a anunțat primarul.\n\n"
            "⟦Citește și:\n\nȘoferii de autobuz renunță la grevă după negocieri lungi⟧\n\n"
            "Lucrările la primul tronson încep în primăvară și vor dura cel puțin doi ani, a spus consiliul într-un comunicat.\n\n"
            "⟦Citește și:\n\nOrașul va planta două mii de copaci în această vară, cei mai mulți pe cheiul vechi⟧\n\nLarn și portul său: costuri și termene\n\n"
            "Costuri totale:\n\n"
            "Linia va merge de la port la spital și va costa circa 200 de milioane, jumătate plătite de stat, a mai spus primarul.",
        ),
        Bad(
            "Kommunestyret i Larn vedtok tirsdag kveld planen for den nye trikkelinja etter en debatt på seks timer, sier ordføreren.\n\n"
            "⟦Les også:\n\n\nBussjåførene i Larn avlyser streiken etter lange forhandlinger\n\n\n"
            "Byen planter to tusen trær på den gamle kaia⟧\n\n\nHar ambisjoner\n– Kommer du til å holde det du lovet i juni om trikken?\n"
            "– Vi håper at vi alltid skal klare det. Men vi vet at flere prosjekter har blitt dyrere enn rådet trodde da det vedtok dem.",
        ),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit beschlossen.\n\n"
            "⟦Lesen Sie auch:\n\nBusfahrer sagen nach langen Verhandlungen ihren Streik ab\n\n"
            "Die Stadt pflanzt zweitausend Bäume am alten Kai⟧\n\nEin teures Versprechen\n\n- Halten Sie, was Sie im Juni versprochen haben?\n\n"
            "- Das hoffen wir. Aber wir wissen, dass mehrere Bauten teurer geworden sind, als der Rat bei seinem Beschluss geglaubt hat.",
        ),
        Bad(
            "Kommunestyret i Larn vedtok tirsdag kveld planen for den nye trikkelinja etter en debatt på seks timer, sier ordføreren.\n"
            "Linja skal gå fra havna til sykehuset.\n\n⟦LES OGSÅ:\n\n\n\nStreikerekord i Larn⟧\n\n\n\nBer ikke om mer\n"
            "Arbeidet med den første strekningen begynner i vår og vil ta minst to år, skriver kommunen i en melding i dag.\n"
            "Ordføreren venter ingen forsinkelser.",
        ),
        Bad(
            "Rada miasta Larn przyjęła we wtorek wieczorem plan nowej linii tramwajowej po sześciu godzinach debaty, mówi burmistrz.\n\n"
            "⟦Czytaj także:\n\n\nStrajk odwołany⟧\n\n\n⟦Czytaj także:\n\n\nDwa tysiące drzew⟧\n\n\n\n"
            "Prace nad pierwszym odcinkiem zaczną się wiosną i potrwają co najmniej dwa lata, pisze miasto w komunikacie.\n"
            "Burmistrz nie spodziewa się opóźnień.",
        ),
        Bad(
            "Kommunfullmäktige i Larn antog i tisdags kväll planen för den nya spårvägen efter en debatt på sex timmar, säger borgmästaren.\n\n"
            "⟦Läs också:\n\nBussförarna i Larn ställer in strejken efter långa förhandlingar\n\n"
            "Staden planterar två tusen träd på den gamla kajen⟧\n\n"
            "– Det här är frågor som man måste arbeta ständigt med. Det blir aldrig nog fokus på dem. Det måste göras i rådet, säger hon\n\n"
            "Arbetet med den första sträckan börjar i vår och kommer att ta minst två år, skriver kommunen i ett meddelande i dag.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n"
            "1) Open the page of the council of Larn\n⟦Read also:\nBus drivers in Larn call off their strike⟧\n"
            "2) Write down your name and street\n3) Choose the stop that you want in your street\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
        ),
        Bad(
            "Dewan kota menyetujui rencana jalur trem baru pada Selasa malam setelah debat enam jam, kata wali kota Larn.\n"
            "⟦Baca Juga:\nSopir Bus di Larn Batalkan Mogok Setelah Perundingan⟧\n*Lima Halte yang Paling Ramai di Larn*\n"
            "⟦Baca Juga:\nKota Tanam Dua Ribu Pohon di Dermaga Lama⟧\n1. Halte Pelabuhan dengan 150 penumpang\n"
            "2. Halte Rumah Sakit dengan 90 penumpang\n"
            "Pekerjaan di ruas pertama dimulai pada musim semi dan akan berlangsung paling sedikit dua tahun, kata wali kota.",
        ),
        Bad(
            "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía tras un debate de seis horas.\n"
            "⟦Lea también:\n1. Los conductores de autobús de Larn levantan la huelga\n2. Orlo plantará dos mil árboles en el muelle⟧\n"
            "La obra del primer tramo empezará en primavera y durará al menos dos años, según dijo la alcaldesa en la radio.",
        ),
        Good(
            "كتب عمدة لارن رسالة طويلة إلى مدير نشر جريدة\nالأخبار\nالذي كان قد سأله عن كلفة خط الترام الجديد بين الميناء\n"
            "والمستشفى وعن موعد بدء الأشغال في المرحلة الأولى منه",
            why="the name of a newspaper, torn from its sentence",
        ),
        Good(
            "O conselho aprovou o plano para a nova linha de elétrico na terça-feira à noite, depois de um debate de seis horas.\n\n"
            "Titulares:\n\nAna Ruiz (MA)\n\nTiago Lund (AP)\n\nRosa Dal (PI)\n\nSuplentes:\n\nNino Moe (TO)",
            why="who sits in a council",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Headlines\n\nAna Ruiz (Labour)\n\nJo Hale (Greens)\n\nKari Moe (Liberals)",
            why="people and their parties",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Related News\n\nBus drivers of Larn call off strike⟧\n\nThe parties in this poll and their short names:",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "The parties in this poll and their short names:",
        ),
        Bad(
            "परिषद ने मंगलवार रात छह घंटे की बहस के बाद नई ट्राम लाइन की योजना को मंजूरी दी।\n\n"
            "⟦ये भी पढ़ें-\n- लार्न के 47 बस चालकों ने बहस के बाद हड़ताल वापस ली, जानिए क्या हुआ?\n"
            "- ओरलो में ट्राम लाइन पर 271 में से 170 पेड़ बचेंगे\n- बंद हुई पुरानी लाइन का अब क्या होगा? जानिए परिषद की योजना\n"
            "- लार्न में 26 दुकानों ने नई ट्राम लाइन के लिए आवेदन किया⟧",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Bus drivers in Larn call off their strike\nBus drivers in Larn call off their strike\nRead also\n"
            "Larn has 428 drivers\n\n"
            "Of the drivers in Larn two thirds work for the town, and the others for the port, the mayor said on Tuesday.",
            why="the link is above the label, twice, and a subheading below it; orphan-heading looks at the label",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Skip Podcast and continue reading\n\nPodcast\n\nThe Old Quay\n\nTwo towns, one harbour: a story in six parts.\n\n"
            "Episodes\n\nEnd of Podcast⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
        ),
        Bad(
            "परिषद ने मंगलवार रात छह घंटे की बहस के बाद नई ट्राम लाइन की योजना को मंजूरी दी।\n\n"
            "⟦छोड़कर सबसे अधिक पढ़ी गईं आगे बढ़ें\n\nसबसे अधिक पढ़ी गईं\n\nसमाप्त⟧\n\nमेयर ने कहा कि काम वसंत में शुरू होगा और दो साल चलेगा।",
        ),
        Bad(
            "Совет одобрил план новой трамвайной линии во вторник ночью после шести часов споров.\n"
            "⟦Пропустить Подкаст и продолжить чтение.\nПодкаст\nСтарый причал\nКонец истории Подкаст⟧\n"
            "Работы начнутся весной и продлятся не меньше двух лет, сказал мэр.",
        ),
        Good(
            "Skip breakfast and continue reading\n\nThat is what the owner of the book shop on the quay does on most mornings, he said.\n\n"
            "Work on the shop is to begin in spring and will last at least two years.",
            why="a headline; no anchor comes after it",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Skip advertisement and continue reading\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.\n\n"
            "The advertisement that failed\n\n"
            "A poster for the line had been taken down in May, after a complaint of those who live on the old quay.",
            why="the anchor is lost, and a subheading has its name",
        ),
        Good("Related news is sorted by the desk before noon, and by two editors after it.", why="a sentence"),
        Good(
            "The two cases are related.\n\nPolice said so on Monday in a short statement to the press in Orlo.",
            why="the word in prose",
        ),
        Good("Recommended\n\nThe jury found for the museum, and said so in unusually plain words, on Friday.",
             why="nothing stands under the heading but a paragraph; orphan-heading looks at that"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each inset, block and teaser card, none in another, and for links after a paragraph."""
        covered: set[int] = set()
        for link, end in insets(doc):
            covered.update(range(link.index, end.index + 1))
            yield self._on_inset(doc, link, end)
        for heading, lines in blocks(doc):
            if lines and heading.line.index not in covered:
                covered.update(range(heading.line.index, lines[-1].index + 1))
                yield self.on_lines(
                    doc,
                    heading.line,
                    lines[-1],
                    message=f'links to other stories under "{excerpt(heading.line.text)}": {len(lines)} lines',
                    confidence=heading.entry.confidence,
                    evidence={**hit_evidence(heading), "lines": len(lines)},
                )
        for section, last in cards(doc):
            if section.line.index not in covered:
                yield self.on_lines(
                    doc,
                    section.line,
                    last,
                    message=f'teaser of another story: "{excerpt(section.line.text)}", headline and date',
                    confidence=0.97,
                    evidence={**hit_evidence(section), "kind": "card", "date": last.text.strip()},
                )
        for links in trailing(doc):
            yield self._on_trailing(doc, links)

    def _on_inset(self, doc: Document, link: Line, end: Line) -> Finding:
        return self.on_lines(
            doc,
            link,
            end,
            message=f'inset between a link that skips it and its end: "{excerpt(link.text)}"',
            confidence=0.97,
            evidence={"kind": "inset", "lines": end.index - link.index + 1},
        )

    def _on_trailing(self, doc: Document, links: Trailing) -> Finding:
        line, count = links.line, len(links.headlines)
        span = Span(links.start, line.span.end)
        finding = self.on_part(
            doc,
            line,
            span,
            message=f'links to other stories after a paragraph: "{excerpt(doc.text[span.start : span.end])}"',
            confidence=0.97,
            evidence={"kind": "trailing", "headlines": count},
        )
        return finding.moved(span, removal(doc.text, links.start, line.start + len(line.text)))
