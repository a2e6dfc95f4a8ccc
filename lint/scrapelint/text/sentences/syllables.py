"""Names of several syllables, each with a capital: in Vietnamese they are no words that open a sentence."""

from __future__ import annotations

from scrapelint.text.lazy_regex import regex

_VIETNAMESE = regex("[ƠơƯư\u1ea0-\u1ef9]")
"""Letters that no other language has; ă and đ are Romanian and Croatian, too."""
REACH_CHARS = 60
"""How far from a name such letters are looked for, in code points."""
MAX_SYLLABLE_CHARS = 12
"""How far to the left of a place its word is looked for, in code points."""


def goes_on_name(text: str, start: int) -> bool:
    """Tell whether a capital goes on with a Vietnamese name, as in "Bình An": the syllable before it has one, too.

    >>> goes_on_name("ở tỉnh Nghệ An mây thay đổi", 13), goes_on_name("mayor of New York An hour later", 18)
    (True, False)
    """
    before = text[max(0, start - MAX_SYLLABLE_CHARS) : start].rsplit(None, 1)[-1:]
    is_name = bool(before) and before[0][:1].isupper()
    return is_name and _VIETNAMESE.search(text, max(0, start - REACH_CHARS), start + REACH_CHARS) is not None
