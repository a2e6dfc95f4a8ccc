"""Edits grouped by line: one finding a line, however many places it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def by_line(text: str, edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits of each line, in order; the edits have to come in order.

    Linear in the text and the edits.
    """
    group: list[Edit] = []
    end = -1
    for edit in edits:
        if edit.start > end:
            if group:
                yield group
            group = []
            end = text.find("\n", edit.start)
            end = len(text) if end < 0 else end
        group.append(edit)
    if group:
        yield group


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a place stands alone between quotes or back ticks: it is what the sentence is about."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before != "" and after != "" and before in "\"'`“‘«„" and after in "\"'`”’»“"


def trimmed(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes out a place, with one of the two spaces it would leave.

    A line on which nothing else stands goes with its line break.
    """
    # Looks no further than it has to: a line of markup alone may be megabytes long.
    low, high = max(0, start - MAX_BLANK_CHARS), min(len(text), end + MAX_BLANK_CHARS)
    left, right = text.rfind("\n", low, start) + 1, text.find("\n", end, high)
    right = high if right < 0 else right
    is_line = (left > 0 or low == 0) and (right < high or high == len(text) or text[high] == "\n")
    if is_line and not (text[left:start] + text[end:right]).strip():
        return whole_line(text, left, right)
    if text[start - 1 : start] in (" ", "") and text[end : end + 1] == " ":
        end += 1
    elif text[start - 1 : start] == " " and text[end : end + 1] in ("", "\n"):
        start -= 1
    return Edit(start, end)


MAX_BLANK_CHARS = 200
"""Blanks on either side of a place, in code points, up to which it is looked whether the place stands alone."""


def whole_line(text: str, left: int, right: int) -> Edit:
    """Return the edit that takes out the line from `left` to `right` and the blank lines above it, or below."""
    above = left
    while above and text[above - 1] == "\n":
        above -= 1
    if above:
        return Edit(above, right)
    while right < len(text) and text[right] == "\n":
        right += 1
    return Edit(left, right)
