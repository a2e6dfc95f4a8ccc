"""How often the words of a text are there, by how they begin."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.plugin import Document

WORD = regex(r"[^\W\d_]+")
"""Letters up to the next character that is none."""


class Vocabulary:
    """Words with their counts; to ask for one costs the logarithm of their number."""

    def __init__(self, words: Iterable[str]) -> None:
        """Count the words."""
        self._counts = Counter(words)
        self._ordered = sorted(self._counts)

    def times(self, beginning: str, most: int) -> int:
        """Return how often words are there that begin so, with any ending; `most` where that is more."""
        at = bisect_left(self._ordered, beginning)
        near = takewhile(lambda word: word.startswith(beginning), self._ordered[at : at + most])
        return min(most, sum(self._counts[word] for word in near))


def vocabulary(doc: Document) -> Vocabulary:
    """Return the words of a document, as they are spelled."""
    return doc.once(_vocabulary)


def _vocabulary(doc: Document) -> Vocabulary:
    return Vocabulary(WORD.findall(doc.text))
