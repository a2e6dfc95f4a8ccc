"""NAV004 inline-see-also."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, Span, excerpt, hit_evidence, regex
from scrapelint_rules.navigation._shared.links.blocks import HEADING_PACKS
from scrapelint_rules.navigation._shared.links.bracket_links import (
    LABELLED,
    PATTERN,
    BracketLink,
    bracket_links,
    labelled_links,
)
from scrapelint_rules.navigation._shared.links.capitals import headlines_in_capitals
from scrapelint_rules.navigation._shared.links.cues import is_one_headline
from scrapelint_rules.navigation._shared.links.joined_headings import before_own
from scrapelint_rules.navigation._shared.links.own_cues import SHOWS, ends_headline, is_insert
from scrapelint_rules.navigation._shared.links.unclear_ends import ends_unclear, is_bracketed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit

SENTENCES = frozenset({"click-here", "sentence-call"})
"""Entries of whole sentences that send the reader elsewhere; those that announce what follows are the article's."""
_LABELS = frozenset({"cue", "cue-colon", "cue-bare", "others"})
"""Entries of labels, which go with the headline after them or not at all."""
_ANNOUNCES = (":", "：", "below", "below.", "abajo", "unten", "ci-dessous", "ниже", "below!")
_PITCHES = ("app-prompt", "follow-us", "newsletter", "appeal")
"""Wording of pitches, whose buttons read like links to stories."""
_CLICK = regex(
    r"(?i)clic|klik|tap here|kattints|tıkla|κλικ|клик|нажми|натисн|اضغط|انقر|کلیک|क्लिक|ক্লিক|คลิก|点击|點擊|クリック|클릭|bấm|nhấn"
)
"""Words that ask to click and say nothing of what comes then."""
PITCH_LINES = 3
"""How many lines above or below a call to click the pitch may be whose button it is."""
MAX_LINK_CHARS = 250
"""Longest line with a cue, in code points; a longer one has run into the article's text."""
_POST = regex(r"pic\.twitter\.com|\(@\w+\)")
"""What a post on a network has, which the article quotes."""
IN_BRACKETS = 0.95
"""Confidence of a bracket with a cue and a headline, or nothing: 150 of 150 that were read are links."""
CAPITALS = 0.7
"""Confidence of a headline in capitals: right on the sites that use them so, but some write subheadings this way."""


