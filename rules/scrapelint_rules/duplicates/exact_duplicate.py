"""DUP001 exact-duplicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BadCorpus, ExampleArticle, GoodCorpus, Severity
from scrapelint_rules.duplicates._shared.copyrule import CopyRule, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Verdict
    from scrapelint_rules.duplicates._shared.copies import Copy
    from scrapelint_rules.duplicates._shared.profile import Profile

_EN = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
_DE = "Die Besatzungen der Fähren von Larn arbeiten seit Montag wieder, sagte ihre Gewerkschaft."


class ExactDuplicate(CopyRule):
    """An article whose words are all those of another one, in the same order.

    Case, spaces, marks and line breaks do not count.

    Why it matters: a text that is in a corpus many times weighs as much more, is learnt by heart, and gives
    test data away.

    What to do: keep one. Of articles with the same text one finding has `first` in its evidence: true.
    """

    code, name, severity = "DUP001", "exact-duplicate", Severity.ERROR
    confidence = 1.0
    examples = (
        BadCorpus((ExampleArticle(_EN), ExampleArticle(_EN)), (1, 2)),
        BadCorpus((ExampleArticle(_DE), ExampleArticle("Ein Satz."), ExampleArticle(_DE.upper())), (1, 3)),
        BadCorpus((ExampleArticle("罢工结束。\n船只恢复。"), ExampleArticle("罢工结束。船只恢复。")), (1, 2)),
        GoodCorpus((ExampleArticle(_EN), ExampleArticle(_DE)), "two articles"),
        GoodCorpus((ExampleArticle(_EN), ExampleArticle(_EN + " Ships sail.")), "a sentence more"),
        GoodCorpus((ExampleArticle(""), ExampleArticle(" ")), "two empty texts, which too-short reports"),
    )

    def judge_copies(self, own: Profile, copies: Sequence[Copy]) -> Iterator[Verdict]:
        """Yield one verdict that names all articles with the same words."""
        same = [copy for copy in copies if copy.exact]
        if same:
            yield self.verdict(own, same, f"same text as {named(same, own)}")._replace(passage=None)
