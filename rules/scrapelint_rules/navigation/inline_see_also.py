"""NAV004 inline-see-also."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    QUESTION_MARKS,
    Bad,
    Good,
    PhraseRule,
    Severity,
    Span,
    ends_sentence,
    excerpt,
    hit_evidence,
    regex,
    removal,
)
from scrapelint_rules.navigation._shared.blocks import HEADING_PACKS
from scrapelint_rules.navigation._shared.bracket_links import (
    LABELLED,
    PATTERN,
    BracketLink,
    bracket_links,
    labelled_links,
)
from scrapelint_rules.navigation._shared.joined_headings import ends_in_own, own_marked_at
from scrapelint_rules.navigation._shared.own_lines import is_labelled
from scrapelint_rules.navigation._shared.sections import MIN_COMMON_WORDS, common_words, is_taken_up
from scrapelint_rules.navigation._shared.shapes import MAX_HEADLINE_CHARS, is_headline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit, Line

MIN_SHOUT_WORDS = 8
"""A headline in capitals has at least as many words; a subheading of the article's own is shorter."""
MAX_SHOUT_CHARS = 160
MAX_SHOUTS = 3
"""Headlines of others in capitals in one article; more of them are its own subheadings, and so are those with numbers."""
LOUD_WORDS = 2
"""Words in capitals right above or below such a headline that make it a part of a sentence, or of a post in capitals."""
MIN_CAPITALS_SHARE = 0.9
"""Least share of capitals among the letters: an abbreviation in Latin script in a line of another is no headline."""
_NO_HEADLINE_ENDS = ".:;,?!。！？"
_SENTENCE_WITHIN = regex(r"[^\W\d_]{4,}[.!?][”»“\"]?\s|[^\W\d_]{4,}[”»“\"][.!?]\s")
"""The end of a sentence: subheadings of the article have several, headlines of others hardly ever."""
SENTENCES = frozenset({"click-here", "sentence-call"})
"""Entries of whole sentences that send the reader elsewhere; those that announce what follows are the article's."""
ENDINGS = frozenset({"call-inside", "click-here"})
"""Entries of calls that may end a sentence: "for the list of ships, click here"."""
MIN_ITEMS = 3
"""Lines one below the other with such a call that make them a list of the article's."""
_ANNOUNCES = (":", "：", "below", "below.", "abajo", "unten", "ci-dessous", "ниже", "below!")
_COLONS = (":", "：")
_CUE_MARKS = frozenset(":|：>")
"""Marks by which a cue stands apart."""
MAX_TOPIC_WORDS = 2
"""Words of the topic that a headline opens with."""
_EDGES = " :.\u00a0"
MIN_LINK_SPACES = 3
"""Spaces of a headline before the link that is glued to it."""
_ITEM_END = regex(r"(?:[)\]]|\d ?%?)[\s.]{0,2}$")
"""A bracket or a figure that closes an item of a list."""
_OPENED = {"(": ")", "[": "]", "（": "）"}
_QUOTES = ('"', "'", "“", "„", "«", "‘", "’")
_CLOSING_QUOTES = ('"', "”", "“", "»", "’")
MAX_CALL_LEAD_SPACES = 12
"""Spaces before a call that ends in a colon; more of them tell of what it leads to, which may be the article's."""
MIN_ANNOUNCER_SPACES = 6
"""Spaces behind a cue from which a line that ends in a colon has run into a sentence of the article: it leads on to a list."""
MAX_CREDIT_WORDS = 4
"""Words behind "Video:" that are a name where the line breaks are lost; more of them have run into a sentence."""
_CUT = ("..", "…")
"""What a headline ends in that was cut."""
_PITCHES = ("app-prompt", "follow-us", "newsletter", "appeal")
"""Wording of pitches, whose buttons read like links to stories."""
_CLICK = regex(
    r"(?i)clic|klik|tap here|kattints|tıkla|κλικ|клик|нажми|натисн|اضغط|انقر|کلیک|क्लिक|ক্লিক|คลิก|点击|點擊|クリック|클릭|bấm|nhấn"
)
"""Words that ask to click and say nothing of what comes then."""
PITCH_LINES = 3
"""How many lines above and below a call to click a pitch may stand that it is the button of."""
_LIVE = regex(r"live|vivo|ticker|newsblog|direct\b|онлайн|canlı")
"""What opens the headline of a live blog as often as a link to one."""
_SHOWS = regex(
    r"video|vídeo|vidéo|videó|photo|foto|pictur|imag|bilder|bildspel|galer|watch|listen|podcast|écouter|escuch|ouça|assista|guarda"
    r"|zobacz|katso|kuuntele|izle|tonton|видео|фото|смотри"
)
"""What opens the headline of a film, of pictures or of a talk as often as a link to one."""
_TIME = regex(r"\s{0,3}(?:[^\W\d_]{4,12}, )?[0-2]?\d[:.h][0-5]\d(?: Uhr| uur| ?[ap]\.?m\.?)?\s{0,9}$")
"""A line with the time of an entry of a live blog, which may have the day."""
MAX_LINK_CHARS = 250
"""Longest line with a cue, in code points; a longer one has run into the article's text."""
_POST = regex(r"pic\.twitter\.com|\(@\w+\)")
"""What a post on a network has, which the article quotes."""
MIN_DATA_LINES = 2
"""Rows of data above a line that make it one of them."""
CALLS = frozenset({"call-start", "call-inside", "click-here", "sentence-call"})
"""Entries of calls, behind whose full stop the article may go on."""
IN_BRACKETS = 0.95
"""Confidence of a bracket with a cue and a headline, or nothing: 150 of 150 that were read are links."""
CAPITALS = 0.7
"""Confidence of a headline in capitals: right on the sites that use them so, but some write subheadings this way."""


