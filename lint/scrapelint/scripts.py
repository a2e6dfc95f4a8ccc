"""Scripts: what a text is written in, and what a language is."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

MIN_KANA_SHARE = 0.05
"""Least share of kana that makes Han signs Japanese."""

_BLOCKS = (
    (0x41, "Latn"), (0x250, ""), (0x370, "el"), (0x400, "Cyrl"), (0x530, "hy"), (0x590, "he"), (0x600, "Arab"),
    (0x700, ""), (0x750, "Arab"), (0x780, "dv"), (0x7C0, ""), (0x900, "Deva"), (0x980, "bn"), (0xA00, "pa"),
    (0xA80, "gu"), (0xB00, "or"), (0xB80, "ta"), (0xC00, "te"), (0xC80, "kn"), (0xD00, "ml"), (0xD80, "si"),
    (0xE00, "th"), (0xE80, "lo"), (0xF00, "bo"), (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"),
    (0x13A0, ""), (0x1780, "km"), (0x1800, ""), (0x1E00, "Latn"), (0x1F00, "el"), (0x2000, ""), (0x3040, "ja"),
    (0x3100, ""), (0x3400, "zh"), (0xA000, ""), (0xAC00, "ko"), (0xD7B0, ""), (0xF900, "zh"), (0xFB00, "Latn"),
    (0xFB1D, "he"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""), (0x20000, "zh"), (0x32000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]
_LAST_LATIN = "\u024f"
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_ASCII = bytes(range(0x80))
SHARED_SCRIPTS = frozenset({"Latn", "Cyrl", "Arab", "Deva"})
"""Scripts of several languages; any other script is named after its one language."""

_CYRILLIC = "be bg kk ky mk mn ru tg tt uk"
_ARABIC = "ar ckb fa ps sd ug ur"
_DEVANAGARI = "hi mr ne sa"
_OWN = frozenset(name for _, name in _BLOCKS if name.islower())
_SEVERAL = {
    "az": "Latn Cyrl", "bs": "Latn Cyrl", "ha": "Latn Arab", "ja": "ja zh", "kk": "Cyrl Latn", "ku": "Latn Arab",
    "ky": "Cyrl Arab", "ms": "Latn Arab", "pa": "pa Arab", "sh": "Latn Cyrl", "sr": "Latn Cyrl", "tg": "Cyrl Arab",
    "tk": "Latn Cyrl", "uz": "Latn Cyrl",
}  # fmt: skip


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """Return the script of a letter, or the language where the script has but one; may be empty."""
    return _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1] if char >= "A" else ""


def script_counts(text: str) -> Counter[str]:
    """Return how many letters and vowel signs of each script a text has; those of no known script under ""."""
    counts: Counter[str] = Counter()
    # Of most texts most letters are plain ones, and these need not be looked at one by one.
    written = text.encode("utf-8", "surrogatepass")
    beyond = written.translate(None, _ASCII)
    plain = len(written.translate(None, _NO_LETTERS)) - len(beyond)
    if plain:
        counts["Latn"] = plain
    for char, count in Counter(beyond.decode("utf-8", "surrogatepass")).items():
        if char.isalpha() or char > _LAST_LATIN:  # vowel signs are no letters for Python
            counts[script_of(char)] += count
    if counts["ja"] > MIN_KANA_SHARE * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts.pop("zh", 0)
    return counts


def main_script(text: str) -> tuple[str, int]:
    """Return the script of most letters, and their number; ("", 0) where there is none."""
    counts = script_counts(text)
    script, letters = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return (script, letters) if script else ("", 0)


def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts that a language is written in."""
    if language in _SEVERAL:
        return frozenset(_SEVERAL[language].split())
    for script, languages in (("Cyrl", _CYRILLIC), ("Arab", _ARABIC), ("Deva", _DEVANAGARI)):
        if language in languages.split():
            return frozenset({script})
    return frozenset({language if language in _OWN else "Latn"})
