"""Brackets that a program broke into lines at their links."""

from __future__ import annotations

from scrapelint.finding import Span
from scrapelint.text.prose import ends_sentence

MAX_REACH = 200
"""How far before and behind words the bracket around them may open and close, in code points."""
END_CHARS = 20
"""How much of the text before it tells whether a sentence ends there, in code points."""


def broken_bracket(text: str, words: Span) -> Span | None:
    """Return the bracket of several lines around words, where it stands behind a whole sentence; None without one.

    A part of it would leave its ends behind: "He left. (For our app ↵ click here ↵ or follow us.)".
    """
    opening = text.rfind("(", max(0, words.start - MAX_REACH), words.start)
    closing = text.find(")", words.end, words.end + MAX_REACH)
    if opening < 0 or closing < 0 or not ends_sentence(text[max(0, opening - END_CHARS) : opening]):
        return None
    inner = text[opening + 1 : closing]
    is_whole = "\n" in inner and "(" not in inner and ")" not in inner
    return Span(opening, closing + 1) if is_whole else None
