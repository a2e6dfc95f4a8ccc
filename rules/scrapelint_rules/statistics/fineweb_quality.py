"""QUA004 fineweb-quality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, Good, Setting
from scrapelint_rules.statistics._shared import webtext
from scrapelint_rules.statistics._shared.measured import Measured, StatisticsRule
from scrapelint_rules.statistics._shared.words import lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPORT = (
    "The library stays open until nine in the evening from May on.\nThe town pays for two more posts.\n"
    "“People asked for it,” said the head of the library.\nOn Sundays it stays shut.\n"
)


class FinewebQuality(StatisticsRule):
    """A text that FineWeb would drop: lists, menus and repeated lines instead of sentences.

    Why it matters: of fifty measures tried for FineWeb these told best which documents make a
    model worse. Each failed measure is one finding.

    What to do: look at the short lines and at those without an end mark; they are mostly the page.
    """

    code, name = "QUA004", "fineweb-quality"
    confidence = 0.85
    min_end_mark_line_share = Setting(
        0.12, "fewest lines that end in an end mark; Penedo et al. 2024, section 3.6", 0, 1
    )
    max_short_line_share = Setting(0.67, "most lines that are short; Penedo et al. 2024, section 3.6", 0, 1)
    short_line_chars = Setting(
        30, "a line of at most so many letters is short; Penedo et al. 2024, half for Chinese, Japanese, Korean", 0
    )
    max_duplicate_char_share = Setting(
        0.1, "most characters in lines that stood above; Penedo et al. 2024, section 3.6 (datatrove: 0.01)", 0, 1
    )
    max_newline_share = Setting(0.3, "most line breaks for each word or mark; code of FineWeb", 0)
    examples = (
        Bad("\n".join(f"Opening hours of branch number {n} in the northern part of town" for n in range(10))),
        Bad("Home\nNews\nSport\nCulture\nTravel\nContact us.\n"),
        Bad(f"{_REPORT}{_REPORT}"),
        Bad("首页\n新闻\n体育\n文化\n旅游\n联系我们。\n"),
        Good(_REPORT, why="sentences in lines of their own"),
        Good(
            "图书馆从五月起每天开放到晚上九点，周日除外。\n市政府为此增加了两个职位和一笔预算。\n"
            "馆长说：“这是大家多年来一直提出的要求。”",
            why="a line of twenty characters is not short; a quote may follow the end mark",
        ),
        Good(
            "كانت المكتبة مفتوحة حتى الساعة التاسعة مساء.\nهل تبقى مفتوحة يوم الأحد أيضا؟\n"
            "لا، قال المدير في ختام الاجتماع.",
            why="the Arabic question mark ends a sentence",
        ),
    )

    def measures(self, doc: Document) -> Iterator[Measured]:
        """Yield the lines against their bounds; nothing for a text without any."""
        lines = list(lines_of(doc.text))
        if not lines:
            return
        if doc.language not in webtext.UNMARKED:
            ended = webtext.end_mark_share(lines)
            yield Measured(
                "end_mark_lines", "share of lines with an end mark", ended, least=self.min_end_mark_line_share
            )
        short = webtext.short_line_share(lines, doc.language, self.short_line_chars)
        yield Measured("short_lines", "share of short lines", short, most=self.max_short_line_share)
        duplicate = webtext.duplicate_char_share(doc.text, lines)
        yield Measured(
            "duplicate_chars", "share of characters in duplicate lines", duplicate, most=self.max_duplicate_char_share
        )
        newlines = webtext.newline_share(doc.text, words_of(doc.text, doc.language))
        yield Measured("newlines", "number of line breaks for each word", newlines, most=self.max_newline_share)
