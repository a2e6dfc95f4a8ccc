"""SIT001 site-boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BadCorpus, ExampleArticle, GoodCorpus, Severity
from scrapelint_rules.sites._shared.shared import SharedRule

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_KEY_CHARS = 3
"""Shortest line that is compared, in code points: shorter ones are bullets."""
MAX_KEY_CHARS = 300
"""Longest line that is compared, in code points."""
MAX_LINES = 50
"""From each end of an article; what a site adds is at its ends, and a list of results is long."""


def _articles(*texts: str, url: str = "https://larn.example/") -> tuple[ExampleArticle, ...]:
    return tuple(ExampleArticle(text, {"url": f"{url}{number}"}) for number, text in enumerate(texts))


_NEWS = (
    "The ferries sail again.", "A storm closed the quay.", "Shops have milk again.", "The mayor resigned on Monday.",
    "Trams run until midnight.", "The old customs house was sold.",
)  # fmt: skip
_NACHRICHTEN = (
    "Die Fähren fahren wieder.", "Ein Sturm schloss den Kai.", "Es gibt wieder Milch.", "Der Bürgermeister trat zurück.",
    "Die Bahnen fahren bis Mitternacht.",
)  # fmt: skip
_BOATS = ("渡轮恢复航行，", "暴风关闭码头，", "商店又有牛奶，", "市长星期一辞职，", "电车开到半夜，")
_KHAO = (
    "เรือข้ามฟากกลับมาแล่น",
    "พายุปิดท่าเรือ",
    "ร้านค้ามีนมขายอีกครั้ง",
    "นายกเทศมนตรีลาออก",
    "รถรางวิ่งถึงเที่ยงคืน",
)
_THAI_DAY = "ที่ท่าเรือลาร์น กล่าวว่า เมื่อวันที่ 8 มิ.ย. ชาวเมืองจำนวนมากมาที่ท่าเรือและบนเกาะ เปิดเผยว่า งานจะเริ่มในฤดูใบไม้ผลิ"
_TOLD = "Nobody in the town had been told of it, and the council will speak of it again in May."
_HEARD = (
    "the mayor of Orlo heard on Monday, when he came to the old quay with his guests from the islands and their sons."
)
_CITY = ("游客很高兴", "船员很辛苦", "孩子们笑了", "没有人说话", "老人都睡了")


class SiteBoilerplate(SharedRule):
    """A short line that many articles of one site share, whatever its digits: part of the page, not of the article.

    Paragraphs are left aside, and so are articles that are copies of each other. Where the records name neither address
    nor site, the file of records or the folder of text files counts as the site; a field that names it is mapped with
    `[tool.scrapelint.fields]`.

    Why it matters: what a site prints under every article is in the corpus as often as it has pages.

    What to do: remove the line, or add its wording to a phrase pack.
    """

    code, name, severity = "SIT001", "site-boilerplate", Severity.WARNING
    kind, what = "line", "line"
    confidence = 0.98
    examples = (
        BadCorpus(_articles(*(f"{text}\n\n⟦The Larn Courier, since 1907⟧" for text in _NEWS)), (1, 2, 3, 4, 5, 6)),
        BadCorpus(_articles(*(f"⟦{n} Leser empfehlen das⟧\n\n{text}" for n, text in enumerate(_NACHRICHTEN))), (1, 2, 3, 4, 5)),
        BadCorpus(
            (*_articles(*(f"{text}\n\n⟦Lies auch⟧" for text in _NEWS[:5])), ExampleArticle(_NEWS[5] + "\n\nLies auch")), (1, 2, 3, 4, 5)
        ),
        GoodCorpus(_articles(*(f"{text}\n\nThe Larn Courier, since 1907" for text in _NEWS[:4])), "four articles"),
        GoodCorpus(
            _articles(*(f"拉恩社港口5月{day}日电。{first * 9}{last}。" for day, (first, last) in enumerate(zip(_BOATS, _CITY, strict=True), 1))),
            "what a wire opens its stories with",
        ),
        GoodCorpus(
            _articles(*(f"LARN. {text} {_TOLD} {text[:-1]}, which {_HEARD}" for text in _NEWS)),
            "the place that a paper opens its stories with, where their line breaks are lost",
        ),
        GoodCorpus(
            _articles(*(f"{text} {_THAI_DAY} {text}{text}" for text in _KHAO)), "pieces of sentences between the spaces of Thai"
        ),
        BadCorpus(_articles(*(f"{text} กล่าวว่า {text}\n\n⟦ข่าวลาร์น ตั้งแต่ปี 2450⟧" for text in _KHAO)), (1, 2, 3, 4, 5)),
        GoodCorpus(
            _articles(*(f"{text} Larn Ferries (\n{code}\n) rose: {text}" for code, text in enumerate(_NEWS, 4680))),
            "numbers of a table, or of sentences whose links are lines of their own: left out, they are alike",
        ),
        BadCorpus(
            (
                ExampleArticle("Orlo keeps its mint\n\nThe mayor said so.", {"url": "https://larn.example/0", "title": "Orlo keeps its mint | Larn"}),
                *_articles(*(f"{text}\n\n⟦Orlo keeps its mint⟧" for text in _NEWS)),
            ),
            (2, 3, 4, 5, 6, 7),
        ),
        GoodCorpus(_articles(*["The ferries sail again.\n\nThe Larn Courier, since 1907"] * 6), "copies of one article"),
        BadCorpus(tuple(ExampleArticle(f"{text}\n\n⟦Print this page⟧", filename=f"{n}.txt") for n, text in enumerate(_NEWS)), (1, 2, 3, 4, 5, 6)),
        GoodCorpus(
            tuple(ExampleArticle(f"{text}\n\nPrint this page", filename=f"site-{n}/a.txt") for n, text in enumerate(_NEWS)),
            "no site is known, and each stands in a folder of its own",
        ),
    )  # fmt: skip

    def lines(self, doc: Document) -> list[Line]:
        """Return the lines at both ends that are no paragraphs."""
        short = [
            line
            for line in doc.lines
            if MIN_KEY_CHARS <= len(line.key) <= MAX_KEY_CHARS
            and line.index not in doc.paragraphs
            and not line.key.isdecimal()
        ]
        return short if len(short) <= 2 * MAX_LINES else [*short[:MAX_LINES], *short[-MAX_LINES:]]
