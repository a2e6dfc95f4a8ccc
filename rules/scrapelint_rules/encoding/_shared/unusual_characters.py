"""Which ranges the unusual characters of a text lie in: the cheap question before the dear ones."""

from __future__ import annotations


def between(chars: frozenset[str], first: str, last: str) -> bool:
    """Tell whether one of the code points lies in this range, both ends inclusive."""
    return any(first <= char <= last for char in chars)
