"""Lines that hold a sentence, rather than a label of a menu or a row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import stop_words

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_STOP_WORDS = 3
"""Words such as "the" and "of" on a line from which it is no label and no row."""
_ENDS = (".", "!", "?", "…", "”", '"', "»", "。", "।", "؟")


def is_sentence(doc: Document, line: Line) -> bool:
    """Tell whether a line is of a paragraph, closes with the end of a sentence, or has words that only sentences have."""
    if line.index in doc.paragraphs or line.text.rstrip().endswith(_ENDS):
        return True
    return sum(word in stop_words(doc.found_language) for word in line.text.lower().split()) >= MIN_STOP_WORDS