def _is_shout(text: str) -> bool:
    """Tell whether a line is a headline in capitals: no small letter, no end mark, and hardly a letter without case."""
    if len(text) > MAX_SHOUT_CHARS or not text.isupper() or len(text.split()) < MIN_SHOUT_WORDS:
        return False
    letters = [char for char in text if char.isalpha()]
    is_cased = sum(map(str.isupper, letters)) >= MIN_CAPITALS_SHARE * len(letters)
    closed = text.rstrip()[-1:] in _NO_HEADLINE_ENDS or _SENTENCE_WITHIN.search(text) is not None
    start = text.lstrip()
    return is_cased and not closed and not start.startswith(_QUOTES) and not start[0].isdigit()


def _shouts(doc: Document) -> list[Line]:
    """Return headlines in capitals between the paragraphs; none where they are so many that they part the article."""
    inner = doc.lines[doc.body_range[0] : doc.body_range[1]]
    found = [line for line in inner if _is_shout(line.text) and _between_prose(doc, line)]
    return found if len(found) <= MAX_SHOUTS else []


def _between_prose(doc: Document, line: Line) -> bool:
    """Tell whether a line stands between paragraphs, of which the one below doesn't take up its words: that heads it."""
    above, below = doc.before(line), doc.after(line)
    if above is None or below is None or not {above.index, below.index} <= doc.paragraphs:
        return False
    beside = above.text[-MAX_SHOUT_CHARS:].split()[-LOUD_WORDS:], below.text[:MAX_SHOUT_CHARS].split()[:LOUD_WORDS]
    if any(map(_is_loud, beside)):
        return False
    return len(common_words(line, below)) < MIN_COMMON_WORDS


