"""What a line looks like, as far as repeats need to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import BULLETS, LIST_SIGNS, ends_sentence

if TYPE_CHECKING:
    from scrapelint.plugin import Line

MIN_PARAGRAPH_SIZE = 60
"""Shortest repeated paragraph, in letters; shorter sentences come back for effect."""
MIN_HEADLINE_SIZE = 20
"""Shortest headline, in letters; shorter ones are names and sections."""
MAX_HEADLINE_INDEX = 4
"""Lines before a headline or a standfirst: breadcrumb, section, date."""
MIN_CHARS_A_FIGURE = 12
"""Fewest characters of a paragraph for each digit, colon or bar in it: a row of figures has fewer."""
DENSE_FACTOR = 3
"""Letters of an alphabet that one character of Chinese, Japanese, Korean or Thai stands for."""

_DASHES = LIST_SIGNS - BULLETS


def size(key: str) -> int:
    """Return the length in letters of an alphabet; characters that write a syllable or a word count threefold."""
    if key.isascii():
        return len(key)
    sample = key[len(key) // 2]
    dense = "\u0e00" <= sample <= "\u0eff" or "\u2e80" <= sample <= "\ud7ff"
    return len(key) * DENSE_FACTOR if dense else len(key)


def is_item(text: str) -> bool:
    """Tell whether a line begins like an item of a list, not with a row of stars; pros, cons and steps may come again."""
    start = text.lstrip()[:2].replace("\u00a0", " ").replace("\t", " ")
    return (start[:1] in BULLETS and start[1:] != start[:1]) or (
        start[:1] in _DASHES and (start[1:] == " " or start[1:].isalpha())
    )


def is_paragraph(line: Line) -> bool:
    """Tell whether a line reads like a paragraph: whole sentences, and not a row of figures."""
    key = line.key
    if size(key) < MIN_PARAGRAPH_SIZE or not ends_sentence(line.text) or is_item(line.text):
        return False
    return sum(map(key.count, "0123456789:|")) * MIN_CHARS_A_FIGURE < len(key)
