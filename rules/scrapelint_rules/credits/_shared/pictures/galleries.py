"""Articles that are their pictures: galleries, reviews of front pages, a caption that is all there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence, is_dense, numberless, regex
from scrapelint_rules.credits._shared.pictures.names import BETWEEN_NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from scrapelint.plugin import Document, Hit, Line

MIN_SHARE = 0.6
"""Least share of the text's characters in a line that is all of its article."""
MIN_CAPTIONS, MIN_CAPTION_CHARS, MIN_CAPTION_SHARE = 3, 60, 0.33
"""Of a gallery or a review of front pages: captions, the code points of each, and their share of all such lines.

In articles with many pictures that is up to .2, in galleries 1, in a review of front pages with a report after it .5.
"""
MIN_SENTENCE_CHARS = 20
"""Shortest sentence, in code points, that a text has besides."""
MIN_HEADLINE_WORDS, MIN_SMALL_WORDS, MIN_DENSE_HEADLINE_CHARS = 9, 3, 16
"""Fewest words, or words in small letters that no name has, or code points of scripts without spaces, from which what is
after a label is a headline."""
_LABEL = regex(r"[^:：]{1,30}[:：]")
_WORD = regex(r"[^\W\d_]+")
_OF_FIRMS = regex(r"[^\W\d_] ?[/|] ?[^\W\d_]|©|\bvia\b")
"""What parts the names of a photographer and an agency."""


def is_only_paragraph(doc: Document, line: Line) -> bool:
    """Tell whether a line is all that the text has for an article."""
    if len(line.text) < MIN_SHARE * len(doc.text) or not doc.paragraph_lines <= {line.index}:
        return False
    return not any(
        len(other.text) >= MIN_SENTENCE_CHARS and ends_sentence(other.text) for other in doc.lines if other is not line
    )


def are_story(doc: Document, credited: Iterable[Line]) -> bool:
    """Tell whether lines with credits are much of what a text has to say: the captions of a gallery are its article.

    A caption that comes again is one of the page, and counts once, unless most of the text is such ones.
    """
    lines = list(credited)
    captions, all_chars = _chars(lines), sum(len(line.text) for line in doc.lines)
    if len(lines) >= MIN_CAPTIONS and sum(len(line.text) for line in lines) >= MIN_SHARE * all_chars:
        return True
    return len(captions) >= MIN_CAPTIONS and sum(captions) >= MIN_CAPTION_SHARE * sum(_chars(doc.lines))


def _chars(lines: Iterable[Line]) -> Collection[int]:
    """Return how long each of the lines is that may be a caption, equal ones once."""
    chars = {numberless(line.key): len(line.text) for line in lines}
    return [count for count in chars.values() if count >= MIN_CAPTION_CHARS]


def is_headline_of_pictures(doc: Document, line: Line) -> bool:
    """Tell whether a label opens a text and a headline follows it, no names: "FOTOS: Sturm spült Boote an Land"."""
    label = _LABEL.match(line.text) if doc.opens(line) else None
    told = line.text[label.end() :].strip() if label else ""
    if label is None or _OF_FIRMS.search(told):
        return False
    if is_dense(told):
        return len(told) >= MIN_DENSE_HEADLINE_CHARS
    words = _WORD.findall(told)
    small = sum(not word[0].isupper() and word.lower() not in BETWEEN_NAMES for word in words)
    return small >= MIN_SMALL_WORDS or len(words) >= MIN_HEADLINE_WORDS


def counts_gallery(doc: Document, hit: Hit) -> bool:
    """Tell whether a line is the counter of a gallery, "207 photos", which `embed-residue` knows."""
    return hit.phrase.startswith("{n}") and hit.line.index in doc.hit_lines("embed-residue")
