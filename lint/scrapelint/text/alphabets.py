"""The letters that words of a language may have, those of its usual loan words included."""

from __future__ import annotations

import re
from functools import cache

MIN_TELLING_LETTERS = 2
"""Letters that a language does not have, from which a paragraph is not in it; one is that of a name."""

_LOAN = "àâäáãåçéèêëíìîïñóòôöõøúùûüæœßýÿ"
"""Letters of French, Spanish, Portuguese, German and the North: their words are at home in many languages."""

_OWN = {
    "af": "", "ca": "ŀ", "cs": "čďěňřšťůž", "da": "", "de": "", "en": "āōūīš", "es": "", "et": "šž", "fi": "šž",
    "fr": "", "gl": "", "hr": "čćđšž", "hu": "őű", "id": "", "is": "ðþ", "it": "", "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž", "nb": "", "nl": "", "pl": "ąćęłńśźż", "pt": "", "ro": "ăâîșțşţ", "sk": "čďĺľňŕšťž",
    "sl": "čšžćđ", "sv": "", "tr": "ğıışâîû", "ru": "", "uk": "ґєії", "be": "ўі", "bg": "",
    "sr": "ђјљњћџčćđšž", "mk": "ѓјќљњџѕ",
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
def foreign_letter(language: str | None) -> re.Pattern[str] | None:
    """Return what finds lower-case letters that are not the language's own; None for one without a list."""
    if language in _CYRILLIC:
        letters = {chr(code) for code in range(0x430, 0x530)} - set(_CYRILLIC[language])
    elif language in _OWN:
        letters = {chr(code) for code in range(0xE0, 0x250)} | {chr(code) for code in range(0x1E01, 0x1EFA)}
        letters -= set(_LOAN + _OWN[language])
    else:
        return None
    return re.compile("[" + "".join(sorted(char for char in letters if char.islower())) + "]")


def is_spelled_as(text: str, one: str, other: str) -> bool:
    """Tell whether a text has letters that only the first of two languages has: two at least, and none of the reverse.

    False where no alphabet of one of the two is known.

    >>> is_spelled_as("výběr ze třech benzinových", "cs", "pl")
    True
    """
    own, strange = foreign_letter(one), foreign_letter(other)
    if not own or not strange:
        return False
    low = text.lower()
    return len(strange.findall(low)) >= MIN_TELLING_LETTERS and not own.search(low)
