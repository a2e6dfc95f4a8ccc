"""How wide a text is on a terminal, in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_PLAIN = regex(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u038a\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20c0\u2100-\u218b\u2190-\u21ff\u2500-\u257f]*"
)
"""Latin, Greek and Cyrillic letters, punctuation, arrows, and what the reports draw lines with."""


def is_plain(text: str) -> bool:
    """Tell whether each code point can be seen and is surely one cell wide."""
    return bool(_PLAIN.fullmatch(text))


def measure_of(text: str) -> Callable[[str], int]:
    """Return what tells the width of any part of a text: it is looked at once, not again for each part."""
    return len if is_plain(text) else cell_len


def cell_len(text: str) -> int:
    """Return the width of a text."""
    if is_plain(text):
        return len(text)
    from rich.cells import cell_len as cells_of

    return cells_of(text)
