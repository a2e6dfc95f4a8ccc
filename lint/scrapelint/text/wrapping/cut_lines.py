"""Lines of a program that began a new one after a number of characters, in the midst of words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.text.lines import Line

MIN_CUTS = 5
"""Lines of one length from which it is no chance that all are."""
MIN_MOST, MIN_CUT_SHARE = 10, 0.6
"""Lines from which it is none that most are, and least share of those."""
MIN_FULL_SHARE = 0.9
"""Least share of them and of those that are shorter by the space at their end, which was taken away."""
MAX_PADDED_SHARE = 0.1
"""Greatest share of lines that end in several spaces, as lines that are filled up do."""
_PADDING = "  "


def cut_length(pairs: Sequence[tuple[Line, Line]]) -> int:
    """Return the length at which lines, each with the one that goes on below, were cut: at a space only by chance.

    0 for others. Justified lines are as long as each other too, and so are those that spaces fill up: their words
    are whole.
    """
    length = max([len(upper.text) for upper, _ in pairs], default=0)
    cut = sum([len(upper.text) == length for upper, _ in pairs])
    # Of few lines all have to be of one length, of many nearly all.
    if cut < len(pairs) and (len(pairs) < MIN_MOST or cut < MIN_CUT_SHARE * len(pairs)):
        return 0
    full = sum([is_full(upper, length) for upper, _ in pairs])
    padded = sum([upper.text.endswith(_PADDING) for upper, _ in pairs])
    if len(pairs) < MIN_CUTS or full < MIN_FULL_SHARE * len(pairs) or padded > MAX_PADDED_SHARE * len(pairs):
        return 0
    at_space = sum([breaks_at_space(upper, lower, length) for upper, lower in pairs])
    # Cut by characters, some lines end at a space by chance: all do where words are wrapped, none without spaces.
    return length if 0 < at_space < len(pairs) else 0


def is_full(line: Line, length: int) -> bool:
    """Tell whether a line was cut at a length, whether or not the space at its end is left."""
    return len(line.text) == length or (len(line.text) == length - 1 and line.text[-1] != " ")


def breaks_at_space(upper: Line, lower: Line, length: int) -> bool:
    """Tell whether there is a space where a line was cut; one that was moved to the right begins with several."""
    if upper.text[-1] == " " or len(upper.text) < length:
        return True
    return lower.text[0] == " " and not lower.text.startswith(_PADDING)
