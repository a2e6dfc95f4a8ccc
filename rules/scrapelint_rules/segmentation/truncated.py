"""SEG005 truncated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import (
    Bad,
    DocumentRule,
    Good,
    Severity,
    Span,
    begins_small,
    excerpt,
    hit_evidence,
)
from scrapelint_rules.segmentation._shared.cut_ends import Cut, cut_end
from scrapelint_rules.segmentation._shared.cut_starts import cut_starts
from scrapelint_rules.segmentation._shared.joins import LINE_CLOSERS, LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit, Line

MIN_START_CHARS = 100
"""Length, in code points, from which the first line is taken for a paragraph."""
MIN_START_WORDS = 15
"""Fewest spaces of a line that is a paragraph."""
MAX_LINES_AFTER = 5
"""Lines that may follow an invitation to read on: tags, a share bar."""
MIN_HEADLINE_SPACES = 3
"""Fewest spaces of a line below that is a headline."""


class Truncated(DocumentRule):
    """A text cut off at its start or end, or left at "continue reading", or paragraphs without their first words.

    Why it matters: the article is not all there; what a model learns from it is to stop early.

    What to do: fetch the whole article, or mark it as an excerpt.
    """

    code, name, severity = "SEG005", "truncated", Severity.WARNING
    packs = ("continue-reading",)
    examples = (
        Bad("The council met on Monday to talk about the bridge and the school and what they will cost ⟦[…]⟧"),
        Bad("The council met on Monday to talk about the bridge and the sch… ⟦[+1482 chars]⟧"),
        Bad(
            "The council met on Monday.\n\nThe mayor, who had not been asked about the bridge before, spoke for "
            "half an hour about the school and its roof and then ⟦…⟧"
        ),
        Bad(
            "It was late.\n\nDer Rat tagte am Montag über die neue Brücke. Die Kosten dafür sind noch nicht bekannt, "
            "sagte der Bürgermeister, der seit zwei Jahren für ⟦die⟧"
        ),
        Bad(
            "⟦which⟧ the council had not been told about before Monday, when the mayor spoke for half an hour "
            "about the bridge and the school."
        ),
        Good("The council met on Monday.\n\nThe mayor said: “We shall see …”", why="a pause in a quotation"),
        Good(
            "Cây cầu bắc qua sông sẽ đóng cửa đến hết tháng, thành phố cho biết hôm thứ hai, vì các trụ cầu có vết nứt và "
            "cần được sửa. Xe buýt sẽ đi đường vòng phía bắc thành phố cho đến lúc đó. Thu An",
            why="the author's name",
        ),
        Good(
            "Cây cầu bắc qua sông sẽ đóng cửa đến hết tháng, thành phố cho biết hôm thứ hai, và những ai đi qua đó vào ban đêm "
            "sẽ bị phạt theo thông báo mới nhất của công an",
            why="a word of Vietnamese that is one of English, too",
        ),
        Good(
            "Jembatan di atas sungai itu akan ditutup sampai akhir bulan ini, kata pemerintah kota, karena ada retakan pada tiang "
            "yang harus diperbaiki sebelum hujan datang lagi. Sumber: BEI",
            why="a source",
        ),
        Good(
            "Der Rat tagte am Montag über die neue Brücke, und nach der Sitzung spielten die Kicker der Stadt im Stadion am "
            "Hafen vor so vielen Zuschauern wie noch nie in dieser Serie A",
            why="a letter that is a name",
        ),
        Bad(
            "Jembatan di atas sungai itu akan ditutup sampai akhir bulan ini, kata pemerintah kota, karena ada retakan pada tiang "
            "yang harus diperbaiki sebelum hujan datang lagi ⟦di⟧"
        ),
        Bad(
            "The council met on Monday to talk about the bridge and the school and what they will cost the town in the "
            "years to come. Nobody had asked the mayor before. ⟦The⟧"
        ),
        Bad(
            "The council met on Monday.\n\n⟦yor⟧ said that the bridge would be closed until the end of the year.\n\n"
            "Nobody had asked her about the school.\n\n⟦spokesman⟧ for the firm that built the roof said it would be mended."
        ),
        Bad(
            "市議会は月曜日に新しい橋について話し合った。市長は費用の見積もりを初めて示したうえで、来年度の予算案に盛り込む考えを説明し、県の負担については⟦…⟧"
        ),
        Good("会议星期一结束。\n\n市长说：“我们会继续努力。”", why="Chinese marks and quotes"),
        Good(
            "The council met on Monday to talk about the bridge, the school and all that they will cost the town. "
            "Nobody came. And so they waited…",
            why="a short sentence trails off",
        ),
        Good(
            "The council met on Monday.\n\nREAD MORE:\n\nWhy the bridge will be closed until the spring",
            why="a heading above links to other stories",
        ),
        Good(
            "The council met on Monday.\n\nadidas said that it would pay for the roof of the hall, and nothing else.\n\n"
            "The mayor thanked the firm.",
            why="a brand in lower case",
        ),
        Good("She said “[…] we are ready”, and left.", why="a cut inside a quotation"),
        Good(
            "The council has put all that was said on Monday about the bridge and the school on a page of its own: "
            f"https://council.example/{'bridge-' * 20}the",
            why="an address longer than what is looked at",
        ),
        Good(
            "iPhone sales rose by a third in the last quarter, said the firm, which had not expected it at all.",
            why="a name",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield at most one finding for each end of the text, and one for each paragraph without its beginning."""
        if not doc.lines:
            return
        if hit := _invitation(doc):
            yield self.finding(
                f'{_promise(hit)}: "{excerpt(doc.text[hit.start : hit.end])}"',
                hit.line.span,
                confidence=hit.entry.confidence,
                evidence=hit_evidence(hit),
            )
        elif cut := cut_end(doc.rows[-1], doc.text, lambda: doc.language):
            yield self._finding(cut, "the text ends")
        if _is_cut_start(doc.rows[0]):
            yield self._finding(_start(doc.rows[0], "cut-start", 0.85), "the text begins")
        for line in cut_starts(doc):
            yield self._finding(_start(line, "cut-paragraph", 0.9), "a paragraph begins")

    def _finding(self, cut: Cut, what: str) -> Finding:
        place = "in the middle of a sentence" if cut.kind.startswith("cut") else "in a cut"
        return self.finding(
            f'{what} {place}: "{cut.found}"', cut.span, confidence=cut.confidence, evidence={"kind": cut.kind}
        )


