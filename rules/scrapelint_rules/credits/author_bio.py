"""CRD003 author-bio."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.plugin import QUESTION_MARKS, Bad, Good, PhraseRule, Severity, excerpt, hit_evidence
from scrapelint_rules.credits._shared.authors.bios import closing_bios
from scrapelint_rules.credits._shared.authors.bylines import is_among_equals, names_somebody, paper_below
from scrapelint_rules.credits._shared.authors.mailboxes import says_more
from scrapelint_rules.credits._shared.authors.note_starts import from_its_start
from scrapelint_rules.credits._shared.authors.signatures import signed_lines
from scrapelint_rules.credits._shared.authors.story_people import is_of_story
from scrapelint_rules.credits._shared.names_below import name_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit

MIN_ARTICLE_LINES = 2
"""A bio follows an article: at least this many lines are above it."""
NAME_ROWS = 2
"""How many rows below the first words of a byline, which are all of their line, its name may be."""
BYLINE_ENTRIES = frozenset({"author", "author-line"})
"""Entries of the pack on bylines that name who wrote; the others give times."""
SIGNED, CLOSING_BIO = 0.84, 0.9
"""Confidence of initials or an address alone, and of a note without the wording of one."""
MIN_STAFF = 5
"""Fewest notes with the same words that make a text a list of people."""

_PARAGRAPHS = (
    "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
    "Work on the first section is to begin in spring and will last at least two years, the mayor said on Monday."
)


class AuthorBio(PhraseRule):
    """A note on the author after the article.

    Why it matters: it is about another person than the story, in the same voice.

    What to do: move it to a field of its own, or remove the paragraph.
    """

    code, name, severity = "CRD003", "author-bio", Severity.WARNING
    fix = "unsafe"
    packs = ("author-bio", "byline")
    covers_line = True
    what = "note on the author"
    examples = (
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Ana Ruiz is a senior correspondent based in Orlo.⟧",
            fixed="Talks began on Monday.\n\nThey ended on Friday."),
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦About the author⟧"),
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Jo Hale is a freelance journalist.⟧"),
        Bad("Die Brücke wurde am Montag nach langer Debatte im Rat bis zum Frühjahr für alle Autos gesperrt, sagte sie.\n\n⟦(mki)⟧"),
        Bad(
            f"{_PARAGRAPHS}\n\n⟦Interview by:\n\nAna Ruiz⟧\n\nThe ferries sail again.",
            fixed=f"{_PARAGRAPHS}\n\nThe ferries sail again.",
        ),
        Bad(f"{_PARAGRAPHS}\n\n⟦Propos recueillis par\nAnne Larn⟧", fixed=_PARAGRAPHS),
        Bad(
            "Cảng Larn mở cửa trở lại vào thứ Hai, thị trưởng nói với các phóng viên trên bến tàu vào buổi sáng.\n"
            "Phà khởi hành hai giờ một lần, và không có chuyến nào bị hủy trong tuần này, thị trưởng cho biết thêm.\n"
            "⟦Theo Minh An\nNhật báo Larn⟧",
            fixed="Cảng Larn mở cửa trở lại vào thứ Hai, thị trưởng nói với các phóng viên trên bến tàu vào buổi sáng.\n"
            "Phà khởi hành hai giờ một lần, và không có chuyến nào bị hủy trong tuần này, thị trưởng cho biết thêm.",
        ),
        Bad(
            "The bridge was shut on Monday.\n\nThe council had asked for it.\n\nNobody was hurt.\n\n"
            "⟦Ana Ruiz teaches physical chemistry at the University of Orlo.⟧"
        ),
        Bad(
            "The bridge was shut on Monday.\n\nThe council had asked for it.\n\nNobody was hurt.\n\n"
            "⟦Ana Ruiz covers the harbour and the fleet for the Orlo Gazette.⟧"
        ),
        Bad(
            "El puente cerró el lunes.\n\nEl consejo lo había pedido.\n\nNadie resultó herido.\n\n"
            "⟦Ana Ruiz escribe sobre el puerto y la pesca.⟧"
        ),
        Bad(
            "Die Brücke wurde am Montag gesperrt.\n\nDer Rat hatte darum gebeten.\n\nVerletzt wurde niemand.\n\n"
            "⟦Jana Wolf schreibt über den Hafen und seine Leute.⟧"
        ),
        Good(
            "The bridge was shut on Monday.\n\nThe council had asked for it.\n\nNobody was hurt.\n\n"
            "Jo Hale covers the hole with planks each night.",
            why="what somebody of the story does",
        ),
        Good(
            "The bridge was shut on Monday.\n\nThe council had asked for it.\n\nNobody was hurt.\n\n"
            "The novel of Ana Ruiz was read in the hall.\n\nAna Ruiz writes about the harbour with much wit.",
            why="of the author of a book, whom the story names",
        ),
        Bad(
            "Die Brücke wurde am Montag gesperrt.\n\nDer Rat hatte darum gebeten.\n\nVerletzt wurde niemand.\n\n"
            "⟦Jana Wolf ist Professorin für Geschichte in Orlo.⟧"
        ),
        Bad(
            "The council of Larn approved the plan for the tram on Tuesday night after six hours. The play is on until Oct. 15. "
            "The actors are as good as the songs, and the stage is better than both. It should be seen by all. "
            "Showtimes, 7 p.m. Tuesdays; 2 and 8 p.m. Saturdays Where: Old Quay Theatre, Online: larnplays.example ⟦Hale is a freelance writer.⟧",
            fixed="The council of Larn approved the plan for the tram on Tuesday night after six hours. The play is on until Oct. 15. "
            "The actors are as good as the songs, and the stage is better than both. It should be seen by all. "
            "Showtimes, 7 p.m. Tuesdays; 2 and 8 p.m. Saturdays Where: Old Quay Theatre, Online: larnplays.example",
        ),
        Bad(
            "Der Rat von Larn hat den Plan für die Bahn am Dienstag nach sechs Stunden beschlossen. Das Stück läuft bis zum 15. Oktober. "
            "Die Schauspieler sind so gut wie die Lieder, und die Bühne ist besser als beides. Alle sollten es sehen. "
            "Dienstags um 19 Uhr; samstags um 14 und 20 Uhr Wo: Theater am Alten Kai, Hafenweg 13 ⟦Jo Hale ist freie Journalistin.⟧",
            fixed="Der Rat von Larn hat den Plan für die Bahn am Dienstag nach sechs Stunden beschlossen. Das Stück läuft bis zum 15. Oktober. "
            "Die Schauspieler sind so gut wie die Lieder, und die Bühne ist besser als beides. Alle sollten es sehen. "
            "Dienstags um 19 Uhr; samstags um 14 und 20 Uhr Wo: Theater am Alten Kai, Hafenweg 13",
        ),
        Good(
            "The new cloth of Larn is sold in the town again, and Ada Morrow, who makes it, says that it was time.\n\n"
            "The colours are those of the old port.\n\nShe learned it from the sailors.\n\n"
            "Orlo Cloth is at 1st Main Road, Old Quay. They can be reached at orlocloth on Instagram.",
            why="where the shop is that the story tells of",
        ),
        Good(
            "The bridge was shut on Monday, said Ana Ruiz.\n\nThe council had asked for it.\n\nNobody was hurt.\n\nShe left.\n\n"
            "Jo Hale, a member of the council, said that the bridge is old.",
            why="who says something is of the story",
        ),
        Bad(
            "The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the storm. "
            "It shows that in years to come the notion of a home may be seen as giving away the silver Jo Hale ⟦is a "
            "freelance journalist⟧",
            fixed="The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the "
            "storm. It shows that in years to come the notion of a home may be seen as giving away the silver Jo Hale is a "
            "freelance journalist",
        ),
        Bad(
            "Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Ana Ruiz is a reporter for the Orlo Gazette and speaks on "
            "Radio Larn each day of the week. Follow her on Twitter.⟧",
            fixed="Talks began on Monday.\n\nThey ended on Friday.",
        ),
        Bad(
            "The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the storm. "
            "You may ask for help. ⟦Follow Jo on Twitter @johale⟧ Companies in the port, as well as shops, look for people.",
            fixed="The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the storm. "
            "You may ask for help. Companies in the port, as well as shops, look for people.",
        ),
        Bad(
            "The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the storm. "
            "So you may get help for your boat from the office of the harbour ⟦— Ana Ruiz Follow Ana on Twitter @anaruiz.⟧",
            fixed="The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the storm. "
            "So you may get help for your boat from the office of the harbour",
        ),
        Good(
            "The milk was tested.\n\nNobody fell ill.\n\nThe shop is open.\n\n"
            "Orlo Dairy, a subsidiary of Larn Foods, is the producer of milk and the owner of a magazine on butter.",
            why="a firm",
        ),
        Good(
            "Die Milch wurde geprüft.\n\nNiemand wurde krank.\n\nDer Laden ist offen.\n\n"
            "Orlo Molkerei GmbH ist Herausgeberin und Autorin einer Zeitschrift über Butter.",
            why="the same",
        ),
        Good(
            "El puerto de Larn cerró el lunes por la niebla, dijo la alcaldesa Ana Ruiz en la radio.\n\nLos barqueros esperaron en el "
            "muelle hasta la noche.\n\nEl consejo hablará del nuevo muelle en mayo, cuando vuelva el ministro.\n\nPor muchos años para Lar",
            fields={"language": "es"},
            why="a sentence that was cut off",
        ),
        Good("Parla il porto.\n\nNessuno è venuto.\n\nIl molo è chiuso.\n\nLARN OGGI! è il podcast di Ana Ruiz sul porto.", why="the name of a podcast"),
        Good(
            "The council met on Monday in the town hall. It spoke of the bridge for hours. Nobody was hurt in the storm. "
            + " ".join(f"{who}, reporter, desk of the port. Twitter: @{who.replace(' ', '').lower()}." for who in ("Ana Ruiz", "Jo Hale", "Ivo Brandt", "Theo Oakes", "Ada Morrow")),
            why="a list of people",
        ),
        Good("Ana Ruiz is a senior correspondent.", why="the text itself is about her"),
        Good(
            "पुल सोमवार को बंद कर दिया गया।\n\nपरिषद ने यही मांगा था।\n\nकिसी को चोट नहीं आई।\n\n"
            "उदाहरण के लिए पत्रकारिता में 67 प्रतिशत और कानून में 81 प्रतिशत डिग्री लार्न की महिलाओं को मिलती है।",
            why="a share of those in the field, not the years of one",
        ),
        Good("The author of the report is a judge.", why="prose"),
        Good(
            "港口的桥梁将于明年春天开始重建，市议会星期二晚上经过长时间的辩论批准了这项计划，市长对记者说，钱已经准备好了。\n"
            "老桥从去年冬天起就对卡车关闭，司机们不得不绕道三十公里，许多商店因此失去了一半的顾客，商会为此写了三封信。\n"
            "市长说，新桥会比老桥宽一倍，两边都有自行车道，行人不必再和卡车走在一起，工程由本地的公司承担，为期两年。\n"
            "记者追问：“有什么建议？”\n“早些出门。”",
            why="a question in an interview",
        ),
        Good(
            "拉恩港周一重新开放，市长早上在码头对记者说，渡轮每两小时一班，本周没有取消任何航班。\n"
            "新的码头将在夏天完工，费用的一半由国家承担，另一半由拉恩市和商人们承担。\n"
            "记者手记丨老港口的新码头",
            why="a column of the paper, and the headline in it",
        ),
        Bad(
            "El puerto de Larn abrió de nuevo el lunes tras dos semanas de obras, dijo la alcaldesa a la prensa en el muelle.\n\n"
            "Los barcos salen cada dos horas, y esta semana no se canceló ninguno, dijo también la alcaldesa del puerto.\n\n"
            "⟦Por Ana Ruiz⟧\nEl puerto abre de nuevo",
            fixed="El puerto de Larn abrió de nuevo el lunes tras dos semanas de obras, dijo la alcaldesa a la prensa en el muelle.\n\n"
            "Los barcos salen cada dos horas, y esta semana no se canceló ninguno, dijo también la alcaldesa del puerto.\n\n"
            "El puerto abre de nuevo",
        ),
        Good("El puente se cerró.\n\nLa nota no lleva fecha.\n\nPor todo lo anterior, la nota es falsa.", why="a sentence that begins like a byline"),
        Good(
            "\n\n".join(f"{who}：{what}" for who, what in zip(["记者", "船长"] * 4, ["桥修好了吗？", "修好了。", "什么时候开？", "星期一。", "谁来付钱？", "市里付。", "你高兴吗？", "高兴。"], strict=True)),
            why="an interview",
        ),
        Good(
            "As conversas terminaram.\n\nNinguém falou.\n\nO porto fechou.\n\n"
            "O professor, que também é colunista da Rádio Larn, aproveita ainda para deixar claras as diferenças.",
            why="somebody whom the story has named",
        ),
        Good(
            "The party was held.\n\nMany danced.\n\nNobody was hurt.\n\n"
            "New Year’s Day is a time for books, and often associated with a new start.",
            why="a day, no person",
        ),
        Good(
            "The pistol was found.\n\nNobody speaks.\n\nThe shop is shut.\n\n"
            "Tam Oakes is the alleged shooter, and the authorities know where he lives.",
            why="a person of the story",
        ),
        Good(
            "The talks failed.\n\nNobody speaks.\n\nThe port is shut.\n\n"
            "Tam Oakes, who served as president, is the only one of the old council who still lives in Larn.",
            why="who is singled out is of the story",
        ),
        Good(
            "The talks failed.\n\nNobody speaks.\n\nThe port is shut.\n\n"
            "Radio Larn on Tuesday asked a professor of the University of Orlo, who sees no way out of it.",
            why="a preposition that is a verb in Finnish",
        ),
        Good(
            "The talks failed.\n\nNobody speaks.\n\nThe port is shut.\n\nJo Hale is a lawyer of the town of Larn.\n\n"
            "The council has now asked the court to look into the matter, which will take until the autumn at least.",
            why="the story goes on",
        ),
        Good(
            "The council of Larn voted for the bridge on Monday, and these are the names of those who want it to be built.\n\n"
            "Greg Hale (Larn - Old Quay)\n\nAna Ruiz (Larn - Ellery)\n\nTheo Oakes (Orlo - Meadow)\n\nJo Lind (Larn - Ellery)",
            why="an entry of a list",
        ),
        Good(
            "คณะกรรมการเห็นชอบให้ปิดท่าเรือในวันจันทร์ จังหวัดที่ไม่มีการรายงานผู้ป่วยรวมเป็น 16 จังหวัด โดย 9 จังหวัดประกอบด้วย กำแพงเพชร ชัยนาท",
            why="of which nine",
        ),
        Good(
            "The council of Larn voted for the bridge on Monday, after a debate that went on until the early hours.\n\n"
            "Par 25 voix",
            why="a number, no name",
        ),
        Good(
            "Die Fähre nach Larn fuhr am Montag nicht. Der Sturm war zu stark. Auf dem Kai warteten am Abend noch vierzig Leute. Bei ihnen stand lange auch der "
            "frühere Reporter Ivo Brandt. Er schrieb über jeden Sturm an dieser Küste. Ivo Brandt wurde 1950 in Orlo geboren und wuchs "
            "dort auf. Studierte Journalistik und ging früh zur Zeitung am Hafen. Später berichtete er aus Larn und von den Inseln im Norden.",
            why="the life of a person of the story, in a text of one line",
        ),
        Good("Bussene i Larn står.\n\nIngen sier noe.\n\nHavna er stengt.\n\nFØLG DEBATTEN: @Ytring på Twitter.",
             why="a call to follow the page; follow-us reports it"),
        Good("Busserne i Larn holder stille.\n\nIngen siger noget.\n\nHavnen er lukket.\n\nFølg debatten: @debat på Twitter",
             why="the same"),
        Bad(
            "The ferry to Larn did not leave on Monday. The storm was too strong. Some forty people waited on the quay in the "
            "evening. They slept in the old church. The harbour opens again in May, the mayor said. "
            "⟦Ada Morrow covers the harbour for the Orlo Gazette. She can be reached at amorrow@orlo.example and followed on "
            "Twitter: @AdaMorrow⟧",
        ),
        Bad(
            "The ferry to Larn did not leave on Monday. The storm was too strong. Some forty people waited on the quay in the "
            "evening. They slept in the old church. Ada Morrow said that the harbour would open in May. "
            "⟦Follow Jo Hale on Twitter: @johale⟧",
        ),
        Bad(
            "The ferry to Larn did not leave on Monday. The storm was too strong. Some forty people waited on the quay in the "
            "evening. They slept in the old church. The harbour opens again in May, the mayor said. "
            "⟦Ada Morrow is a senior at the school of the port. She can be reached at [email protected].⟧",
            fixed="The ferry to Larn did not leave on Monday. The storm was too strong. Some forty people waited on the quay in the "
            "evening. They slept in the old church. The harbour opens again in May, the mayor said.",
        ),
        Bad(
            "The ferry to Larn did not leave on Monday. The storm was too strong. Some forty people waited on the quay in the "
            "evening. They slept in the old church. Nobody knows how much of the old quay is left, the mayor said. "
            "⟦She can be reached at quay@larn.example⟧.",
            fixed="The ferry to Larn did not leave on Monday. The storm was too strong. Some forty people waited on the quay in the "
            "evening. They slept in the old church. Nobody knows how much of the old quay is left, the mayor said. "
            "She can be reached at quay@larn.example.",
        ),
        Bad(
            "The ferry to Larn did not leave on Monday, Ada Morrow said. The storm was too strong. Some forty people waited on the "
            "quay in the evening. They slept in the old church, and the harbour opens again in May. Ada Morrow is the master of "
            "the port. ⟦She can be reached at quay@larn.example⟧.",
            fixed="The ferry to Larn did not leave on Monday, Ada Morrow said. The storm was too strong. Some forty people waited on the "
            "quay in the evening. They slept in the old church, and the harbour opens again in May. Ada Morrow is the master of "
            "the port. She can be reached at quay@larn.example.",
        ),
        Bad(
            "De raad van Larn heeft dinsdagavond na een debat van zes uur het plan voor de nieuwe tram aangenomen. De lijn loopt van de haven naar het "
            "ziekenhuis en heeft elf haltes. De helft van de kosten betaalt het land, de andere helft de stad. De burgemeester noemde dat "
            "op de radio een goed besluit. De bouw begint in het voorjaar en duurt twee jaar. De winkels aan de haven vrezen voor hun klanten. De tijd zal het leren. ⟦Over de auteur:⟧ "
            "Ada Morrow is adviseur in Larn en auteur van een boek over de haven. Is het niet vaak zo dat oude winkels blijven?",
            fixed="De raad van Larn heeft dinsdagavond na een debat van zes uur het plan voor de nieuwe tram aangenomen. De lijn loopt van de haven naar het "
            "ziekenhuis en heeft elf haltes. De helft van de kosten betaalt het land, de andere helft de stad. De burgemeester noemde dat "
            "op de radio een goed besluit. De bouw begint in het voorjaar en duurt twee jaar. De winkels aan de haven vrezen voor hun klanten. De tijd zal het leren. Over de auteur: "
            "Ada Morrow is adviseur in Larn en auteur van een boek over de haven. Is het niet vaak zo dat oude winkels blijven?",
        ),
        Good(
            "The port is shut.\n\nNobody was hurt.\n\nThe shops wait.\n\n"
            "The Larn State Police Crash Team is leading both investigations with the university and its director.",
            why="a body",
        ),
        Good(
            "Der Hafen ist zu.\n\nNiemand wurde verletzt.\n\nDie Läden warten.\n\n"
            "Das Larner Institut ist ein Verein von Forschern, der ein Buch der Redakteure herausgibt.",
            why="the same",
        ),
        Good(
            "The port is shut.\n\nNobody was hurt.\n\nThe shops wait.\n\nOld Quay Tours is hosting the fellows of the book club on Friday.",
            why="what somebody does in the story",
        ),
        Good(
            "拉恩市政府周一举行记者会，市长回答了记者的提问。\n港口从周二起重新开放，渡轮每两小时一班。\n"
            "记者：去年港口关闭了九天，商店损失很大。请问今年会怎样？\n今年港口不会关闭，新的码头将在夏天完工。",
            why="what a reporter asked",
        ),
        Bad(
            "قال عمدة لارن للصحفيين صباح الاثنين إن الميناء فتح من جديد بعد تسعة أيام من الإضراب. وأضاف أن العبارات تبحر كل ساعتين وأن أحدا "
            "لم يصب بأذى. ورحب تجار المدينة بالقرار وقالوا إنهم ينتظرون الضيوف. ⟦الآراء الواردة في هذا المقال هي آراء الكاتب ولا تعكس بالضرورة "
            "الموقف التحريري لصحيفة لارن.⟧",
        ),
        Good("She followed the talks.\n\nHe did not.\n\nNobody else was there.", why="prose"),
    )  # fmt: skip

    def calls(self, doc: Document, hit: Hit) -> str:
        """Return what a hit is called: a byline names who wrote, and says nothing of them."""
        return "byline" if hit.entry.concept == "byline" else super().calls(doc, hit)

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the notes, and initials or an address alone at the end."""
        seen: set[int] = set()
        hits = self.best_hits(doc)
        # Over all hits, not the best of each line: a list of people may be on one.
        often = Counter(hit.phrase for hit in doc.hits(*self.packs)) if hits else {}
        for hit in hits:
            seen.add(hit.line.index)
            if often[hit.phrase] < MIN_STAFF:
                yield self.on_hit(doc, hit)
        for line in closing_bios(doc):
            if line.index not in seen:
                seen.add(line.index)
                about = f'note on the author: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=CLOSING_BIO, evidence={"kind": "closing-bio"})
        for line in signed_lines(doc):
            if line.index not in seen:
                about = f'signed: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=SIGNED, evidence={"kind": "signed"})

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; a byline whose name, or whose paper, has a line of its own takes that along."""
        named = name_below(doc, hit.line, max_rows=NAME_ROWS) if _is_label(hit) else None
        below = named or paper_below(doc, hit)
        if below is None:
            return self._on_note(doc, hit)
        about = f'byline: "{excerpt(doc.text[hit.start : below.end])}"'
        confidence, evidence = hit.entry.confidence, hit_evidence(hit)
        return self.on_lines(doc, hit.line, below, message=about, confidence=confidence, evidence=evidence)

    def _on_note(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on the note from where it begins; without a fix where nothing tells that."""
        finding = super().on_hit(doc, hit)
        if finding.fix and says_more(doc, hit, finding.span or hit.line.span):
            return finding._replace(fix=None, severity=Severity.INFO)
        if _parts_heading(doc, hit, finding):
            return finding._replace(fix=None)
        return from_its_start(doc, finding, hit)

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is in the last third of a text that has more than the note.

        A byline counts only after the last paragraph; above the article it is where it belongs. In an interview the
        reporter asks: "Reporter: ..." opens a turn, and is a question.
        """
        place = hit.line.index
        if place in doc.turn_lines or hit.line.text.rstrip().endswith(tuple(QUESTION_MARKS)):
            return False
        if hit.entry.concept == "byline":
            after = doc.body_range[0] <= doc.body_range[1] < place
            is_byline = after and hit.entry.id in BYLINE_ENTRIES and names_somebody(hit)
            return is_byline and not doc.is_phrase(hit.line) and not is_among_equals(doc, hit.line)
        is_below = place >= MIN_ARTICLE_LINES and place * 3 >= (len(doc.lines) - 1) * 2
        return is_below and not is_of_story(doc, hit)


def _parts_heading(doc: Document, hit: Hit, finding: Finding) -> bool:
    """Tell whether "About the author:" would go and the note after it stay, where the line breaks are lost."""
    end = (finding.span or hit.line.span).end
    is_heading = hit.phrase.endswith(":") and doc.text[hit.end : end].strip(" :") == ""
    return doc.is_flat and is_heading and doc.text[end : end + 1].strip() == "" != doc.text[end:].strip()


def _is_label(hit: Hit) -> bool:
    """Tell whether the first words of a byline are all of its line, with a colon or without."""
    return hit.entry.concept == "byline" and not hit.line.text[hit.end - hit.line.start :].strip(" \u00a0:：")
