"""Zones: where a line is relative to the article proper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from scrapelint.text.lazy_regex import regex
from scrapelint.text.sentences.marks import CLOSERS, END_MARKS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from scrapelint.text.lines import Line

Zone = Literal["head", "body", "tail"]

MIN_PROSE_CHARS = 80
"""Shortest line, in code points, that counts as a paragraph; shorter ones are often captions or teasers."""
MIN_DENSE_PROSE_CHARS = 30
"""The same for scripts that write a word in one or two characters (Chinese, Japanese, Korean, Thai)."""
MIN_PROSE_WORDS = 12
MIN_SENTENCE_CHARS, MIN_SENTENCE_SPACES = 12, 4
"""The same for texts without line breaks, whose lines are sentences."""
MAX_DATA_CHARS = 80
"""Longest row of data, in code points."""
_AROUND = CLOSERS + " "
SCRIPT_SAMPLE_CHARS = 60
"""How much of a line tells its script, in code points: a line has one, but for names."""
_DENSE = regex("[\u0e00-\u0eff\u2e80-\ud7ff]")
_DATA_ROW = regex(r"\W{0,3}[^\W\d_][^:：.!?。|\n]{1,24}[:：]\s?\S")


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends in an end mark, quotes and brackets after it left aside."""
    if text[-1:].isalnum():
        return False
    return text.rstrip().rstrip(CLOSERS)[-1:] in END_MARKS and text.strip(_AROUND) != ""


def is_data_row(text: str) -> bool:
    """Tell whether a line is a label and what it says, as rows of data on a film, a match or a person are.

    So is a headline with a colon, and a credit: more of them have to be together.

    >>> [is_data_row(line) for line in ("Length: 90 minutes", "上映：2021年", "Length")]
    [True, True, False]
    """
    has_label = ":" in text or "：" in text
    return has_label and len(text.strip()) <= MAX_DATA_CHARS and _DATA_ROW.match(text.lstrip()) is not None


def is_dense(text: str) -> bool:
    """Tell whether most of a line is in a script that writes words without spaces."""
    sample = text[:SCRIPT_SAMPLE_CHARS]
    if sample.isascii() or 2 * len(sample.encode("ascii", "ignore")) >= len(sample):
        return False
    return len(_DENSE.findall(sample)) * 2 > len(sample)


def is_prose(line: Line) -> bool:
    """Tell whether a line reads like a paragraph of an article: long, and a whole sentence."""
    text = line.text
    if len(text) < MIN_DENSE_PROSE_CHARS or not ends_sentence(text):
        return False
    if len(text) >= MIN_PROSE_CHARS and text.count(" ") >= MIN_PROSE_WORDS:
        return True
    return is_dense(text)


def is_sentence(line: Line) -> bool:
    """Tell whether a line is a whole sentence of some length."""
    text = line.text
    if len(text) < MIN_SENTENCE_CHARS or not ends_sentence(text):
        return False
    return text.count(" ") >= MIN_SENTENCE_SPACES or is_dense(text)


def whole_sentences(lines: Iterable[Line]) -> frozenset[int]:
    """Return the indices of the lines that stand for paragraphs where each line is a sentence."""
    return frozenset([line.index for line in lines if is_sentence(line)])


def prose(lines: Iterable[Line]) -> frozenset[int]:
    """Return the indices of the lines that read like a paragraph of an article."""
    return frozenset([line.index for line in lines if len(line.text) >= MIN_DENSE_PROSE_CHARS and is_prose(line)])


def extent(paragraphs: Collection[int], residue: Collection[int]) -> tuple[int, int]:
    """Return the index of the first and the last paragraph that is not residue, inclusive.

    Both arguments hold indices of lines. Without any paragraph: (0, -1).
    """
    kept = [index for index in paragraphs if index not in residue]
    return (min(kept), max(kept)) if kept else (0, -1)
