"""From the evidence of all articles to what is found across them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.engine.linter import Linter
from scrapelint.finding import Severity
from scrapelint.intake import Checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.corpus.comparison import Comparison
    from scrapelint.corpus.groups import Groups
    from scrapelint.intake import Intake

BATCH_ARTICLES = 512
"""Articles whose verdicts are looked up at once."""


def reported(intakes: Iterable[Intake], groups: Groups, comparison: Comparison) -> Iterator[Checked]:
    """Yield each article that has verdicts, with its findings; the articles are read a second time for it."""
    batch: list[Intake] = []
    linter = Linter(())
    for intake in intakes:
        if intake.readable:
            batch.append(intake)
        if len(batch) == BATCH_ARTICLES:
            yield from _reported(batch, linter, groups, comparison)
            batch = []
    yield from _reported(batch, linter, groups, comparison)


def _reported(batch: list[Intake], linter: Linter, groups: Groups, comparison: Comparison) -> Iterator[Checked]:
    docs = [linter.document(intake.article) for intake in batch]
    found = groups.results({doc.number for doc in docs})
    for intake, doc in zip(batch, docs, strict=True):
        decided = found.get(doc.number)
        if decided:
            findings = comparison.report(doc, decided.verdicts)
            before = None if decided.worst_before is None else Severity(decided.worst_before)
            yield Checked(
                intake.article, findings, again=True, was_clean=before is None, worst_before=before,
                language=doc.known_language,
            )  # fmt: skip
