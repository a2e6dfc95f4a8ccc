"""Which word gives a date its role."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.dates.cuewords import CUES
from scrapelint.text.folding import fold
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from scrapelint.dates.found import Role

SPACELESS = "\u3040"
"""From here on scripts write words without spaces."""
MAX_CUE_WORDS = 3
"""Longest cue, in words: "entry was posted"."""
MAX_SIGNS_AROUND = 3
"""How many more characters than its cue a word of such a script may have: with more it is a clause."""
_LETTERS = regex(r"[^\W\d_][^\s\d.,،;:՝!?()|/\[\]•·–—>，。、：；！？（）「」『』【】《》“”-]*")
_BYLINE = frozenset("by von par por di door av af de od от від przez autor author text".split())


class Cue(NamedTuple):
    """A word that gives a date its role."""

    role: Role
    wording: str
    """As it is in the text."""
    words_between: int
    """How many words come between it and the date."""


@cache
def _roles() -> dict[str, Role]:
    return {fold(word): role for role, words in CUES.items() for word in words.split("|")}


@cache
def _signs() -> tuple[tuple[str, Role], ...]:
    """Return the cues in scripts without spaces, the longest first: they are inside longer words."""
    found = [(word, role) for word, role in _roles().items() if word >= SPACELESS]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def following(stretch: str) -> Cue | None:
    """Return the cue that a stretch begins with; in a script without spaces it has to be the whole word."""
    match = _LETTERS.search(fold(stretch))
    role = match and _roles().get(match.group())
    return Cue(role, stretch[match.start() : match.end()], 0) if match and role else None


def nearest(stretch: str, max_words: int) -> Cue | None:
    """Return the cue that ends nearest to the end of a stretch, at most so many words before it."""
    words = list(_LETTERS.finditer(fold(stretch)))
    for between, last in enumerate(reversed(words[-max_words - 1 :])):
        at = len(words) - 1 - between
        for first in range(max(0, at - MAX_CUE_WORDS + 1), at + 1):
            start = words[first].start()
            wording = " ".join(word.group() for word in words[first : at + 1])
            role = _roles().get(wording) or (_sign_role(wording) if wording >= SPACELESS else None)
            if role:
                return Cue(role, stretch[start : last.end()], between)
    return None


def opens_byline(line: str) -> bool:
    """Tell whether a line begins as one that names its author does."""
    word = _LETTERS.match(line.lstrip(" *+|•-–"))
    return word is not None and fold(word.group()) in _BYLINE


def _sign_role(word: str) -> Role | None:
    return next((role for sign, role in _signs() if sign in word and len(word) <= len(sign) + MAX_SIGNS_AROUND), None)
