"""One process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.engine import by_place
from scrapelint.errors import RuleError
from scrapelint.intake import Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.engine import Linter
    from scrapelint.finding import Finding
    from scrapelint.intake import Intake


def run(intakes: Iterable[Intake], linter: Linter) -> Iterator[Checked]:
    """Yield each article with its findings, one in memory at a time."""
    for intake in intakes:
        findings, error = check(intake.article, linter) if intake.readable else ((), "")
        yield joined(intake, findings, error)


def check(article: Article, linter: Linter) -> tuple[Sequence[Finding], str]:
    """Return the findings of an article, and what a rule raised."""
    try:
        return linter.check(article), ""
    except RuleError as error:
        return (), str(error)


def joined(intake: Intake, findings: Sequence[Finding], error: str) -> Checked:
    """Return an article with the faults of its input and the findings of its text."""
    if intake.faults:
        findings = sorted([*intake.faults, *findings], key=by_place)
    return Checked(intake.article, findings, error)
