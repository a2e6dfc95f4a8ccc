"""What a run comes to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.finding import Severity

if TYPE_CHECKING:
    from scrapelint.intake import Checked


class Summary:
    """Counts of a run, added up article by article."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.articles = 0
        self.articles_with_findings = 0
        self.fixes = 0
        self.errors: list[str] = []
        """What rules raised."""
        self.by_severity: Counter[Severity] = Counter()
        self.by_rule: Counter[tuple[str, str, str]] = Counter()
        """By code, name and kind of fix."""

    def add(self, checked: Checked) -> None:
        """Count one article."""
        self.articles += 1
        self.articles_with_findings += bool(checked.findings)
        if checked.error:
            self.errors.append(checked.error)
        for finding in checked.findings:
            fix = finding.fix.applicability if finding.fix else ""
            self.fixes += bool(fix)
            self.by_severity[finding.severity] += 1
            self.by_rule[finding.code, finding.name, fix] += 1

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(self.by_severity.values())

    def at_least(self, severity: Severity) -> int:
        """Return the number of findings of this severity or a worse one."""
        return sum(count for known, count in self.by_severity.items() if known >= severity)

    @property
    def sentence(self) -> str:
        """The result in a line, for people."""
        articles = counted(self.articles, "article")
        if not self.findings:
            return f"Nothing found in {articles}." if self.articles else "Nothing was read."
        kinds = [_of_kind(n, severity) for severity in reversed(Severity) if (n := self.by_severity[severity])]
        where = f"{self.articles_with_findings:,} of {articles}"
        mended = f" {self.fixes:,} {'has' if self.fixes == 1 else 'have'} a fix." if self.fixes else ""
        return f"Found {counted(self.findings, 'finding')} ({', '.join(kinds)}) in {where}.{mended}"


def _of_kind(number: int, severity: Severity) -> str:
    return counted(number, severity.label) if severity else f"{number:,} {severity.label}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 finding`, `2 findings`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
