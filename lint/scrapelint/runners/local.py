"""One process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.engine.linter import by_place
from scrapelint.errors import RuleError
from scrapelint.intake import Checked, Found
from scrapelint.readers.decoding import ESCAPED
from scrapelint.resources.collecting import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.engine.document import Document
    from scrapelint.engine.linter import Linter
    from scrapelint.finding import Finding
    from scrapelint.intake import Intake
    from scrapelint.scoring import Likely


def run(intakes: Iterable[Intake], linter: Linter) -> Iterator[Checked]:
    """Yield each article with its findings, one in memory at a time."""
    for intake, found in results(intakes, linter):
        yield joined(intake, found)


def results(intakes: Iterable[Intake], linter: Linter) -> Iterator[tuple[Intake, Found]]:
    """Yield each article with what the rules made of it, now or in an earlier run."""
    for intake in intakes:
        yield intake, intake.known or (check(intake.article, linter) if intake.readable else Found())


def check(article: Article, linter: Linter) -> Found:
    """Return the findings of an article, what a rule raised, and the evidence for rules across articles."""
    try:
        with uncollected():
            return _found(article, linter)
    except RuleError as error:
        return Found((), str(error))
    except Exception as error:  # noqa: BLE001  # one article never ends a run
        return Found((), unexpected(article, error))


def _found(article: Article, linter: Linter) -> Found:
    doc = linter.document(article)
    findings = linter.check_document(doc)
    return Found(findings, "", linter.note(doc), doc.known_language, _likely(doc, linter), doc.asks_today)


def _likely(doc: Document, linter: Linter) -> Sequence[Likely] | None:
    if not linter.scores:
        return None
    from scrapelint.scoring import likely_residue  # most runs ask for no scores

    return likely_residue(doc)


def _told_apart(intake: Intake, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings but those on nothing but bytes that could not be decoded, where a fault tells of the bytes."""
    text = intake.article.text
    is_told = any(fault.span for fault in intake.faults)
    for finding in findings:
        if not (is_told and finding.span and ESCAPED.fullmatch(text, *finding.span)):
            yield finding


def unexpected(article: Article, error: Exception) -> str:
    """Return what to say of an exception that nobody expects."""
    where = article.filename or article.id
    record = f", record {article.record}" if article.record else ""
    return f"{where}{record}: {type(error).__name__}: {error}"


def joined(intake: Intake, found: Found) -> Checked:
    """Return an article with the faults of its input and the findings of its text."""
    findings = found.findings
    if intake.faults:
        findings = sorted([*intake.faults, *_told_apart(intake, findings)], key=by_place)
    error = intake.error or found.error
    return Checked(
        intake.article,
        findings,
        error,
        is_article=intake.is_article,
        evidence=found.evidence,
        language=found.language,
        likely=found.likely,
        other_field=intake.other_field,
    )
