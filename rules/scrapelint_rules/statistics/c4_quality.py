"""QUA003 c4-quality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, Good, Setting
from scrapelint_rules.statistics._shared import webtext
from scrapelint_rules.statistics._shared.measured import Measured, StatisticsRule
from scrapelint_rules.statistics._shared.words import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACKET = "{"
PLACEHOLDER = "lorem ipsum"

_FIVE = (
    "The road was shut at noon. Police gave no reason.\nBy four it was open again. Drivers had waited for hours.\n"
    "“We sold every sandwich we had,” said the baker."
)


class C4Quality(StatisticsRule):
    """A text that C4 would drop: too few sentences, a curly bracket, placeholder text.

    Why it matters: C4 and its successors keep only lines that end like a sentence, and no page
    with code or "lorem ipsum" in it. Each failed measure is one finding.

    What to do: for too few sentences see which lines have no end mark: headings, lists and
    menus. A bracket is mostly a script or a template that leaked (ENC006).
    """

    code, name = "QUA003", "c4-quality"
    confidence = 0.25
    min_sentences = Setting(
        5, "fewest sentences in lines that end in an end mark and have 3 words; Raffel et al. 2020, section 2.2", 0
    )
    max_brackets = Setting(0, "most opening curly brackets; Raffel et al. 2020, section 2.2", 0)
    max_placeholders = Setting(0, 'most occurrences of "lorem ipsum"; Raffel et al. 2020, section 2.2', 0)
    examples = (
        Bad("The road was shut at noon\nPolice gave no reason\nBy four it was open again"),
        Bad(f"{_FIVE}\nwindow.ads = ⟦{{⟧slot: 4}};"),
        Bad(f"{_FIVE}\n⟦Lorem ipsum⟧ dolor sit amet."),
        Bad("天気は晴れ\n気温は二十度"),
        Good(_FIVE, why="five sentences; a curly quote may follow the end mark"),
        Good(
            "昨日大桥关闭了。警方没有说明原因。\n下午四点又开放了。司机等了几个小时。\n“我们把面包都卖光了。”面包师说。",
            why="full-width end marks",
        ),
        Good(
            "सड़क दोपहर में बंद थी। पुलिस ने कारण नहीं बताया।\nचार बजे वह फिर खुल गई। चालक घंटों रुके रहे।\nदुकान में रोटी नहीं बची।",
            why="the danda ends a sentence",
        ),
        Good("ถนนปิดตอนเที่ยง ตำรวจไม่ได้บอกเหตุผล ตอนสี่โมงเย็นเปิดอีกครั้ง", why="Thai has no end mark"),
    )

    def measures(self, doc: Document) -> Iterator[Measured]:
        """Yield the sentences in the lines that C4 keeps, then what it wants on no page."""
        if doc.language not in webtext.UNMARKED:
            lines = list(lines_of(doc.text))
            kept = list(webtext.kept_lines(lines, doc.language))
            more = (("lines", len(lines)), ("kept_lines", len(kept)))
            sentences = webtext.sentence_count(kept)
            yield Measured(
                "sentences", "number of sentences in whole lines", sentences, least=self.min_sentences, more=more
            )
        yield _occurrences(doc.text, "brackets", BRACKET, self.max_brackets)
        yield _occurrences(doc.text, "placeholders", PLACEHOLDER, self.max_placeholders)


def _occurrences(text: str, name: str, wanted: str, most: int) -> Measured:
    """Return how often a string occurs in any case, with its first place."""
    span = None
    if count := text.lower().count(wanted):
        first = re.search(re.escape(wanted), text, re.IGNORECASE)
        span = first.span() if first else None
    return Measured(name, f'number of "{wanted}"', count, most=most, span=span)
