"""The words of an English article that no list of English words knows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint_rules.translation._shared.names.romanisation import plain
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.words.lexicon import lexicon
from scrapelint_rules.translation._shared.words.shapes import foreignness
from scrapelint_rules.translation._shared.words.wordlist import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

MIN_CHARS = 4
"""Shorter ones are abbreviations and interjections."""
MIN_MISSPELT_CHARS = 7
"""Shortest word that may be a slip: shorter foreign ones are often a letter apart from an English one."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
MAX_KNOWN = 50_000
"""How many stretches between spaces are remembered as nothing but known words, in all articles of a process."""
REACH_CHARS = 80
"""How far from a word, in code points, the stretch between spaces is looked at that it stands in."""

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


def unknown_words(doc: Document) -> list[UnknownWord]:
    """Return the unknown words of an English document, each once, in the order in which they first stand there.

    Names and words in capitals are not looked at, nor are words in quotes or brackets, in addresses
    or with figures.
    """
    return doc.once(_unknown_words)


def _unknown_words(doc: Document) -> list[UnknownWord]:
    if len(_known) > MAX_KNOWN:
        _known.clear()
    found: dict[str, UnknownWord] = {}
    for stretch in set(words_of(doc)) - _known:
        strange = [word for word in _words(stretch) if not is_english(word)]
        if strange:
            found |= {place.word: place for word in strange for place in _place(doc.text, word)}
        else:
            _known.add(stretch)
    return sorted(found.values())


@lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Tell whether the lexicon knows a word, with its diacritics or without."""
    return lexicon().knows(word) or (not word.isascii() and lexicon().knows(plain(word)))


def is_misspelt(text: str, word: str) -> bool:
    """Tell whether the text spells a long word otherwise elsewhere: with a letter more, less, or two exchanged."""
    return len(word) >= MIN_MISSPELT_CHARS and any(slip in text and is_english(slip) for slip in _slips(word))


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)


def _words(stretch: str) -> list[str]:
    """Return the words in lower case of a stretch between spaces."""
    if not stretch.islower() or len(stretch := stretch.strip(_EDGES)) < MIN_CHARS:
        return []
    parts = stretch.split("-")
    if not all(map(str.isalpha, parts)) or not (stretch.isascii() or max(stretch) <= _LAST_LATIN):
        return []
    return [part for part in parts if len(part) >= MIN_CHARS and not part.endswith(_NAMED_BY_RULE)]


def _place(text: str, word: str) -> list[UnknownWord]:
    """Return where a word first stands outside quotes; nothing where it never does."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        is_whole = _is_whole(text, start, end) and word in _words(_stretch(text, start, end))
        if is_whole and not is_set_apart(text, start, end):
            return [UnknownWord(start, word, round(foreignness(word), 1))]
        start = text.find(word, end)
    return []


def _stretch(text: str, start: int, end: int) -> str:
    """Return what stands between the spaces around a place, at most `REACH_CHARS` to either side."""
    before, after = text[max(0, start - REACH_CHARS) : start], text[end : end + REACH_CHARS]
    head = "" if before[-1:].isspace() else before.split()[-1:]
    tail = "" if after[:1].isspace() else after.split()[:1]
    return "".join([*head, text[start:end], *tail])


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a word begins and ends here, and is no part of an address or of a longer one."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1]
    if before == "\n":  # no sentence begins in lower case: the rest of a word whose first letter is a picture
        return False
    if before.isalnum() or after.isalnum() or before in _GLUED or (after in _GLUED and after != "."):
        return False
    return not (after == "." and text[end + 1 : end + 2].isalnum())
