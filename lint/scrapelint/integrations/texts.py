"""One article inside a pipeline of another program: mended within a bound, or judged by what is found in it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from scrapelint.api import configuration, linter
from scrapelint.config.values import FailOn
from scrapelint.errors import RuleError, UsageError, suggestion
from scrapelint.finding import Severity, Span
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.fixes.edits import Mended, mend

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from scrapelint.article import Article
    from scrapelint.config.values import Config
    from scrapelint.finding import Finding

    Selection = tuple[Sequence[str] | None, Sequence[str], Config | str | os.PathLike[str] | None]
    """`select`, `ignore` and `config`, as the functions of `scrapelint.api` take them."""

ALL_RULES: Selection = (None, (), None)
"""The rules that are on by default."""


class Mending(NamedTuple):
    """Which fixes are applied, safe or not, and how much they may take out together."""

    config: Config
    min_confidence: float
    max_removed: float
    """Share of the paragraphs, from 0 to 1."""

    def __call__(self, article: Article) -> Mended:
        """Return an article, mended; one on which a rule fails stays as it is, which a warning tells."""
        try:
            return mend(article, linter(config=self.config).every, self._has, self.max_removed)
        except RuleError as error:
            warnings.warn(f"left as it was: {error}", stacklevel=2)
            return Mended(article, {}, (), ())

    def _has(self, finding: Finding) -> bool:
        return finding.confidence >= self.min_confidence


class Judging(NamedTuple):
    """Which findings count against a text."""

    config: Config
    severity: Severity | None
    """The least severe; None where none counts."""
    min_confidence: float

    def counts(self, finding: Finding) -> bool:
        """Tell whether a finding is one of them."""
        return (
            self.severity is not None
            and finding.severity >= self.severity
            and finding.confidence >= self.min_confidence
        )

    def share(self, article: Article) -> float:
        """Return which share of its characters the findings in its text cover, from 0 to 1.

        One that has no place is about the whole text. Raises RuleError where a rule fails.
        """
        found = [finding for finding in linter(config=self.config).every(article) if finding.field == "text"]
        return covered([place_of(finding, article) for finding in found if self.counts(finding)], len(article.text))


def mending(
    selection: Selection = ALL_RULES, *, min_confidence: float = MIN_CONFIDENCE, max_removed: float = MAX_REMOVED
) -> Mending:
    """Return how texts are mended.

    Raises UsageError for a share that is none, ConfigError for a rule or value that is not there.
    """
    check_shares(min_confidence=min_confidence, max_removed=max_removed)
    return Mending(known(selection), min_confidence, max_removed)


def judging(
    severity: str, selection: Selection = ALL_RULES, *, min_confidence: float = MIN_CONFIDENCE, name: str = "severity"
) -> Judging:
    """Return what counts against a text; raises as `mending` does, and UsageError for a severity that is none."""
    check_shares(min_confidence=min_confidence)
    if severity not in get_args(FailOn):
        raise UsageError(
            f"{name} is {severity!r}, not {_listed(get_args(FailOn))}{suggestion(str(severity), get_args(FailOn))}"
        )
    return Judging(known(selection), None if severity == "never" else Severity.of(severity), min_confidence)


def known(selection: Selection) -> Config:
    """Return the configuration of these rules, which are loaded; raises ConfigError for one that is not there."""
    select, ignore, config = selection
    chosen = configuration(select=select, ignore=ignore, config=config)
    linter(config=chosen)
    return chosen


def check_shares(**given: Any) -> None:
    """Raise UsageError for a value that is no number from 0 to 1."""
    for name, value in given.items():
        if not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise UsageError(f"{name} is {value!r}, not a number from 0 to 1")


def place_of(finding: Finding, article: Article) -> Span:
    """Return the place of a finding in the text: the whole text where it has none."""
    return finding.span or Span(0, len(article.text))


def covered(spans: Iterable[Span], size: int) -> float:
    """Return which share of a text of this size the spans cover, from 0 to 1: of an empty text all, if any does."""
    found, at = 0, 0
    ordered = sorted(spans)
    for start, end in ordered:
        found += max(0, end - max(start, at))
        at = max(at, end)
    return found / size if size else float(bool(ordered))


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
