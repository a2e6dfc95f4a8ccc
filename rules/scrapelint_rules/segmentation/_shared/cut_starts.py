"""Paragraphs whose first words are lost: an extractor dropped the link, the bold type or the letters they began with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import begins_small, regex
from scrapelint_rules.segmentation._shared.joins import LINE_CLOSERS

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_STARTS = 2
"""Paragraphs with different first words that have to begin so: one alone may begin with a brand or a name."""
MIN_WORDS = 9
"""Words of a sentence that has lost its first; shorter ones are items of a list."""
MIN_LINE_SPACES, MAX_LOW_SHARE = 3, 0.5
"""Share of such lines that may begin in lower case; above, the author writes so, or they are a list."""
MAX_RESIDUE = 0.5
"""More likely lines are the page's, which begins its lines as it likes."""
_SENTENCE_ENDS = ".!?…"
_FIRST = regex(r"[^\W\d_]+(?=[ ,’'-])")
_LOW_SENTENCES = regex(r"[.!?] [a-zà-ÿ]| i (?:am|was|have|don|think|will)\b")
# Small words that names begin with.
_NAME_STARTS = frozenset(
    "de da di del della van von der den ter al el bin ibn ben abu le la du dos das d l o ex".split()
)


def cut_starts(doc: Document) -> list[Line]:
    """Return the paragraphs that begin in the middle of a sentence after one that has ended. Computed once."""
    return doc.once(_cut_starts)


def _cut_starts(doc: Document) -> list[Line]:
    low = [] if doc.is_flat else [line for line in doc.lines if line.index and line.text[0].islower()]
    found = [line for line in low if _is_cut(doc.lines[line.index - 1], line)]
    if len({_first(line) for line in found}) < max(MIN_STARTS, len(found) / 2) or _is_low(doc):
        return []
    return [line for line in found if doc.residue_probability[line.index] < MAX_RESIDUE]


def _is_low(doc: Document) -> bool:
    """Tell whether most lines of several words begin in lower case."""
    lines = [line for line in doc.lines if line.text.count(" ") >= MIN_LINE_SPACES]
    return sum(line.text[0].islower() for line in lines) > MAX_LOW_SHARE * len(lines)


def _is_cut(above: Line, line: Line) -> bool:
    """Tell whether a sentence that has no beginning follows one that has its end."""
    if not begins_small(line.text) or line.text.count(" ") < MIN_WORDS or not _is_ended(above.text):
        return False
    first = _first(line)
    return (
        first is not None
        and first not in _NAME_STARTS
        and _is_ended(line.text)
        and not _LOW_SENTENCES.search(line.text)
    )


def _first(line: Line) -> str | None:
    match = _FIRST.match(line.text)
    return match and match.group()


def _is_ended(text: str) -> bool:
    return text.rstrip(LINE_CLOSERS)[-1:] in tuple(_SENTENCE_ENDS)
