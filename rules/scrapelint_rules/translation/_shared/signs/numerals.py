"""Numbers written as another language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, regex
from scrapelint_rules.translation._shared.signs.foreign_shapes import ENGLISH_SHAPES, SHAPES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from scrapelint.plugin import Document

_MILLIONS = {
    "cs": "milion miliard", "da": "million milliard", "de": "Million Milliard", "es": "millon mil millones",
    "fi": "miljoon miljard", "fr": "million milliard", "hu": "millió milliárd", "id": "juta miliar", "it": "milion miliard",
    "nl": "miljoen miljard", "nb": "million milliard", "pl": "milion miliard", "pt": "milh bilh", "ro": "milioane miliard",
    "ru": "миллион миллиард", "sv": "miljon miljard", "tr": "milyon milyar", "uk": "мільйон мільярд",
    "vi": "triệu tỷ",
}  # fmt: skip
"""How the words for a million and a billion begin, in languages with a decimal comma."""
_PERCENT = (
    r"%|per ?cent|Prozent|prosent|procent|pour ?cent|por ?ciento|per ?cento|por ?cento|процент|відсот|yüzde|százalék"
)
_UNITS = "million|billion|trillion|thousand|per cent|percent"
_NO_ORDINAL = {"1": "th nd rd", "2": "th st rd", "3": "th st nd"} | dict.fromkeys("0456789", "st nd rd")
"""What English ordinals do not end in, by their last digit; 11th, 12th and 13th do."""
_STACK = {"de": "Tausend", "nl": "duizend", "sv": "tusen", "da": "tusind", "nb": "tusen", "en": "thousand"}
"""Languages in which nobody writes "20 million 400 thousand"."""

ENGLISH = {
    "stack": LinePattern(
        r"\d(?<![\w.,].)[\d.,]{0,8} (?:(?:billion|trillion) \d{1,3}(?:[.,]\d{1,3})? million|(?:million|billion|trillion),? (?:and )?\d{1,3} thousand)\b",
        literals=["million", "billion"],
    ),
    "comma": LinePattern(
        rf"\d(?<![\w.,].)\d{{0,2}},\d{{1,2}}(?:%| (?:{_UNITS})\b)",
        literals=["million", "billion", "thousand", "percent", "per cent", "%"],
    ),
    "currency": LinePattern(r"[$€£¥](?<![A-Za-z$€£¥].) \d(?:[\d.,]{0,12}\d)?", literals=["$ ", "€ ", "£ ", "¥ "]),
    "percent": LinePattern(r"\d(?<![\w.,].)[\d.,]{0,6}[ \xa0]%(?!\w)", literals=[" %"]),
    "ordinal": LinePattern(
        r"(?<![\w.,])(?:(?:\d{0,3}[02-9])?(?:1(?:th|nd|rd)|2(?:th|st|rd)|3(?:th|st|nd))|\d{0,4}[04-9](?:st|nd|rd))\b",
        literals=[f"{digit}{end}" for digit, ends in _NO_ORDINAL.items() for end in ends.split()],
    ),
    "year": LinePattern(
        r"\b(?:in|of|since|from|until|by) (?:19|20)\d\d years?\b(?! (?:old|ago|later|earlier|of|in))",
        literals=[f"{digit} year" for digit in range(10)],
    ),
    "point": LinePattern(r"[1-9](?<![\w.,].)\d{1,2}\.000(?![\w.,])", literals=[".000"]),
}
"""Shapes that no English style guide has; the percent sign with a space is that of norms and of most of Europe."""
_GROUPS = regex(r"[1-9](?<![\w.,:/-].)(?<!\d[ \xa0].)\d{0,2}(?:[ \xa0]\d{3}){1,3}(?= [a-z]{3})(?![ \xa0]\d)")
_NAMED = regex(r"[A-Z]\w{0,20}[ \xa0]\Z")
"""A word with a capital before a number: "Highway 400 000" may be a name."""
NAMED_CHARS = 24
"""How far before a number such a word may begin, in code points."""

DECIMALS = LinePattern(
    rf"\d(?<![\w.,:/].)\d{{0,2}}(?P<mark>[.,])\d{{1,2}}[ \xa0]?(?:{_PERCENT}|(?:{'|'.join(sorted({w for v in _MILLIONS.values() for w in v.split()}))})\w{{0,8}})",
    literals=["%", *sorted({word.lower() for words in _MILLIONS.values() for word in words.split() if len(word) > 3})],
)
_STACKED = LinePattern(
    r"(?<![\w.,])\d[\d.,]{0,8} (?:Millionen|miljoen|miljoner|millioner),? \d{1,3}(?:[.,]\d{1,3})? (?:Tausend|tausend|duizend|tusen|tusind)\b",
    literals=["tausend", "duizend", "tusen", "tusind"],
)
PATTERNS = (*ENGLISH.values(), DECIMALS, _STACKED, *ENGLISH_SHAPES.values(), *SHAPES.values())


class Numeral(NamedTuple):
    """A number in the shape of another language."""

    start: int
    end: int
    kind: str
    """`stack`, `comma`, `currency`, `percent`, `ordinal`, `year`, `point`, `groups`, `mixed`, `day`, `date`, `age`, `hour`, `money`, `unit` or `ending`."""


def numerals(doc: Document) -> Iterator[Numeral]:
    """Yield the numbers of a document that are not shaped as its language shapes them, in order; of two in one the first."""
    end = -1
    for numeral in sorted(_numerals(doc)):
        if numeral.start >= end:
            yield numeral
            end = numeral.end


def _numerals(doc: Document) -> Iterator[Numeral]:
    yield from _shaped(doc, SHAPES)
    if doc.found_language == "en":
        yield from _shaped(doc, ENGLISH_SHAPES)
        for kind, pattern in ENGLISH.items():
            if kind != "percent" or b"0%" not in doc.shape:
                yield from (_numeral(line.start, match, kind) for line, match in doc.matches(pattern))
        yield from _spaced_groups(doc)
    elif doc.found_language in _MILLIONS:
        yield from _mixed(doc)
        if doc.found_language in _STACK:
            yield from (_numeral(line.start, match, "stack") for line, match in doc.matches(_STACKED))


def _shaped(doc: Document, shapes: Mapping[str, LinePattern]) -> Iterator[Numeral]:
    for kind, pattern in shapes.items() if not doc.matched_concepts.isdisjoint(shapes.values()) else ():
        for line, match in doc.matches(pattern):
            yield Numeral(line.start + match.start("shape"), line.start + match.end("shape"), kind)


def _numeral(shift: int, match: re.Match[str], kind: str) -> Numeral:
    return Numeral(shift + match.start(), shift + match.end(), kind)


def _spaced_groups(doc: Document) -> Iterator[Numeral]:
    """Yield thousands set apart by spaces: "400 000 people"."""
    for match in _GROUPS.finditer(doc.text) if b"0 000 a" in doc.shape else ():
        if not _NAMED.search(doc.text, max(0, match.start() - NAMED_CHARS), match.start()) and not _is_doubled(
            match.group()
        ):
            yield _numeral(0, match, "groups")


def _is_doubled(number: str) -> bool:
    """Tell whether it is one number twice, as embedded posts print their counters: "219 219 likes"."""
    return len(set(number.split())) == 1


def _mixed(doc: Document) -> Iterator[Numeral]:
    """Yield decimals with a point in a text of a language with a comma that has decimals with a comma too.

    A point alone says nothing: Switzerland, Mexico and hasty desks write it.
    """
    found = list(doc.matches(DECIMALS))
    if any(match["mark"] == "," for _, match in found):
        yield from (_numeral(line.start, match, "mixed") for line, match in found if match["mark"] == ".")
