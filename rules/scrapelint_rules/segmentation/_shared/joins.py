"""Lines that go on in the next one, and blocks that somebody wrapped at a fixed width."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scrapelint import Document, Line

END_MARKS = ".!?…。！？؟۔।॥։።．:;："
"""Marks that end a sentence, of all scripts, and the two after which a line may begin in lower case."""
CLOSERS = "\"'”’»›)]}」』）】＂* \t\xa0\r"
_BLANKS = " \t\xa0"

MIN_WRAP_CHARS = 35
MAX_WRAP_CHARS = 140
"""Widths, in code points, at which texts get wrapped."""
MIN_FULL_SHARE = 0.85
"""Least length of a wrapped line with the word that follows, as a share of the longest line of its block."""
MIN_FULL_LINES = 0.75
"""Least share of lines that are as full as that; the rest end a paragraph."""
MIN_STARTS_SHARE = 0.65
"""Least share of different first words; the items of a list often begin alike."""
MIN_WRAPS = 3
"""Lines of a block that have to go on in lower case; with fewer it may be a list or an address."""
MIN_WRAP_SHARE = 0.4
"""Least share of them in the block; the rest begin with a name or a new sentence."""


class Join(NamedTuple):
    """A line that does not end, and the next one, which begins in lower case."""

    upper: Line
    lower: Line


class Block(NamedTuple):
    """Lines one below the other, wrapped at a width."""

    lines: tuple[Line, ...]
    wraps: int
    """Lines that go on in lower case."""
    width: int
    """Length of the longest line, in code points."""


def is_open(text: str) -> bool:
    """Tell whether a line stops without an end mark, quotes and brackets behind it left aside."""
    bare = text.rstrip(CLOSERS)
    return bare != "" and bare[-1] not in END_MARKS


def starts_low(text: str) -> bool:
    """Tell whether a line begins with a lower-case letter, and not with a name like iPhone."""
    bare = text.lstrip(_BLANKS)
    return bare[:1].islower() and not bare[1:2].isupper()


def joins(doc: Document) -> list[Join]:
    """Return the pairs of lines that read as one, in order. Computed once for a document."""
    return doc.once(_joins)


def _joins(doc: Document) -> list[Join]:
    lines = doc.lines
    low = [line for line in lines if (first := line.text[0]).islower() or first in _BLANKS]
    return [
        Join(lines[line.index - 1], line)
        for line in low
        if line.index and starts_low(line.text) and is_open(lines[line.index - 1].text)
    ]


def wrapped(doc: Document) -> list[Block]:
    """Return the blocks of a text that are wrapped at a width. Computed once for a document."""
    return doc.once(_wrapped)


def _wrapped(doc: Document) -> list[Block]:
    near = [join for join in joins(doc) if join.lower.row == join.upper.row + 1]
    if len(near) < MIN_WRAPS:
        return []
    found: list[Block] = []
    low = {join.lower.index for join in near}
    done = -1
    for join in near:
        if join.lower.index > done:
            block = _block(doc, join, low)
            done = block.lines[-1].index
            if _is_wrapped(block):
                found.append(block)
    return found


def wrapped_rows(doc: Document) -> frozenset[int]:
    """Return the indexes of the lines that stand in wrapped blocks."""
    return frozenset(line.index for block in wrapped(doc) for line in block.lines)


def _block(doc: Document, join: Join, low: set[int]) -> Block:
    first, last = join.upper.index, join.lower.index
    while first and doc.lines[first - 1].row == doc.lines[first].row - 1:
        first -= 1
    while last + 1 < len(doc.lines) and doc.lines[last + 1].row == doc.lines[last].row + 1:
        last += 1
    lines = tuple(doc.lines[first : last + 1])
    return Block(lines, sum(line.index in low for line in lines), max(len(line.text.rstrip()) for line in lines))


def _is_wrapped(block: Block) -> bool:
    """Tell whether the lines are about as long as the longest, and no list: items without stops, or beginning alike."""
    if not MIN_WRAP_CHARS <= block.width <= MAX_WRAP_CHARS or block.wraps < MIN_WRAPS:
        return False
    if block.wraps < MIN_WRAP_SHARE * (len(block.lines) - 1):
        return False
    if len({line.text.split(None, 1)[0] for line in block.lines}) < MIN_STARTS_SHARE * len(block.lines):
        return False
    if not any(". " in line.text or not is_open(line.text) for line in block.lines):
        return False
    full = sum(_is_full(upper, lower, block.width) for upper, lower in pairwise(block.lines))
    return full >= MIN_FULL_LINES * (len(block.lines) - 1)


def _is_full(upper: Line, lower: Line, width: int) -> bool:
    """Tell whether the next word would hardly have fitted on the line."""
    return len(upper.text.rstrip()) + 1 + len(lower.text.split(None, 1)[0]) >= width * MIN_FULL_SHARE


def fullness(block: Block) -> list[tuple[Line, Line]]:
    """Return the pairs of lines between which the break only serves the width."""
    return [
        (upper, lower)
        for upper, lower in pairwise(block.lines)
        if _is_full(upper, lower, block.width) and (starts_low(lower.text) or not _ends(upper.text))
    ]


def _ends(text: str) -> bool:
    """Tell whether a line ends like a paragraph that happens to fill its last line."""
    return not is_open(text)
