"""Shapes of lines that navigation is known by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import is_dense, numberless, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Line

MAX_HEADLINE_CHARS = 180
"""Longest teaser headline, in code points; 99% of those in the development data are shorter."""

MIN_HEADLINE_SPACES = 4
"""Spaces of a headline; a line with fewer, alone among paragraphs, is a subheading in two of three cases."""
MIN_PARAGRAPH_SPACES, MIN_PARAGRAPH_DENSE_CHARS = 14, 60
"""Shortest sentence that is a paragraph by itself, in spaces, and in code points where words have none between them."""
ITEM_WORDS = 2
"""Words at the end of two items of a list that are the same, but for their numbers."""
MIN_DENSE_CHARS = 8
"""Shortest headline in code points, in scripts without spaces."""
_SENTENCE_WITHIN = regex(r"[^\W\d_]{4,}[.!?][”»“\"]?\s")
"""The end of a sentence within what should be a headline: a paragraph of the article was joined to it."""
_ITEM_ENDS = (".", ")", "。")
_STOPS = (".", ";", ",", "。", "।", "۔", ":")
_CLOSERS = "\"'”’») "


def is_headline(line: Line) -> bool:
    """Tell whether a line could be a headline: not long, and not closed like a sentence."""
    return could_be_headline(line.text.strip())


def could_be_headline(text: str) -> bool:
    """Tell the same of a text without space at its edges."""
    return 0 < len(text) <= MAX_HEADLINE_CHARS and not (text.endswith("…") or text.rstrip(_CLOSERS).endswith(_STOPS))


def is_single_headline(text: str, min_spaces: int) -> bool:
    """Tell whether a text is long enough for a headline, does not begin in small letters and has no sentence end within."""
    is_long = len(text) >= MIN_DENSE_CHARS if is_dense(text) else text.count(" ") >= min_spaces
    return is_long and not text[0].islower() and _SENTENCE_WITHIN.search(text) is None


def is_like_above(doc: Document, index: int) -> bool:
    """Tell whether a line is the next item of a list: it ends in the words of the one above, but for a number, and a mark.

    "Heron (Larn TV at 9) Season 4." below "Swan (Orlo TV at 10) Season 2.".
    """
    if not 0 < index < len(doc.lines):
        return False
    above, line = (other.text.rstrip() for other in doc.lines[index - 1 : index + 1])
    if not (above.endswith(_ITEM_ENDS) and line.endswith(_ITEM_ENDS)):
        return False
    ends = [[numberless(word) for word in text.split()[-ITEM_WORDS:]] for text in (above, line)]
    return ends[0] == ends[1] and len(ends[0]) == ITEM_WORDS and any(map(str.isdigit, line[line.rfind(" ") :]))


def run_below(doc: Document, line: Line) -> Iterator[Line]:
    """Yield the lines below one as long as they could be headlines and what is around them."""
    below = doc.after(line)
    while below is not None and is_headline(below):
        yield below
        below = doc.after(below)
