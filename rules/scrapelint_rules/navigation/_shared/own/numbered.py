"""Numbers on lines of their own: what they count, stories of a list, or the article's pictures and steps."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Line

MAX_DIGITS = 2
MIN_ITEMS = 4
MAX_ITEM_LINES = 4
"""How many lines are under the number of a picture at most: its caption, its credit."""
_COLONS = (":", "：")
MAX_LABEL_CHARS = 20


class _Item(NamedTuple):
    """A number, and the lines under it up to the next."""

    number: int
    lines: Sequence[Line]
    """With the number's own."""

    @property
    def label(self) -> str:
        """What opens the last line before a colon: "Photo", say; empty where nothing does."""
        head = self.lines[-1].text[: MAX_LABEL_CHARS + 1].lower()
        ends = [head.find(mark) for mark in _COLONS if mark in head]
        return head[: min(ends)].strip() if ends and len(self.lines) > 1 else ""


def number_of(line: Line) -> int:
    """Return the number that is all of a line, or 0.

    "1. Boil the water" opens an item of the article's own list as often as a teaser.
    """
    return int(line.key) if len(line.key) <= MAX_DIGITS and line.key.isascii() and line.key.isdigit() else 0


def own_numbered_lines(doc: Document) -> frozenset[int]:
    """Return the indices of the lines of numbered lists that are the article's: pictures with credits, sentences."""
    return doc.once(_own_numbered_lines)


def _own_numbered_lines(doc: Document) -> frozenset[int]:
    own = [
        run for run in _counted(_items(doc)) if len(run) >= MIN_ITEMS and (_are_credited(doc, run) or _are_told(run))
    ]
    return frozenset(line.index for run in own for item in run for line in item.lines)


def _items(doc: Document) -> Iterator[_Item]:
    numbered = [(line.index, number) for line in doc.lines_with_digits if (number := number_of(line))]
    for (index, number), (end, _) in pairwise([*numbered, (len(doc.lines), 0)]):
        yield _Item(number, doc.lines[index : min(end, index + 1 + MAX_ITEM_LINES)])


def _counted(items: Iterator[_Item]) -> Iterator[list[_Item]]:
    """Yield the runs of items that count from 1."""
    run: list[_Item] = []
    for item in items:
        if item.number != len(run) + 1:
            yield run
            run = []
        if item.number == len(run) + 1:
            run.append(item)
    yield run


def _are_credited(doc: Document, items: Sequence[_Item]) -> bool:
    """Tell whether most of the items end with a credit: all in one wording, or one that is known."""
    known = doc.hit_lines("photo-credit", "caption-word")
    labels = Counter(item.label for item in items if item.label)
    usual = max(labels, key=labels.__getitem__, default=None)
    credited = [item for item in items if item.lines[-1].index in known or (usual and item.label == usual)]
    return 2 * len(credited) >= len(items)


def _are_told(items: Sequence[_Item]) -> bool:
    """Tell whether most of the lines under the numbers are sentences: captions that have lost their credits, steps."""
    lines = [line for item in items for line in item.lines[1:]]
    return 2 * sum(ends_sentence(line.text) for line in lines) > len(lines)
