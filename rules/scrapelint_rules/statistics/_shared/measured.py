"""What the rules of this family share: a finding is a measure beyond its threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from scrapelint.plugin import Document, DocumentRule, Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Measured(NamedTuple):
    """One value and the threshold that it must keep."""

    name: str
    """As in the evidence."""
    what: str
    """As in the message: "share of duplicate lines"."""
    value: float
    most: float | None = None
    """The value may be this large ..."""
    least: float | None = None
    """... or has to be at least this large; one of the two is given."""
    span: tuple[int, int] | None = None
    """The offending place, where there is one."""
    more: tuple[tuple[str, object], ...] = ()
    """Further evidence."""

    @property
    def fails(self) -> bool:
        """Tell whether the value is beyond the threshold; at the threshold it is not."""
        return (self.most is not None and self.value > self.most) or (
            self.least is not None and self.value < self.least
        )


class StatisticsRule(DocumentRule):
    """A rule that measures the whole document; one finding for each measure that fails."""

    severity = Severity.INFO
    confidence: ClassVar[float]
    """Of 1,225 scraped texts those flagged in which more than a fifth was the page; of all it was .27."""

    def measures(self, doc: Document) -> Iterator[Measured]:
        """Yield what was measured."""
        raise NotImplementedError

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each measure that fails."""
        for measured in self.measures(doc):
            if measured.fails:
                yield self._failed(measured)

    def _failed(self, measured: Measured) -> Finding:
        threshold = measured.least if measured.most is None else measured.most
        relation = "less" if measured.most is None else "more"
        value = _rounded(measured.value)
        evidence = {"measure": measured.name, "value": value, "threshold": threshold, **dict(measured.more)}
        return self.finding(
            f"{measured.what} is {value}, {relation} than {threshold}",
            Span(*measured.span) if measured.span else None,
            confidence=self.confidence,
            evidence=evidence,
        )


def _rounded(value: float) -> float:
    return value if isinstance(value, int) else round(value, 4)
