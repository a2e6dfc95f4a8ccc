"""CMT005 comment-prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import QUESTION_MARKS, Bad, Good, PhraseRule, Severity, Span, addresses, regex, removal

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

HEADING_ENTRY = "heading"
"""The entry of the pack whose phrases are over the comments."""
OPINIONS = frozenset({"comment", "kommentar"})
"""Those of them that a review of the press puts over what papers think, too."""
MAX_STORY_RESIDUE = 0.5
"""Probability to be the page's up to which a paragraph below is the article's."""
MAX_CALL_CHARS = 300
"""Longest call with a mailbox right before known words, in code points."""
_MAILBOX = regex(r"\w@\w+\.\w")
_CALL = regex(r"(?:(?<=[.!?…。？！]\s)|^)[^.!?…。？！\n]{1,120}\w@\w+(?:[.-]\w+){1,4}[.!]?\s*$")
"""A sentence with a mailbox that ends what comes before known words."""
_ANSWER = regex(r"\s*(?:[^\W\d_a-z]{1,2}[.:)]|(?P<dash>[—–-]))[ \u00a0]?\S")
"""How what follows the question of an interviewer begins: "R. I think", "A: I think", "— I think"."""
_DASHES = ("—", "–", "-")
_SENTENCE_END = regex(r"(?<=[.!?…])\s+(?=[^\W\d_a-zß-ÿа-яё])")


class CommentPrompt(PhraseRule):
    """A call to comment or to write to the desk, or the count of comments: "12 comments", "Log in to comment".

    Why it matters: it belongs to the page, and its number to the day of the crawl.

    What to do: remove the line.
    """

    code, name, severity = "CMT005", "comment-prompt", Severity.WARNING
    fix = "safe"
    packs = ("comment-prompt",)
    what = "call to comment or to write in"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦12 comments⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦Join the conversation⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Diskutieren Sie mit⟧"),
        Bad("협상은 금요일에 끝났다.\n\n⟦댓글 0⟧"),
        Bad(
            "Talks ended on Friday.\n\nThe port opens in May, the mayor said on the quay.\n\n"
            "⟦Were you on the ferry? Share your experiences by emailing larn@orlo.example.\n"
            "Please include a contact number if you are willing to speak to a journalist.⟧",
            fixed="Talks ended on Friday.\n\nThe port opens in May, the mayor said on the quay.",
        ),
        Bad(
            "Talks ended on Friday.\n\nThe port opens in May. Write to larn@orlo.example, she said.\n\n"
            "⟦Please include a contact number if you are willing to speak to a journalist.⟧",
        ),
        Good(
            "The port of Larn was shut for nine days, and the reporter met the mayor on Monday in the old hall on the quay. You know them "
            "all, he said. What do you think? They want to sail again, she said, and I want it, too. The port opens on Tuesday at noon.",
            why="an interview that has lost its line breaks",
        ),
        Good(
            "Der Hafen von Larn war neun Tage lang zu, und die Bürgermeisterin traf am Montag die Mannschaften in der alten Halle. "
            "Was denken Sie? Wir haben auf dem Markt nachgefragt. Die Fähren fahren am Dienstag um zwölf wieder, sagt die Stadt, und "
            "die Läden öffnen einen Tag später als der Hafen.",
            why="a report that asks people in the street",
        ),
        Good("The 12 comments that he made were struck from the record.", why="a sentence"),
        Good("The mayor wants more people to join the conversation about the tram.", why="a sentence"),
        Good(
            "The plan is not dead, says the Orlo Mail, and there is no reason to doubt that it will be in May.\n\nTop comment\n\n"
            "In the Gazette, Jo Hale argues that any deal on the bridge will bring a new fight with the town of Larn.",
            why="what papers think",
        ),
        Good(
            "The plan is not dead, says the Orlo Mail, and there is no reason to doubt that it will be in May.\n\nComment\n\n"
            "In the Gazette, Jo Hale argues that any deal on the bridge will bring a new fight with the town of Larn.",
            why="the same",
        ),
        Good("He refused to comment on the talks.", why="a sentence"),
        Good("A polícia encontrou um erro no relatório da perícia.", why="what the police found"),
        Good(
            "P. El consejo envió un informe contra el alcalde de Larn por las obras del puerto.\n¿Qué opina?\n"
            "R. Creo que es abusivo, y que el puerto se abrirá en mayo.",
            why="a question that is answered",
        ),
        Good(
            "Совет Ларна написал мэру о причале, который закрыт уже два года.\n\n— Что вы думаете?\n\n"
            "— Я думаю, что порт откроют в мае, как и обещали.",
            why="the same",
        ),
        Good(
            "ชาวเมืองลาร์นร้องเรียนผ่านกลุ่มเฟซบุ๊กร้องเรียน แจ้งข่าวสาร แสดงความคิดเห็น กับเพจ เสียงประชาชน คนลาร์น เผยถึงเรื่องราวที่ลูกเรือเรือข้ามฟาก "
            "ต้องนอนบนเรือหลังพายุปิดท่าเรือ นายกเทศมนตรีกล่าวว่าจะเปิดท่าเรืออีกครั้งในวันจันทร์ หลังซ่อมสะพานเสร็จ",
            why="a piece of a sentence between the spaces of Thai",
        ),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the words head no section of the article, and are no question that somebody in it answers.

        A review of the press has a section with opinions, and who talks to somebody asks what they think.
        """
        if _is_answered(doc, hit):
            return False
        if hit.entry.id != HEADING_ENTRY or hit.phrase not in OPINIONS or doc.zone(hit.line) != "body":
            return True
        below = doc.after(hit.line)
        if below is None or below.index not in doc.paragraph_lines:
            return True
        return doc.residue_probability[below.index] > MAX_STORY_RESIDUE

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding on a hit, with the call to write to a mailbox that comes right before it."""
        finding = super().on_hit(doc, hit)
        span = finding.span or hit.line.span
        start = _call_start(doc, hit, span)
        if finding.fix is None or start == span.start:
            return finding
        span = Span(start, span.end)
        return finding.moved(span, removal(doc.text, *span))


def _is_answered(doc: Document, hit: Hit) -> bool:
    """Tell whether words are the question of an interviewer: what follows is labelled as an answer."""
    if not hit.line.text.rstrip().endswith(tuple(QUESTION_MARKS)):
        return False
    below = doc.after(hit.line)
    # Where the line breaks are lost nothing tells who asks: a sentence of the article that follows may be the answer.
    if doc.is_flat and doc.zone(hit.line) == "body" and below is not None and below.index not in doc.known_residue:
        return True
    if below is not None and (below.index in doc.turn_lines or below.index in doc.speaker_lines):
        return True
    answer = _ANSWER.match(doc.text, hit.line.span.end)
    if answer is None or answer["dash"] is None:
        return answer is not None
    return hit.line.text.lstrip().startswith(_DASHES) or (below is not None and below.index in doc.paragraph_lines)


def _call_start(doc: Document, hit: Hit, span: Span) -> int:
    """Return where the call to write to a mailbox begins that comes before a span; the span's own start without one."""
    above = doc.before(hit.line)
    if span == hit.line.span and not doc.is_flat and above is not None and _is_call(above.text, hit.language):
        return above.span.start
    row = doc.row_of(hit.line).start
    call = _CALL.search(doc.text, max(row, span.start - MAX_CALL_CHARS), span.start)
    return call.start() if call and addresses(call[0], (hit.language,)) else span.start


def _is_call(text: str, language: str) -> bool:
    """Tell whether each sentence of a line asks the reader something or speaks to them, and one has a mailbox."""
    if len(text) > MAX_CALL_CHARS or _MAILBOX.search(text) is None:
        return False
    parts = _SENTENCE_END.split(text.strip())
    return all(part.endswith("?") or addresses(part, (language,)) for part in parts)
