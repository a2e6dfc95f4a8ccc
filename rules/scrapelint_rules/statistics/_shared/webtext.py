"""The measures of C4 (Raffel et al. 2020, section 2.2) and FineWeb (Penedo et al. 2024, section 3.6).

Shares go from 0 to 1; lengths count code points; an empty text gives 0 everywhere. Every
function is linear in its input.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.statistics._shared.gopher import duplicates
from scrapelint_rules.statistics._shared.marks import BRACKETS, ELLIPSES, END_MARKS, QUOTES
from scrapelint_rules.statistics._shared.words import SIGNS_PER_WORD, has_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint_rules.statistics._shared.words import Words

MIN_LINE_WORDS = 3
"""C4: a line with fewer words is dropped."""
MAX_WORD_CHARS = 1000
"""C4: a line with a longer word, in code points, is dropped; its code, not its paper."""
POLICY_PHRASES = (
    "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies",
)  # fmt: skip
"""C4: a line with one of these is dropped; its code, not its paper."""
UNMARKED = frozenset({"th", "lo"})
"""Languages that end a sentence with a space: no measure of end marks can be taken."""
SIGNS_PER_LETTER = {"zh": 2, "ja": 2, "ko": 2, "yue": 2, "wuu": 2}
"""Letters of an alphabet that one character stands for, rounded: such lines are short at half the length."""

_QUOTES = frozenset(QUOTES)
_CLOSERS = QUOTES + BRACKETS + " "
_CITATION = regex(r"\[\d*]|\[edit]|\[citation needed]")


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends in an end mark of any script, quotes and brackets after it left aside."""
    return _end_mark().match(line.rstrip().rstrip(_CLOSERS)[-1:]) is not None


def kept_lines(lines: Iterable[str], language: str | None) -> Iterator[str]:
    """Yield the lines that C4 keeps: with an end mark or closing quote, words enough, no script, no policy."""
    for line in lines:
        if not _is_closed(line) or not has_words(line, MIN_LINE_WORDS, language):
            continue
        if language not in SIGNS_PER_WORD and _has_long_word(line):
            continue
        low = line.lower()
        if "javascript" not in low and not any(phrase in low for phrase in POLICY_PHRASES):
            yield line


def _is_closed(line: str) -> bool:
    line = (_CITATION.sub("", line) if "[" in line else line).rstrip()
    if line.rstrip(_CLOSERS).endswith(ELLIPSES):
        return False
    return line[-1:] in _QUOTES or ends_sentence(line)


def _has_long_word(line: str) -> bool:
    return len(line) > MAX_WORD_CHARS and max(map(len, line.split())) > MAX_WORD_CHARS


def sentence_count(lines: Iterable[str]) -> int:
    """Number of sentences: end marks before white space, at the end of a line, or full-width ones anywhere.

    A full stop after a single letter ends none (initials). A line has at least one sentence.
    """
    return sum(max(1, len(_sentence_end().findall(line))) for line in lines)


@cache
def _end_mark() -> re.Pattern[str]:
    return re.compile(f"[{END_MARKS}]")


@cache
def _sentence_end() -> re.Pattern[str]:
    """Return the pattern of a sentence's end; compiled on first use, as these rules are off by default."""
    after = (
        f"[{END_MARKS}{re.escape(QUOTES + BRACKETS)}]{{0,9}}"  # bounded: a long row of marks must not cost its square
    )
    return re.compile(rf"[{END_MARKS}](?:(?<!\b\w\.){after}(?!\S)|(?<=[。！？｡]){after})")


def end_mark_share(lines: Sequence[str]) -> float:
    """Share of lines that end in an end mark, of the lines that are not blank."""
    return sum(map(ends_sentence, lines)) / max(1, len(lines))


def short_line_share(lines: Sequence[str], language: str | None, max_chars: int) -> float:
    """Share of lines of at most so many letters; a character of Chinese, Japanese or Korean stands for two."""
    max_signs = max_chars // SIGNS_PER_LETTER.get(language or "", 1)
    return sum(len(line) <= max_signs for line in lines) / max(1, len(lines))


def duplicate_char_share(text: str, lines: Iterable[str]) -> float:
    """Share of the code points, line breaks left out, in lines that already occurred."""
    return duplicates(lines).chars / max(1, len(text) - text.count("\n"))


def newline_share(text: str, words: Words) -> float:
    """Number of line breaks for each word or mark."""
    return text.count("\n") / max(1, words.count_with_marks)
