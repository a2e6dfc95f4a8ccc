"""CRD010 company-profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

_COMMAS = (",", "，", "،")
MIN_ARTICLE_LINES = 2
"""A profile follows a text: at least this many lines are above it."""


class CompanyProfile(PhraseRule):
    """What a company or a publisher says of itself after the text.

    Why it matters: press releases close with the same paragraph each time, and it praises.

    What to do: remove the paragraph.
    """

    code, name, severity = "CRD010", "company-profile", Severity.INFO
    fix = "unsafe"
    packs = ("company-profile",)
    covers_line = True
    what = "what a company says of itself"
    examples = (
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Orlo Marine is a leading provider of harbour cranes.⟧",
            fixed="Talks began on Monday.\n\nThey ended on Friday."),
        Bad("Die Gespräche begannen am Montag.\n\nSie endeten am Freitag.\n\n⟦Die Orlo AG ist ein führender Anbieter von Hafenkränen.⟧"),
        Bad("谈判周一开始。\n\n谈判周五结束。\n\n⟦奥罗公司是全球领先的起重机制造商。⟧"),
        Good("Orlo Marine is a leading provider of harbour cranes.\n\nIt lost an order on Friday.\n\nThe share fell.", why="the story begins with it"),
        Good("Talks began on Monday.\n\nThey ended on Friday.\n\nThe firm leads the market.", why="prose about a company"),
        Good(
            "O curso começa em maio.\n\nAs aulas são em Larn.\n\n"
            "Para mais informações, acesse a chamada ou entre em contato com a secretaria do curso.",
            why="how to enrol",
        ),
        Good(
            "Переговоры начались в понедельник.\n\nОни закончились в пятницу.\n\n"
            "Ранее холдинг «Орло», один из ведущих производителей кранов в Ларне, захотел продать завод.",
            why="who it is that the story tells of",
        ),
        Good(
            "Talks began on Monday.\n\nThey ended on Friday.\n\nOrlo Marine, a leading provider of harbour cranes, wants to sell its yard.",
            why="the same",
        ),
        Good("Die Gespräche begannen am Montag.\n\nSie endeten am Freitag.\n\nDie Firma mit Sitz in Orlo muss zahlen.", why="a sentence of the story"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line stands after a text, and no paragraph below it but of a profile.

        Between commas the words tell in passing who it is that a sentence of the article is about.
        """
        if doc.text[max(0, hit.start - 2) : hit.start].rstrip().endswith(_COMMAS):
            return False
        return hit.line.index >= max(MIN_ARTICLE_LINES, doc.once(_last_of_article))


def _last_of_article(doc: Document) -> int:
    """Return the index of the last paragraph of the article that is no profile; -1 where there is none."""
    profiles = doc.hit_lines("company-profile")
    return max((line for line in doc.paragraphs - profiles if line <= doc.body_range[1]), default=-1)
