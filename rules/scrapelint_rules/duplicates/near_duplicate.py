"""DUP002 near-duplicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BadCorpus, ExampleArticle, GoodCorpus, Severity
from scrapelint_rules.duplicates._shared.copyrule import CopyRule, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Verdict
    from scrapelint_rules.duplicates._shared.copies import Copy
    from scrapelint_rules.duplicates._shared.profile import Profile

_A = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
_B = "The harbour master counted forty lorries on the quay, and said that all of them would cross before noon."
_C = "A new round of talks on the pay of the crews begins next week in the old customs house of the port."
_D = "Tourists had slept in the waiting rooms, and shops on the islands had run out of milk and bread."
_RU = "Экипажи паромов Ларна вернулись к работе в понедельник, сообщил их профсоюз после девяти дней забастовки."
_RU2 = "Капитан порта насчитал на пристани сорок грузовиков и сказал, что все они переправятся до полудня."

MIN_SHARE = 0.2
"""Least share of an article in another that is more than worth knowing: it contains a brief, or a box of the page."""


class NearDuplicate(CopyRule):
    """An article that shares much of its text with another one: a copy with changes, or the same agency report.

    Passages of five words are compared, so that a third of an article is found in another whatever is
    around it; lines that are likely the page's are left aside. Two articles of one site need more in common than
    those of two, and what is in more than eight articles counts only where nearly all is the same.

    Why it matters: the same report from ten sites weighs ten times as much in training, and lets test data
    into training data.

    What to do: keep the best copy; the finding shows the longest passage that both have. An article that contains a much
    shorter one is worth knowing, no more: it may be the shorter one that is no article.
    """

    code, name, severity = "DUP002", "near-duplicate", Severity.WARNING
    confidence = 0.97
    examples = (
        BadCorpus((ExampleArticle(f"{_A}\n\n{_B}\n\n{_C}"), ExampleArticle(f"{_A}\n\n{_B}\n\n{_D}")), (1, 2)),
        BadCorpus(
            (ExampleArticle(f"{_A}\n\n{_B}"), ExampleArticle("Home > News\n\n" + f"{_A}\n\n{_B}"), ExampleArticle(_D)),
            (1, 2),
        ),
        BadCorpus((ExampleArticle(f"{_RU}\n\n{_RU2}"), ExampleArticle(f"{_RU2}\n\n{_RU}")), (1, 2)),
        GoodCorpus((ExampleArticle(f"{_A}\n\n{_B}"), ExampleArticle(f"{_C}\n\n{_D}")), "two stories about one strike"),
        GoodCorpus(
            (ExampleArticle(f"{_A}\n\n{_B}"), ExampleArticle(f"{_A}\n\n{_B}")), "the same text, which is DUP001"
        ),
        GoodCorpus((ExampleArticle("Photo: Ann Lee"), ExampleArticle("Photo: Ann Lee, Larn")), "too little to tell"),
    )

    def judge_copies(self, own: Profile, copies: Sequence[Copy]) -> Iterator[Verdict]:
        """Yield one verdict that names all articles that share enough, the same text left out."""
        near = [copy for copy in copies if not copy.exact]
        if not near:
            return
        most = max(near, key=lambda copy: copy.share)
        message = f"shares {most.share:.0%} of its text with {named([most, *(c for c in near if c is not most)], own)}"
        evidence = {"kind": "whole" if most.is_whole else "part", "share": most.share, "other_share": most.other_share}
        at_most = Severity.INFO if most.share < MIN_SHARE else Severity.ERROR
        yield self.verdict(own, near, message, evidence=evidence, at_most=at_most)
