"""The names of an article: how often each is there, and with which others."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property

from scrapelint.plugin import regex, stop_words

_LANGUAGES = "en de fr es it pt nl sv da nb pl cs sk ru uk tr ro hu".split()
_FUNCTION = frozenset(
    "si se sa su so che chi xin sei zum zur kein mein dein sein wenn denn dann neste deste nesta desta".split()
)
"""Words that begin sentences, beside the stop words of all languages: what one desk quotes, another speaks."""

MAX_CHARS = 60_000
"""A longer text is a collection; its names are not compared."""
SYLLABLE_CHARS = 6
"""A syllable of a Korean or Chinese name has fewer letters."""
MAX_PLACES = 50
"""Places of a name that are looked at for the names beside it."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ŽƏȘȚА-ЯЁЄІЇҐΑ-Ω]"
_TAIL = r"[^\W\d_]{1,24}(?:['’-][^\W\d_]{1,24}){0,3}"
_NAME = regex(rf"{_CAPITAL}(?<![\w'’@#/.-].){_TAIL}")
_NEXT = regex(rf"(?:['’]s)? ({_CAPITAL}{_TAIL})")
_LAST = regex(rf"({_CAPITAL}{_TAIL}) \Z")
_ITEM = rf"{_CAPITAL}{_TAIL}(?: {_CAPITAL}{_TAIL}){{0,3}}"
_LISTED = regex(rf"(?: {_CAPITAL}{_TAIL}){{0,3}},? (?:and |or )?{_ITEM}(?:, (?:and |or )?| and | or ){_CAPITAL}")
"""What follows a name of a list: two more of it."""
_TITLE = regex(r"(?<!\w)[A-Z][a-z]{1,3}\. \Z")
_TITLE_CHARS = 8
"""How far to the left of a name its title is looked for, in code points."""
_REACH_CHARS = 40
"""How far to the left of a name the name before it may begin, in code points."""
_APOSTROPHES = ("'", "’")
_INNER_MARKS = ",;)'’%"
_PARTICLES = ("Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Van", "Fitz", "Al", "El")
"""What a name may have before a capital of its own; any other capital within a word is that of a handle or a lost space."""


class Names:
    """Words with a capital that are no frequent words of the language, nor of English."""

    def __init__(self, text: str, language: str | None) -> None:
        """Take a text in a script with capitals, and its language."""
        self._text = text
        self._common = _common_words(language)
        self._beside: dict[tuple[str, bool], frozenset[str]] = {}
        self._found: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each name is in the text, as it is spelled; names of "s" apart from that."""
        counts: dict[str, int] = {}
        for word, count in Counter(_NAME.findall(self._text)).items():
            name = _name_of(word, self._common)
            if name:
                counts[name] = counts.get(name, 0) + count
        return counts

    def start(self, name: str) -> int:
        """Return the offset of a name's first place."""
        places = self._places(name)
        return places[0][0] if places else self._text.find(name)

    def before(self, name: str) -> frozenset[str]:
        """Return the names that come right before a name."""
        return self._neighbours(name, rest=False)

    def after(self, name: str) -> frozenset[str]:
        """Return the names that directly follow a name."""
        return self._neighbours(name, rest=True)

    def is_listed(self, name: str) -> bool:
        """Tell whether a name is among others of a list wherever it is."""
        places = self._places(name)
        return bool(places) and all(_LISTED.match(self._text, end) for _, end in places)

    def is_within_sentence(self, name: str) -> bool:
        """Tell whether a name is within a sentence somewhere, where no other word has a capital."""
        return any(self._follows_word(start) for start, _ in self._places(name))

    def _follows_word(self, start: int) -> bool:
        before = self._text[max(0, start - _TITLE_CHARS) : start]
        is_inner = before[-1:] == " " and (before[-2:-1].isalnum() or before[-2:-1] in _INNER_MARKS)
        return is_inner or _TITLE.search(before) is not None

    def _neighbours(self, name: str, *, rest: bool) -> frozenset[str]:
        key = (name, rest)
        if key not in self._beside:
            found = (self._after(end) if rest else self._ahead(start) for start, end in self._places(name))
            self._beside[key] = frozenset(other for other in found if other and _is_name(other, self._common))
        return self._beside[key]

    def _places(self, name: str) -> list[tuple[int, int]]:
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> list[tuple[int, int]]:
        places: list[tuple[int, int]] = []
        start = self._text.find(name)
        while start >= 0 and len(places) < MAX_PLACES:
            end = start + len(name)
            if not (self._text[start - 1 : start].isalnum() or self._text[end : end + 1].isalnum()):
                places.append((start, end))
            start = self._text.find(name, end)
        return places

    def _after(self, end: int) -> str:
        """Return the word with a capital right after a place; most often a look at the next letter tells of none."""
        follows = self._text[end : end + 2]
        if not (follows[:1] in _APOSTROPHES or (follows[:1] == " " and follows[1:].isupper())):
            return ""
        match = _NEXT.match(self._text, end)
        return match[1].removesuffix("'s").removesuffix("’s") if match else ""

    def _ahead(self, start: int) -> str:
        """Return the word with a capital right before a place."""
        low = max(0, start - _REACH_CHARS)
        low = max(low, self._text.rfind(" ", low, max(low, start - 1)))
        word = self._text[low:start]
        if word[-1:] != " " or word.islower():
            return ""
        match = _LAST.search(word)
        return match[1] if match else ""


def _name_of(word: str, common: frozenset[str]) -> str:
    """Return the name that a word with a capital is, without its "s"; empty for one that is none."""
    name = word if word.isalpha() else _without_s(word)
    return name if _is_name(name, common) else ""


def _is_name(word: str, common: frozenset[str]) -> bool:
    if word.isalpha():
        return word.lower() not in common and (word.istitle() or _has_particle(word))
    return "'" not in word and "’" not in word and _has_capitals(word)


def _without_s(word: str) -> str:
    return word[:-2] if word[-1] == "s" and word[-2] in _APOSTROPHES else word


def _has_capitals(word: str) -> bool:
    """Tell whether each part of a word has a capital, or it is a given name of two syllables: Jong-un."""
    parts = word.split("-")
    if all(part.istitle() for part in parts):
        return True
    return len(parts) == 2 and parts[0].istitle() and max(map(len, parts)) < SYLLABLE_CHARS


def _has_particle(word: str) -> bool:
    if not word.startswith(_PARTICLES):
        return False
    return any(word.startswith(particle) and word[len(particle) :].istitle() for particle in _PARTICLES)


@cache
def _common_words(language: str | None) -> frozenset[str]:
    return stop_words(language) | _function_words()


@cache
def _function_words() -> frozenset[str]:
    return _FUNCTION.union(*map(stop_words, _LANGUAGES))
