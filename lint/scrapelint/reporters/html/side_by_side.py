"""Two versions of an article beside each other: the lines that differ, what is near, and gaps for the rest."""

from __future__ import annotations

from itertools import groupby, pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.comparing.difference import alignment, stretches
from scrapelint.reporters.alike import shared_ends
from scrapelint.reporters.html.shortening import CONTEXT_ROWS, MAX_ROWS, cut_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.comparing.difference import Difference, Placed, Stretch
    from scrapelint.reporters.html.article_view import ArticleView, Row

    RowsOf = dict[int, list[Row]]
    """The rows of a text by the number of their line in it, from 1."""

GONE, COME = "gone", "come"
"""What is said of a line that only the old text has, or only the new one."""
MIN_ALIKE = 0.4
"""Share of the longer of two lines that both begin and end with, from which on only what differs between is marked."""


class Cell(NamedTuple):
    """A row of one side."""

    row: Row
    turn: str = ""
    """`gone` or `come` where only this side has the line; empty where both have it."""

    @property
    def is_told(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.turn or self.row.notes)


class Pairing(NamedTuple):
    """What is beside each other; None where one side has nothing there."""

    old: Cell | None
    new: Cell | None

    @property
    def is_same(self) -> bool:
        """Whether both sides have the line here, and the old one tells no more of it than the new one."""
        return self.old is not None and self.new is not None and not (self.old.is_told or self.new.turn)

    @property
    def differs(self) -> bool:
        """Whether one of the lines is on one side alone."""
        return any(cell is not None and cell.turn for cell in self)

    @property
    def is_told(self) -> bool:
        """Whether anything is said of either side."""
        return any(cell is not None and cell.is_told for cell in self)


class Part(NamedTuple):
    """Rows that follow each other, or the number of those that are left out between such parts."""

    pairings: Sequence[Pairing] = ()
    left_out: int = 0

    @property
    def runs(self) -> Iterator[Sequence[Pairing]]:
        """Yield those that differ in a row together, all others alone."""
        for differs, several in groupby(self.pairings, key=lambda pairing: pairing.differs):
            run = list(several)
            yield from [run] if differs else ([pairing] for pairing in run)


def side_by_side(found: Difference, old: ArticleView, new: ArticleView) -> list[Part]:
    """Return two versions of an article in parts; of a long one the first of those that differ."""
    pairings = list(_pairings(stretches(found), _by_number(old), _by_number(new)))
    said = [at for at, pairing in enumerate(pairings) if pairing.is_told]
    near = {at + distance for at in said for distance in range(-CONTEXT_ROWS, CONTEXT_ROWS + 1)}
    kept = set(sorted(near.intersection(range(len(pairings))))[:MAX_ROWS])
    parts = []
    for is_kept, several in groupby(enumerate(pairings), key=lambda one: one[0] in kept):
        run = [pairing for _, pairing in several]
        parts.append(Part(list(map(_cut, run))) if is_kept else Part(left_out=len(run)))
    return parts


def _by_number(view: ArticleView) -> RowsOf:
    found: RowsOf = {}
    for line, row in zip(view.shown.lines, view.rows, strict=True):
        found.setdefault(line.row + 1, []).append(row)
    return found


def _pairings(found: Iterable[Stretch], old: RowsOf, new: RowsOf) -> Iterator[Pairing]:
    """Yield the rows of both sides; within lines that differ sentences that are the same are beside each other."""
    for stretch in found:
        here, there = list(_cells(stretch.old, old, GONE)), list(_cells(stretch.new, new, COME))
        for is_same, left, right in _aligned(here, there):
            pairs = (Pairing(*pair) for pair in zip_longest(here[left], there[right]))
            yield from map(_without_turns if is_same else _with_words, pairs)


def _aligned(old: Sequence[Cell], new: Sequence[Cell]) -> Iterable[tuple[bool, slice, slice]]:
    whole = [(False, slice(None), slice(None))]
    return alignment(list(map(_words, old)), list(map(_words, new))) or whole


def _words(cell: Cell) -> str:
    return " ".join(_text(cell).split())


def _without_turns(pairing: Pairing) -> Pairing:
    return Pairing(*(cell and cell._replace(turn="") for cell in pairing))


def _with_words(pairing: Pairing) -> Pairing:
    """Return a pairing in which, where both lines begin and end alike, what differs between is marked."""
    old, new = pairing
    if not (old and new and (old.turn or new.turn)):
        return pairing
    before, after = _text(old), _text(new)
    first, last = shared_ends(before, after)
    if first + last < MIN_ALIKE * max(len(before), len(after)):
        return pairing
    return Pairing(_with_change(old, first, len(before) - last), _with_change(new, first, len(after) - last))


def _with_change(cell: Cell, start: int, end: int) -> Cell:
    """Return a cell that only one side has in which what is from `start` to `end` is shown as gone, or as new."""
    if not cell.turn:
        return cell
    change = "gone" if cell.turn == GONE else "new"
    found, at = [], 0
    for segment in cell.row.segments:
        edges = sorted({0, *(min(max(edge - at, 0), len(segment.text)) for edge in (start, end)), len(segment.text)})
        for left, right in pairwise(edges):
            is_inside = start - at <= left and right <= end - at
            found.append(segment._replace(text=segment.text[left:right], change=change if is_inside else ""))
        at += len(segment.text)
    return cell._replace(row=cell.row._replace(segments=found))


def _text(cell: Cell) -> str:
    return "".join(segment.text for segment in cell.row.segments)


def _cells(lines: Iterable[Placed], rows: RowsOf, turn: str) -> Iterator[Cell]:
    for line in lines:
        yield from (Cell(row, turn if line.is_only else "") for row in rows.get(line.number, ()))


def _cut(pairing: Pairing) -> Pairing:
    return Pairing(*(cell and cell._replace(row=cut_row(cell.row)) for cell in pairing))
