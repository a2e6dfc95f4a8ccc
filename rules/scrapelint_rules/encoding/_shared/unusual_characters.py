"""Which unusual characters a text has: the cheap question before the dear ones."""

from __future__ import annotations

from functools import lru_cache

_USUAL = bytes(range(0x20, 0x7F)) + b"\t\n\r"


@lru_cache(maxsize=4)
def unusual_chars(text: str) -> frozenset[str]:
    """Return the code points of a text that are neither printable ASCII nor tab or line break.

    Linear in the text, and at the speed of `bytes.translate` for all that is ASCII.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return frozenset(rest.decode("utf-8", "surrogatepass"))


def between(chars: frozenset[str], first: str, last: str) -> bool:
    """Tell whether one of the code points lies in this range, both ends inclusive."""
    return any(first <= char <= last for char in chars)
