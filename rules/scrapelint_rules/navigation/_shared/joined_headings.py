"""Headings of the article's own that are joined to the headline of another, where the line breaks are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_WORD_CHARS = 4
"""Letters of a word that tells what a heading is about."""
MIN_TAKEN_UP, SENTENCES_BELOW = 2, 3
"""Words of a heading that the sentences below take up, and how many of these are looked at."""
_WORD = regex(r"\w+")
_BEGINS = regex(r"\w[\w'’%.]* (?=[\"“‘«]?[^\W\d_a-zß-ÿ])")
"""Behind it a heading may begin: a word without a mark that ends a clause, before a capital."""


def own_marked_at(text: str) -> int | None:
    """Return where a heading in a pair of stars begins that stands behind other words of a text; None without one.

    >>> own_marked_at(" Bus drivers call off strike **Who pays for the tram**")
    29
    """
    at = text.find("**")
    is_pair = text.count("**") == 2 and text.rstrip().endswith("**")
    return at if is_pair and any(map(str.isalnum, text[:at])) else None


def ends_in_own(doc: Document, line: Line, at: int) -> bool:
    """Tell whether the end of what follows a place on a line may be a heading of the article's, joined to a headline.

    The next sentences take up its words, from some capital on, behind a word that a headline might end in.
    """
    below = _words(" ".join(near.text for near in doc.lines[line.index + 1 : line.index + 1 + SENTENCES_BELOW]))
    behind = doc.text[at : line.end]
    return any(
        len(below.intersection(_words(behind[begin.end() :]))) >= MIN_TAKEN_UP for begin in _BEGINS.finditer(behind)
    )


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.lower()) if len(word) >= MIN_WORD_CHARS}
