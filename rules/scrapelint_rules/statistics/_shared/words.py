"""Words and marks of a text, also in scripts that write no spaces."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import filterfalse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIGNS_PER_WORD = {
    "zh": 2, "yue": 2, "wuu": 2, "ja": 2, "th": 3, "lo": 3, "km": 3, "my": 3, "bo": 4, "dz": 4,
}  # fmt: skip
"""Mean length of a word, in signs, rounded, in languages that write no spaces between words.

A sign is one letter with the vowel and tone marks that it carries.
"""
COUNTED_CHARS = 100
"""Code points of a line that are looked at where its words have to be counted sign by sign."""

_MARKS = (
    r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u037e\u0589\u05be\u060c\u061b"
    r"\u061f\u066a\u06d4\u0964\u0965\u1362-\u1368\u17d4-\u17da\u104a\u104b\u2010-\u2027\u2030-\u205e\u20a0-\u20c0"
    r"\u2190-\u2bff\u3001-\u3004\u3008-\u3020\u3030\u30fb\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SIGNS = (
    r"\u0e01-\u0edf\u0f00-\u0fff\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff"
    r"\uf900-\ufaff"
)
_CARRIED = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u17b4-\u17d3"
    r"\u3099\u309a\ufe00-\ufe0f"
)
_JOINER = r"['’\-‐\u2011·.,:](?:(?<=['’\-‐\u2011·])|(?<=\d.)(?=\d))"
"""What holds the parts of one word together: apostrophe and hyphen; point, comma and colon between digits."""


class Words:
    """The words and marks of one text, in order.

    Where words are written without spaces every sign is a token, and `signs_per_word` of them
    count as one word: no guess where a word ends can then hide a repeat.
    """

    def __init__(self, tokens: Iterable[str], signs_per_word: int = 1) -> None:
        """Take the tokens; a mark is a token without letter or digit."""
        self.tokens = tuple(tokens)
        self.signs_per_word = signs_per_word

    @cached_property
    def marks(self) -> frozenset[str]:
        """The distinct tokens that hold neither a letter nor a digit."""
        return frozenset(t for t in set(self.tokens) if not t.isalnum() and not any(map(str.isalnum, t)))

    @cached_property
    def proper(self) -> tuple[str, ...]:
        """The tokens that are not marks."""
        return tuple(filterfalse(self.marks.__contains__, self.tokens))

    @cached_property
    def count(self) -> int:
        """Number of words, marks not counted; `signs_per_word` single signs are one word."""
        if self.signs_per_word == 1:
            return len(self.proper)
        signs = sum(map(bool, map(_sign().match, self.proper)))
        return len(self.proper) - signs + -(-signs // self.signs_per_word)

    @cached_property
    def count_with_marks(self) -> int:
        """Number of words and marks."""
        return self.count + len(self.tokens) - len(self.proper)


@lru_cache(maxsize=1)
def words_of(text: str, language: str | None) -> Words:
    """Return the words of a text; the last result is kept, as several rules ask for the same one."""
    signs_per_word = SIGNS_PER_WORD.get(language or "", 1)
    return Words(_token(signs=signs_per_word > 1).findall(text), signs_per_word)


def has_words(line: str, count: int, language: str | None) -> bool:
    """Tell whether a line has so many words; without spaces between words its first `COUNTED_CHARS` are counted."""
    if language not in SIGNS_PER_WORD:
        return len(line.split(maxsplit=count)) >= count
    tokens = _token(signs=True).findall(line[:COUNTED_CHARS])
    return Words(tokens, SIGNS_PER_WORD[language]).count >= count


@cache
def _token(*, signs: bool) -> re.Pattern[str]:
    """Return the pattern of a word or mark; compiled on first use, as these rules are off by default."""
    letters = rf"[^{_SPACES}{_MARKS}{_SIGNS if signs else ''}]+"
    sign = f"[{_SIGNS}][{_CARRIED}]*|" if signs else ""
    return re.compile(rf"{sign}{letters}(?:{_JOINER}{letters})*|\.{{2,}}|[{_MARKS}]")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(f"[{_SIGNS}]")


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines with something on them, without white space at their edges."""
    return filter(None, map(str.strip, text.split("\n")))
