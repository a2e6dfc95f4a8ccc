"""Where two words or sentences may be glued: the offsets of what begins right after a word, a mark or a quote."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.segmentation._shared.character_shape import places, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS = ".!?"
CLOSING = '"”“’»«)'
OPENING = '"„”“«»('
ENDS = frozenset(map("".join, [*product(STOPS, CLOSING), *product(CLOSING, STOPS)]))
"""A stop and the quote or bracket that closes with it, in either order."""
STARTS = frozenset(map("".join, product(STOPS, OPENING)))
"""A stop and the quote or bracket that opens the next sentence."""
ASIDES = frozenset(map("".join, [*product(",!?", '"”“»«'), *product('"”“»«', ",")]))
"""What comes between a quotation and who said it."""
_PAIRS = ENDS | STARTS

# A stop is like a quote, and all digits are alike.
_ONE_MARK = bytes.maketrans(b".(023456789", b"??111111111")
_ARABIC = "\u0620-\u0652\u0671-\u06d3\u06d5\u06fa-\u06ff"
_INDIC = "\u0900-\u0963\u0971-\u0dff"
_CYRILLIC_JOINT = regex("[А-ЯЁІЇЄ](?<=[а-яёіїє]{2}.)(?=[а-яёіїє])|[А-ЯЁІЇЄ](?<=[а-яёіїє]{3}[.!?].)(?=[а-яёіїє ])")
_GREEK_JOINT = regex("[Α-ΩΆ-Ώ](?<=[α-ωά-ώ]{3}[.;!].)(?=[α-ωά-ώ ])")
_ARABIC_JOINT = regex(f"[.؟!۔،](?<=[{_ARABIC}]{{3}}.)(?=[{_ARABIC}]{{2}})")
_DANDA_JOINT = regex(f"[।॥](?<=[{_INDIC}]{{2}}.)(?=[{_INDIC}]{{2}})")
_COMMA = regex(r",(?<=[^\W\d_]{3},)(?=[^\W\d_]{2,40} )")


def cased_joints(text: str, openers: frozenset[str]) -> Iterator[int]:
    """Yield the offsets of letters that are right after a word, a number, a stop or a quote.

    `openers` holds the first two letters of words that may follow a word without any mark. Cyrillic, known by its
    о, and Greek, known by its α, are beyond the shape and have patterns of their own.
    """
    shaped = shape(text)
    # "endThe": names are written so, too, so the second word has to be one that opens sentences.
    yield from (at + 1 for at in places(shaped, b"aAa") if text[at + 1 : at + 3] in openers)
    marked = shaped.translate(_ONE_MARK)
    yield from (at + 2 for at in places(marked, b"a?A", b"1?A") if text[at + 1] in STOPS)
    yield from (at + 2 for at in places(marked, b"??A") if text[at : at + 2] in _PAIRS)
    yield from (at + 2 for at in places(marked, b"??a") if text[at : at + 2] in ASIDES)
    if "\u043e" in text:
        yield from (match.start() for match in _CYRILLIC_JOINT.finditer(text))
    if "\u03b1" in text:
        yield from (match.start() for match in _GREEK_JOINT.finditer(text))


def uncased_joints(text: str) -> Iterator[int]:
    """Yield the offsets of words right after a stop, in scripts without capitals."""
    if "।" in text:
        yield from (match.end() for match in _DANDA_JOINT.finditer(text))
    if "\u0627" in text:
        yield from (match.end() for match in _ARABIC_JOINT.finditer(text))


def comma_joints(text: str) -> Iterator[int]:
    """Yield the offsets of words right after a comma that is right after a word; Chinese and Japanese ones may."""
    ends = (match.end() for match in _COMMA.finditer(text))
    return (at for at in ends if not ("\u3040" <= text[at] <= "\u30ff" or "\u3400" <= text[at] <= "\u9fff"))
