"""How many findings of an article are reported: the worst of many, and how many of each kind are left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from scrapelint.finding import Finding
    from scrapelint.rule import Rule

CODE = "INP006"
"""The rule that tells what is left out."""
LEFT_OUT = "left_out"
"""Key of its evidence: a row for each kind of finding, with their number."""
COUNT = "findings"


class Kind(NamedTuple):
    """What findings are counted by."""

    code: str
    name: str
    severity: Severity
    fix: str
    """`safe` or `unsafe`; empty without a fix."""


class Bound(NamedTuple):
    """How many findings of an article are reported at most, and what tells of the others."""

    most: int
    rule: Rule | None
    """None where nobody wants to be told."""

    def __call__(self, found: list[Finding]) -> list[Finding]:
        """Return the findings, of too many the worst and first, in their order after the one that tells of the others.

        The surest of each rule and severity stays, however many that are: who asks for the worst of an article, or
        whether a rule has found anything in it, gets the answer that all of them would give.
        """
        if len(found) <= self.most:
            return found
        kept = _kept(found, self.most)
        left = Counter(_kind(finding) for place, finding in enumerate(found) if place not in kept)
        told = _told(self.rule, left, self.most) if self.rule and left else ()
        return [*told, *(found[place] for place in sorted(kept))]


def kinds(findings: Iterable[Finding]) -> Iterator[tuple[Kind, int]]:
    """Yield of each finding what it is counted by, and of those that were left out how many there are of a kind."""
    for finding in findings:
        yield _kind(finding), 1
        if finding.code == CODE:
            for row in _rows(finding):
                yield Kind(row["code"], row["name"], Severity.of(row["severity"]), row["fix"]), row[COUNT]


def without(finding: Finding, codes: Collection[str]) -> Finding | None:
    """Return what tells of findings that were left out, less those of some rules; None where there are no others.

    Any other finding stays as it is.
    """
    rows = _rows(finding) if finding.code == CODE else []
    others = [row for row in rows if row["code"] not in codes]
    if len(others) == len(rows):
        return finding
    return _written(finding, others, finding.evidence["most"]) if others else None


def _kept(found: Sequence[Finding], most: int) -> frozenset[int]:
    """Return the places of the findings that stay."""
    surest: dict[tuple[str, Severity], int] = {}
    for place, finding in enumerate(found):
        known = surest.setdefault((finding.code, finding.severity), place)
        if finding.confidence > found[known].confidence:
            surest[finding.code, finding.severity] = place
    kept = set(surest.values())
    worst = sorted(range(len(found)), key=lambda place: (place not in kept, -found[place].severity))
    return frozenset(worst[: max(most, len(kept))])


def _kind(finding: Finding) -> Kind:
    return Kind(finding.code, finding.name, finding.severity, finding.fix.applicability if finding.fix else "")


def _told(rule: Rule, left: Counter[Kind], most: int) -> list[Finding]:
    rows = [{**kind._asdict(), "severity": kind.severity.label, COUNT: count} for kind, count in sorted(left.items())]
    return [_written(rule.finding("", confidence=1), rows, most)]


def _written(finding: Finding, rows: list[dict[str, Any]], most: object) -> Finding:
    left = sum(row[COUNT] for row in rows)
    told = "1 more finding is" if left == 1 else f"{left:,} more findings are"
    message = f"{told} left out; `max-record-findings` allows {most:,}"
    return finding._replace(message=message, evidence={"most": most, LEFT_OUT: rows})


def _rows(finding: Finding) -> list[dict[str, Any]]:
    rows: Any = finding.evidence.get(LEFT_OUT, [])
    return list(rows)
