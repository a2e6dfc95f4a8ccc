"""Languages that detectors and people take for each other."""

from __future__ import annotations

from scrapelint.plugin import words_apart

MIN_WORDS_APART = 4
"""Fewest stop words that only the found language has."""
MAX_RIVAL_SHARE = 0.1
"""Most stop words that only the declared language has, as a share of those.

In some 900 texts of 40 languages the words of a related language are at most .35 of those of the right one, of the
nearest (Galician, Bulgarian, Belarusian, Macedonian) .8: so a wrong one, if it is found, has never ten times as many.
"""

_ONE_LANGUAGE = (
    frozenset({"bs", "cnr", "hr", "me", "sh", "sr"}),
    frozenset({"en", "pcm", "sco"}),
    frozenset({"id", "jv", "ms", "su"}),
)
"""Languages that no stop words part, at most a script or how often a word is used: Malay has all those of Indonesian."""


def are_one(one: str, other: str) -> bool:
    """Tell whether two languages are so near that the words of a text never tell which of them it is in."""
    return one == other or any(one in group and other in group for group in _ONE_LANGUAGE)


def is_surely(text: str, found: str, declared: str) -> bool:
    """Tell whether the stop words of a text decide that it is in one of two related languages, not in the other."""
    if are_one(found, declared):
        return False
    for_found, for_declared = words_apart(text, found, declared)
    return for_found >= MIN_WORDS_APART and for_declared <= MAX_RIVAL_SHARE * for_found
