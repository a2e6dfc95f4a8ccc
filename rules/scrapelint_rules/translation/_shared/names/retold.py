"""Names that a translator wrote anew: a Korean one in two romanisations, a family whose name is a word put into English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FAMILIES = (
    "Kim|Lee|Park|Choi|Jung|Jeong|Chung|Kang|Cho|Jo|Yoon|Yun|Jang|Chang|Lim|Im|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|An|Song|"
    "Ryu|Yoo|Yu|Hong|Jeon|Jun|Ko|Koh|Moon|Mun|Yang|Son|Sohn|Bae|Baek|Paik|Heo|Hur|Nam|Shim|Sim|Noh|Roh|Ha|Kwak|Sung|Cha|Joo|"
    "Woo|Koo|Goo|Min|Ji|Na|Eom|Won|Chun|Bang|Gong|Hyun|Ham|Byun|Chae"
)
_KOREAN = regex(rf"(?<![\w-])(?P<family>{_FAMILIES}) (?P<given>[A-Z][a-z]{{1,6}}-[a-z]{{1,6}})(?![\w-])")
_LABEL = regex(rf"\[(?P<family>{_FAMILIES})(?P<given>[a-z]{{3,10}})\]")
_SOUNDS = (
    ("yeo", "you"), ("eo", "u"), ("woo", "u"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("g", "k"), ("d", "t"), ("b", "p"),
    ("ch", "j"), ("r", "l"), ("sh", "s"), ("kk", "k"), ("ngk", "nk"),
)  # fmt: skip
"""Letters that stand for one sound in the romanisations in use."""

MIN_GIVEN = 2
"""Given names of two syllables from which they are compared."""

_WORDS = (
    "Roble:Oak Castillo:Castle Iglesias:Churches Ríos:Rivers Río:River Flores:Flowers Casas:Houses Campos:Fields Torres:Towers Reyes:Kings "
    "Montes:Mountains Vega:Meadow Guerra:War Paz:Peace Cruz:Cross Prado:Meadow Fuentes:Fountains Puente:Bridge Calle:Street "
    "Ángeles:Angels Temer:Fear Lobo:Wolf León:Lion Toro:Bull Vaca:Cow Cordero:Lamb Zapatero:Shoemaker Herrero:Blacksmith Molina:Mill "
    "Cuesta:Slope Rojo:Red Blanco:White Moreno:Brown Delgado:Thin Bravo:Brave Sylvestre:Sylvester Leclerc:Clerk Lefebvre:Smith "
    "Boulanger:Baker Charpentier:Carpenter Schneider:Tailor Schumacher:Shoemaker Zimmermann:Carpenter Vogel:Bird Wolff:Wolf Koch:Cook"
)
FAMILIES = dict(pair.split(":") for pair in _WORDS.split())
"""Families whose name is a word, and the English for it."""


def romanised(text: str, names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the places and spellings of Korean names that are there in another romanisation before, and that one."""
    first: dict[tuple[str, str], str] = {}
    given = sum([name.rpartition("-")[2].islower() for name in names if "-" in name])
    if not given or (given < MIN_GIVEN and "[" not in text):
        return
    for match in (*_KOREAN.finditer(text), *_LABEL.finditer(text)):
        usual = first.setdefault((match["family"], _sound(match["given"])), match["given"])
        if usual != match["given"]:
            yield match.start("given"), match["given"], usual


def translated(text: str, names: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the places where the English for a family's name is used as a name, next to the name."""
    for family, word in FAMILIES.items() if names else ():
        if family in names:
            match = _as_name(word, text)
            if match:
                yield match.start(str(match.lastgroup)), match[str(match.lastgroup)], family


def _sound(given: str) -> str:
    spelled = given.lower().replace("-", "")
    for letters, sound in _SOUNDS:
        spelled = spelled.replace(letters, sound)
    return spelled


def _as_name(word: str, text: str) -> re.Match[str] | None:
    """Return where a word has a capital and owns something, in a sentence or a heading in capitals."""
    return re.search(rf"(?<=[a-z,] )(?P<word>{word})['’]s |(?:^|\n)(?P<heading>{word.upper()})['’]S ", text)
