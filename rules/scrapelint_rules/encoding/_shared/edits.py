"""Edits that take out marks of a markup, and places that a sentence is about."""

from __future__ import annotations

from scrapelint.plugin import Edit, removal


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a place stands alone between quotes or back ticks: it is what the sentence is about."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before != "" and after != "" and before in "\"'`“‘«„" and after in "\"'`”’»“"


def trimmed(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes out a place, with one of the two spaces it would leave.

    A line with nothing else on it goes with its line break.
    """
    # Looks no further than it has to: a line of markup alone may be megabytes long.
    low, high = max(0, start - MAX_BLANK_CHARS), min(len(text), end + MAX_BLANK_CHARS)
    left, right = text.rfind("\n", low, start) + 1, text.find("\n", end, high)
    right = high if right < 0 else right
    is_line = (left > 0 or low == 0) and (right < high or high == len(text) or text[high] == "\n")
    if is_line and not (text[left:start] + text[end:right]).strip():
        return removal(text, left, right)
    if text[start - 1 : start] in (" ", "") and text[end : end + 1] == " ":
        end += 1
    elif text[start - 1 : start] == " " and text[end : end + 1] in ("", "\n"):
        start -= 1
    return Edit(start, end)


MAX_BLANK_CHARS = 200
"""Blanks on either side of a place, in code points, up to which it is looked whether the place stands alone."""
