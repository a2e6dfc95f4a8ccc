"""The measures of Gopher: quality and repetition of a document (Rae et al. 2021, appendix A1.1, table A1).

Shares go from 0 to 1; lengths count code points; an empty text gives 0 everywhere. Every
function is linear in its input.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex
from scrapelint_rules.statistics._shared.marks import BULLETS, ELLIPSES
from scrapelint_rules.statistics._shared.stop_words import INSIDE_WORDS, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from scrapelint_rules.statistics._shared.words import Words

SHORT_WORDS = {"ko": 1.5}
"""Languages whose words are on average shorter than Gopher's 3 letters, and what is asked of them."""
LONG_WORDS = {"ml": 14.0, "kn": 12.0, "ta": 12.0, "te": 12.0, "my": 60.0}
"""Languages whose words are on average longer than Gopher's 10 letters allow, and what is allowed to them."""

_PARAGRAPH_BREAK = regex(r"\n\s*\n")


def mean_word_chars(words: Words) -> float:
    """Mean length of the words, in code points; marks are no words."""
    return sum(map(len, words.proper)) / len(words.proper) if words.proper else 0.0


def hash_share(text: str, words: Words) -> float:
    """Number of `#` for each word."""
    return text.count("#") / max(1, words.count)


def ellipsis_share(text: str, words: Words) -> float:
    """Number of `...` and `…` for each word."""
    return sum(map(text.count, ELLIPSES)) / max(1, words.count)


def bullet_line_share(lines: Sequence[str]) -> float:
    """Share of lines that begin with the mark of a list, of the lines that are not blank."""
    return sum(line.startswith(BULLETS) for line in lines) / max(1, len(lines))


def ellipsis_line_share(lines: Sequence[str]) -> float:
    """Share of lines that end in an ellipsis, of the lines that are not blank."""
    return sum(line.endswith(ELLIPSES) for line in lines) / max(1, len(lines))


def alphabetic_share(words: Words) -> float:
    """Share of words with at least one letter; marks are no words."""
    without = {word for word in set(words.proper) if not word.isalpha() and not any(map(str.isalpha, word))}
    return sum(word not in without for word in words.proper) / max(1, len(words.proper))


def stop_word_count(text: str, words: Words, language: str | None) -> int | None:
    """Number of distinct stop words in the text, in any case; None for a language without a list."""
    wanted = STOP_WORDS.get(language or "", "").split()
    if not wanted:
        return None
    if language in INSIDE_WORDS:
        return sum(word in text for word in wanted)
    return len({word.lower() for word in set(words.proper)}.intersection(wanted))


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs: what blank lines part."""
    return [paragraph.strip() for paragraph in _PARAGRAPH_BREAK.split(text) if paragraph.strip()]


class Duplicates(NamedTuple):
    """How much of a sequence of lines or paragraphs already stood above."""

    share: float
    """Share of the parts."""
    chars: int
    """Their code points."""


def duplicates(parts: Iterable[str]) -> Duplicates:
    """Return how many parts already occurred; the first occurrence never counts."""
    counts = Counter(parts)
    total = sum(counts.values())
    chars = sum(len(part) * (count - 1) for part, count in counts.items())
    return Duplicates((total - len(counts)) / max(1, total), chars)


class Ngrams(NamedTuple):
    """The n-grams of one size that occur more than once."""

    size: int
    """In words."""
    top: str
    """The most frequent one, the first of several; empty where none occurs twice."""
    top_chars: int
    """Code points that it covers with its spaces; overlapping occurrences count once."""
    duplicate_chars: int
    """Code points, without spaces, in n-grams that already occurred; none is counted twice."""


def repeated_ngrams(words: Words, sizes: Iterable[int]) -> Iterator[Ngrams]:
    """Yield the repeated n-grams of each size, sizes ascending, in words."""
    glue = " " if words.signs_per_word == 1 else ""
    starts = [0, *accumulate(map(len, words.tokens))]
    grams = _single(words.tokens)
    for size in sizes:
        length = size * words.signs_per_word
        while grams.length < length:
            grams = _longer(grams, min(length, 2 * grams.length))
        top = glue.join(words.tokens[slice(*_top(grams))])
        yield Ngrams(size, top, _top_count(grams) * len(top), _duplicate_chars(grams, starts))


class _Grams(NamedTuple):
    """The places of all n-grams of one length, in tokens, that occur more than once."""

    length: int
    numbers: list[int]
    """By place: equal n-grams have equal numbers; -1 where the n-gram occurs once."""
    places: Sequence[int]
    counts: Sequence[int]
    """Occurrences by number; numbers follow the order of the first occurrence."""


def _single(tokens: Sequence[str]) -> _Grams:
    return _numbered(len(tokens), 1, range(len(tokens)), tokens)


def _longer(grams: _Grams, length: int) -> _Grams:
    """Return the n-grams of a length up to twice as large: each is told by its first and its last shorter one."""
    if not grams.places:
        return grams._replace(length=length)
    numbers, total, shift = grams.numbers, len(grams.numbers), length - grams.length
    last = numbers[shift:] + [-1] * shift
    places = [place for place in grams.places if last[place] >= 0]
    return _numbered(total, length, places, [numbers[place] * total + last[place] for place in places])


def _numbered(total: int, length: int, places: Sequence[int], keys: Sequence[Hashable]) -> _Grams:
    counts = {key: count for key, count in Counter(keys).items() if count > 1}
    fresh = dict(zip(counts, range(len(counts)), strict=True))
    found = [(place, fresh[key]) for place, key in zip(places, keys, strict=True) if key in fresh]
    numbers = [-1] * total
    for place, number in found:
        numbers[place] = number
    return _Grams(length, numbers, [place for place, _ in found], list(counts.values()))


def _top(grams: _Grams) -> tuple[int, int]:
    """Return the place of the most frequent n-gram and its end; of several the first."""
    if not grams.places:
        return 0, 0
    place = grams.numbers.index(grams.counts.index(max(grams.counts)))
    return place, place + grams.length


def _top_count(grams: _Grams) -> int:
    """Return how often the most frequent n-gram occurs without overlapping itself."""
    if not grams.places:
        return 0
    top = grams.numbers[_top(grams)[0]]
    free = times = 0
    for place in grams.places:
        if grams.numbers[place] == top and place >= free:
            free = place + grams.length
            times += 1
    return times


def _duplicate_chars(grams: _Grams, starts: Sequence[int]) -> int:
    """Return the code points in n-grams that already occurred; what one covers is not looked at again."""
    seen: set[int] = set()
    free = chars = 0
    for place in grams.places:
        if place < free:
            continue
        number = grams.numbers[place]
        if number in seen:
            free = place + grams.length
            chars += starts[free] - starts[place]
        seen.add(number)
    return chars
