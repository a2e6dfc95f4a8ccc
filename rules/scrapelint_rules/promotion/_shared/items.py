"""Items of lists, which are the article's as the whole list is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import LIST_SIGNS, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

FIRST = 1
"""The number of a list's first item."""
_NUMBER = regex(r"\s{0,4}(\d{1,2})[.)]\s")
_SIGNS = frozenset(f"{sign} " for sign in LIST_SIGNS)
REACH, MIN_ITEMS, MIN_STEP_SPACES = 2, 2, 5
"""Lines above and below a step in which others stand, how many of them make a list, and spaces of the longest."""


def item_number(line: Line) -> int:
    """Return the number that opens an item of a list, or 0: 3 for "3. Fold the sheet"."""
    number = _NUMBER.match(line.text)
    return int(number[1]) if number else 0


def is_between_items(doc: Document, line: Line) -> bool:
    """Tell whether a line is an item of a numbered list that has the one before it and the one after it, too."""
    number = item_number(line)
    if number < FIRST + 1:
        return False
    places = doc.once(_places)
    before, after = places.get(number - 1), places.get(number + 1)
    return before is not None and after is not None and before[0] < line.index < after[1]


def is_own_item(doc: Document, line: Line) -> bool:
    """Tell whether a line is an item of a list of the article's own: of a numbered one, or of steps with a dash or a dot."""
    return is_between_items(doc, line) or _is_step(doc, line)


def _is_step(doc: Document, line: Line) -> bool:
    """Tell whether items with the same sign touch a line, as many as make a list, long ones, and none of a page's wording."""
    sign = line.text.lstrip()[:2]
    if sign not in _SIGNS:
        return False
    near = [other for other in doc.lines[max(0, line.index - REACH) : line.index + REACH + 1] if other is not line]
    items = [other for other in near if other.text.lstrip()[:2] == sign and other.index not in doc.known_residue]
    return len(items) >= MIN_ITEMS and any(other.text.count(" ") >= MIN_STEP_SPACES for other in items)


def _places(doc: Document) -> dict[int, tuple[int, int]]:
    """Return by number the indices of the first and the last line that open an item with it."""
    places: dict[int, tuple[int, int]] = {}
    for line in doc.lines_with_digits:
        number = item_number(line)
        if number:
            places[number] = places.get(number, (line.index, 0))[0], line.index
    return places
