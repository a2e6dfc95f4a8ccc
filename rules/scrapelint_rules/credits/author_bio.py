"""CRD003 author-bio."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, Span, ends_sentence, excerpt, regex, removal
from scrapelint_rules.credits._shared.bios import closing_bios, follows_known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit, Line

MIN_ARTICLE_LINES = 2
"""A bio stands behind an article: at least this many lines are above it."""


MAX_NAME_CHARS = 40
"""Longest run of names and roles behind "by", in code points."""
MIN_CLAUSE_WORDS = 4
"""Words from which what begins with small ones is no name."""
_QUOTES = "\"'”’»」』"
"""Quotes that close behind the end of a sentence: 记者问：“有什么建议？”."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")

BYLINE_ENTRIES = frozenset({"author", "author-line"})
"""Entries of the pack on bylines that name who wrote; the others give times."""


_SIGNED = regex(
    r"^\s*(?:\([A-Za-z]{2,4}(?:[/, ]{1,2}[A-Za-z]{2,6}){0,2}\)|[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})\s*$"
)
"""Initials in brackets, or an address, and nothing else."""
SIGNED, CLOSING_BIO = 0.84, 0.9
MAX_SIGNED_LINES = 6
"""How many lines behind the last paragraph may hold the signature."""

_WORD, _SAME = regex(r"[^\W\d_][\w'’.&-]*"), regex(r"([Aa])(?: \1)+")
MAX_LEAD_SPACES = 12
"""From so many spaces on, what stands before the words of a note is more than a name, with its titles and trades."""
_SIGNATURE = regex(r"\s[–—-]{1,2}\s{1,3}(?:[^\W\d_a-z][\w'’.-]{1,24}\s{1,3}(?:and\s)?){1,6}$")
"""A dash and who wrote what stands before it, right before the words of a note: "..., she says. — Ana Ruiz Follow Ana"."""
_ACCOUNT = regex(r"@(\w{4,40})|([\w.-]{4,40})@\w")
"""The name of an account, or of a mailbox."""
_NAMED = regex(
    r"(?:(?<=[.!?…。”\"’»)])\s{1,3}|^)(?P<name>[^\W\d_a-z][\w'’.-]{1,24}(?:\s[^\W\d_a-z][\w'’.-]{1,24}){1,2})\s(?=[^\W\d_A-Z])"
)
"""A sentence that opens with a name of two or three words."""
MAX_NOTE_CHARS, MIN_SURNAME_CHARS = 250, 4
"""How far before the words of a note it may begin, in code points, and the shortest surname that tells it."""
LIFE_ENTRIES = frozenset({"bio-inside"})
"""Entries of the pack with sentences that the life of anybody has: what they studied, where they work."""
_ADDRESS = regex(r"@|www\.|https?:")
_TO_DESK = regex(r"(?i)contact (?:us|our|the (?:[^\W\d_]{1,20} ){0,3}(?:department|office|team|desk|centre|center))\b")
"""How readers are told to turn to an office, not to an author."""
_TELLS_OTHERS = regex(
    r"(?i)(?<!\byou )\b(?:can|may|should|must|could|will|asked|urged|encouraged|invited|advised|told)\b[^.!?]{0,40}$"
    r"|\b(?:information|details|questions|tickets?|inquiries|enquiries|reservations?|register|join|apply|donate|volunteer|rsvp)\b[^.!?]{0,60}$"
)
"""What stands before "contact" where the story tells its readers whom to turn to: "businesses can contact", "to join, contact"."""
_CONTACT_THEM = regex(r"(?i)contact (?:him|her|them|me)\b")
"""How readers are told to turn to the author."""
MAX_TELLING_CHARS = 120
"""How far before "contact" that is looked for, in code points."""
_BEHIND_ADDRESS = regex(r"@[\w.-]{3,60}\w(?:,? (?:or|and|und|oder) [\d() .-]{6,20}\d)?(?P<rest>\s[^@]*)$")
"""What stands right behind the last mailbox of a note, and the number with it."""
MAX_REST_SPACES = 3
"""From so many spaces on, what stands behind a mailbox is a sentence of its own."""
MIN_STAFF = 5
"""From so many notes with the same words on a text is a list of people."""
_LABEL = regex(r"(?<![\w/])[^\W\d_a-z]\w{2,20}: \S.{20}|;")
"""A label in what stands before the words of a note: a box with times and places, which has no full stop, ran into it."""
_NAME_BEFORE = regex(r"(?<!\S)[^\WA-Z_]\S*\s{1,3}(?P<name>(?:[^\W\d_a-z][\w'’-]{1,24}\s{1,3}){1,2})$")
"""The name right before the words of a note, of which no word with a capital before it may be a part."""
_MARK = regex(r"[^\w\s'’.-]|\w{4}[.!?] ")
_PLACE = regex(r"\b(?:is|are) (?:at|on|open|located|situated) [^.!?]{3,80}[.!?]\s*\Z")
"""A sentence on where something is: "Tvam is at 1st Main Road." """
_WHO = frozenset(
    "who which que qui che ce care die der dat som joka который которая який яка który która který která koji".split()
)
"""Words that begin a clause on somebody."""
LIST_REACH, MIN_EQUALS = 3, 3
"""How far around an entry of a list, in lines, the others are looked for, and how many of its shape there have to be."""


