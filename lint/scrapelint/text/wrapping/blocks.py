"""Blocks of lines that are wrapped at a width, known line by line where a text has too few breaks to measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.prose import ends_sentence
from scrapelint.text.scripts import begins_small

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.text.lines import Line

    Pair = tuple[Line, Line]

MIN_WIDTH, MAX_WIDTH = 35, 140
"""Widths, in code points, at which texts get wrapped."""
MIN_FULL_SHARE = 0.85
"""Least length of a wrapped line with the word that follows, as a share of the longest line of its block."""
MIN_FULL_LINES = 0.75
"""Least share of lines that are as full as that; the rest end a paragraph."""
MIN_STARTS_SHARE = 0.65
"""Least share of different first words; the items of a list often begin alike."""
MIN_BREAKS, MIN_BREAK_SHARE = 3, 0.4
"""Lines of a block that go on in lower case, and their least share; fewer may be a list or an address."""
_GO_ON = (":", ";", "：")
"""Marks after which a list may follow in lower case."""


def block_breaks(near: Sequence[Pair], low: Sequence[Pair]) -> set[int]:
    """Return the lines that go on with the one right above, of blocks that are wrapped.

    Of `near` lines `low` ones begin in small letters.
    """
    if len(low) < MIN_BREAKS or sum([_is_open(upper.text) for upper, _ in low]) < MIN_BREAKS:
        return set()
    return {index for block in _blocks(near) if _is_wrapped(block) for index in _inner(block)}


def breaks_off(upper: Line, lower: Line) -> bool:
    """Tell whether a line stops without an end mark, and the next one begins with a word in lower case, no iPhone."""
    return begins_small(lower.text) and _is_open(upper.text)


def _is_open(text: str) -> bool:
    return not ends_sentence(text) and not text.rstrip().endswith(_GO_ON)


def _blocks(near: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs of lines of each run of lines without a blank one."""
    block: list[Pair] = []
    for pair in near:
        if block and block[-1][1] is not pair[0]:
            yield block
            block = []
        block.append(pair)
    if block:
        yield block


def _is_wrapped(block: Sequence[Pair]) -> bool:
    """Tell whether the lines are about as long as the longest, and no list: items without stops, or beginning alike."""
    lines = [block[0][0], *(lower for _, lower in block)]
    width = _width(lines)
    if len(block) < MIN_BREAKS or not MIN_WIDTH <= width <= MAX_WIDTH:
        return False
    if sum([breaks_off(upper, lower) for upper, lower in block]) < max(MIN_BREAKS, MIN_BREAK_SHARE * len(block)):
        return False
    # Lines that begin alike, line after line, are the items of a list.
    if len({line.text.split(None, 1)[0] for line in lines}) < MIN_STARTS_SHARE * len(lines):
        return False
    # Prose of so many lines has a sentence that ends somewhere.
    if not any(". " in line.text or not _is_open(line.text) for line in lines):
        return False
    return sum(_is_full(*pair, width) for pair in block) >= MIN_FULL_LINES * len(block)


def _inner(block: Sequence[Pair]) -> Iterator[int]:
    """Yield the lines before which the break only serves the width."""
    width = _width([block[0][0], *(lower for _, lower in block)])
    for upper, lower in block:
        if _is_full(upper, lower, width) and _is_open(upper.text):
            yield lower.index


def _width(lines: Sequence[Line]) -> int:
    return max(len(line.text.rstrip()) for line in lines)


def _is_full(upper: Line, lower: Line, width: int) -> bool:
    """Tell whether the next word would hardly have fitted on the line."""
    return len(upper.text.rstrip()) + 1 + len(lower.text.split(None, 1)[0]) >= width * MIN_FULL_SHARE
