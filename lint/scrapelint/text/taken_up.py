"""Lists between two paragraphs of an article that speak of their items: sections, buttons, networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from scrapelint.text.lines import Line

MIN_ITEMS, MAX_ITEMS = 3, 20
"""Lines of such a list."""
MAX_ITEM_CHARS, MIN_ITEM_CHARS, MIN_DENSE_CHARS = 32, 4, 2
"""Characters of an item, and of the shortest one whose name tells of it; below, in scripts without spaces."""
_DENSE = "\u2e80"


def taken_up(lines: Sequence[Line], paragraphs: Collection[int]) -> frozenset[int]:
    """Return the indices of the lines of lists of which the paragraph right above or below names an item."""
    found: set[int] = set()
    for above, below in _gaps(lines, paragraphs):
        items = lines[above + 1 : below]
        around = f" {lines[above].key} \n {lines[below].key} "
        if all(map(_is_item, items)) and any(_is_named(item.key, around) for item in items):
            found.update(range(above + 1, below))
    return frozenset(found)


def _gaps(lines: Sequence[Line], paragraphs: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs right above and below a few other lines."""
    last = -1
    for line in lines:
        if line.index in paragraphs:
            if last >= 0 and MIN_ITEMS < line.index - last <= MAX_ITEMS + 1:
                yield last, line.index
            last = line.index


def _is_item(line: Line) -> bool:
    """Tell whether a line is short and no sentence; one that ends in a colon may be over the items."""
    return line.text.endswith((":", "：")) or (len(line.key) <= MAX_ITEM_CHARS and not ends_sentence(line.text))


def _is_named(item: str, around: str) -> bool:
    """Tell whether paragraphs have an item as a word of theirs, or anywhere in scripts without spaces."""
    if item[:1] >= _DENSE:
        return len(item) >= MIN_DENSE_CHARS and item in around
    at = around.find(item) if len(item) >= MIN_ITEM_CHARS else -1
    return at > 0 and not any(_is_letter(around[place]) for place in (at - 1, at + len(item)))


def _is_letter(char: str) -> bool:
    """Tell whether a character goes on with a word; those of scripts without spaces do not."""
    return char.isalnum() and char < _DENSE