def _promise(hit: Hit) -> str:
    return "the rest is yet to be written" if hit.entry.id == "stub" else "the article goes on elsewhere"


def _invitation(doc: Document) -> Hit | None:
    """Return the invitation to read on after which no paragraph of the article follows."""
    for hit in doc.hits(*Truncated.packs):
        if hit.line.index >= max(doc.body_range[1], len(doc.lines) - MAX_LINES_AFTER) and not _is_heading(
            doc, hit.line
        ):
            return hit
    return None


def _is_heading(doc: Document, line: Line) -> bool:
    """Tell whether links to other stories follow, or followed before the extractor dropped them."""
    if line.text.rstrip()[-1:] in (":", "："):
        return True
    after = doc.after(line)
    return after is not None and after.index not in doc.known_residue and after.text.count(" ") >= MIN_HEADLINE_SPACES


def _is_cut_start(line: Line) -> bool:
    """Tell whether a first line is a sentence that begins in lower case with a word, not with markup or an address."""
    if len(line.text) < MIN_START_CHARS or not begins_small(line.text) or not line.text.split()[0].isalpha():
        return False
    text = line.text.rstrip(LINE_CLOSERS)
    return text[-1:] in LINE_ENDS and text.count(" ") >= MIN_START_WORDS


def _start(line: Line, kind: str, confidence: float) -> Cut:
    word = line.text.split()[0]
    return Cut(Span(line.span.start, line.span.start + len(word)), kind, word, confidence)
