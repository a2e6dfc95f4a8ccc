"""The words of an English article that no list of English words knows."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from scrapelint_rules.translation.lexicon import lexicon
from scrapelint_rules.translation.quotes import is_set_apart
from scrapelint_rules.translation.romanisation import plain
from scrapelint_rules.translation.shapes import foreignness

MIN_CHARS = 4
"""Shorter ones are abbreviations and interjections."""
MAX_KNOWN = 50_000
"""How many stretches between spaces are remembered as nothing but known words, in all articles of a process."""

_NAMED_BY_RULE = (
    "mab", "nib", "stat", "azole", "sartan", "cillin", "mycin", "gliptin", "glutide", "ciclib", "parib", "oxaban", "gatran",
    "lukast", "setron", "prazole", "barbital", "zepam", "xetine", "triptan", "dipine", "previr", "tinavir", "navir",
    "lysin", "kinase", "ptase", "saurus", "virus", "aceae", "idae", "emia", "ectomy", "oscopy",
)  # fmt: skip
"""Endings of names that are made by rule: medicines (the stems of the WHO), enzymes, kinds of animals and plants."""
_GLUED = frozenset("'’.@/#_")
_EDGES = ".,;:!?()[]{}\"'“”‘’«»„…–—-"
_LAST_LATIN = "\u024f"
_known: set[str] = set()


class UnknownWord(NamedTuple):
    """A word in lower case that is no English one."""

    start: int
    word: str
    foreignness: float
    """Log-odds that its letters follow each other as in another language."""

    @property
    def end(self) -> int:
        """Offset behind the word."""
        return self.start + len(self.word)


@lru_cache(maxsize=1)
def unknown_words(text: str) -> list[UnknownWord]:
    """Return the unknown words of an English text, each once, in the order in which they first stand there.

    Names and words in capitals are not looked at, nor are words in quotes or brackets, in addresses
    or with figures.
    """
    if len(_known) > MAX_KNOWN:
        _known.clear()
    found: dict[str, UnknownWord] = {}
    for stretch in set(text.split()) - _known:
        strange = [word for word in _words(stretch) if not (lexicon().knows(word) or lexicon().knows(plain(word)))]
        if strange:
            found |= {place.word: place for word in strange for place in _place(text, word)}
        else:
            _known.add(stretch)
    return sorted(found.values())


def _words(stretch: str) -> list[str]:
    """Return the words in lower case of a stretch between spaces."""
    stretch = stretch.strip(_EDGES)
    if not stretch.islower() or len(stretch) < MIN_CHARS:
        return []
    parts = [stretch] if stretch.isalpha() else stretch.split("-")
    if not all(part.isalpha() and max(part) <= _LAST_LATIN for part in parts):
        return []
    return [part for part in parts if len(part) >= MIN_CHARS and not part.endswith(_NAMED_BY_RULE)]


def _place(text: str, word: str) -> list[UnknownWord]:
    """Return where a word first stands outside quotes; nothing where it never does."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if _is_whole(text, start, end) and not is_set_apart(text, start, end):
            return [UnknownWord(start, word, round(foreignness(word), 1))]
        start = text.find(word, end)
    return []


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a word begins and ends here, and is no part of an address or of a longer one."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1]
    if before == "\n":  # no sentence begins in lower case: the rest of a word whose first letter is a picture
        return False
    if before.isalnum() or after.isalnum() or before in _GLUED or (after in _GLUED and after != "."):
        return False
    return not (after == "." and text[end + 1 : end + 2].isalnum())
