"""One repeat: which lines, of which other place, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from scrapelint.plugin import Line

Form = Literal["caption", "caption-in-body", "standfirst", "paragraph", "doubled", "quote", "block"]


class Repeat(NamedTuple):
    """Lines that are elsewhere in the text too, and are out of place here."""

    form: Form
    """Which rule of the family reports it."""
    kind: str
    """What tells this sort of repeat apart from others of its form."""
    first: Line
    last: Line
    other: Line
    """The line that stays, or the first of them."""
    confidence: float
    share: float = 1.0
    """How much of the repeat is in the other place, from 0 to 1; for a doubled text, how much of the text."""
