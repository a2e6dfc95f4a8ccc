"""How like each other two spellings are."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from scrapelint_rules.translation._shared.names.romanisation import plain, skeleton, with_equal_ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MIN_CHARS = 4
"""Shortest name that is compared, in letters."""
MIN_FAR_CHARS = 6
"""Length from which two names may differ in two letters."""
MAX_FAR_EDITS = 2
MAX_FAR_STRETCH = 2
"""Longest stretch, in letters, in which two names differ that are alike at both ends."""
MAX_SOUND_EDITS = 3
"""Most letters in which names of the same consonants may differ: Humeyra and Hamira."""
MAX_ENDING_CHARS = 2
"""Letters at the end in which names may differ without being variants: cases, and women's names."""
MAX_OTHER_SIGNS = 4
"""Most letters that are in only one of two names that differ in two."""
MAX_COMPARED = 50_000
"""Most pairs of names that are looked at in a text, group by group; of 5,600 scraped articles none has more than 5,400."""
MAX_PAIRS = 1_000
"""Most pairs of a text that may be one; of the same articles none has more than 260. A text with more is made of names."""

_VOWELS = frozenset("aeiouy")
_UNVOICED = str.maketrans("bdgvz", "ptkfs")
"""Consonants that one language writes for the other's: Gaddafi and Qaddafi."""
_OPEN = _VOWELS | {"j"}
"""Letters that a name without a consonant before its first vowel may begin with: Iohannes and Johannes."""
_HISSING = frozenset("csxqzj")
"""Letters that one romanisation has for another's: Zheng and Cheng."""
_NO_VOWELS = str.maketrans("", "", "aeiouy-")


