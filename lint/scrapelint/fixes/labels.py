"""Labels and what they announce: a row that ends in a colon goes with the rows below it, or stays with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.announced import COLONS
from scrapelint.text.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.finding import Edit, Fix

MAX_ITEM_CHARS = 120
"""Longest row below a label, in code points, that is an item of its list rather than a paragraph of the article."""
_ORNAMENTS = " \t\xa0*_=~-–—❈★▶►"
"""Marks that pages set around a label."""
MAX_ORNAMENTS = 40
"""How many of them may follow a label, and its colon."""
_SPACES = re.compile(r"\s*")


class Removals:
    """The places of a text that fixes take out, joined where they meet."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        """Take all edits; those that write something anew are of no account."""
        self._spans: list[Span] = []
        for edit in sorted(edit for edit in edits if not edit.content):
            last = self._spans[-1] if self._spans else None
            if last and edit.start <= last.end:
                self._spans[-1] = Span(last.start, max(last.end, edit.end))
            else:
                self._spans.append(Span(edit.start, edit.end))

    def touch(self, span: Span) -> bool:
        """Tell whether anything of a place is taken out."""
        at = bisect_left(self._spans, Span(span.end, 0))
        return at > 0 and self._spans[at - 1].end > span.start


def strands_body(text: str, fix: Fix, removals: Removals) -> bool:
    """Tell whether a fix takes out a label, and all that the label announces would stay without it."""
    return any(_strands(text, edit, removals) for edit in fix.edits if not edit.content)


def _strands(text: str, edit: Edit, removals: Removals) -> bool:
    end = edit.start + len(text[edit.start : edit.end].rstrip())
    above = text.rfind("\n", 0, end) + 1
    below = text.find("\n", end)
    if below < 0 or not _is_whole_label(text, above, end, below) or text[above : edit.start].strip(_ORNAMENTS):
        return False
    body = _row_from(text, below)
    if body.start == body.end or removals.touch(body):
        return False
    is_adjacent = text.count("\n", end, body.start) == 1
    return (is_adjacent and _opens_block(text, above)) or _is_item(text[body.start : body.end])


def _is_whole_label(text: str, start: int, end: int, row_end: int) -> bool:
    """Tell whether a row ends in a colon, ornaments aside, right where an edit ends."""
    if row_end - end > MAX_ORNAMENTS:
        return False
    label, after = text[max(start, end - MAX_ORNAMENTS) : end], text[end:row_end]
    return label.rstrip(_ORNAMENTS).endswith(tuple(COLONS)) and not after.strip(_ORNAMENTS + "\r")


def _opens_block(text: str, start: int) -> bool:
    """Tell whether nothing or a blank row is above a row."""
    return not text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()


def _row_from(text: str, at: int) -> Span:
    """Return the first row after a place that is not blank; an empty span where there is none."""
    blank = _SPACES.match(text, at)
    start = blank.end() if blank else at
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _is_item(row: str) -> bool:
    return len(row) <= MAX_ITEM_CHARS and not ends_sentence(row)
