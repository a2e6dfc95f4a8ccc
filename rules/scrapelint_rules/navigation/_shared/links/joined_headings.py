"""Headings of the article's own that are joined to the headline of another, where the line breaks are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Span, regex, removal
from scrapelint_rules.navigation._shared.sections import long_words

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit, Line

MIN_WORD_CHARS = 4
"""Letters of a word that tells what a heading is about."""
MIN_TAKEN_UP, SENTENCES_BELOW = 2, 3
"""Words of a heading that the sentences below take up, and how many of these are looked at."""
_BEGINS = regex(r"\w[\w'’%.]* (?=[\"“‘«]?[^\W\d_a-zß-ÿ])")
"""After it a heading may begin: a word without a mark that ends a clause, before a capital."""


def own_marked_at(text: str) -> int | None:
    """Return where a heading in a pair of stars begins that follows other words of a text; None without one.

    >>> own_marked_at(" Bus drivers call off strike **Who pays for the tram**")
    29
    """
    at = text.find("**")
    is_pair = text.count("**") == 2 and text.rstrip().endswith("**")
    return at if is_pair and any(map(str.isalnum, text[:at])) else None


def ends_in_own(doc: Document, line: Line, at: int) -> bool:
    """Tell whether the end of what follows a place on a line may be a heading of the article's, joined to a headline.

    The next sentences take up its words, from some capital on, after a word that a headline might end in.
    """
    sentences = " ".join(near.text for near in doc.lines[line.index + 1 : line.index + 1 + SENTENCES_BELOW])
    below = long_words(sentences.lower(), MIN_WORD_CHARS)
    after = doc.text[at : line.end]
    begin = _BEGINS.search(after)  # a later one has only some of its words
    return begin is not None and len(below & long_words(after[begin.end() :].lower(), MIN_WORD_CHARS)) >= MIN_TAKEN_UP


def before_own(doc: Document, hit: Hit, finding: Finding) -> Finding:
    """Return a finding that ends before a heading of the article's in a pair of stars after the headline on its line."""
    span = finding.span or hit.line.span
    at = own_marked_at(doc.text[hit.end : span.end])
    if at is None:
        return finding
    part = Span(span.start, hit.end + len(doc.text[hit.end : hit.end + at].rstrip()))
    return finding.moved(part, removal(doc.text, *part))
