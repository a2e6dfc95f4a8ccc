"""Headlines of other stories in capitals between paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint_rules.navigation._shared.links.cues import QUOTES, SENTENCE_WITHIN
from scrapelint_rules.navigation._shared.sections import MIN_COMMON_WORDS, common_words

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_SHOUT_WORDS = 8
"""A headline in capitals has at least as many words; a subheading of the article's own is shorter."""
MAX_SHOUT_CHARS = 160
MAX_SHOUTS = 3
"""Headlines of others in capitals in one article; more of them are its own subheadings, and so are those with numbers."""
LOUD_WORDS = 2
"""Words in capitals right above or below such a headline that make it a part of a sentence, or of a post in capitals."""
MIN_CAPITALS_SHARE = 0.9
"""Least share of capitals among the letters: an abbreviation in Latin script in a line of another is no headline."""
_NO_HEADLINE_ENDS = ".:;,?!。！？"


def headlines_in_capitals(doc: Document) -> list[Line]:
    """Return headlines in capitals between the paragraphs; none where they are so many that they part the article."""
    inner = doc.lines[doc.body_range[0] : doc.body_range[1]]
    found = [line for line in inner if _is_shout(line.text) and _between_prose(doc, line)]
    return found if len(found) <= MAX_SHOUTS else []


def _is_shout(text: str) -> bool:
    """Tell whether a line is a headline in capitals: no small letter, no end mark, and hardly a letter without case."""
    if len(text) > MAX_SHOUT_CHARS or not text.isupper() or len(text.split()) < MIN_SHOUT_WORDS:
        return False
    letters = [char for char in text if char.isalpha()]
    is_cased = sum(map(str.isupper, letters)) >= MIN_CAPITALS_SHARE * len(letters)
    closed = text.rstrip()[-1:] in _NO_HEADLINE_ENDS or SENTENCE_WITHIN.search(text) is not None
    start = text.lstrip()
    return is_cased and not closed and not start.startswith(QUOTES) and not start[0].isdigit()


def _between_prose(doc: Document, line: Line) -> bool:
    """Tell whether a line comes between paragraphs, of which the one below doesn't take up its words: that heads it."""
    above, below = doc.before(line), doc.after(line)
    if above is None or below is None or not {above.index, below.index} <= doc.paragraphs:
        return False
    beside = above.text[-MAX_SHOUT_CHARS:].split()[-LOUD_WORDS:], below.text[:MAX_SHOUT_CHARS].split()[:LOUD_WORDS]
    if any(map(_is_loud, beside)):
        return False
    return len(common_words(line, below)) < MIN_COMMON_WORDS


def _is_loud(words: list[str]) -> bool:
    """Tell whether words right beside a line in capitals are in capitals too: it is a part of what they say."""
    return len(words) == LOUD_WORDS and all(word.isupper() and len(word) > 1 for word in words)
