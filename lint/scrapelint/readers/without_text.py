"""Records without text, told once where a file has nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.readers.faults import RecordWithoutText, none_with_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.intake import Intake
    from scrapelint.readers.source import Source

MAX_HELD = 1000
"""Records without text from which on a file is taken to have none; bounds what is kept in memory."""


def told_once(found: Iterable[Intake], source: Source) -> Iterator[Intake]:
    """Yield what was read of a file; of records that all lack a text only one that says so for all."""
    held: list[Intake] = []
    silent = started = False
    for intake in found:
        started = started or intake.readable
        if not started and lacks_text(intake):
            if silent:
                continue
            held.append(intake)
            if len(held) == MAX_HELD:
                yield none_with_text(source, len(held), held[0])
                silent, held = True, []
            continue
        if started:
            yield from held
            held = []
        yield intake
    if held:
        yield none_with_text(source, len(held), held[0]) if len(held) > 1 else held[0]


def lacks_text(intake: Intake) -> bool:
    """Tell whether an intake is a record without text, and nothing else."""
    return not intake.readable and any(fault.code == RecordWithoutText.code for fault in intake.faults)
