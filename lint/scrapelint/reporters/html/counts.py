"""What a report counts, added up article by article, in bounded memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.finding import Finding
    from scrapelint.intake import Checked
    from scrapelint.reporters.html.facts import Facts

MAX_GROUPS = 2000
"""Sites, languages or months that are told apart; further ones are counted together."""
OTHERS = "others"
"""Stands for all groups beyond `MAX_GROUPS`."""


class Group:
    """Articles that have something in common."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.articles = 0
        self.worst: Counter[Severity] = Counter()
        """Articles with findings, by the worst of these."""
        self.rules: Counter[str] = Counter()
        """Articles by the code of a rule that has found something in them."""

    def add(self, checked: Checked) -> None:
        """Count one article; one that comes again only for what is new of it."""
        self.articles += not checked.again
        self.rules.update({finding.code for finding in checked.findings})
        worst = max((finding.severity for finding in checked.findings), default=None)
        before = checked.worst_before
        if worst is not None and (before is None or worst > before):
            self.worst[worst] += 1
            if before is not None and self.worst[before]:  # what was found before may have been accepted
                self.worst[before] -= 1

    def __add__(self, other: Group) -> Group:
        """Return the articles of both as one group."""
        both = Group()
        both.articles = self.articles + other.articles
        both.worst, both.rules = self.worst + other.worst, self.rules + other.rules
        return both

    @property
    def with_findings(self) -> int:
        """Articles in which anything was found."""
        return self.worst.total()


class RuleCount:
    """What one rule came to."""

    def __init__(self, name: str) -> None:
        """Take the name of the rule; start at nothing."""
        self.name = name
        self.articles = self.findings = self.fixable = 0
        self.worst = Severity.INFO

    def add(self, findings: Iterable[Finding]) -> None:
        """Count the findings of the rule in one article."""
        self.articles += 1
        for finding in findings:
            self.findings += 1
            self.fixable += finding.fix is not None
            self.worst = max(self.worst, finding.severity)


class Counts:
    """The counts of a run."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.all = Group()
        self.findings: Counter[Severity] = Counter()
        self.rules: dict[str, RuleCount] = {}
        self.families: Counter[str] = Counter()
        """Articles by the letters of a code."""
        self.sites: dict[str, Group] = {}
        self.languages: dict[str, Group] = {}
        self.months: dict[str, Group] = {}

    def add(self, checked: Checked, facts: Facts) -> None:
        """Count one article."""
        if checked.is_article:
            self.all.add(checked)
            _group(self.sites, facts.site).add(checked)
            _group(self.languages, facts.language).add(checked)
            _group(self.months, facts.month).add(checked)
        self._add_findings(checked)

    def _add_findings(self, checked: Checked) -> None:
        by_code: dict[str, list[Finding]] = {}
        for finding in checked.findings:
            self.findings[finding.severity] += 1
            by_code.setdefault(finding.code, []).append(finding)
        for code, findings in by_code.items():
            self.rules.setdefault(code, RuleCount(findings[0].name)).add(findings)
        self.families.update({code[:3] for code in by_code})


def _group(groups: dict[str, Group], name: str) -> Group:
    if name not in groups and len(groups) >= MAX_GROUPS:
        name = OTHERS
    return groups.setdefault(name, Group())
