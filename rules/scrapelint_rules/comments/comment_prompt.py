"""CMT005 comment-prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

HEADING_ENTRY = "heading"
"""The entry of the pack whose phrases stand over the comments."""
OPINIONS = frozenset({"comment", "kommentar"})
"""Those of them that a review of the press puts over what papers think, too."""
MAX_STORY_RESIDUE = 0.5
"""Probability to be the page's up to which a paragraph below is the article's."""


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
        Good(
            "ชาวเมืองลาร์นร้องเรียนผ่านกลุ่มเฟซบุ๊กร้องเรียน แจ้งข่าวสาร แสดงความคิดเห็น กับเพจ เสียงประชาชน คนลาร์น เผยถึงเรื่องราวที่ลูกเรือเรือข้ามฟาก "
            "ต้องนอนบนเรือหลังพายุปิดท่าเรือ นายกเทศมนตรีกล่าวว่าจะเปิดท่าเรืออีกครั้งในวันจันทร์ หลังซ่อมสะพานเสร็จ",
            why="a piece of a sentence between the spaces of Thai",
        ),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the words head no section of the article: a review of the press has one with opinions."""
        if hit.entry.id != HEADING_ENTRY or hit.phrase not in OPINIONS or doc.zone(hit.line) != "body":
            return True
        below = doc.after(hit.line)
        if below is None or below.index not in doc.paragraph_lines:
            return True
        return doc.residue_probability[below.index] > MAX_STORY_RESIDUE
