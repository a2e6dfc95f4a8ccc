"""SIT002 site-affix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BadCorpus, ExampleArticle, GoodCorpus, Severity
from scrapelint_rules.sites._shared.shared import SharedRule

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

_STORIES = (
    "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike in the port.",
    "The harbour master counted forty lorries on the quay, and said that all of them would cross to the islands before noon.",
    "A new round of talks on the pay of the crews begins next week in the old customs house of the port, the mayor said.",
    "Tourists had slept in the waiting rooms, and the shops on the islands had run out of milk and of bread by the weekend.",
    "The island council asked for a second company on the line, so that a strike in one would not close the port again.",
)  # fmt: skip
_KHAO = (
    "ลูกเรือของเรือข้ามฟากลาร์นกลับไปทำงานหลังหยุดงานเก้าวัน", "นายท่านับรถบรรทุกสี่สิบคันบนท่าเรือก่อนเที่ยง",
    "การเจรจารอบใหม่เรื่องค่าจ้างจะเริ่มสัปดาห์หน้าที่ด่านศุลกากรเก่า", "นักท่องเที่ยวนอนในห้องพักผู้โดยสารและร้านค้าไม่มีนม",
    "สภาเกาะขอให้มีบริษัทที่สองในเส้นทางนี้เพื่อไม่ให้ท่าเรือปิดอีก",
)  # fmt: skip
_ABOUT = (
    "The Larn Courier has reported from the port and the islands since 1907, and belongs to the people who work for it."
)
_UEBER = "Der Kurier von Larn berichtet seit 1907 aus dem Hafen und von den Inseln, und er gehört denen, die ihn jeden Tag machen."


def _articles(before: str = "", after: str = "", count: int = 5) -> tuple[ExampleArticle, ...]:
    site = {"site": "larn.example"}
    return tuple(ExampleArticle("\n\n".join(filter(None, [before, text, after])), site) for text in _STORIES[:count])


class SiteAffix(SharedRule):
    """A first or last paragraph that many articles of one site share: what the site says of itself.

    Why it matters: it reads like the article, so that no rule on wording sees it, and it is in the corpus once a page.

    What to do: remove the paragraph. Articles without address and site are counted by file of records or by folder.
    """

    code, name, severity = "SIT002", "site-affix", Severity.WARNING
    kind, what = "affix", "paragraph"
    confidence = 0.95
    examples = (
        BadCorpus(_articles(after=f"⟦{_ABOUT}⟧"), (1, 2, 3, 4, 5)),
        BadCorpus(_articles(before=f"⟦{_ABOUT}⟧"), (1, 2, 3, 4, 5)),
        BadCorpus(_articles(after=f"⟦{_UEBER}⟧"), (1, 2, 3, 4, 5)),
        GoodCorpus(_articles(after=_ABOUT, count=4), "four articles"),
        GoodCorpus(_articles(), "nothing in common"),
        GoodCorpus(
            tuple(ExampleArticle(f"{text}\n\n{_ABOUT}", filename=f"site-{n}/a.txt") for n, text in enumerate(_STORIES)),
            "no site is known, and each stands in a folder of its own",
        ),
        GoodCorpus(
            tuple(ExampleArticle(f"LARN, {day} May - LNA News. {text} {text}") for day, text in enumerate(_STORIES, 1)),
            "what a wire opens its stories with, in texts of one line",
        ),
        GoodCorpus(
            tuple(
                ExampleArticle(f"เมื่อวันที่ {day} มิ.ย. {text} {text * 2} เวลา 09.30 น. {text} {text} ของ ร.ต.อ. {text}")
                for day, text in enumerate(_KHAO, 3)
            ),
            "what Thai sentences open with, in texts of one line",
        ),
        BadCorpus(tuple(ExampleArticle(f"{text}\n\n⟦{_ABOUT}⟧") for text in _STORIES), (1, 2, 3, 4, 5)),
    )

    def lines(self, doc: Document) -> list[Line]:
        """Return the first and the last paragraph."""
        prose = sorted(doc.paragraphs)
        return [doc.lines[index] for index in (prose[0], prose[-1])] if len(prose) > 1 else []