class AuthorBio(PhraseRule):
    """A note on the author behind the article.

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
            "The bridge was shut on Monday.\n\nThe council had asked for it.\n\nNobody was hurt.\n\n"
            "⟦Ana Ruiz teaches physical chemistry at the University of Orlo.⟧"
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
        Good("She followed the talks.\n\nHe did not.\n\nNobody else was there.", why="prose"),
    )  # fmt: skip

    def calls(self, doc: Document, hit: Hit) -> str:
        """Return what a hit is called: a byline names who wrote, and says nothing of them."""
        return "byline" if hit.entry.concept == "byline" else super().calls(doc, hit)

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the notes, and initials or an address alone at the end."""
        seen: set[int] = set()
        hits = self.best_hits(doc)
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
        first, last = doc.body_range
        behind = doc.lines[last + 1 : last + 1 + MAX_SIGNED_LINES] if first <= last else []
        for line in behind:
            if line.index not in seen and _SIGNED.search(line.text):
                about = f'signed: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=SIGNED, evidence={"kind": "signed"})

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; only on its words where a sentence of the article runs into the note without a mark."""
        finding = super().on_hit(doc, hit)
        span = finding.span or hit.line.span
        if finding.fix and _has_other_words(doc, hit, span):
            return finding._replace(fix=None, severity=Severity.INFO)
        if finding.fix and (start := _note_start(doc.text, span)) < span.start:
            span = Span(start, span.end)
            return finding.moved(span, removal(doc.text, *span))
        before = doc.text[span.start : hit.start]
        if finding.fix and (signature := _SIGNATURE.search(before)):
            part = Span(span.start + signature.start() + 1, span.end)
            return finding.moved(part, removal(doc.text, *part))
        if finding.fix and doc.is_flat and _LABEL.search(before):
            return _on_name(doc, finding, hit, before)
        if before.count(" ") < MAX_LEAD_SPACES or _MARK.search(before):
            return finding
        return finding._replace(fix=None, span=Span(hit.start, hit.end), severity=Severity.INFO)

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line stands in the last third of a text that has more than the note.

        A byline counts only behind the last paragraph; above the article it is where it belongs. In an interview the
        reporter asks: "Reporter: ..." opens a turn.
        """
        place = hit.line.index
        if place in doc.turn_lines:
            return False
        if hit.entry.concept == "byline":
            behind = doc.body_range[0] <= doc.body_range[1] < place
            is_byline = behind and hit.entry.id in BYLINE_ENTRIES and _names_somebody(hit)
            return is_byline and not doc.is_phrase(hit.line) and not _is_among_equals(doc, hit.line)
        is_below = place >= MIN_ARTICLE_LINES and place * 3 >= (len(doc.lines) - 1) * 2
        is_story = _refers_back(hit) or _tells_life(doc, hit) or _follows_page(doc, hit) or _reaches_place(hit)
        return is_below and not is_story


def _follows_page(doc: Document, hit: Hit) -> bool:
    """Tell whether a call to follow names no author but an account behind a colon: "Follow the debate: @orlo on Twitter"."""
    is_between = "{words} " in hit.phrase
    return is_between and ": @" in doc.text[hit.start : hit.end]


def _reaches_place(hit: Hit) -> bool:
    """Tell whether it is a shop or an office that can be reached, which the sentence before says the place of."""
    before = hit.line.text[: hit.start - hit.line.start]
    return hit.phrase.startswith("they can be reached") and _PLACE.search(before) is not None


