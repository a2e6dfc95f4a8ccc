"""Records without text, told once where a file has nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from scrapelint.readers.faults import RecordWithoutText, none_with_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.finding import Finding
    from scrapelint.intake import Checked, Intake
    from scrapelint.readers.source import Source

MAX_HELD = 1000
"""Records without text from which on a file is taken to have none; bounds what is kept in memory."""

T = TypeVar("T")


def told_once(found: Iterable[Intake], source: Source) -> Iterator[Intake]:
    """Yield what was read of a file; of records that all lack a text only one that says so for all."""
    return _once(
        found,
        lambda intake: not intake.readable and _lack(intake.faults),
        lambda intake: intake.readable,
        lambda number, first: none_with_text(source, number, first),
    )


def reported_once(found: Iterable[Checked], source: Source) -> Iterator[Checked]:
    """Yield what was found in the articles of a file, in the same way."""
    from scrapelint.intake import Intake

    def one(number: int, first: Checked) -> Checked:
        intake = none_with_text(source, number, Intake(first.article, first.findings))
        findings = [fault._replace(severity=first.findings[0].severity) for fault in intake.faults]
        return first._replace(article=intake.article, findings=findings)

    return _once(found, lambda checked: _lack(checked.findings), lambda checked: bool(checked.article.text), one)


def _lack(findings: Sequence[Finding]) -> bool:
    return any(finding.code == RecordWithoutText.code for finding in findings)


def _once(
    found: Iterable[T], lacks: Callable[[T], bool], has_text: Callable[[T], bool], one: Callable[[int, T], T]
) -> Iterator[T]:
    held: list[T] = []
    is_told = started = False
    for item in found:
        started = started or has_text(item)
        if not started and lacks(item):
            held += [] if is_told else [item]
            if len(held) == MAX_HELD:
                yield one(len(held), held[0])
                is_told, held = True, []
            continue
        if started:
            yield from held
            held = []
        yield item
    if held:
        yield one(len(held), held[0]) if len(held) > 1 else held[0]