class InlineSeeAlso(PhraseRule):
    """A link to another story between the paragraphs: "READ ALSO: ...".

    Why it matters: the insert belongs to another article and cuts an argument in two.

    What to do: remove the line.
    """

    code, name, severity = "NAV004", "inline-see-also", Severity.WARNING
    fix = "unsafe"
    packs = ("see-also", *HEADING_PACKS, *_PITCHES)
    patterns = (PATTERN, LABELLED)
    what = "link to another story"
    opens_line = True
    examples = (
        Bad(
            "The council met.\n\n⟦READ ALSO: Bus drivers call off strike⟧\n\nIt voted at noon.",
            fixed="The council met.\n\nIt voted at noon.",
        ),
        Bad("⟦Lesen Sie auch: Busfahrer sagen Streik ab⟧\n\nDer Rat stimmte am Mittag ab."),
        Bad("⟦Leia também: Motoristas suspendem greve⟧\n\nO conselho votou ao meio-dia."),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦BUS DRIVERS CALL OFF STRIKE AFTER TALKS LATE AT NIGHT⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said."
        ),
        Bad(
            "The council met.\n\n⟦READ ALSO: Who pays for the tram? Nobody... and that is not all⟧\n\nIt voted at noon.",
            fixed="The council met.\n\nIt voted at noon.",
        ),
        Bad(
            "Dewan itu bersidang.\n\n⟦Baca juga: Pemandu Bas Menamatkan Mogok, Akhirnya....⟧\n\nIa mengundi pada tengah hari.",
            fixed="Dewan itu bersidang.\n\nIa mengundi pada tengah hari.",
        ),
        Bad(
            "The council met.\n\n⟦READ ALSO:⟧ Bus drivers have called off their strike. The council voted at noon, and then it...",
            fixed="The council met.\n\n"
            "READ ALSO: Bus drivers have called off their strike. The council voted at noon, and then it...",
        ),
        Bad(
            "El puerto de Larn sigue cerrado hasta el lunes, dijo la alcaldesa.\n\n"
            "⟦Lea también: '¿Qué pasará en Orlo con el nuevo puente?, cuatro escenarios posibles'.⟧\n\nLas tiendas abren el martes.",
            fixed="El puerto de Larn sigue cerrado hasta el lunes, dijo la alcaldesa.\n\nLas tiendas abren el martes.",
        ),
        Bad(
            "The port of Larn stays shut until Monday, the mayor said.\n\n"
            "⟦Read also: 'Will Orlo get its bridge? Four ways it can go'.⟧\n\nThe shops open on Tuesday.",
            fixed="The port of Larn stays shut until Monday, the mayor said.\n\nThe shops open on Tuesday.",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "EVEN THE ENGINEERS OF THE COUNCIL HAVE NO ACCESS\n\n"
            "The council keeps the plans locked away, and engineers who asked for them were told to write to the mayor.",
            why="the paragraph below takes up its words",
        ),
        Bad("Rada się zebrała.\n\n⟦Przeczytaj także: „Kierowcy odwołali strajk. Co dalej?”, „Nowy most”.⟧\n\nGłosowała w południe."),
        Good(
            "Regjeringen la fram budsjettet torsdag, og kommunen får mindre penger enn i fjor, sier ordføreren i Lund.\n\n"
            "– Følg med\n\n"
            "Hun ber folk om å lese planen nøye, for mye kan endre seg før den blir vedtatt av kommunestyret i november.",
            why="a subheading in the words of the mayor",
        ),
        Good(
            "De raad van Larn stemt vanavond over de nieuwe tram, en in dit blog lees je wat de partijen daarover zeggen.\n\n"
            "21:07\n\nVideo: Hale en Ruiz botsen over de tram\n\n"
            "Hale hield bij het debat een pleidooi voor de tram naar het oude dorp, die volgens hem in mei kan gaan rijden.",
            why="the headline of an entry of a live blog",
        ),
        Good("Larn meet Orlo on Friday.\n\nStadium: Old Quay\nReferee: Jo Hale\nTV: Orlo Sports", why="the data of a match"),
        Good("See also the appendix, where the figures of both years are set side by side.", why="closed like a sentence"),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "WATCH: The mayor says that the line will be built, whatever it costs pic.twitter.com/a1b2c3 — Orlo (@OrloTown)\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="a post that the article quotes",
        ),
        Good(
            "परिषद ने मंगलवार रात छह घंटे की बहस के बाद नई ट्राम लाइन की योजना को मंजूरी दे दी और मेयर ने कहा कि काम वसंत में शुरू होगा।\n\n"
            "3- पूर्वी शहर तक जाने वाली ट्राम को कौन रोक सकता है और NATO\n\n"
            "पहले खंड पर काम वसंत में शुरू होना है और कम से कम दो साल तक चलेगा, मेयर ने मंगलवार की रात बैठक के बाद कहा।",
            why="an abbreviation in capitals in a script without them",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "MAYOR: “NO TRAM BEFORE SPRING”. SHOPS IN THE OLD TOWN FEAR FOR THEIR CUSTOMERS\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="a subheading of two sentences",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "1. COUNCIL VOTES FOR A NEW TRAM\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="a subheading with its number",
        ),
        Good(
            "\n\n".join(
                f"The council approved part {part} of the plan for the tram on Tuesday night, after a debate of six hours."
                f"\n\nPART {part} OF THE PLAN FOR A TRAM"
                for part in ("ONE", "TWO", "THREE", "FOUR")
            )
            + "\n\nWork on the first section is to begin in spring and will last at least two years, the mayor said.",
            why="subheadings of the article",
        ),
        Bad(
            "El consejo aprobó el plan del tranvía. ⟦(Lea además: Los conductores de Larn suspenden la huelga)⟧ La obra empieza en mayo.",
            fixed="El consejo aprobó el plan del tranvía. La obra empieza en mayo.",
        ),
        Bad(
            "The council of Larn approved the plan for the tram and ⟦(Related: )⟧ will vote on its costs in May.",
            fixed="The council of Larn approved the plan for the tram and will vote on its costs in May.",
        ),
        Bad(
            "Rada miasta przyjęła plan nowej linii we wtorek ⟦(Czytaj także: )⟧. Budowa zacznie się wiosną.",
            fixed="Rada miasta przyjęła plan nowej linii we wtorek. Budowa zacznie się wiosną.",
        ),
        Bad(
            "El consejo aprobó el plan del tranvía. ⟦(Le sugerimos leer: )⟧. La obra empieza en mayo.",
            fixed="El consejo aprobó el plan del tranvía. La obra empieza en mayo.",
        ),
        Bad(
            "市議会は火曜日の夜に計画を承認した。⟦（関連記事：バス運転手がストライキを中止）⟧工事は春に始まる。",
            fixed="市議会は火曜日の夜に計画を承認した。工事は春に始まる。",
        ),
        Bad(
            "Le conseil a voté.⟦(À lire aussi : Les chauffeurs de Larn suspendent leur grève)⟧Les travaux commencent en mai.",
            fixed="Le conseil a voté. Les travaux commencent en mai.",
        ),
        Bad(
            "El consejo aprobó el plan.\n⟦ARTÍCULO RELACIONADOLos conductores de Larn suspenden la huelga⟧En cuanto al puente, se abre en mayo.",
            fixed="El consejo aprobó el plan.\nEn cuanto al puente, se abre en mayo.",
        ),
        Bad("The council met.\n\n⟦RELATED ARTICLEBus drivers of Larn call off strike⟧\n\nIt voted at noon."),
        Good("The plan is bold (read: dear), and the council (see: its debts) knows it.", why="an aside of the author"),
        Good("El plan (además: una escuela nueva y un parque) fue aprobado ayer por el consejo.", why="an aside of the author"),
        Bad("The council met.\n\n⟦Council votes against new tram line Read more⟧\n\nIt voted at noon."),
        Good("The council met.\n\nWhy children in the north read more\n\nIt voted at noon.", why="a subheading"),
        Bad("The council met.\n\n⟦Find out how to get into cycling with our special guide.⟧\n\nIt voted at noon."),
        Bad("The council met.\n\n⟦For a list of the speakers, click here.⟧\n\nIt voted at noon."),
        Bad(
            "परिषद ने मंगलवार रात नई ट्राम लाइन की योजना को मंजूरी दे दी. ⟦(ओर्लो समाचार के ऐप के लिए\n\nयहां क्लिक करें. आप हमें\n\nफ़ेसबुक पर भी फ़ॉलो कर सकते हैं.)⟧",
            fixed="परिषद ने मंगलवार रात नई ट्राम लाइन की योजना को मंजूरी दे दी.",
        ),
        Good("Read the full statement below:\n\nThe council met.", why="it announces what follows"),
        Good(
            "The council has said where the new ferries of the two lands will put in from the first of May, at six in the morning:\n\n"
            "SC: Larn, Orlo, Ellery, Old Quay, Port Dal, Lund, Meadow, Harbour Town, Kirk Point and the islands in the bay\n"
            "RJ: Orlo\nSE: Ellery\nSP: Lund, Dal and Meadow",
            why="the letters of a land, among others",
        ),
        Good(
            "Live updates: Council votes for a new tram\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
            why="the headline of a live blog",
        ),
        Good(
            "Watch: Council approves tram after long debate\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
            why="the headline, whose words the first paragraph takes up",
        ),
        Good(
            "O conselho aprovou o plano para a nova linha de elétrico na terça-feira à noite, depois de um debate de seis horas.\n\n"
            "Contexto: pontes únicas e portos\n\n"
            "A linha irá do porto ao hospital e custará cerca de 200 milhões, metade dos quais a cargo do Estado, disse o conselho.",
            why="a subheading that begins with a word and a colon",
        ),
        Good(
            "Hội đồng đã thông qua kế hoạch tuyến xe điện mới vào tối thứ Ba sau sáu giờ tranh luận. Công việc bắt đầu vào mùa xuân. "
            "Video: Võ Minh Sau lễ khai trương ở bến cảng, thị trưởng sẽ đi chuyến tàu đầu tiên tới bệnh viện và khu phố cổ",
            why="a credit that has run into a sentence of the article",
        ),
        Bad(
            "The council met.\n\n⟦Also read: Bus drivers call off strike⟧ **Who pays for the tram**\n\nIt voted at noon.",
            fixed="The council met.\n\n**Who pays for the tram**\n\nIt voted at noon.",
        ),
        Bad(
            "The council approved the plan for the tram on Tuesday night after six hours, and the mayor said that it will be built. "
            "⟦Also Read : Bus drivers call off their strike, and here is more Larn pays for the new tram⟧ The town of Larn pays half "
            "of the tram, and the state the rest.",
            fixed="The council approved the plan for the tram on Tuesday night after six hours, and the mayor said that it will be "
            "built. Also Read : Bus drivers call off their strike, and here is more Larn pays for the new tram The town of Larn pays "
            "half of the tram, and the state the rest.",
        ),
        Good(
            "Best match: Larn at Orlo (87th)\nSee also: Ellery at Lund (67th/50th); Port Dal at Kirk Point (25.7)\n\nThey play on Friday.",
            why="the next best of a list",
        ),
        Good("Meiste Tore: Larn, 31\n\nSiehe auch: Orlo, 26,9; Lund, 25\n\nAm Freitag geht es weiter.", why="a list with figures"),
        Good(
            "WATCH: Mayor of Larn dances with dockers\n04/27/2021\n\nThe council of Orlo met on Tuesday night and spoke of its debts.",
            why="the headline of a film",
        ),
        Good(
            "4876\nVIDEO: यहां बर्फीले तूफान का कहर, सड़कों पर बिछी सात फीट ऊंची बर्फ\nयूरोप में तूफान ने भारी तबाही मचाई है और कई सड़कें बंद हैं।",
            why="the headline of a film, below the number of the article",
        ),
        Good(
            "EN IMAGES: La tempête laisse des bateaux dans les rues\n\nLe conseil d'Orlo s'est réuni mardi soir et a parlé de ses dettes.",
            why="the headline over pictures",
        ),
        Bad(
            "Hội đồng đã thông qua kế hoạch tuyến xe điện mới vào tối thứ Ba sau sáu giờ tranh luận. Danh sách các bến tàu vui lòng "
            "⟦xem tại đây.⟧ Công việc bắt đầu vào mùa xuân tại bến cảng. Thị trưởng sẽ đi chuyến tàu đầu tiên tới bệnh viện.",
            fixed="Hội đồng đã thông qua kế hoạch tuyến xe điện mới vào tối thứ Ba sau sáu giờ tranh luận. Danh sách các bến tàu vui lòng "
            "xem tại đây. Công việc bắt đầu vào mùa xuân tại bến cảng. Thị trưởng sẽ đi chuyến tàu đầu tiên tới bệnh viện.",
        ),
        Good(
            "Nobody in Larn had expected an end to the strike before the summer, when most of the tourists arrive by ferry.\n"
            "SO WHOEVER STILL SAYS THAT THE FERRIES OF LARN CARRY NO TOURISTS IS NOT\n"
            "BEING HONEST with himself, said the owner of a shop on the quay, and he showed the books of the last three years.",
            why="a sentence in capitals that the break of a line has cut",
        ),
        Good(
            "Der Beitrag verbreitete sich in Larn binnen Stunden, und bis zum Abend hatten ihn die meisten am Hafen gelesen. "
            "WER HAT DEN TUNNEL UNTER DEM ALTEN HAFEN VON LARN GEBAUT UND WARUM SCHWEIGT DER RAT? "
            "NIEMAND DARF DEN TUNNEL UNTER DEM HAFEN SEHEN ODER DARÜBER SPRECHEN… "
            "IN DEN KAMMERN UNTER DER STADT LAGERN DIE FÄSSER, UND ALLE WISSEN ES SEIT JAHREN! "
            "Der Rat ließ den Keller öffnen und fand darin nichts als Wasser und einen alten Karren.",
            why="a sentence of a post in capitals",
        ),
        Bad(
            "O conselho de Larn abre as inscrições para a mostra.\n\n⟦Acesse o regulamento aqui.⟧ O prazo para propostas vai até 6 de maio\n\n"
            "A mostra será no porto velho, disse a prefeita.",
            fixed="O conselho de Larn abre as inscrições para a mostra.\n\nO prazo para propostas vai até 6 de maio\n\n"
            "A mostra será no porto velho, disse a prefeita.",
        ),
        Bad(
            "Der Rat von Larn hat am Montag den Plan für die neue Bahn beschlossen, sagte die Bürgermeisterin.\n\n"
            "⟦Die ganze Rede der Bürgermeisterin vor dem Verein der Freunde des alten Hafens e.V. vom letzten Sonntag finden Sie hier:⟧",
            fixed="Der Rat von Larn hat am Montag den Plan für die neue Bahn beschlossen, sagte die Bürgermeisterin.\n\n"
            "Die ganze Rede der Bürgermeisterin vor dem Verein der Freunde des alten Hafens e.V. vom letzten Sonntag finden Sie hier:",
        ),
        Bad(
            'W nowym serialu z Larn można zobaczyć wielu aktorów z wybrzeża. ⟦ZOBACZ TEŻ: Reżyser o "The⟧ Last of Us": myślę, że będzie '
            "to sukces Premiera serii odbyła się we wtorek w Orlo. Burmistrz mówi, że to dobrze dla portu i miasta.",
            fixed='W nowym serialu z Larn można zobaczyć wielu aktorów z wybrzeża. ZOBACZ TEŻ: Reżyser o "The Last of Us": myślę, że '
            "będzie to sukces Premiera serii odbyła się we wtorek w Orlo. Burmistrz mówi, że to dobrze dla portu i miasta.",
        ),
        Bad(
            "Bus Larn berangkat setiap hari pukul enam pagi, dan tiketnya dapat dibeli di loket mana pun di kota itu.\n\n"
            "⟦BACA JUGA:⟧ Harga Sewa Jip Gunung Larn dari Orlo atau Pelabuhan Lama.\n\n"
            "Dewan kota menyetujui rencana jalur trem baru pada Selasa malam setelah debat enam jam.",
            fixed="Bus Larn berangkat setiap hari pukul enam pagi, dan tiketnya dapat dibeli di loket mana pun di kota itu.\n\n"
            "BACA JUGA: Harga Sewa Jip Gunung Larn dari Orlo atau Pelabuhan Lama.\n\n"
            "Dewan kota menyetujui rencana jalur trem baru pada Selasa malam setelah debat enam jam.",
        ),
        Bad(
            "⟦Further reading:⟧ Our reporter stood on the quay when the last ferry left. Read her account of how the crews took it.\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
            fixed="Further reading: Our reporter stood on the quay when the last ferry left. Read her account of how the crews took it.\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Related: Are Tram Lines Worth Your Money? We Went Under the Harbour to Find Out.⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said.",
        ),
        Good("He likes to read: novels, mostly.", why="the cue does not begin the line"),
        Good(
            "O porto de Larn reabre na segunda-feira, disse a prefeita.\n\nPara mais informações, por favor, entre em contato com\n"
            "Porto de Larn: imprensa@larn.example\nPrefeitura de Orlo: orlo@orlo.example",
            why="whom to write to stands below",
        ),
        Good("Watch the minister closely and you notice how rarely he looks up.", why="a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the inserts with a cue, links in brackets within a line, and headlines in capitals between paragraphs."""
        links = [*bracket_links(doc), *labelled_links(doc)]
        yield from (self._on_link(doc, link) for link in links)
        flagged = {link.line.index for link in links}
        for hit in self.best_hits(doc):
            if hit.line.index not in flagged or not any(link.span.start <= hit.start < link.span.end for link in links):
                flagged.add(hit.line.index)
                yield self.on_hit(doc, hit)
        for line in headlines_in_capitals(doc):
            if line.index not in flagged:
                about = f'headline in capitals between paragraphs: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=CAPITALS, evidence={"kind": "capitals"})

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line of a hit; a link that is glued to a headline takes it along."""
        if hit.entry.id == "headline-more":
            about, evidence = f'{self.calls(doc, hit)}: "{excerpt(hit.line.text)}"', hit_evidence(hit)
            return self.on_lines(doc, hit.line, message=about, confidence=hit.entry.confidence, evidence=evidence)
        finding = before_own(doc, hit, super().on_hit(doc, hit))
        # Asked of the finding as it is, before a bracket narrows it to what is surely the link.
        is_unclear = ends_unclear(doc, hit, finding)
        finding = self._on_bracket(doc, hit) if is_bracketed(doc, hit) else finding
        return finding._replace(fix=None) if is_unclear or _parts_label(doc, hit, finding) else finding

    def _on_bracket(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a call alone in its brackets: it ends what comes before it."""
        about = f'{self.calls(doc, hit)}: "{excerpt(doc.text[hit.start : hit.end])}"'
        span = Span(hit.start - 1, hit.end + 1)
        confidence = hit.entry.confidence
        return self.on_part(doc, hit.line, span, message=about, confidence=confidence, evidence=hit_evidence(hit))

    def _on_link(self, doc: Document, link: BracketLink) -> Finding:
        about = f'{self.what}: "{excerpt(doc.text[link.span.start : link.span.end])}"'
        evidence = {"pack": "see-also", "entry": "cue", "phrase": f"{link.cue.lower()}:"}
        finding = self.on_part(doc, link.line, link.span, message=about, confidence=IN_BRACKETS, evidence=evidence)
        if link.span == link.line.span:
            return finding
        return finding.moved(link.span, link.removed)

    def calls(self, doc: Document, hit: Hit) -> str:
        """Return what a hit is called: what its words say of where they lead, and no more."""
        is_click = _CLICK.search(hit.phrase) is not None
        near = PITCH_LINES if is_click else 0
        lines = range(hit.line.index - near, hit.line.index + near + 1)
        if not doc.hit_lines(*_PITCHES).isdisjoint(lines):
            return "link in a pitch"
        if SHOWS.search(hit.phrase):
            return "link to a film, pictures or sound"
        return "call to click" if is_click else super().calls(doc, hit)

    def covers(self, hit: Hit) -> bool:
        """Tell whether all after a cue is one headline, whatever marks are in it: it has no end, or is quoted."""
        return is_one_headline(hit)

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is not closed like a sentence, or the cue stands apart by a mark of its own.

        A cue alone on its line is a heading, which `related-links` and `orphan-heading` know.
        """
        if hit.entry.concept != "see-also" or hit.line.index in doc.hit_lines(*HEADING_PACKS):
            return False
        if len(hit.line.text) > MAX_LINK_CHARS or _POST.search(hit.line.text) or _announces_contact(doc, hit):
            return False
        if hit.entry.id in SENTENCES:
            return not hit.line.text.rstrip().endswith(_ANNOUNCES)
        if hit.entry.id == "headline-more":
            return ends_headline(doc, hit)
        return is_insert(doc, hit)


def _parts_label(doc: Document, hit: Hit, finding: Finding) -> bool:
    """Tell whether a label would go and what it heads would stay on the line: a headline with a full stop, or a sentence."""
    span = finding.span or hit.line.span
    is_label = (
        hit.entry.id in _LABELS and span.start <= hit.start and doc.text[hit.end : span.end].strip(" :|-–—") == ""
    )
    return is_label and not doc.is_flat and doc.text[span.end : hit.line.end].strip(" :|-–—.") != ""


def _announces_contact(doc: Document, hit: Hit) -> bool:
    """Tell whether an address to write to is right below a line that no mark ends: "For more information contact"."""
    below = doc.after(hit.line)
    return below is not None and "@" in below.text and hit.line.text.rstrip()[-1:].isalpha()
