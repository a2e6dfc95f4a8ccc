"""Brackets around what is residue: broken into lines at their links, and of several sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence
from scrapelint.text.scripts import begins_small

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_REACH = 200
"""How far before and after words the bracket around them may open and close, in code points."""
MAX_OPENING_CHARS = 20
"""Longest first sentence of a bracket that goes with the rest of it, and with what follows it, in code points."""
END_CHARS = 20
"""How much of the text before it tells whether a sentence ends there, in code points."""
_PAIRS = {")": "(", "]": "[", "）": "（", "】": "【"}
_CLOSING = {opening: closing for closing, opening in _PAIRS.items()}
_SIGNS = frozenset((*_PAIRS, *_PAIRS.values()))
_SIGN = regex(r"[()\[\]（）【】]")
_NOTHING = regex(r"\s*+\Z")


def broken_bracket(text: str, words: Span) -> Span | None:
    """Return the bracket of several lines around words, after a sentence or a bracket or at a text's end; else None.

    A part of it would leave its ends behind: "He left. (For our app ↵ click here ↵ or follow us.)".
    """
    opening = text.rfind("(", max(0, words.start - MAX_REACH), words.start)
    closing = text.find(")", words.end, words.end + MAX_REACH)
    if opening < 0 or closing < 0:
        return None
    if not _opens_sentence(text, opening) and not _ends_text(text, closing + 1):
        return None
    inner = text[opening + 1 : closing]
    is_whole = "\n" in inner and "(" not in inner and ")" not in inner
    return Span(opening, closing + 1) if is_whole else None


def balanced(text: str, part: Span, is_page: Callable[[Span], bool]) -> Span:
    """Return a part that closes a bracket opened before it with all of the bracket, or without its closing mark.

    With all of it where the bracket opens a row, or follows a sentence or ends the text, and `is_page`
    says so of what else is in it. Without its closing mark only where that ends the part.
    """
    close = _open_close(text, part)
    if close is None:
        return part
    row = text.rfind("\n", 0, part.start) + 1
    opening = text.rfind(_PAIRS[text[close]], max(row, part.start - MAX_REACH), part.start)
    if opening < 0:
        return part
    before = Span(opening + 1, part.start)
    opens = opening == row or _opens_sentence(text, opening) or _ends_text(text, part.end)
    goes_on = close + 1 < part.end
    is_short = goes_on and before.end - before.start <= MAX_OPENING_CHARS
    is_whole = opens and _SIGNS.isdisjoint(text[before.start : before.end]) and (is_short or is_page(before))
    if is_whole:
        return Span(opening, part.end)
    if goes_on:
        return part
    gap = len(text[row : part.start]) - len(text[row : part.start].rstrip())
    return Span(part.start - gap, part.end - 1)


def closed(text: str, part: Span, words: int) -> Span:
    """Return a part that a bracket with words of the page right after it begins, with all of the bracket.

    A part of its sentences would leave the other end behind: "(Original title: Ferry sinks! Is the captain to blame?)".
    """
    bracket = text[part.start : part.start + 1]
    closing = _CLOSING.get(bracket)
    if closing is None or text[part.start + 1 : words].strip():
        return part
    row = text.find("\n", part.end)
    reach = part.end + MAX_REACH if row < 0 else min(row, part.end + MAX_REACH)
    end = text.find(closing, part.end, reach)
    is_open = text.count(bracket, *part) > text.count(closing, *part)
    return Span(part.start, end + 1) if is_open and end >= 0 and bracket not in text[part.end : end] else part


def alone(text: str, part: Span, words: int, is_page: Callable[[Span], bool]) -> Span:
    """Return a part that a bracket with words begins, up to an offset, without what goes on after it in small letters.

    So a program puts a caption into a sentence: "She re (Photo: Ana Ruiz/Orlo News) turned home that evening." All of
    the part where `is_page` says so of the rest.
    """
    bracket = text[part.start : part.start + 1]
    closing = _CLOSING.get(bracket)
    if closing is None or text.count(bracket, part.start, words) <= text.count(closing, part.start, words):
        return part
    end = text.find(closing, words, part.end) + 1
    rest = Span(end, part.end)
    if not end or not begins_small(text[rest.start : rest.end].lstrip()) or is_page(rest):
        return part
    return Span(part.start, end)


def _open_close(text: str, part: Span) -> int | None:
    """Return where the first bracket of a part closes that does not open in it; None where all do."""
    opened: Counter[str] = Counter()
    for match in _SIGN.finditer(text, *part):
        bracket = match.group()
        opened[_PAIRS.get(bracket, bracket)] += 1 if bracket in _CLOSING else -1
        if min(opened.values()) < 0:
            return match.start()
    return None


def _ends_text(text: str, end: int) -> bool:
    """Tell whether nothing follows in a text; what does is not looked at beyond its first character."""
    return _NOTHING.match(text, end) is not None


def _opens_sentence(text: str, opening: int) -> bool:
    """Tell whether a bracket follows a whole sentence or another bracket."""
    before = text[max(0, opening - END_CHARS) : opening].rstrip(" \t")
    return before.endswith(")") or ends_sentence(before)
