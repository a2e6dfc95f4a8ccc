"""Brackets around what is residue: broken into lines at their links, and of several sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_REACH = 200
"""How far before and behind words the bracket around them may open and close, in code points."""
END_CHARS = 20
"""How much of the text before it tells whether a sentence ends there, in code points."""
_PAIRS = {")": "(", "]": "[", "）": "（", "】": "【"}
_CLOSING = {opening: closing for closing, opening in _PAIRS.items()}
_SIGNS = frozenset((*_PAIRS, *_PAIRS.values()))


def broken_bracket(text: str, words: Span) -> Span | None:
    """Return the bracket of several lines around words, where one stands behind a sentence or a bracket; else None.

    A part of it would leave its ends behind: "He left. (For our app ↵ click here ↵ or follow us.)".
    """
    opening = text.rfind("(", max(0, words.start - MAX_REACH), words.start)
    closing = text.find(")", words.end, words.end + MAX_REACH)
    if opening < 0 or closing < 0 or not _opens_sentence(text, opening):
        return None
    inner = text[opening + 1 : closing]
    is_whole = "\n" in inner and "(" not in inner and ")" not in inner
    return Span(opening, closing + 1) if is_whole else None


def balanced(text: str, part: Span, is_page: Callable[[Span], bool]) -> Span:
    """Return a part of a row that ends in a bracket opened before it with all of it, or without its opening mark.

    With all of it where the bracket opens a row or behind a sentence, and `is_page` says so of what else is in it.
    """
    close = text[part.end - 1 : part.end]
    if close not in _PAIRS or _is_closed(text, part):
        return part
    row = text.rfind("\n", 0, part.start) + 1
    opening = text.rfind(_PAIRS[close], max(row, part.start - MAX_REACH), part.start)
    if opening < 0:
        return part
    before = Span(opening + 1, part.start)
    opens = opening == row or _opens_sentence(text, opening)
    is_whole = opens and _SIGNS.isdisjoint(text[before.start : before.end]) and is_page(before)
    if is_whole:
        return Span(opening, part.end)
    gap = len(text[row : part.start]) - len(text[row : part.start].rstrip())
    return Span(part.start - gap, part.end - 1)


def closed(text: str, part: Span, words: int) -> Span:
    """Return a part that a bracket with words of the page right behind it begins, with all of the bracket.

    A part of its sentences would leave the other end behind: "(Original title: Ferry sinks! Is the captain to blame?)".
    """
    sign = text[part.start : part.start + 1]
    closing = _CLOSING.get(sign)
    if closing is None or text[part.start + 1 : words].strip():
        return part
    row = text.find("\n", part.end)
    reach = part.end + MAX_REACH if row < 0 else min(row, part.end + MAX_REACH)
    end = text.find(closing, part.end, reach)
    is_open = text.count(sign, *part) > text.count(closing, *part)
    return Span(part.start, end + 1) if is_open and end >= 0 and sign not in text[part.end : end] else part


def _is_closed(text: str, part: Span) -> bool:
    """Tell whether the bracket that ends a part opens in it."""
    inner = text[part.start : part.end]
    return inner.count(_PAIRS[inner[-1]]) >= inner.count(inner[-1])


def _opens_sentence(text: str, opening: int) -> bool:
    """Tell whether a bracket stands behind a whole sentence or another bracket."""
    before = text[max(0, opening - END_CHARS) : opening].rstrip(" \t")
    return before.endswith(")") or ends_sentence(before)
