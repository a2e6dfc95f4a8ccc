"""Which words a text has, and how often: counted once, however many places ask."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document

_WORD = regex(r"\w+")
_HYPHENATED = regex(r"[\w-]+")


def word_counts(doc: Document) -> Counter[str]:
    """Return how often each word is in the text, as it is written."""
    return doc.once(_counted)


def folded_counts(doc: Document) -> Counter[str]:
    """Return how often each word is in the text, in lower case."""
    return doc.once(_folded)


def has_words(doc: Document, written: str) -> bool:
    """Tell whether all words of a string, hyphens and all, are somewhere in the text by themselves."""
    return doc.once(_hyphenated).issuperset(_HYPHENATED.findall(written))


def has_often(doc: Document, written: str) -> bool:
    """Tell whether each word of a string is in the text more than once."""
    return all(word_counts(doc)[word] > 1 for word in _WORD.findall(written))


def _counted(doc: Document) -> Counter[str]:
    return Counter(_WORD.findall(doc.text))


def _folded(doc: Document) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, count in word_counts(doc).items():
        counts[word.lower()] += count
    return counts


def _hyphenated(doc: Document) -> frozenset[str]:
    return frozenset(_HYPHENATED.findall(doc.text))
