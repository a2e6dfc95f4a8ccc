"""DUP004 conflicting-attribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BadCorpus, ExampleArticle, GoodCorpus, Severity, regex
from scrapelint_rules.duplicates._shared.copyrule import CopyRule, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Verdict
    from scrapelint_rules.duplicates._shared.copies import Copy
    from scrapelint_rules.duplicates._shared.profile import Profile

_WORD = regex(r"[^\W\d_]{2,}")

_A = "The crews of the Larn ferries went back to work on Monday, their union said, after nine days of strike."
_B = "The harbour master counted forty lorries on the quay, and said that all of them would cross before noon."


class ConflictingAttribution(CopyRule):
    """Copies of one article under the names of different authors, or at two outlets.

    Names conflict where they have no word in common. The same text at two outlets is only worth knowing: most
    often both took it from an agency.

    Why it matters: one of the bylines is wrong, or the text was taken from elsewhere without saying so.

    What to do: find who had it first, and correct or drop the other.
    """

    code, name, severity = "DUP004", "conflicting-attribution", Severity.WARNING
    confidence = 0.9
    examples = (
        BadCorpus((ExampleArticle(_A, {"author": "Ann Lee"}), ExampleArticle(_A, {"author": "Tom Reed"})), (1, 2)),
        BadCorpus(
            (
                ExampleArticle(f"{_A}\n\n{_B}", {"author": ["José Ruiz"]}),
                ExampleArticle(f"{_A}\n{_B}\n", {"author": "Ana Paz"}),
            ),
            (1, 2),
        ),
        BadCorpus(
            (
                ExampleArticle(_A, {"url": "https://larn.example/a"}),
                ExampleArticle(_A, {"url": "https://www.reef.example/b"}),
            ),
            (1, 2),
        ),
        GoodCorpus(
            (ExampleArticle(_A, {"author": "Ann Lee"}), ExampleArticle(_A, {"author": "By ANN LEE, Larn"})), "one name"
        ),
        GoodCorpus((ExampleArticle(_A, {"author": "Ann Lee"}), ExampleArticle(_A)), "one byline"),
        GoodCorpus(
            (ExampleArticle(_A, {"author": "Ann Lee"}), ExampleArticle(_B, {"author": "Tom Reed"})), "no copies"
        ),
    )

    def judge_copies(self, own: Profile, copies: Sequence[Copy]) -> Iterator[Verdict]:
        """Yield a verdict on the authors, else one on the outlets."""
        whole = [copy for copy in copies if copy.is_whole]
        others = [copy for copy in whole if _conflict(own.author, copy.other.author)]
        if others:
            message = f"by {own.author}, but by {others[0].other.author} in a copy: {named(others, own)}"
            yield self.verdict(own, others, message, evidence={"kind": "author", "author": own.author})
            return
        elsewhere = [copy for copy in whole if own.site and copy.other.site and own.site != copy.other.site]
        if elsewhere:
            sites = sorted({copy.other.site for copy in elsewhere})
            message = f"at {own.site}, and at {' and '.join(sites[:3])} too: {named(elsewhere, own)}"
            evidence = {"kind": "outlet", "site": own.site, "other_sites": sites[:10]}
            yield self.verdict(own, elsewhere, message, evidence=evidence, at_most=Severity.INFO)


def _conflict(own: str, other: str) -> bool:
    """Tell whether two bylines are there and have no word in common."""
    words = [set(_WORD.findall(name.casefold())) for name in (own, other)]
    return all(words) and not words[0] & words[1]
