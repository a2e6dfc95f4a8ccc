"""What a report counts, added up article by article, in bounded memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.engine.bounding import kinds
from scrapelint.finding import Severity
from scrapelint.reporters.counting.groups import Group, Groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.engine.bounding import Kind
    from scrapelint.intake import Checked
    from scrapelint.reporters.counting.facts import Facts

MAX_GROUPS = 2000
"""Sites, languages or months that are told apart; further ones are counted together."""


class RuleCount:
    """What one rule came to."""

    def __init__(self, name: str) -> None:
        """Take the name of the rule; start at nothing."""
        self.name = name
        self.articles = self.findings = self.fixable = 0
        self.worst = Severity.INFO

    def add(self, found: Iterable[tuple[Kind, int]]) -> None:
        """Count the findings of the rule in one article."""
        self.articles += 1
        for kind, count in found:
            self.findings += count
            self.fixable += count * bool(kind.fix)
            self.worst = max(self.worst, kind.severity)


class Counts:
    """The counts of a run."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.all = Group()
        self.findings: Counter[Severity] = Counter()
        self.rules: dict[str, RuleCount] = {}
        self.families: Counter[str] = Counter()
        """Articles by the letters of a code."""
        self.sites = Groups(MAX_GROUPS)
        self.languages = Groups(MAX_GROUPS)
        self.months = Groups(MAX_GROUPS)

    def add(self, checked: Checked, facts: Facts) -> None:
        """Count one article."""
        if checked.is_article:
            self.all.add(checked)
            self.sites.add(facts.site, checked)
            self.languages.add(facts.language, checked)
            self.months.add(facts.month, checked)
        self._add_findings(checked)

    def _add_findings(self, checked: Checked) -> None:
        by_code: dict[str, list[tuple[Kind, int]]] = {}
        for kind, count in kinds(checked.findings):
            self.findings[kind.severity] += count
            by_code.setdefault(kind.code, []).append((kind, count))
        for code, found in by_code.items():
            self.rules.setdefault(code, RuleCount(found[0][0].name)).add(found)
        self.families.update({code[:3] for code in by_code})
