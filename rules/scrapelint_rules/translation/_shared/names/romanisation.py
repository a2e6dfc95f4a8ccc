"""Ways to write one foreign name in Latin letters, made equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ə": "a"}
)

_ENDINGS = re.compile(
    r"(?:skiy|skyy|skyi|skij|skii|skyj|ski|skiy)$|(?:ei|ej|eý)$|(?:iy|yi|ii|ij|yy)$|(?:off|of)$|(?:eff|ef)$"
)
_LAST_LETTERS = tuple("yijýf")
_EQUAL_ENDINGS = {"s": "sky", "e": "ey", "i": "y", "y": "y", "o": "ov"}
"""Russian and Ukrainian endings, by their first letter: Zelenskiy, Zelenskyy, Zelensky; Sergei, Sergej."""

_SOUNDS = tuple(
    pair.split("=")
    for pair in (
        "shch=s sch=s tsch=c tch=c sz=s sh=s cz=c ch=c zh=z dzh=j dj=j kh=h gh=g ts=c tz=c ph=f th=t ck=k qu=k x=ks "
        "w=v j=y ie=e ye=e yo=e ou=u oo=u ee=i aa=a uu=u ii=i q=k c=k ya=a ia=a yu=u iu=u h="
    ).split()
)
"""Spellings of one sound in romanised Russian, Arabic, Hebrew, Korean and Japanese, and in names written after
German, Polish or French; the longest first."""

_VOWELS = re.compile("[aeiouy]")
_DOUBLE = re.compile(r"(.)\1")

WADE_GILES = {
    "x": "hs", "q": "ch", "zh": "ch", "j": "ch", "z": "ts", "c": "ts", "b": "p", "d": "t", "g": "k", "r": "j",
}  # fmt: skip
"""Initials of Pinyin and of Wade-Giles."""
_HEARD = {
    "x": ("sh", "s", "hs"),
    "q": ("ch", "k"),
    "zh": ("j", "ch", "z"),
    "c": ("ts", "k"),
    "j": ("ch",),
    "z": ("ts",),
}
"""Initials of Pinyin, and how a translator who goes by ear writes them."""
HEARD_INITIALS = frozenset("XQZCJ")
"""Capitals that such a name may begin with."""
_INITIAL = re.compile("zh|ch|sh|[bcdfghjklmnpqrstxz]")


def plain(name: str) -> str:
    """Return a name in lower case, without diacritics."""
    lower = name.lower()
    if lower.isascii():
        return lower
    lower = lower.translate(_LETTERS)
    if lower.isascii():
        return lower
    return "".join(char for char in unicodedata.normalize("NFD", lower) if not unicodedata.combining(char))


def with_equal_ending(name: str) -> str:
    """Return a plain name with the one ending that stands for all ways to write a Slavic one."""
    return _ENDINGS.sub(lambda match: _EQUAL_ENDINGS[match[0][0]], name) if name.endswith(_LAST_LETTERS) else name


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """Return the consonants of a plain name, those of one sound made equal: `hmr` for Humeyra and Hamira."""
    sounds = name
    for spelled, sound in _SOUNDS:
        if spelled in sounds:
            sounds = sounds.replace(spelled, sound)
    bare = _VOWELS.sub("", sounds)
    return _DOUBLE.sub(r"\1", ("h" if name[:1] == "h" else "") + bare)


def heard(name: str) -> frozenset[str]:
    """Return how else a short Chinese name may be written: `shi`, `hsi` and `si` for Xi."""
    spelled = plain(name)
    match = _INITIAL.match(spelled)
    if not match or match[0] not in _HEARD:
        return frozenset()
    return frozenset(
        other + spelled[match.end() :] for other in (*_HEARD[match[0]], WADE_GILES.get(match[0], "")) if other
    )
