"""DUP006 split-leak."""

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


class SplitLeak(CopyRule):
    """A copy of an article in another part of a data set: in `train` and in `test`, say.

    The part is what the path of the file names: `train`, `valid`, `dev`, `test`, `eval` or `holdout`.

    Why it matters: what is measured on a test article that was learnt by heart is no measure.

    What to do: take it out of the training part, or both out of the data set.
    """

    code, name, severity = "DUP006", "split-leak", Severity.ERROR
    confidence = 0.97
    examples = (
        BadCorpus((ExampleArticle(_A, filename="train/a.txt"), ExampleArticle(_A, filename="test/a.txt")), (1, 2)),
        BadCorpus(
            (ExampleArticle(f"{_A}\n\n{_B}", filename="train-01.txt"), ExampleArticle(f"{_B}\n\n{_A}", filename="dev-01.txt")), (1, 2)
        ),
        BadCorpus((ExampleArticle("Ein Satz über Larn.", filename="x/validation/1.txt"),
                     ExampleArticle("Ein Satz über Larn.", filename="x/training/1.txt")), (1, 2)),
        GoodCorpus((ExampleArticle(_A, filename="train/a.txt"), ExampleArticle(_A, filename="train/b.txt")), "both in one part"),
        GoodCorpus((ExampleArticle(_A, filename="train/a.txt"), ExampleArticle(_B, filename="test/a.txt")), "no copies"),
        GoodCorpus((ExampleArticle(_A, filename="contest/a.txt"), ExampleArticle(_A, filename="trains/a.txt")), "other words"),
    )  # fmt: skip

    def judge_copies(self, own: Profile, copies: Sequence[Copy]) -> Iterator[Verdict]:
        """Yield one verdict that names the copies in other parts."""
        leaks = [copy for copy in copies if own.split and copy.other.split not in ("", own.split)]
        if leaks:
            splits = sorted({copy.other.split for copy in leaks})
            message = f"stands in {own.split}, and in {' and '.join(splits)} too: {named(leaks, own)}"
            yield self.verdict(own, leaks, message, evidence={"split": own.split, "other_splits": splits})
