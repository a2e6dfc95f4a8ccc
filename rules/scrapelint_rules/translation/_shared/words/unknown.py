"""The words of an English article that no list of English words knows."""

from __future__ import annotations

from functools import lru_cache
from itertools import filterfalse
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex
from scrapelint_rules.translation._shared.names.romanisation import plain
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.words.lexicon import FREQUENT, USUAL, lexicon
from scrapelint_rules.translation._shared.words.shapes import foreignness
from scrapelint_rules.translation._shared.words.vocabulary import WORD, vocabulary
from scrapelint_rules.translation._shared.words.wordlist import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from scrapelint.plugin import Document

MIN_CHARS = 4
"""Shorter ones are abbreviations and interjections."""
MIN_MISSPELT_CHARS = 7
"""Shortest word that may be a slip: shorter foreign ones are often a letter apart from an English one."""
MIN_SLIP_PART_CHARS = 4
"""Shortest frequent word, in letters, that a slip is made of, and that another is glued to."""
_GLUED_WORDS = ("an", "of", "to", "in", "is", "it", "on", "at", "by", "as", "be", "the", "and", "for")
"""Words that come before or after others without the space between: "ofthe"."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
MAX_KNOWN = 50_000
"""How many stretches between spaces are remembered as nothing but known words, in all articles of a process."""
REACH_CHARS = 80
"""How far from a word, in code points, the stretch between spaces is looked at that it is in."""

_NAMED_BY_RULE = (
    "mab", "nib", "stat", "azole", "sartan", "cillin", "mycin", "gliptin", "glutide", "ciclib", "parib", "oxaban", "gatran",
    "lukast", "setron", "prazole", "barbital", "zepam", "xetine", "triptan", "dipine", "previr", "tinavir", "navir",
    "lysin", "kinase", "ptase", "saurus", "virus", "aceae", "idae", "emia", "ectomy", "oscopy",
)  # fmt: skip
"""Endings of names that are made by rule: medicines (the stems of the WHO), enzymes, kinds of animals and plants."""
_DRAWN_OUT = regex(r"(\w)\1{2,}")
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
        """Offset after the word."""
        return self.start + len(self.word)


def unknown_words(doc: Document) -> list[UnknownWord]:
    """Return the unknown words of an English document, each once, in the order in which they first are there.

    Names and words in capitals are not looked at, nor are words in quotes or brackets, in addresses
    or with figures.
    """
    return doc.once(_unknown_words)


def _unknown_words(doc: Document) -> list[UnknownWord]:
    places = _places(doc.text, _strange(doc))
    return sorted(UnknownWord(start, word, round(foreignness(word), 1)) for word, start in places.items())


def _strange(doc: Document) -> list[str]:
    """Return the words that no list knows, each once, in the order in which they first are there."""
    if len(_known) > MAX_KNOWN:
        _known.clear()
    found: dict[str, None] = {}
    for stretch in filterfalse(_known.__contains__, dict.fromkeys(words_of(doc))):
        if strange := [word for word in _words(stretch) if not is_english(word)]:
            found |= dict.fromkeys(strange)
        else:
            _known.add(stretch)
    return list(found)


@lru_cache(maxsize=4096)
def is_english(word: str) -> bool:
    """Tell whether the lexicon knows a word, with its diacritics or without."""
    return lexicon().knows(word) or (not word.isascii() and lexicon().knows(plain(word)))


def is_misspelt(doc: Document, word: str) -> bool:
    """Tell whether the text spells a long word otherwise elsewhere: with a letter more, less, or two exchanged.

    There it may have an ending.
    """
    if len(word) < MIN_MISSPELT_CHARS:
        return False
    known = vocabulary(doc)
    return any(known.times(slip, 1) and is_english(slip) for slip in _slips(word))


@lru_cache(maxsize=4096)
def is_slip(word: str) -> bool:
    """Tell whether a word is a frequent English one with a typing slip: "brigde", "harbou", "ferryyy", "aneel", "aharbour".

    A letter too many, or another one, makes a slip of long words alone: short foreign ones differ in as little.
    """
    slips = [slip for slip in (*_slips(word), *(word + letter for letter in _LETTERS)) if len(slip) >= len(word)]
    if len(word) >= MIN_MISSPELT_CHARS:
        slips += [word[:at] + letter + word[at + 1 :] for at in range(1, len(word)) for letter in _LETTERS]
        slips += [word[:at] + word[at + 1 :] for at in range(1, len(word))]
    glued = [cut for part in _GLUED_WORDS for cut in (word.removeprefix(part), word.removesuffix(part))]
    # The article glued to its noun.
    if word[0] == "a" and len(word) > MIN_MISSPELT_CHARS:
        glued.append(word[1:])
    return any(slip != word and _is_frequent(slip) for slip in (_DRAWN_OUT.sub(r"\1", word), *slips, *glued))


def _is_frequent(word: str) -> bool:
    """Tell whether a word is a frequent one of some length, or small: by three tests, as one unknown word in a hundred passes one."""
    if len(word) < MIN_SLIP_PART_CHARS:
        return word in _GLUED_WORDS
    known = lexicon()
    return known.holds(FREQUENT + word) and known.holds(USUAL + word) and known.knows(word)


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


def _places(text: str, words: Iterable[str]) -> dict[str, int]:
    """Return where words first stand by themselves outside quotes, without those that never do.

    They come in the order of the text, so that each is looked for after the one before.
    """
    found, late, rest = {}, set(), 0
    for word in words:
        start = text.find(word, rest)
        rest = max(rest, start)
        if start >= 0 and _is_own(text, start, word):
            found[word] = start
        else:
            late.add(word)
    return found | _late_places(text, late)


def _late_places(text: str, words: Container[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for match in WORD.finditer(text) if words else ():
        word = match[0]
        if word in words and word not in found and _is_own(text, match.start(), word):
            found[word] = match.start()
    return found


def _is_own(text: str, start: int, word: str) -> bool:
    """Tell whether a word stands by itself outside quotes here."""
    end = start + len(word)
    is_whole = _is_whole(text, start, end) and word in _words(_stretch(text, start, end))
    return is_whole and not is_set_apart(text, start, end)


def _stretch(text: str, start: int, end: int) -> str:
    """Return what comes between the spaces around a place, at most `REACH_CHARS` to either side."""
    before, after = text[max(0, start - REACH_CHARS) : start], text[end : end + REACH_CHARS]
    head = "" if before[-1:].isspace() else before.split()[-1:]
    tail = "" if after[:1].isspace() else after.split()[:1]
    return "".join([*head, text[start:end], *tail])


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a word begins and ends here, and is no part of an address or of a longer one."""
    before, after = text[start - 1 : start] or "\n", text[end : end + 1]
    if before == "\n":  # no sentence begins in lower case: the rest of a word whose first letter is a picture
        return False
    if _is_broken(text, start, end):
        return False
    if before.isalnum() or after.isalnum() or before in _GLUED or (after in _GLUED and after != "."):
        return False
    return not (after == "." and text[end + 1 : end + 2].isalnum())


def _is_broken(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a part of one that was broken at the end of a line: "vacci- nated"."""
    is_head = text[end : end + 1] == "-" and text[end + 1 : end + 2].isspace()
    return is_head or (text[start - 3 : start - 2].isalpha() and text[start - 2 : start] == "- ")