def _is_loud(words: list[str]) -> bool:
    """Tell whether words right beside a line in capitals are in capitals too: it is a part of what they say."""
    return len(words) == LOUD_WORDS and all(word.isupper() and len(word) > 1 for word in words)


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
            fixed="The council met.\n\nBus drivers have called off their strike. The council voted at noon, and then it...",
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
        Good("He likes to read: novels, mostly.", why="the cue does not begin the line"),
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
        for line in _shouts(doc):
            if line.index not in flagged:
                about = f'headline in capitals between paragraphs: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=CAPITALS, evidence={"kind": "capitals"})

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the line of a hit; a link that is glued to a headline takes it along."""
        if hit.entry.id != "headline-more":
            finding = _before_own(doc, hit, super().on_hit(doc, hit))
            runs_on = _leads_on(doc, hit) or _runs_into_own(doc, hit) or _is_unclosed(doc, hit) or _is_topic(doc, hit)
            is_own = (
                runs_on
                or _ends_a_sentence(doc, hit)
                or _tells_of_film(hit)
                or _is_item(doc, hit)
                or _cuts_quote(doc, hit, finding)
            )
            finding = self._on_bracket(doc, hit) if _is_bracketed(doc, hit) else finding
            return finding._replace(fix=None) if is_own else finding
        about = f'{self.calls(doc, hit)}: "{excerpt(hit.line.text)}"'
        return self.on_lines(doc, hit.line, message=about, confidence=hit.entry.confidence, evidence=hit_evidence(hit))

    def _on_bracket(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a call alone in its brackets: it ends what stands before it."""
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
        if _SHOWS.search(hit.phrase):
            return "link to a film, pictures or sound"
        return "call to click" if is_click else super().calls(doc, hit)

    def covers(self, hit: Hit) -> bool:
        """Tell whether all behind a cue is one headline, whatever marks stand in it: it has no end, or is quoted."""
        behind = hit.line.text[hit.end - hit.line.start :]
        if hit.entry.id in CALLS and behind[:1] not in _CUE_MARKS and _SENTENCE_WITHIN.search(behind):
            return False
        rest = behind.strip(" :.")
        is_quoted = rest.startswith(_QUOTES) and rest.endswith(_CLOSING_QUOTES)
        return is_headline(hit.line) or is_quoted or _is_cut_headline(hit, rest)

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is not closed like a sentence, or the cue stands apart by a mark of its own.

        A cue alone on its line is a heading, which `related-links` and `orphan-heading` know.
        """
        if hit.entry.concept != "see-also" or hit.line.index in doc.hit_lines(*HEADING_PACKS):
            return False
        if len(hit.line.text) > MAX_LINK_CHARS or _POST.search(hit.line.text):
            return False
        if hit.entry.id in SENTENCES:
            return not hit.line.text.rstrip().endswith(_ANNOUNCES)
        if hit.entry.id == "headline-more":
            return _ends_headline(doc, hit)
        return _is_insert(doc, hit)


def _is_cut_headline(hit: Hit, rest: str) -> bool:
    """Tell whether one headline that breaks off in dots stands behind a cue with its mark."""
    at = hit.end - hit.line.start
    is_cue = not _CUE_MARKS.isdisjoint(hit.line.text[at - 1 : at + 2])
    is_cut = hit.line.text.rstrip().endswith(_CUT)
    return is_cue and is_cut and len(rest) <= MAX_HEADLINE_CHARS and _SENTENCE_WITHIN.search(rest) is None


def _is_insert(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with a cue is a headline or a question, or the cue stands apart."""
    if hit.entry.id == "question":
        return hit.line.text.rstrip().endswith(tuple(QUESTION_MARKS))
    if _is_own_headline(doc, hit) or _lists_items(doc, hit):
        return False
    # "Video: ..." and "Poll: ..." open many a headline.
    if hit.entry.id == "cue-colon" and (doc.opens(hit.line) or _is_among_data(doc, hit.line) or _runs_on(doc, hit)):
        return False
    return is_headline(hit.line) or doc.text[hit.end - 1 : hit.end + 1].strip(" \u00a0")[-1:] in _CUE_MARKS


def _lists_items(doc: Document, hit: Hit) -> bool:
    """Tell whether a cue opens a list of the article's own: items parted by semicolons, each with a figure or bracket."""
    items = doc.text[hit.end : hit.line.end].split(";")
    return len(items) > 1 and all(map(_ITEM_END.search, items))


