"""Where the sentences of a text begin and end, in any language, by rules alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.lazy_regex import regex
from scrapelint.text.scripts import has_case
from scrapelint.text.sentences.abbreviations import (
    ORDINAL_LEADS,
    ORDINAL_NOUNS,
    PARTS,
    POSSIBLE_ENDS,
    STARTERS,
    TITLES,
)
from scrapelint.text.sentences.marks import (
    CLOSERS,
    FIRST_LETTER,
    LOWER,
    OPENERS,
    SPACED_END_MARKS,
    UNSPACED_END_MARKS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WORD_CHARS = 24
"""How far before a full stop its word is looked for, in code points; no abbreviation is longer."""
MAX_ORDINAL_DIGITS = 2
"""Longest number that may be an ordinal; with three digits or four it is a year or an amount."""
MAX_CONSONANTS = 4
"""Longest word without a vowel that is taken for an abbreviation that no list knows."""

_NETWORK_LEADS = frozenset("on na w en em auf bei sur su via di på pe op no".split())
"""Words before a network's name: "wrote on X." ends a sentence, and X there is no initial."""
LONG_WORD_CHARS = 6
"""Letters in a row from which a word is no abbreviation."""

_CLOSING, _OPENING = re.escape(CLOSERS), re.escape(OPENERS)
_THAI = "\u0e01-\u0e4e\u0e81-\u0ecd"
_BULLETS = "•■►▪●◆"
_SIGNS = rf"[{SPACED_END_MARKS}{UNSPACED_END_MARKS}{_BULLETS}\n]"
_ASCII_SIGN = regex(r"[.!?\n]")
_SIGN = regex(_SIGNS)
_THAI_SIGN = regex(rf"{_SIGNS}|(?<=[{_THAI}]) +(?=[{_THAI}])")
_THAI_LETTER = regex(f"[{_THAI}]")
_SPACED = regex(
    rf"[{SPACED_END_MARKS}]++(?:[{_CLOSING}]|[ \u00a0\u202f]»(?=[\s,.])|\[\d{{1,3}}\])*+"
    rf"(?P<gap>(?=\s|$)[\s{_OPENING}]*+)(?P<next>[^\W_]{{0,20}}+\.?)"
)
_UNSPACED = regex(rf"[{UNSPACED_END_MARKS}]++[!?…]*+[{_CLOSING}]*+")
_HANGUL = "\uac00-\ud7a3"
_TIGHT = regex(
    rf"(?<=[^\W\d_]{{2}}[{LOWER}]{{2}})[.!?](?=[—–] ?{FIRST_LETTER})|"
    r"[!?؟۔።]++(?=[\u0600-\u06ff\u1200-\u137f\u3040-\u30ff\u3400-\u9fff])"
    rf"|(?<=[{_HANGUL}])\.(?:[>\])]{{1,2}}(?=[{_HANGUL}\d])|(?=/?[{_HANGUL}]))"
)
"""Marks whose space is often left out: in scripts that have no small letters to be mistaken, and before a dash that
opens speech or leads to an agency."""
_NOTE = regex(r"\(([^\W\d_])[^\s()\d]{0,3}$")
"""A bracket, and the few letters in it."""
_DOTTED = regex(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,3}")
_ROMAN = regex(r"[IVX]{1,5}")
_VOWEL = regex("[aeiouyà-æè-ïò-öø-ýāăąēĕėęěīĩĭįıōŏőœũūŭůűųŷơưəɛɔạ-ỹаеиоуыэюяіїєёәөүұӣӯαεηιουωάέήίόύώ]")


def sentences(text: str) -> list[Span]:
    """Return the sentences of a text in order, white space between them left out. Linear in the text.

    A full stop after an abbreviation, an initial or an ordinal ends none, nor does any mark before a
    small letter, but in scripts without capitals. Thai and Lao, which write no marks, are parted at their spaces.
    """
    spans = []
    start = 0
    for end in (*_ends(text), len(text)):
        part = text[start:end]
        bare = part.lstrip()
        if bare:
            first = start + len(part) - len(bare)
            spans.append(Span(first, first + len(bare.rstrip())))
        start = end
    return spans


def parts_at_spaces(text: str) -> bool:
    """Tell whether a text is in a script whose sentences have no marks: they are parted at spaces, as phrases are."""
    return _THAI_LETTER.search(text) is not None


