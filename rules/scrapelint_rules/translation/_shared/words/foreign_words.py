"""Words with a letter that their article's language does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import foreign_letter

if TYPE_CHECKING:
    from scrapelint.plugin import Document

MIN_CHARS = 3
"""A word with a foreign letter has to be longer: shorter ones are parts of names."""


def foreign_words(doc: Document) -> list[tuple[int, int]]:
    """Return the places of words in lower case with a letter that the article's language does not have."""
    letter = foreign_letter(doc.found_language)
    if not letter or doc.text.isascii() or doc.declared_language not in (None, doc.found_language):
        return []
    places: list[tuple[int, int]] = []
    end = 0
    for match in letter.finditer(doc.text):
        if match.start() < end:
            continue  # in the word of the letter before
        start, end = match.span()
        while start and doc.text[start - 1].isalpha():
            start -= 1
        while end < len(doc.text) and doc.text[end].isalpha():
            end += 1
        word = doc.text[start:end]
        if word.islower() and len(word) > MIN_CHARS:
            places.append((start, end))
    return places
