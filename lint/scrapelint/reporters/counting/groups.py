"""Articles that have something in common, counted in bounded memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.scoring import scored

if TYPE_CHECKING:
    from collections.abc import ItemsView

    from scrapelint.finding import Severity
    from scrapelint.intake import Checked
    from scrapelint.scoring import Score

OTHERS = "others"
"""Stands for all groups beyond those that are told apart."""


class Group:
    """Articles that have something in common."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.articles = 0
        self.worst: Counter[Severity] = Counter()
        """Articles with findings, by the worst of these."""
        self.rules: Counter[str] = Counter()
        """Articles by the code of a rule that has found something in them."""
        self.scored = 0
        """Articles that have a score."""
        self._scores = self._residue = 0.0

    def add(self, checked: Checked) -> None:
        """Count one article; one that comes again only for what is new of it."""
        self.articles += not checked.again
        self._add_score(scored(checked))
        self.rules.update({finding.code for finding in checked.findings})
        worst = max((finding.severity for finding in checked.findings), default=None)
        before = checked.worst_before
        if worst is not None and (before is None or worst > before):
            self.worst[worst] += 1
            if before is not None and self.worst[before]:  # what was found before may have been accepted
                self.worst[before] -= 1

    def _add_score(self, score: Score | None) -> None:
        if score is not None:
            self.scored += 1
            self._scores += score.score
            self._residue += score.residue_share

    @property
    def score(self) -> float | None:
        """Mean score of the articles, from 0 to 1; None where none has one."""
        return self._scores / self.scored if self.scored else None

    @property
    def residue_share(self) -> float | None:
        """Mean share of residue of the articles, from 0 to 1; None where none has a score."""
        return self._residue / self.scored if self.scored else None

    def __add__(self, other: Group) -> Group:
        """Return the articles of both as one group."""
        both = Group()
        both.articles = self.articles + other.articles
        both.worst, both.rules = self.worst + other.worst, self.rules + other.rules
        both.scored = self.scored + other.scored
        both._scores, both._residue = self._scores + other._scores, self._residue + other._residue
        return both

    @property
    def with_findings(self) -> int:
        """Articles in which anything was found."""
        return self.worst.total()


class Groups:
    """Groups by name, so many at most; what has another name is counted as one of `OTHERS`."""

    def __init__(self, most: int) -> None:
        """Take how many groups are told apart."""
        self._most = most
        self._groups: dict[str, Group] = {}

    def add(self, name: str, checked: Checked) -> None:
        """Count an article in a group."""
        if name not in self._groups and len(self._groups) >= self._most:
            name = OTHERS
        self._groups.setdefault(name, Group()).add(checked)

    def items(self) -> ItemsView[str, Group]:
        """Return the groups with their names, in the order in which they came."""
        return self._groups.items()

    def __getitem__(self, name: str) -> Group:
        """Return the group of a name; raises KeyError where there is none."""
        return self._groups[name]

    def __len__(self) -> int:
        """Return how many groups there are."""
        return len(self._groups)
