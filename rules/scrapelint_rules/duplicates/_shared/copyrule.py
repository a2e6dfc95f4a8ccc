"""What the rules on copies have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapelint.plugin import MAX_RELATED, CorpusRule, Verdict
from scrapelint_rules.duplicates._shared.copies import MAX_PAIRED, Copies, Copy, copies_in
from scrapelint_rules.duplicates._shared.passages import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Finding, Group
    from scrapelint_rules.duplicates._shared.profile import Profile

_LINES = "lines"
"""In the evidence of a verdict until it is reported: in which lines the words of its passage are counted."""


class CopyRule(CorpusRule["Profile | Copy"]):
    """A rule that judges an article by its copies."""

    relation = Copies

    confidence: ClassVar[float]

    def judge(self, group: Group[Profile | Copy]) -> Iterator[Verdict]:
        """Yield the verdict on the article whose copies these are."""
        own, copies = copies_in(group)
        if own:
            yield from self.judge_copies(own, copies)

    def judge_copies(self, own: Profile, copies: Sequence[Copy]) -> Iterator[Verdict]:
        """Yield what an article's copies come to."""
        raise NotImplementedError

    def verdict(self, own: Profile, copies: Sequence[Copy], message: str, **more: Any) -> Verdict:
        """Return a verdict that names these copies and shows the longest passage shared with one of them."""
        evidence = {**more.pop("evidence", {}), "copies": len(copies)}
        evidence["first"] = all(own.number < copy.other.number for copy in copies)
        largest = max(copy.group for copy in copies)
        if largest > MAX_PAIRED:
            # Not all of so many are compared: the finding says that there are more.
            evidence["group"] = largest
        related = tuple(copy.other.address for copy in copies[:MAX_RELATED])
        passage = max((c.passage for c in copies if c.passage), key=lambda span: span.end - span.start, default=None)
        if passage:
            evidence[_LINES] = own.lines
        return Verdict(own.number, message, self.confidence, evidence, related, passage=passage, **more)

    def report(self, doc: Document, verdict: Verdict) -> Finding:
        """Return the finding, its passage found in the text by the numbers of its words."""
        evidence = dict(verdict.evidence)
        lines = evidence.pop(_LINES, "")
        passage = span_of(doc, lines, *verdict.passage) if verdict.passage else None
        return self.stated(doc, verdict._replace(passage=passage, evidence=evidence))


def named(copies: Sequence[Copy], own: Profile) -> str:
    """Return the first of these articles by its id, or by its place where the id is the own one, and how many more."""
    other = copies[0].other
    first = other.address.place if other.id == own.id else other.address.shown
    return f"{first} and {len(copies) - 1} more" if len(copies) > 1 else first
