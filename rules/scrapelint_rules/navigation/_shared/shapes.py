"""Shapes of lines that navigation is known by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Line

MAX_HEADLINE_CHARS = 180
"""Longest teaser headline, in code points; 99% of those in the development data are shorter."""

_STOPS = (".", ";", ",", "。", "।", "۔", ":")
_CLOSERS = "\"'”’») "


def is_headline(line: Line) -> bool:
    """Tell whether a line could be a headline: not long, and not closed like a sentence."""
    return could_be_headline(line.text.strip())


def could_be_headline(text: str) -> bool:
    """Tell the same of a text without space at its edges."""
    return 0 < len(text) <= MAX_HEADLINE_CHARS and not (text.endswith("…") or text.rstrip(_CLOSERS).endswith(_STOPS))


def run_below(doc: Document, line: Line) -> Iterator[Line]:
    """Yield the lines below one as long as they could be headlines and what stands around them."""
    below = doc.after(line)
    while below is not None and is_headline(below):
        yield below
        below = doc.after(below)