def near(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that may be one: they begin, end or sound alike, and are of nearly one length.

    Hundreds of pairs are looked at in each article, so the cheap tests come first, and only the few names that share
    a key are put into groups. Of a text of many like names only some are.
    """
    known = [name for name in names if len(name) >= MIN_CHARS]
    lowered = "\n".join(known).lower().split("\n")
    lows = [low if low.isascii() else plain(name) for name, low in zip(known, lowered, strict=False)]
    lengths = list(map(len, lows))
    bones = "\n".join(lows).translate(_NO_VOWELS).split("\n")
    found: dict[tuple[int, int], tuple[int, int]] = {}
    # Only names that begin, end or sound alike are compared: all pairs would be the square of their number.
    left = MAX_COMPARED
    for kind, keys in enumerate(([low[:2] for low in lows], [low[-3:] for low in lows], bones)):
        for group in _groups(keys):
            count = len(group) * (len(group) - 1) // 2
            if count > left:
                continue
            left -= count
            for pair in combinations(group, 2):
                one, other = pair
                if not -MAX_ENDING_CHARS <= lengths[one] - lengths[other] <= MAX_ENDING_CHARS:
                    continue
                if bones[one] != bones[other] and not _share_ends(lows[one], lows[other]):
                    continue
                if pair in found or _may_be_one(lows[one], lows[other]):
                    found[pair] = min(found.get(pair, (group[0], kind)), (group[0], kind))
    ordered = sorted(found, key=lambda pair: (found[pair], pair))
    return [(known[one], known[other]) for one, other in ordered[:MAX_PAIRS]]


def _groups(keys: Sequence[str]) -> Iterable[list[int]]:
    """Return the indices of equal keys, of those that are there more than once."""
    groups: dict[str, list[int]] = {key: [] for key, count in Counter(keys).items() if count > 1}
    for at, key in enumerate(keys):
        if key in groups:
            groups[key].append(at)
    return groups.values()


def likeness(one: str, other: str) -> str:
    """Return how two names differ: `ending`, `sound`, `close`, `far`; empty where they are two names, or one.

    `far` is a first guess; `is_far` works it out, where something else speaks for it.
    """
    low, high = sorted((plain(one), plain(other)), key=len)
    short, long = sorted(_differing(low, high), key=len)
    if low == high or _differ_at_end(short, long):
        return "ending" if low != high and _end_alike(short, long) else ""
    if is_one_edit(low, high):
        return "sound" if skeleton(low) == skeleton(high) else "close"
    if len(low) < MIN_FAR_CHARS:
        return "far" if low.translate(_NO_VOWELS) == high.translate(_NO_VOWELS) else ""
    kept = _same_chars(low, high) + _same_chars(low[::-1], high[::-1])
    return (
        "far" if kept >= len(low) - MAX_FAR_STRETCH or low.translate(_NO_VOWELS) == high.translate(_NO_VOWELS) else ""
    )


def _differing(one: str, other: str) -> tuple[str, str]:
    """Return the only parts of two compound names that differ, else the names: an ending may be within a compound."""
    parts = list(zip(one.split("-"), other.split("-"), strict=False))
    apart = [pair for pair in parts if pair[0] != pair[1]]
    is_compound = len(parts) > 1 and one.count("-") == other.count("-")
    is_long = len(apart) == 1 and min(map(len, apart[0])) > MIN_CHARS
    return apart[0] if is_compound and is_long else (one, other)


def is_far(one: str, other: str) -> str:
    """Return `sound` or `far` where two names differ in two letters, or in three that change no sound; else nothing."""
    from rapidfuzz.distance import OSA

    low, high = sorted((plain(one), plain(other)), key=len)
    edits = OSA.distance(low, high, score_cutoff=MAX_SOUND_EDITS)
    if len(skeleton(low)) > 1 and skeleton(low) == skeleton(high) and edits <= MAX_SOUND_EDITS:
        return "sound"
    return "far" if edits <= MAX_FAR_EDITS and len(low) >= MIN_FAR_CHARS else ""


def begin_alike(one: str, other: str) -> bool:
    """Tell whether two names may begin with one sound, as two spellings do: not Wesley and Joesley."""
    return not _first_sounds(plain(one)).isdisjoint(_first_sounds(plain(other)))


def _first_sounds(name: str) -> set[str]:
    """Return the sounds that a plain name may begin with, nothing for a vowel: J is one in Johannes, a consonant in Joe."""
    first = name.lstrip("h")[:1]
    sounds = {""} if first in _OPEN else {skeleton(name)[:1].translate(_UNVOICED)}
    return sounds | {"s"} if first in _HISSING or name.startswith(("ts", "dz", "hs")) else sounds


def is_one_edit(low: str, high: str) -> bool:
    """Tell whether one letter more, another letter or two swapped ones make the one of the other; the shorter first."""
    start = _same_chars(low, high)
    if len(low) == len(high):
        swapped = low[start : start + 2] == high[start : start + 2][::-1] and low[start + 2 :] == high[start + 2 :]
        return low[start + 1 :] == high[start + 1 :] or swapped
    return len(high) - len(low) == 1 and low[start:] == high[start + 1 :]


def is_lost_vowel(one: str, other: str) -> bool:
    """Tell whether one plain name has a vowel within that the other lacks: Beijing and Bejing."""
    low, high = sorted((one, other), key=len)
    at = _same_chars(low, high)
    return 0 < at < len(low) and low[at:] == high[at + 1 :] and high[at] in _VOWELS


def _share_ends(first: str, second: str) -> bool:
    """Tell whether two names of nearly one length are the same at both ends, but for a stretch of two letters."""
    alike = min(len(first), len(second)) - MAX_FAR_STRETCH
    if first[-1] != second[-1]:
        return first[:alike] == second[:alike]
    at = 0
    while at < alike and first[at] == second[at]:
        at += 1
    return first[len(first) - alike + at :] == second[len(second) - alike + at :]


def _may_be_one(first: str, second: str) -> bool:
    if first == second or len(set(first).symmetric_difference(second)) > MAX_OTHER_SIGNS:
        return False
    low, high = (first, second) if len(first) <= len(second) else (second, first)
    return not _differ_at_end(low, high) or _end_alike(low, high)


def _end_alike(low: str, high: str) -> bool:
    return with_equal_ending(low) == with_equal_ending(high)


def _differ_at_end(low: str, high: str) -> bool:
    """Tell whether two names are the same up to their last letters."""
    return low[: len(low) - MAX_ENDING_CHARS] == high[: len(low) - MAX_ENDING_CHARS]


def _same_chars(low: str, high: str) -> int:
    """Return how many letters two names share at their beginning; the shorter first."""
    at = 0
    while at < len(low) and low[at] == high[at]:
        at += 1
    return at
