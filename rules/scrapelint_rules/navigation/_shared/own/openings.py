"""The headline and the standfirst of an article, with the rows of a page between them and its first paragraph."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence, is_dense, regex
from scrapelint_rules.navigation._shared.sections import long_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Line

MAX_OPENING_LINES = 40
"""Lines above the first paragraph among which headline and standfirst are: bylines, buttons and tags are between."""
MAX_STANDFIRST_LINES = 4
"""Sentences right below a headline, or right above the byline; more of them are a list of the page's."""
MIN_SENTENCE_CHARS, MIN_SENTENCE_WORDS, MIN_ENDED_WORDS = 60, 8, 6
"""Shortest line that is worded like a sentence, in code points or in words; in words with an end mark."""
MIN_DENSE_CHARS = 20
"""The same in code points where words have no space between them."""
MAX_CAPITALS_SHARE = 0.6
"""Share of words with a capital from which a line is a row of names or a menu; a German sentence has half of them."""
MIN_COMMON_WORDS, MIN_TITLE_SHARE, MIN_TITLE_CHARS = 2, 0.6, 4
"""Words of so many letters that a headline has in common with the title of the record, and their share of its own."""
MIN_SHARED_WORDS, MAX_STORY_PROBABILITY = 2, 0.95
"""Words in common with the paragraphs, and highest probability, of a line that tells the article's own story.

Of 22,661 such lines of the page above an article, on 3,808 labelled texts, 162 are left for that; 66 of the article's are there.
"""
MIN_HEADLINE_WORDS, MIN_HEADLINE_SHARE, MIN_SPACES = 3, 50, 4
"""The same of a shorter headline: words in common, their share of its own in percent, and spaces."""
MAX_NAME_LINES = 4
"""Lines of names and offices between a standfirst and the date."""
MAX_DATELINE_CHARS = 60
_DATELINE = regex(r"\b(?:19|20)\d\d\b|\b\d\d?[.:/]\d\d\b")


def is_dateline(line: Line) -> bool:
    """Tell whether a line is short and has a year, a day or a time in it."""
    return len(line.text) <= MAX_DATELINE_CHARS and _DATELINE.search(line.text) is not None


def opening_lines(doc: Document) -> set[int]:
    """Return the indices of the headline and of the sentences above the first paragraph that belong to the article.

    Sentences right below the headline, those above a byline, a date or a share bar, and those that have words in common
    with the paragraphs, unless the models are sure of them. A page has headlines of other stories there as well, but in
    lists.
    """
    first = doc.body_range[0]
    above = [] if doc.is_flat else doc.lines[max(0, first - MAX_OPENING_LINES) : first]
    told = [_is_sentence(line) and line.index not in doc.known_residue for line in above]
    return {*_below_headline(doc, above, told), *_above_byline(doc, above, told), *_on_story(doc, above, told)}


def _below_headline(doc: Document, above: Sequence[Line], told: Sequence[bool]) -> Iterator[int]:
    """Yield the line that is the record's title, the lowest of its copies, and the sentences right below it."""
    title = long_words(doc.article.get("title").casefold(), MIN_TITLE_CHARS)
    common = [_common(line, title) for line in above] if title else []
    most = max(common, default=0)
    if not most:
        return
    place = len(common) - 1 - common[::-1].index(most)
    yield above[place].index
    below = list(takewhile(told.__getitem__, range(place + 1, len(above))))
    if len(below) <= MAX_STANDFIRST_LINES:
        yield from (above[sentence].index for sentence in below)


def _above_byline(doc: Document, above: Sequence[Line], told: Sequence[bool]) -> Iterator[int]:
    """Yield the sentences above a byline, a date or a share bar that are not surely the page's: names may be between."""
    rows = doc.hit_lines("byline", "share")
    for place, line in enumerate(above):
        if told[place] or not (line.index in rows or is_dateline(line)):
            continue
        names = range(place - 1, max(-1, place - 2 - MAX_NAME_LINES), -1)
        last = next((one for one in names if told[one]), -1)
        sentences = list(takewhile(told.__getitem__, range(last, -1, -1)))
        if len(sentences) <= MAX_STANDFIRST_LINES:
            yield from (above[one].index for one in sentences if _is_doubted(doc, above[one]))


def _on_story(doc: Document, above: Sequence[Line], told: Sequence[bool]) -> Iterator[int]:
    """Yield what tells the paragraphs' own story and is not surely the page's: sentences, and shorter headlines."""
    columns = doc.features.columns
    for line, is_told in zip(above, told, strict=True):
        shared, share = columns["shared"][line.index], columns["shared_share"][line.index]
        is_headline = (
            shared >= MIN_HEADLINE_WORDS and share >= MIN_HEADLINE_SHARE and line.text.count(" ") >= MIN_SPACES
        )
        if (is_headline or (is_told and shared >= MIN_SHARED_WORDS)) and _is_doubted(doc, line):
            yield line.index


def _is_doubted(doc: Document, line: Line) -> bool:
    return doc.residue_probability[line.index] <= MAX_STORY_PROBABILITY


def _is_sentence(line: Line) -> bool:
    """Tell whether a line is worded like a sentence: long, most words in small letters; many have no end mark."""
    text = line.text.strip()
    words = text.split()
    if is_dense(text):
        return len(text) >= MIN_DENSE_CHARS
    if sum(word[:1].isupper() for word in words) > MAX_CAPITALS_SHARE * len(words):
        return False
    least = MIN_ENDED_WORDS if ends_sentence(text) else MIN_SENTENCE_WORDS
    return len(words) >= least or len(text) >= MIN_SENTENCE_CHARS


def _common(line: Line, title: set[str]) -> int:
    """Return how many words a line has in common with the title, 0 where most of its own are others."""
    words = long_words(line.key, MIN_TITLE_CHARS)
    common = len(words & title)
    return common if common >= max(MIN_COMMON_WORDS, MIN_TITLE_SHARE * len(words)) else 0
