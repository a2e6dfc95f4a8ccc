"""What became of one article: its score, its findings, its text."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.comparing.side import Known, Version

MIN_CHANGE = 0.05
"""Change of the score from which an article is better or worse: a twentieth of its text, or half a fault."""
MAX_LOST = 0.2
"""Share of the article's own text, as far as can be told, from which an article that lost it is worse."""
MAX_SEARCH = 1_000_000_000
"""Lines times characters up to which lines are looked for where they are broken otherwise; some second of work."""
MAX_ALIGNED = 20_000_000
"""Lines of the longer side times pairs of equal lines from which on places are not looked for; some seconds of work."""


class Change(NamedTuple):
    """Paragraphs, the lines of a text that are not blank, that only one side has."""

    rows: tuple[int, ...]
    """Their places among the paragraphs, from 0."""
    chars: int


class Place(NamedTuple):
    """A place at which two texts differ: their lines there, each with its number, from 1."""

    old: tuple[tuple[int, str], ...]
    new: tuple[tuple[int, str], ...]


class Placed(NamedTuple):
    """A line of one of the texts."""

    number: int
    """From 1, blank lines counted."""
    text: str
    """With single spaces."""
    is_only: bool
    """Whether only this text has it."""


class Stretch(NamedTuple):
    """Lines that are at one place of both texts."""

    old: Sequence[Placed]
    new: Sequence[Placed]
    is_same: bool
    """Whether they are the same lines."""


class Difference(NamedTuple):
    """Two versions of an article, and what one has that the other has not."""

    old: Version
    new: Version
    gained: Sequence[Known]
    """Findings that only the new version has."""
    lost: Sequence[Known]
    gained_text: Change
    lost_text: Change

    @property
    def change(self) -> float:
        """By how much the score rose, from -1 to 1."""
        return self.new.score.score - self.old.score.score

    @property
    def lost_share(self) -> float:
        """Which share of the article's own text was lost, as far as can be told; below 0 where it gained some."""
        before = self.old.score.article_chars
        return 1 - self.new.score.article_chars / before if before else 0.0

    @property
    def badness(self) -> float:
        """By how much the article is worse, as a share of it; 0 or less where it is not."""
        fall = -self.change if self.change <= -MIN_CHANGE else 0.0
        return max(fall, self.lost_share if self.lost_share >= MAX_LOST else 0.0)

    @property
    def verdict(self) -> str:
        """`worse`, `better` or `alike`."""
        if self.badness > 0:
            return "worse"
        has_grown = self.new.score.article_chars * (1 - MAX_LOST) >= self.old.score.article_chars
        is_longer = has_grown and self.new.score.chars > 0 and self.change > -MIN_CHANGE
        return "better" if self.change >= MIN_CHANGE or is_longer else "alike"


def difference(old: Version, new: Version) -> Difference:
    """Return what differs between two versions of an article."""
    before, after = Counter(old.findings), Counter(new.findings)
    old_lines, new_lines = paragraphs(old.text), paragraphs(new.text)
    return Difference(
        old, new,
        gained=tuple((after - before).elements()),
        lost=tuple((before - after).elements()),
        gained_text=_only(new_lines, old_lines),
        lost_text=_only(old_lines, new_lines),
    )  # fmt: skip


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text that are not blank, with single spaces."""
    return [joined for line in text.split("\n") if (joined := " ".join(line.split()))]


def places(found: Difference) -> Iterator[Place]:
    """Yield the places at which the texts differ, in order; none for texts of very many lines that come again."""
    for stretch in stretches(found, only=False):
        gone, come = (tuple((line.number, line.text) for line in side if line.is_only) for side in stretch[:2])
        if not stretch.is_same and (gone or come):
            yield Place(gone, come)


def stretches(found: Difference, *, only: bool = True) -> Iterator[Stretch]:
    """Yield both texts in stretches that are the same and others that differ, in order.

    Of texts of very many lines that come again, for which places are not looked for, it is one stretch: the lines that
    `only` one of them has, where these are wanted.
    """
    old, new = _both(found)
    aligned = alignment([line.text for line in old], [line.text for line in new])
    for is_same, here, there in aligned or ():
        yield Stretch(old[here], new[there], is_same)
    if aligned is None and only:
        yield Stretch([line for line in old if line.is_only], [line for line in new if line.is_only], is_same=False)


def alignment(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, slice, slice]] | None:
    """Return the stretches of two lists, each with whether they are the same there; None where equal ones are many."""
    there = Counter(new)
    if max(len(old), len(new)) * sum(there[one] for one in old) > MAX_ALIGNED:
        return None
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(tag == "equal", slice(start, end), slice(other, last)) for tag, start, end, other, last in found]


def _both(found: Difference) -> tuple[list[Placed], list[Placed]]:
    """Return the lines of both texts that are not blank."""
    return _placed(found.old.text, found.lost_text), _placed(found.new.text, found.gained_text)


def _placed(text: str, change: Change) -> list[Placed]:
    only = frozenset(change.rows)
    lines = ((number, joined) for number, line in enumerate(text.split("\n"), 1) if (joined := " ".join(line.split())))
    return [Placed(number, joined, row in only) for row, (number, joined) in enumerate(lines)]


def _only(lines: Sequence[str], others: Sequence[str]) -> Change:
    """Return the lines that only this side has; a line that the other breaks otherwise is on both."""
    there = Counter(others)
    left: list[int] = []
    for row, line in enumerate(lines):
        there[line] -= 1
        if there[line] < 0:
            left.append(row)
    known = frozenset(others)
    flat = f" {' '.join(others)} " if left else ""
    if len(left) * len(flat) <= MAX_SEARCH:
        left = [row for row in left if lines[row] in known or f" {lines[row]} " not in flat]
    return Change(tuple(left), sum(len(lines[row].replace(" ", "")) for row in left))
