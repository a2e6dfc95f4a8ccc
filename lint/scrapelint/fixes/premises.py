"""What fixes rely on: places that stay because something else was taken out for them, as one of two copies does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.finding import Fix

MAX_TAKEN_SHARE = 0.5
"""How much of a copy may be taken out before it no longer stands for the other."""


class Premise(NamedTuple):
    """A place that stays, and what went for it."""

    span: Span
    cuts: Sequence[Span]
    """What was taken out: what takes all of that out too may take the rest."""

    def forbids(self, edit: Edit) -> bool:
        """Tell whether an edit takes out what stays, and leaves what went for it."""
        return takes(edit, self.span) and not all(edit.start <= cut.start <= cut.end <= edit.end for cut in self.cuts)


class Premises:
    """All that the fixes of one text rely on; asked in time that does not grow with them."""

    def __init__(self, known: Iterable[Premise] = ()) -> None:
        """Take what earlier fixes of the text rely on."""
        self._by_middle = sorted(known, key=_middle)

    def __iter__(self) -> Iterator[Premise]:
        """Yield them by their places."""
        return iter(self._by_middle)

    def add(self, fix: Fix) -> None:
        """Keep what a fix relies on."""
        cuts = [Span(edit.start, edit.end) for edit in fix.edits]
        for span in fix.relies_on:
            insort(self._by_middle, Premise(span, cuts), key=_middle)

    def forbid(self, edit: Edit) -> bool:
        """Tell whether an edit takes out what a fix relies on; one that takes most of a span takes its middle."""
        first = bisect_left(self._by_middle, 2 * edit.start, key=_middle)
        last = bisect_right(self._by_middle, 2 * edit.end, lo=first, key=_middle)
        return any(premise.forbids(edit) for premise in self._by_middle[first:last])

    def moved(self, edits: Sequence[Edit]) -> Premises:
        """Return them as they are after edits, which are in order and apart."""
        spans = moved([span for premise in self for span in (premise.span, *premise.cuts)], edits)
        rest = iter(spans)
        return Premises([Premise(next(rest), [next(rest) for _ in premise.cuts]) for premise in self])


def takes(edit: Edit, span: Span) -> bool:
    """Tell whether an edit takes out so much of a span that nothing of it is left."""
    common = min(edit.end, span.end) - max(edit.start, span.start)
    return not edit.content.strip() and common > MAX_TAKEN_SHARE * (span.end - span.start)


def moved(spans: Iterable[Span], edits: Sequence[Edit]) -> list[Span]:
    """Return where spans are after edits, which are in order and apart."""
    grown = [0, *accumulate(len(content) - (end - start) for start, end, content in edits)]

    def shifted(at: int) -> int:
        before = bisect_left(edits, at, key=_start)
        if not before:
            return at
        return at + grown[before] + max(0, edits[before - 1].end - at)

    return [Span(shifted(start), shifted(end)) for start, end in spans]


def _middle(premise: Premise) -> int:
    """Return twice the middle of a place, a whole number."""
    return premise.span.start + premise.span.end


def _start(edit: Edit) -> int:
    return edit.start
