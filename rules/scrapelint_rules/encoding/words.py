"""The word around a place."""

from __future__ import annotations

_GAPS = " \n\t\xa0"


def word_bounds(text: str, at: int, reach: int) -> tuple[int, int]:
    """Return the bounds of the stretch without spaces around an offset, at most `reach` code points to either side."""
    low, high = max(0, at - reach), min(len(text), at + reach)
    start = max(low, *(text.rfind(gap, low, at) + 1 for gap in _GAPS))
    ends = [end for gap in _GAPS if (end := text.find(gap, at, high)) >= 0]
    return start, min(ends, default=high)
