"""The letters that words of a language may have, those of its usual loan words included."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    import re

    from scrapelint.plugin import Document

MIN_CHARS = 3
"""A word with a foreign letter has to be longer: shorter ones are parts of names."""

_LOAN = "àâäáãåçéèêëíìîïñóòôöõøúùûüæœßýÿ"
"""Letters of French, Spanish, Portuguese, German and the North: their words are at home in many languages."""

_OWN = {
    "af": "", "ca": "ŀ", "cs": "čďěňřšťůž", "da": "", "de": "", "en": "āōūīš", "es": "", "et": "šž", "fi": "šž",
    "fr": "", "gl": "", "hr": "čćđšž", "hu": "őű", "id": "", "is": "ðþ", "it": "", "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž", "nb": "", "nl": "", "pl": "ąćęłńśźż", "pt": "", "ro": "ăâîșțşţ", "sk": "čďĺľňŕšťž",
    "sl": "čšžćđ", "sv": "", "tr": "ğıışâîû", "ru": "", "uk": "ґєії", "be": "ўі", "bg": "", "sr": "ђјљњћџčćđšž", "mk": "ѓјќљњџѕ",
}  # fmt: skip
_CYRILLIC = {
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюяі",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
}


@cache
def foreign_letter(language: str | None) -> str:
    """Return a regex class of the lower-case letters that are not the language's own; empty for one without a list."""
    if language in _CYRILLIC:
        letters = {chr(code) for code in range(0x430, 0x530)} - set(_CYRILLIC[language])
    elif language in _OWN:
        letters = {chr(code) for code in range(0xE0, 0x250)} | {chr(code) for code in range(0x1E01, 0x1EFA)}
        letters -= set(_LOAN + _OWN[language])
    else:
        return ""
    return "[" + "".join(sorted(char for char in letters if char.islower())) + "]"


def foreign_words(doc: Document) -> list[tuple[int, int]]:
    """Return the places of words in lower case with a letter that the article's language does not have."""
    letter = foreign_letter(doc.found_language)
    if not letter or doc.text.isascii() or doc.declared_language not in (None, doc.found_language):
        return []
    places: list[tuple[int, int]] = []
    for match in _pattern(letter).finditer(doc.text):
        start, end = match.span()
        while start and doc.text[start - 1].isalpha():
            start -= 1
        while end < len(doc.text) and doc.text[end].isalpha():
            end += 1
        word = doc.text[start:end]
        if word.islower() and len(word) > MIN_CHARS and places[-1:] != [(start, end)]:
            places.append((start, end))
    return places


@cache
def _pattern(letter: str) -> re.Pattern[str]:
    return regex(letter)
