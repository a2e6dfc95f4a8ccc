"""Lists that the article announces: "They set out a series of actions:" and the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.body import CLOSERS, is_dense

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scrapelint.lines import Line

COLONS = frozenset(":：")
MIN_ANNOUNCER_SPACES, MIN_ANNOUNCER_DENSE_CHARS = 4, 12
"""From which a line that ends in a colon is a sentence, not a label of the page ("Related stories:").

On the labelled development data 17 in 18 lines under such a sentence of five words, and 426 in 442 of
more, are the article's; under shorter lines half are the page's.
"""
_AROUND = CLOSERS + "*_ \t\r\u00a0"


def announced(lines: Sequence[Line], paragraphs: Collection[int], known_residue: Collection[int]) -> frozenset[int]:
    """Return the indices of the lines that a sentence of the article announces, and of the sentence.

    A list goes on to the next paragraph or the next line that wording of the page tells. Linear.
    """
    found: set[int] = set()
    is_list = False
    for line in lines:
        index = line.index
        if index in known_residue:
            is_list = False
        elif is_announcer(line):
            is_list = True
        elif index in paragraphs:
            is_list = False
        if is_list:
            found.add(index)
    return frozenset(found)


def ends_in_colon(line: Line) -> bool:
    """Tell whether a line ends in a colon, quotes, brackets and stars behind it left aside."""
    return line.text.rstrip(_AROUND)[-1:] in COLONS


def is_announcer(line: Line) -> bool:
    """Tell whether a line is a sentence that ends in a colon."""
    if not ends_in_colon(line):
        return False
    text = line.text
    if text.count(" ") >= MIN_ANNOUNCER_SPACES:
        return True
    return len(line.key) >= MIN_ANNOUNCER_DENSE_CHARS and is_dense(text)
