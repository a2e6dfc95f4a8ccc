"""A sample of the records of a run, drawn by lot in one pass; only those that may be in it are parsed."""

from __future__ import annotations

from heapq import heappush, heapreplace
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.readers import reading
from scrapelint.readers.without_text import told_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrapelint.intake import Intake
    from scrapelint.readers.files import Input
    from scrapelint.readers.format import Record
    from scrapelint.readers.source import Source

    Numbered = tuple[int, Record]
    """The place of a file among those of the run, from 0, and a record of it."""


class Drawn(NamedTuple):
    """A record of the sample, and its file."""

    file: Input
    intake: Intake


class Sample:
    """Records drawn by lot: every set of this size is as likely as any other.

    Each record of the input gets a lot, in order, and the lowest are in. So a seed draws the same places of the
    input whatever its files are called, and a larger sample has all of a smaller one. What is in is held in memory,
    and nothing else.
    """

    def __init__(
        self, size: int, seed: int, watched: Callable[[Iterator[Numbered]], Iterator[Numbered]] = iter
    ) -> None:
        """Take how many records are wanted, from 1, and the seed; `watched` sees all records pass."""
        self.size, self.seed = size, seed
        self.total = 0
        """Records of the input, once all of it is read."""
        self._watched = watched

    @property
    def drawn(self) -> int:
        """Records that are in the sample: fewer than wanted where the input has no more."""
        return min(self.size, self.total)

    @property
    def unseen(self) -> int:
        """Records that are not in it."""
        return self.total - self.drawn

    def draw(
        self, files: Sequence[Input], source_of: Callable[[Input], Source], empty: Callable[[Input], None]
    ) -> Iterator[Drawn]:
        """Read all of these files, then yield what was drawn, in the order of the input.

        What keeps a file, or the rest of it, from being read is told besides, and is no article. `empty` is called
        for each file without records.
        """
        held = self._held(self._watched(_numbered(files, source_of, empty)))
        for number, group in groupby(held, key=lambda one: one.file):
            file = files[number]
            for intake in told_once((one.intake for one in group), source_of(file)):
                yield Drawn(file, intake)

    def _held(self, records: Iterator[Numbered]) -> list[_Held]:
        lot_of = Random(self.seed).random  # noqa: S311  # a lot that can be drawn again, no secret
        heap, besides = list[_Held](), list[_Held]()
        for file, record in records:
            if record.is_of_file:
                besides.append(_Held(1, self.total, file, record.read()._replace(is_article=False)))
                continue
            self.total += 1
            lot = -lot_of()
            if len(heap) < self.size:
                heappush(heap, _Held(lot, self.total, file, record.read()))
            elif lot > heap[0].lot:
                heapreplace(heap, _Held(lot, self.total, file, record.read()))
        return sorted([*heap, *besides], key=lambda one: (one.number, one.lot))


class _Held(NamedTuple):
    lot: float
    """From -1 to 0, the highest is the first to go; 1 for what stays."""
    number: int
    """Its place in the input, from 1; for what is wrong with a file, that of the record before it."""
    file: int
    intake: Intake


def _numbered(
    files: Sequence[Input], source_of: Callable[[Input], Source], empty: Callable[[Input], None]
) -> Iterator[Numbered]:
    for number, file in enumerate(files):
        is_empty = True
        for record in reading.records(file, source_of(file)):
            is_empty = False
            yield number, record
        if is_empty:
            empty(file)
