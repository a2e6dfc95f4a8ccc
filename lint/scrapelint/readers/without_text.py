"""Records without text, or without the field that was named for it, told once where a file has nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from scrapelint.readers.faults import RecordWithoutText, none_with_text, without_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.finding import Finding
    from scrapelint.intake import Checked, Intake, OtherField
    from scrapelint.readers.source import Source

MAX_HELD = 1000
"""Records without text from which on a file is taken to have none; bounds what is kept in memory."""

T = TypeVar("T")


class FieldWatch:
    """Watches the records of a file for the field that was named for their text."""

    def __init__(self) -> None:
        """Know no record yet."""
        self._first: OtherField | None = None
        self._lacking = self._texts = 0

    def see(self, other: OtherField | None, *, has_text: bool) -> None:
        """Take note of a record."""
        self._first = self._first or other
        self._lacking += other is not None
        self._texts += has_text or other is not None

    def told(self, source: Source) -> Iterator[Intake]:
        """Yield what is to be told of the file: that none of its records has the field, where that is so."""
        if self._first and self._lacking == self._texts:
            yield without_field(source, self._lacking, self._first)


def told_once(found: Iterable[Intake], source: Source) -> Iterator[Intake]:
    """Yield what was read of a file; of records that all lack a text only one that says so for all.

    So too, at the end, of records all of which lack the field that was named for it.
    """
    watch = FieldWatch()
    for intake in _once(
        found,
        lambda intake: not intake.readable and _lack(intake.faults),
        lambda intake: intake.readable,
        lambda number, first: none_with_text(source, number, first),
    ):
        watch.see(intake.other_field, has_text=intake.readable)
        yield intake
    yield from watch.told(source)


def reported_once(
    found: Iterable[Checked], source: Source, wanted: Callable[[Sequence[Finding]], Iterable[Finding]]
) -> Iterator[Checked]:
    """Yield what was found in the articles of a file, in the same way; `wanted` are the findings whose rules are on."""
    from scrapelint.intake import Checked, Intake

    def one(number: int, first: Checked) -> Checked:
        intake = none_with_text(source, number, Intake(first.article, first.findings))
        findings = [fault._replace(severity=first.findings[0].severity) for fault in intake.faults]
        return first._replace(article=intake.article, findings=findings)

    watch = FieldWatch()
    for checked in _once(found, lambda one: _lack(one.findings), lambda one: bool(one.article.text), one):
        watch.see(checked.other_field, has_text=bool(checked.article.text))
        yield checked
    for intake in watch.told(source):
        yield Checked(intake.article, list(wanted(intake.faults)), is_article=False)


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
