"""Shares of articles with findings, by whatever articles are counted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Severity
from scrapelint.gates.drawn import bounds
from scrapelint.located import locate
from scrapelint.reporters.counting.facts import FactReader
from scrapelint.reporters.counting.groups import OTHERS, Groups
from scrapelint.reporters.counting.keys import OF_FINDINGS
from scrapelint.reporters.people.concise import address
from scrapelint.reporters.rule_pages import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.finding import Finding
    from scrapelint.intake import Checked
    from scrapelint.reporters.counting.groups import Group

MAX_GROUPS = 20_000
"""Names that are told apart, in some 20 MB; further ones are counted together."""


class ShareRow(NamedTuple):
    """Articles that share a site, a language ... or a rule that found something in them."""

    name: str
    """Empty where it is not known."""
    about: str
    """Name of the rule or family; empty for anything else."""
    articles: int
    """All articles of the name; for a rule or a family, all of the run."""
    found: int
    """Those of them with findings; for a rule or a family, with findings of it."""
    share: float
    """Of these among those, from 0 to 1."""
    least: float
    """Where the articles were drawn by lot, from what share of all such articles on it holds; else the share."""
    most: float
    """Up to what share of them."""
    errors: int
    """Articles whose worst finding is an error; `warnings` and `infos` likewise."""
    warnings: int
    infos: int
    example: str
    """The place of one of the worst findings; empty where there is none."""
    score: float | None = None
    """Mean score of the articles, from 0 to 1; None for a rule or a family, and where articles were not scored."""
    residue_share: float | None = None
    """Mean share of residue in the articles, from 0 to 1; None as `score`."""


class Example(NamedTuple):
    """A finding to look at."""

    severity: Severity
    place: str


class Shares:
    """Counts articles by one key, in bounded memory."""

    def __init__(self, key: str) -> None:
        """Take one of the keys of `counting.keys`."""
        self._key = key
        self._articles = 0
        self._facts_of = FactReader()
        self._groups = Groups(MAX_GROUPS)
        self._examples: dict[str, Example] = {}
        self._about: dict[str, str] = {}

    def add(self, checked: Checked) -> None:
        """Count one article."""
        if not checked.is_article:
            return
        self._articles += not checked.again
        for name, part in self._parts(checked):
            self._groups.add(name, part)
            self._keep_example(name, part)

    def rows(self, unseen: int = 0) -> Iterator[ShareRow]:
        """Yield the names, those with most articles with findings first, those without a name last; months in order.

        Where the articles were drawn by lot, `unseen` is how many were not.
        """
        by_name = self._key == "month"
        ranked = sorted(
            self._groups.items(), key=lambda item: (not item[0], not by_name and -item[1].with_findings, item[0])
        )
        return (self._row(name, group, unseen) for name, group in ranked)

    def _parts(self, checked: Checked) -> Iterator[tuple[str, Checked]]:
        """Yield the names that an article has, each with the article and those of its findings that count there."""
        if self._key not in OF_FINDINGS:
            yield self._name(checked), checked
            return
        by_name: dict[str, list[Finding]] = {}
        for finding in checked.findings:
            name = finding.code if self._key == "rule" else finding.code[:3]
            self._about.setdefault(name, finding.name if self._key == "rule" else FAMILIES.get(name, ""))
            by_name.setdefault(name, []).append(finding)
        for name, findings in by_name.items():
            yield name, checked._replace(findings=findings, worst_before=None)

    def _name(self, checked: Checked) -> str:
        if self._key == "file":
            return checked.article.filename
        name: str = getattr(self._facts_of(checked), self._key)
        return name

    def _keep_example(self, name: str, checked: Checked) -> None:
        worst: Finding | None = max(checked.findings, key=lambda finding: finding.severity, default=None)
        if worst is None or len(self._examples) >= MAX_GROUPS:
            return
        known = self._examples.get(name)
        if known is None or worst.severity > known.severity:
            self._examples[name] = Example(worst.severity, _place(checked, [worst]))

    def _row(self, name: str, group: Group, unseen: int) -> ShareRow:
        articles = self._articles if self._key in OF_FINDINGS else group.articles
        least, most = bounds(group.with_findings, articles, unseen)
        return ShareRow(
            name,
            self._about.get(name, ""),
            articles,
            group.with_findings,
            group.with_findings / articles if articles else 0.0,
            least,
            most,
            group.worst[Severity.ERROR],
            group.worst[Severity.WARNING],
            group.worst[Severity.INFO],
            self._examples[name].place if name in self._examples and name != OTHERS else "",
            *((None, None) if self._key in OF_FINDINGS else (group.score, group.residue_share)),
        )


def _place(checked: Checked, findings: Sequence[Finding]) -> str:
    return next(address(checked.article, located) for located in locate(checked.article, findings))
