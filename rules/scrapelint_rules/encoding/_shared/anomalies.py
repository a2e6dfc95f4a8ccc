"""How odd the characters of a text are beside each other, by classes that hold for all scripts."""

from __future__ import annotations

import unicodedata

from scrapelint.plugin import regex

_NEUTRAL = frozenset(
    "'’‘΄\"-·\xad\u200b\u200c\u200d\u200e\u200f\ufeff‐‑′″、。，：；？！「」『』（）《》〈〉【】・〜～ー"
)
_EDGE = frozenset("“”«»‹›…•†‡‰°™®©№§¶–—―")
"""Marks that come before or after a word, not in it."""
_OPENING = frozenset("„‚¿¡")
_MISREAD = frozenset("ƒˆ˜ˇ˘˙˛˝˚")
"""What tables have for bytes, and what is therefore left where a text was misread twice."""
# First code points of the blocks of letters that no news is written in, up to the first of the next block.
_RARE = (
    (0x0180, 0x018E), (0x0190, 0x0198), (0x019A, 0x01A0), (0x01A2, 0x01AF), (0x01B1, 0x01CD), (0x01DD, 0x01DE),
    (0x01F0, 0x01F4), (0x01F6, 0x0218), (0x021C, 0x0250), (0x0250, 0x0259), (0x025A, 0x0300), (0x0360, 0x0384),
    (0x03CF, 0x0400), (0x0460, 0x0490), (0x04F0, 0x0530), (0x0558, 0x0560), (0x0591, 0x05D0), (0x0600, 0x060C),
    (0x0700, 0x0900), (0x1680, 0x1780), (0x18B0, 0x1E00), (0xA000, 0xAC00), (0xD7A4, 0xF900),
)  # fmt: skip
_SCRIPTS = {
    "LATIN": "l", "CYRILLIC": "c", "GREEK": "g", "ARABIC": "r", "HEBREW": "h", "DEVANAGARI": "d", "BENGALI": "b",
    "THAI": "t", "HANGUL": "k", "CJK": "j", "HIRAGANA": "j", "KATAKANA": "j", "ARMENIAN": "y", "GEORGIAN": "q",
    "TAMIL": "v", "TELUGU": "e", "KANNADA": "n", "MALAYALAM": "w", "GUJARATI": "i", "GURMUKHI": "p", "SINHALA": "s",
    "MYANMAR": "z", "KHMER": "x", "LAO": "f", "ETHIOPIC": "o", "ORIYA": "a",
}  # fmt: skip
_CASED = "lcg"
_STRAY_SIGN = regex("[!-~][\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")


def anomalies(text: str) -> int:
    """Return how many pairs of neighbours in a text are odd: mixed scripts, capitals in words, marks in words.

    Linear in the text. Characters that no text has count twice.
    """
    classes = text.translate(_CLASSES)
    return len(_ODD.findall(classes)) + 2 * classes.count("!")


def has_impossible(text: str) -> bool:
    """Tell whether a text has a character that no text has, or a mark of Hebrew or Arabic upon one of ASCII."""
    return "!" in text.translate(_CLASSES) or _STRAY_SIGN.search(text) is not None


class _Classes(dict[int, str]):
    """The class of each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        """Return and keep the class of a code point."""
        self[code] = found = _class_of(chr(code))
        return found


def _class_of(char: str) -> str:
    if char in _NEUTRAL:
        return "."
    if char in _EDGE:
        return "%"
    if char in _OPENING:
        return "("
    if char in _MISREAD:
        return "$"
    if any(first <= ord(char) < end for first, end in _RARE):
        return "!"
    return _class_by_category(char, unicodedata.category(char))


def _class_by_category(char: str, category: str) -> str:
    if category[0] == "L" and char not in "ªº":
        script = _SCRIPTS.get(unicodedata.name(char, "?").split()[0], "?")
        return script.upper() if char.isupper() and script in _CASED else script
    if category[0] == "M":
        return "m" if "\u0300" <= char <= "\u036f" else ""
    if category == "Nd":
        return "0"
    if char.isascii() or category[0] == "P":
        return " " if char.isspace() or category[0] == "Z" else "."
    if category in ("Cc", "Cn", "Co", "Cs"):
        return "!"
    return " " if category[0] == "Z" else "$"


_CLASSES = _Classes()
_LOWER, _UPPER = "lcg", "LCG"
_OTHER = "".join(sorted(set(_SCRIPTS.values()) - set(_LOWER)))
_LETTER = f"{_LOWER}{_UPPER}{_OTHER}?"
_ODD = regex(
    rf"(?<![{_LETTER}m])m|[{_LETTER}](?=[$(])|\$(?=[{_LETTER}$%])|(?<=[{_LETTER}$])%(?=[{_LETTER}$])|[lL](?=[cCgG{_OTHER}?])|[cC](?=[lLgG{_OTHER}?])|[gG](?=[lLcC{_OTHER}?])"
    rf"|l(?=L)|c(?=C)|g(?=G)|[{_OTHER}?](?=[{_LOWER}{_UPPER}])|"
    + "|".join(f"{s}(?=[{_OTHER.replace(s, '')}])" for s in _OTHER)
)
