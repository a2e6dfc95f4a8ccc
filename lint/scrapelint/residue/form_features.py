"""The form of each line: lists, and lines that are built like their neighbours."""

from __future__ import annotations

from operator import add, eq
from typing import TYPE_CHECKING

from scrapelint.residue.columns import FAR
from scrapelint.text.announced import ends_in_colon

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scrapelint.residue.columns import Column, Columns
    from scrapelint.text.lines import Line

SAMPLE_CHARS = 80
"""Part of a line whose form counts, in code points."""
REACH = 3
"""How many lines above and below are compared."""
WORDS_STEP, MAX_STEPS = 4, 4
"""Lines of about the same number of words have the same form: so many more words are another, up to a number."""


def form_columns(lines: Sequence[Line], paragraphs: Collection[int], shapes: Columns) -> Columns:
    """Return the form of each line, from its text and from the columns of its shape."""
    heads = [line.text.lstrip()[:SAMPLE_CHARS] for line in lines]
    forms = [
        (opening, end, ": " in head or "：" in head, min(words // WORDS_STEP, MAX_STEPS))
        for opening, end, head, words in zip(shapes["opening"], shapes["end"], heads, shapes["words"], strict=True)
    ]
    return {
        "since_colon": _since_colon(lines, paragraphs),
        "capitals": [_capitals(head) for head in heads],
        "parallel": _parallel(forms),
    }


def _since_colon(lines: Sequence[Line], paragraphs: Collection[int]) -> Column:
    """Return how many lines above each the last one that ends in a colon is, no paragraph between; else FAR."""
    column: list[int] = []
    steps = FAR
    for line in lines:
        if ends_in_colon(line):
            steps = 0
        elif line.index in paragraphs:
            steps = FAR
        elif steps < FAR:
            steps += 1
        column.append(steps)
    return column


def _capitals(head: str) -> int:
    """Return the share of words that open with a capital, in hundredths."""
    words = head.split()
    return 100 * sum([word[0].isupper() for word in words]) // (len(words) or 1)


def _parallel(forms: Sequence[object]) -> Column:
    """Return how many of the lines near each have its form."""
    count = len(forms)
    column = [0] * count
    for step in range(1, min(REACH, count - 1) + 1):
        same = list(map(eq, forms, forms[step:]))
        none = [False] * step
        column = list(map(add, map(add, column, same + none), none + same))
    return column
