"""Like words that are no spellings of one name: other words, classes of one word, two people named side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.translation._shared.names.opposites import are_opposites
from scrapelint_rules.translation._shared.names.romanisation import plain
from scrapelint_rules.translation._shared.names.titles import NO_PARTNERS
from scrapelint_rules.translation._shared.words.lexicon import lexicon

if TYPE_CHECKING:
    from scrapelint_rules.translation._shared.names.names import Names

MIN_STEM_CHARS = 5
"""Shortest rest of a word, in letters, by which words of two prefixes are known for one."""
MAX_PREFIX_CHARS = 4
MIN_OPENING_CHARS = 5
"""Shortest names that are compared where both only begin sentences, in letters."""

_PREFIXES = frozenset(
    " a ama ba be bo bu chi ci di du e ega em gi i im in isi ka ke ki ku kwa le li lo lu ma me mi mo mu n nga nya o pa "
    "se shi si tshi u um va vi vu wa ya zi chep jep kip un non re dis mis pre anti semi".split(" ")
)
"""Class prefixes of Bantu languages and prefixes of Malay ones, or none: Batswana and Motswana, Buganda and Muganda.

So are those of women and men in Kalenjin: Chepkemoi and Kipkemoi; and those of headings in English: Unsupervised Learning.
"""
_GENERATIONS = re.compile(r"[xyz]ers?\Z")
"""Those of a generation: Gen Zers and Gen Xers are two."""
MIN_VERB_CHARS = 8
_TWO_SPELLINGS = re.compile(r"[iy][sz](?:ations?|ing|ed|es?|ers?)\Z")
"""The end of a verb that has two spellings in English, and of what is made of it: Revolutionising, Organization."""
_AND = (
    r"(?:,? (?:and|or|und|oder|et|ou|y|o|e|en|of|og|och|i|a|и|или|ve|és|și|to|bis|tot|à|до|do|till|til|al|&) "
    r"| ?/ ?|; | [-–—] )"
)
"""What comes between two of a list, a pair, or the ends of a way: "from Port Velda to Port Valda"."""
_NEAR_CHARS = 60
"""How far from a name, in code points, another of its list or pair is looked for."""
_SURNAME = r"(?: (?=[^a-zа-я])[^\W\d_]+)?(?: \([^()]{1,30}\))?"
_FIRST_NAME = r"(?=[^a-zа-я])[^\W\d_]+ "
_BETWEEN = rf"{_SURNAME}(?:{_AND}(?:{_FIRST_NAME})?|, {_FIRST_NAME})"
"""A comma alone comes between two spellings as well: in a list each has a name before it."""
_ORIGINAL = rf"(?: (?=[^a-zа-я])[^\W\d_]+)?,? \((?:{_FIRST_NAME})?"
"""Between a name and how it is written where it comes from: "Tomasa Anglora (Thomasa Anglora)"."""
_ONE, _OTHER = "\ua7aa\ua7ae"
"""Capitals that stand for two names: an expression for each pair would cost more to make than to search for."""
_JOINED = regex(rf"\b(?:{_ONE}(?:{_BETWEEN}|{_ORIGINAL}){_OTHER}|{_OTHER}(?:{_BETWEEN}|{_ORIGINAL}){_ONE})\b")


def are_two(names: Names, one: str, other: str, text: str, *, is_english: bool) -> bool:
    """Tell whether two like words with a capital are two words, or the names of two people; a hyphen tells nothing."""
    low, lower = one.lower(), other.lower()
    return (
        not {low, lower}.isdisjoint(NO_PARTNERS)
        or low.replace("-", "") == lower.replace("-", "")
        or are_opposites(low, lower)
        or _begin_sentences(names, one, other, text, is_english=is_english)
        or _share_stem(low, lower)
        or all(map(_GENERATIONS.match, (low, lower)))
        or _are_one_verb(low, lower)
        or _are_joined(text, one, other)
    )


def have_titles(names: Names, *people: str) -> bool:
    """Tell whether each of these people is introduced by a title."""
    return all(any(before.lower() in NO_PARTNERS for before in names.before(name)) for name in people)


def stand_in_lower_case(text: str, *names: str) -> bool:
    """Tell whether one of these names is a word as well."""
    return any(f" {name.lower()}" in text for name in names)


def _begin_sentences(names: Names, one: str, other: str, text: str, *, is_english: bool) -> bool:
    """Tell whether a capital may be that of a sentence: "Wenn" and "Denn", "Kein" and "Mein"."""
    opening = [name for name in (one, other) if not names.is_within_sentence(name)]
    if is_english:
        opening = [name for name in opening if lexicon().knows(plain(name))]
    if not opening:
        return False
    is_short = min(len(one), len(other)) < MIN_OPENING_CHARS and len(opening) > 1
    return is_short or not all(map(names.after, opening)) or stand_in_lower_case(text, one, other)


def _are_one_verb(one: str, other: str) -> bool:
    """Tell whether two long words are spellings of one English verb, one with s and the other with z."""
    return (
        len(one) >= MIN_VERB_CHARS
        and one.replace("z", "s") == other.replace("z", "s")
        and _TWO_SPELLINGS.search(one) is not None
    )


def _share_stem(one: str, other: str) -> bool:
    """Tell whether two words differ in their prefix alone."""
    first, second = _stems(one), _stems(other)
    return not first.isdisjoint(second)


def _stems(word: str) -> frozenset[str]:
    cuts = range(min(MAX_PREFIX_CHARS, len(word) - MIN_STEM_CHARS) + 1)
    return frozenset(word[at:] for at in cuts if word[:at] in _PREFIXES)


def _are_joined(text: str, one: str, other: str) -> bool:
    """Tell whether what comes between two names says that they are meant: "Joan Ruiz and Jean Ruiz", "Ana Rius, Ana Ruiz".

    So it is where the second is in brackets after the first.
    """
    if not _stand_near(text, *sorted((one, other), key=text.count)):
        return False
    long, short = sorted((one, other), key=len, reverse=True)
    return _JOINED.search(text.replace(long, _ONE).replace(short, _OTHER)) is not None


def _stand_near(text: str, rare: str, other: str) -> bool:
    """Tell whether one name is near the other anywhere, which is seen without an expression for each pair of names."""
    at = text.find(rare)
    while at >= 0:
        if text.find(other, max(0, at - _NEAR_CHARS), at + len(rare) + _NEAR_CHARS) >= 0:
            return True
        at = text.find(rare, at + 1)
    return False