def _has_other_words(doc: Document, hit: Hit, span: Span) -> bool:
    """Tell whether a note with a mailbox says more than whom to write to: what an office is for, or the next sentence."""
    if not hit.phrase.startswith("contact {"):
        return False
    behind = _BEHIND_ADDRESS.search(doc.text, hit.start, span.end)
    runs_on = behind is not None and behind["rest"].count(" ") >= MAX_REST_SPACES
    lead = doc.text[span.start : hit.start].strip()
    is_named = _CONTACT_THEM.match(doc.text, hit.start) is None
    is_told = is_named and _TELLS_OTHERS.search(lead[-MAX_TELLING_CHARS:]) is not None
    has_lead = lead.casefold() not in {"", "please"}
    return runs_on or is_told or (has_lead and _TO_DESK.match(doc.text, hit.start) is not None)


def _on_name(doc: Document, finding: Finding, hit: Hit, before: str) -> Finding:
    """Return a finding on a note from its name on; without a fix where no name stands before its words."""
    name = _NAME_BEFORE.search(before)
    if name is None:
        return finding._replace(fix=None, span=Span(hit.start, hit.end), severity=Severity.INFO)
    part = Span(hit.start - len(name["name"]), finding.span.end if finding.span else hit.line.span.end)
    return finding.moved(part, removal(doc.text, *part))


def _note_start(text: str, span: Span) -> int:
    """Return where a note begins whose account or mailbox has the name of somebody: with the sentence that opens with it.

    The span's own start where no sentence does: "Ana Ruiz covers the harbour. Follow her: @anaruiz".
    """
    accounts = "".join(filter(None, (name for pair in _ACCOUNT.findall(text, *span) for name in pair))).lower()
    row = text.rfind("\n", 0, span.start) + 1
    first = max(row, span.start - MAX_NOTE_CHARS)
    before = text[first : span.start] if accounts else ""
    for match in reversed(list(_NAMED.finditer(before))) if ends_sentence(before) else ():
        surname = match["name"].split()[-1].lower()
        is_cut = match.start("name") == 0 and first > row
        if len(surname) >= MIN_SURNAME_CHARS and surname in accounts and not is_cut:
            return first + match.start("name")
    return span.start


def _refers_back(hit: Hit) -> bool:
    """Tell whether a clause tells of somebody whom the story has named: "The professor, who is a columnist for ..."."""
    words = hit.line.text[: hit.start - hit.line.start].rpartition(". ")[2].split()
    is_clause = not _WHO.isdisjoint(map(str.lower, words[-2:]))
    return is_clause and len(words) > 1 and not any(word[:1].isupper() for word in words[1:])


def _tells_life(doc: Document, hit: Hit) -> bool:
    """Tell whether a sentence with no name goes on with the life of somebody whom the story has named before."""
    is_told = hit.entry.id in LIFE_ENTRIES and ends_sentence(hit.line.text) and not _ADDRESS.search(hit.line.text)
    has_name = hit.line.text[: hit.start - hit.line.start].count(" ") > 1
    return is_told and not has_name and follows_known(doc, hit.line)


def _names_somebody(hit: Hit) -> bool:
    """Tell whether a byline has a name behind its first words, not a sentence: "By all means, go." is none."""
    line = hit.line.text.rstrip()
    rest = line[hit.end - hit.line.start :].lstrip(" :：/|-")
    name = line[hit.start - hit.line.start + len(hit.phrase.partition("{")[0]) :].lstrip()
    is_name = not (rest[:1].islower() or name[:1].isdigit() or _is_clause(name))
    return is_name and not line.rstrip(_QUOTES).endswith(_SENTENCE_ENDS) and len(rest) <= MAX_NAME_CHARS


def _is_clause(name: str) -> bool:
    """Tell whether words begin small and go on so: "por muchos años para Larn"; "por nuestra redacción" may be a name."""
    words = name.split()
    return len(words) >= MIN_CLAUSE_WORDS and all(word[:1].islower() for word in words[: MIN_CLAUSE_WORDS - 1])


def _is_among_equals(doc: Document, line: Line) -> bool:
    """Tell whether a line stands among others of its shape: an entry of a list of people, one of whom is called Theo."""
    shape = _shape(line)
    near = doc.lines[max(0, line.index - LIST_REACH) : line.index + LIST_REACH + 1]
    is_entry = shape == "A" or (shape.startswith("A") and any(not sign.isalpha() and sign != " " for sign in shape))
    return is_entry and sum(_shape(other) == shape for other in near) > MIN_EQUALS


def _shape(line: Line) -> str:
    """Return the marks of a line, with one sign for words in a row: "A (A - A)" for "Ana Ruiz (Larn - Old Quay)"."""
    signs = _WORD.sub(lambda match: "A" if match[0][0].isupper() else "a", line.text.strip())
    return _SAME.sub(r"\1", signs)