def joins(edge: str) -> bool:
    """Tell whether the two code points beside a part of such a text are a space and a letter, as within a sentence."""
    return edge.count(" ") == 1 and _THAI_LETTER.search(edge) is not None


def _ends(text: str) -> Iterator[int]:
    """Yield where sentences end, in order."""
    end = 0
    for match in _pattern(text).finditer(text):
        at = match.start()
        if at >= end and (found := _end_at(text, at, match[0])) > end:
            end = found
            yield end


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds the characters at which a sentence of this text may end."""
    if text.isascii():
        return _ASCII_SIGN
    return _THAI_SIGN if parts_at_spaces(text) else _SIGN


def _end_at(text: str, at: int, char: str) -> int:
    """Return where the sentence ends that a character at this place may end; -1 where it ends none."""
    if char in _BULLETS:
        return at if text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace() else -1
    if char.isspace():
        return at + 1
    if char in UNSPACED_END_MARKS:
        return _end_unspaced(text, at)
    match = _SPACED.match(text, at)
    if match:
        return match.start("gap") if _closes(text, match) else -1
    match = _TIGHT.match(text, at)
    return match.end() if match else -1


def _end_unspaced(text: str, at: int) -> int:
    """Return where a mark ends a sentence that needs no space; -1 in a number, or in speech that goes on after it."""
    match = _UNSPACED.match(text, at)
    end = match.end() if match else at + 1
    after = text[end : end + 1]
    if after.isdigit() and text[at - 1 : at].isdigit():
        return -1
    goes_on = text[end - 1] in CLOSERS and after != "" and not after.isspace() and after not in OPENERS
    return -1 if goes_on else end


def _closes(text: str, match: re.Match[str]) -> bool:
    """Tell whether marks with white space after them end a sentence."""
    at, gap, following = match.start(), match["gap"], match["next"]
    if "\n" in gap or not (gap or following):
        return True
    if following[:1].islower() and not _is_caseless(text[at - 1 : at]):
        return False
    # A full stop alone may be that of an abbreviation; with other marks beside it, it ends something.
    lone = text[at] == "." and match.start("gap") == at + 1
    before = text[max(0, at - MAX_WORD_CHARS) : at]
    if not lone:
        return not _is_note(before, text[at : match.start("gap")])
    if "[" in gap and before[-2:-1].isspace():
        return True
    return _is_long(before) or not _is_short(before, following.lower())


def _is_note(before: str, marks: str) -> bool:
    """Tell whether a bracket holds an abbreviation alone, in a script without capitals: "উমর (রা.) বললেন"."""
    note = _NOTE.search(before) if marks == ".)" else None
    return note is not None and _is_caseless(note[1])


def _is_caseless(letter: str) -> bool:
    """Tell whether a letter is of a script without capitals, where a small letter after it tells nothing."""
    return letter.isalpha() and not has_case(letter)


def _is_long(before: str) -> bool:
    end = before[-LONG_WORD_CHARS:]
    return len(end) == LONG_WORD_CHARS and end.isalpha()


def _is_short(before: str, following: str) -> bool:
    """Tell whether a full stop belongs to the word before it: an abbreviation, an initial, an ordinal."""
    words = before.rsplit(None, 2)
    word = words[-1].lstrip(OPENERS) if words else ""
    if word.isdigit():
        return _is_ordinal(word, words[-2] if len(words) > 1 else "", following)
    if word == "X" and len(words) > 1 and words[-2] in _NETWORK_LEADS:
        return False
    low = word.lower()
    if low in TITLES or (low in PARTS and low not in POSSIBLE_ENDS):
        return True
    may_be = low in POSSIBLE_ENDS or _DOTTED.fullmatch(word) is not None or _is_initial(word) or _is_unspoken(word)
    return may_be and following not in STARTERS


def _is_initial(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or _ROMAN.fullmatch(word) is not None


def _is_unspoken(word: str) -> bool:
    """Tell whether a word has no vowel and is no acronym in capitals: an abbreviation of any language."""
    low = word.lower()
    if not 1 < len(word) <= MAX_CONSONANTS or not word.isalpha() or word.isupper() or low == word.upper():
        return False
    return _VOWEL.search(low) is None


def _is_ordinal(number: str, before: str, following: str) -> bool:
    """Tell whether a number with a full stop is "the third", as many languages write it."""
    if len(number) > MAX_ORDINAL_DIGITS:
        return False
    if following in ORDINAL_NOUNS or not before:
        return True
    return before.lower() in ORDINAL_LEADS and following not in STARTERS
