"""Repetitions that no decoder made: titles that a page prints again, rows and cells of tables, texts that have lost their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import CLAUSE_MARKS, END_MARKS, regex, stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_TITLE_COPIES = 4
"""Copies of a title that a page prints: its link, its picture, its head; more of them are a loop."""
NEAR_CHARS = 200
"""How far around a repetition, in code points, marks are looked for on its line."""
MIN_BARE_CHARS = 250
"""Fewest code points without any mark by which a text is known to have lost them."""

_FIGURE = regex(r"\b(?!(?:1[5-9]|20)\d\d\b(?![.,]\d))\d+")
_MARKS = frozenset(f"{END_MARKS}{CLAUSE_MARKS},،、，")
_SAME_CASE = frozenset({"de"})
"""Languages that write all nouns with a capital."""


def is_row(words: Sequence[str]) -> bool:
    """Tell whether more than half of a phrase are figures and single letters, as in a row of a table."""
    return 2 * sum(len(word) < 2 or any(map(str.isdigit, word)) for word in words) > len(words)


def is_cell(phrase: str) -> bool:
    """Tell whether a phrase has a figure that is no year, as the cell of a table has that its neighbour says as well."""
    return _FIGURE.search(phrase) is not None


def is_bare(line: str, start: int, end: int) -> bool:
    """Tell whether a line has no mark far around a place: where one was lost, two phrases are side by side."""
    near = line[max(0, start - NEAR_CHARS) : start] + line[end : end + NEAR_CHARS]
    return len(near) >= MIN_BARE_CHARS and _MARKS.isdisjoint(near)


def is_title(line: str, places: Sequence[tuple[int, int]], language: str | None) -> bool:
    """Tell whether copies at these places each open as a title does, and end in no small word.

    Where all nouns have a capital, no small word may come before the first either.
    """
    if not 1 < len(places) <= MAX_TITLE_COPIES or not all(_opens(line[start]) for start, _ in places):
        return False
    (first, end), small = places[0], stop_words(language)
    beside = line[first:end].lower().rsplit(maxsplit=1)[1:]
    if language in _SAME_CASE:
        beside += line[max(0, first - NEAR_CHARS) : first].lower().split()[-1:]
    return " " in line[first:end] and small.isdisjoint(beside)


def is_named_again(text: str, stretch: str, phrase: str, language: str | None) -> bool:
    """Tell whether a doubled "the Rise of" is a title that a text names twice: its capitals are those of no sentence."""
    words, small = phrase.split(), stop_words(language)
    if language in _SAME_CASE or not {words[0].lower(), words[-1].lower()} <= small:
        return False
    own = [word for word in words if word.lower() not in small]
    return bool(own) and all(word[0].isupper() for word in own) and text.count(stretch) > 1


def _opens(char: str) -> bool:
    return char.isupper() or char.isdigit()