def _is_own_headline(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with a cue opens the text and the first paragraph takes it up, or it is of a live blog above one.

    Where pictures are all that it announces, no paragraph has to take it up. The headline of an entry has its time above.
    """
    is_first = doc.opens(hit.line)
    if _SHOWS.search(hit.phrase) and _is_entry(doc, hit.line):
        return True
    if is_first and (_SHOWS.search(hit.phrase) or is_taken_up(doc, hit.line)):
        return True
    return (is_first or doc.zone(hit.line) == "head") and _LIVE.search(hit.phrase) is not None


def _is_entry(doc: Document, line: Line) -> bool:
    """Tell whether a line is the headline of an entry of a live blog: its time stands above, its text below."""
    above, below = doc.before(line), doc.after(line)
    return above is not None and below is not None and below.index in doc.paragraphs and bool(_TIME.match(above.text))


def _runs_on(doc: Document, hit: Hit) -> bool:
    """Tell whether more than a name stands behind a word with a colon where the line breaks are lost."""
    return doc.is_flat and len(doc.text[hit.end : hit.line.end].split()) > MAX_CREDIT_WORDS


def _leads_on(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with a cue ends in a sentence of the article that announces what follows, or has run into it."""
    behind = doc.text[hit.end : hit.line.end].rstrip() + " "
    last = max(behind.rfind(f"{mark} ") for mark in _COLONS)
    is_last = doc.is_flat or last == len(behind) - 2
    return is_last and behind.count(" ", 0, max(last, 0)) >= MIN_ANNOUNCER_SPACES


def _before_own(doc: Document, hit: Hit, finding: Finding) -> Finding:
    """Return a finding that ends before a heading of the article's in a pair of stars behind the headline on its line."""
    span = finding.span or hit.line.span
    at = own_marked_at(doc.text[hit.end : span.end])
    if at is None:
        return finding
    part = Span(span.start, hit.end + len(doc.text[hit.end : hit.end + at].rstrip()))
    return finding.moved(part, removal(doc.text, *part))


def _runs_into_own(doc: Document, hit: Hit) -> bool:
    """Tell whether a headline of another has run into a heading of the article's own where the line breaks are lost."""
    is_marked = own_marked_at(doc.text[hit.end : hit.line.end]) is not None
    return doc.is_flat and not is_marked and ends_in_own(doc, hit.line, hit.end)


def _ends_a_sentence(doc: Document, hit: Hit) -> bool:
    """Tell whether a call to click is the end of a sentence where line breaks are lost: without it that would be cut off."""
    before = doc.text[hit.line.start : hit.start].rstrip()
    return (
        doc.is_flat and hit.entry.id in ENDINGS and before[-1:] not in ("", *_CUE_MARKS) and not ends_sentence(before)
    )


def _tells_of_film(hit: Hit) -> bool:
    """Tell whether a call ends a long sentence with a colon: it tells of the film or list that stood below it."""
    before = hit.line.text[: hit.start - hit.line.start]
    is_call = hit.entry.id in CALLS and hit.line.text.rstrip().endswith(_COLONS)
    return is_call and before.count(" ") > MAX_CALL_LEAD_SPACES


def _cuts_quote(doc: Document, hit: Hit, finding: Finding) -> bool:
    """Tell whether what is taken out of a line ends within a quotation: the title of a link goes on behind it."""
    span = finding.span or hit.line.span
    if span.end >= hit.line.span.end and not doc.is_flat:
        return False
    part = doc.text[span.start : span.end]
    closed = sum(map(part.count, "”“")) + part.count('"')
    return part.count('"') % 2 == 1 or part.count("«") > part.count("»") or part.count("„") > closed


def _is_bracketed(doc: Document, hit: Hit) -> bool:
    """Tell whether a call stands alone in brackets where the line breaks are lost: behind them the next item begins."""
    before, behind = doc.text[max(0, hit.start - 1) : hit.start], doc.text[hit.end : hit.end + 1]
    return doc.is_flat and before != "" and _OPENED.get(before) == behind


def _is_item(doc: Document, hit: Hit) -> bool:
    """Tell whether a call to click ends an item of a list, of which each ends so: services, which the article lists."""
    if hit.entry.id not in ENDINGS or doc.zone(hit.line) != "body":
        return False
    ends = {other.line.index for other in doc.hits("see-also") if other.entry.id in ENDINGS}
    return any(
        ends.issuperset(range(first, first + MIN_ITEMS)) for first in range(hit.line.index - 2, hit.line.index + 1)
    )


def _is_unclosed(doc: Document, hit: Hit) -> bool:
    """Tell whether the bracket before a cue is never closed where the line breaks are lost: nothing tells where the link ends."""
    opened = doc.text[hit.line.start : hit.start].rstrip()[-1:]
    return doc.is_flat and opened in _OPENED and _OPENED[opened] not in doc.text[hit.end : hit.line.end]


def _is_topic(doc: Document, hit: Hit) -> bool:
    """Tell whether only the topic of a headline stands before its first full stop, where line breaks are lost.

    "See also: USA. State bans ...": nothing tells where the rest of the headline ends.
    """
    behind = doc.text[hit.end : hit.line.end].strip(_EDGES)
    return doc.is_flat and hit.line.text.rstrip().endswith(".") and 0 < len(behind.split()) <= MAX_TOPIC_WORDS


def _is_among_data(doc: Document, line: Line) -> bool:
    """Tell whether lines with a label stand right above a line, as in the data of a match: "Stadium: ...", "TV: ..."."""
    above = doc.lines[max(0, line.index - MIN_DATA_LINES) : line.index]
    return len(above) == MIN_DATA_LINES and all(map(is_labelled, above))


def _ends_headline(doc: Document, hit: Hit) -> bool:
    """Tell whether a link to more is glued to a headline: no sentence ends before it, and the text goes on below."""
    before = doc.text[hit.line.start : hit.start].rstrip()
    if ends_sentence(hit.line.text) or not _begins_anew(doc.text[hit.start : hit.end], before):
        return False
    return before[-1:].isalnum() and before.count(" ") >= MIN_LINK_SPACES and not doc.is_last(hit.line)


def _begins_anew(link: str, before: str) -> bool:
    """Tell whether a link has a capital that the line itself would not have there: "Why children read more" has none."""
    last = before.rsplit(None, 1)[-1:]
    is_sentence_case = " " in link and link[1:].islower()
    return link[:1].isupper() and (is_sentence_case or "".join(last)[:1].islower())
