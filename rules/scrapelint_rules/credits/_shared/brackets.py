"""Credits in brackets after a sentence of the story."""

from __future__ import annotations

from scrapelint.plugin import Span, regex

MAX_BRACKET_CHARS = 120
"""Longest bracket that is a credit and nothing else, in code points."""
MAX_BRACKET_REST = 300
"""How far after a note, in code points, the bracket that it opens closes."""
_CLOSING = {"(": ")", "[": "]"}
_OPEN = regex(r"([(\[（［【])[^()\[\]（）［］【】\n]*$")
_PAIRS = {**_CLOSING, "（": "）", "［": "］", "【": "】"}


def bracket_around(text: str, span: Span) -> Span | None:
    """Return the bracket that holds a span right after its opening; None where it is in none."""
    start = span.start
    while start and text[start - 1] in " \xa0":
        start -= 1
    opening = span.start if text[span.start] in _CLOSING else start - 1
    if opening < 0 or text[opening] not in _CLOSING:
        return None
    end = text.find(_CLOSING[text[opening]], span.end - 1, opening + MAX_BRACKET_CHARS)
    return Span(opening, end + 1) if end >= 0 else None


def bracket_over(text: str, at: int) -> Span | None:
    """Return the bracket that is open at a place, and closes on the same row; None where none does."""
    before = _OPEN.search(text, max(0, at - MAX_BRACKET_CHARS), at)
    if before is None:
        return None
    end = text.find(_PAIRS[before[1]], at, before.start() + MAX_BRACKET_CHARS)
    return Span(before.start(), end + 1) if end >= 0 and "\n" not in text[at:end] else None


def with_space(text: str, span: Span) -> Span:
    """Return a span with the spaces before it."""
    start = span.start
    while start and text[start - 1] in " \t\xa0":
        start -= 1
    return Span(start, span.end)


def closed(text: str, span: Span, max_rest: int = MAX_BRACKET_REST) -> Span:
    """Return a span that begins with a bracket up to where that closes, on the same row; the span where it does not.

    A bracket that another one follows before it closes was never closed.
    """
    opening = text[span.start]
    closing = _CLOSING.get(opening)
    if closing is None or closing in text[span.start : span.end]:
        return span
    rest, closes, _ = text[span.end : span.end + max_rest].partition("\n")[0].partition(closing)
    return Span(span.start, span.end + len(rest) + 1) if closes and opening not in rest else span
