"""How much of a text is made of the same lines and phrases, after Gopher."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = 12
"""Places at which a text is asked whether it goes round in circles."""
SAMPLE_CHARS = 20
"""Length of a sample, in code points."""
WINDOW_CHARS = 4_000
"""How far after a sample its copies are looked for."""
MIN_LOOPING_SAMPLES = 2
"""Samples that have to come again: one alone may be a name."""
MIN_SAMPLE_HITS = 3
"""Copies of a sample that are a loop."""
MAX_CHARS = 100_000
"""A loop shows in the beginning of a text; the rest is not measured."""
TOP_SHARES = {2: 0.20, 3: 0.18, 4: 0.16}
"""Largest share of characters that one n-gram may cover (Rae et al. 2021, table A1)."""
DUPLICATE_SHARES = {5: 0.15, 10: 0.10}
"""Largest share of characters in n-grams that came before (the same; 6 to 9 lie between)."""
DUPLICATE_LINES = 0.30
"""Largest share of lines that came before (the same); blank ones are not counted."""
DUPLICATE_LINE_CHARS = 0.20
"""Largest share of characters in such lines (the same); both have to be passed."""
MIN_WORDS = 30
"""Below, a single repeated name is over Gopher's limits."""


class Measure(NamedTuple):
    """A share of the text, and the most that is usual."""

    name: str
    value: float
    limit: float


def may_loop(text: str) -> bool:
    """Tell whether some sample of the text is in it three times; a dozen searches, no words."""
    text = text[:MAX_CHARS]
    step = max(1, len(text) // SAMPLES)
    starts = range(0, len(text) - SAMPLE_CHARS, step)
    looping = sum(text.count(text[at : at + SAMPLE_CHARS], at, at + WINDOW_CHARS) >= MIN_SAMPLE_HITS for at in starts)
    return looping >= MIN_LOOPING_SAMPLES


def worst_measure(keys: list[str]) -> Measure | None:
    """Return the measure that is furthest above its limit, or None."""
    words = " ".join(keys)[:MAX_CHARS].split()
    if len(words) < MIN_WORDS:
        return None
    chars = sum(map(len, words))
    measures = [_duplicate_lines(keys), *_top_shares(words, chars)]
    measures += [
        Measure(f"duplicate {n}-grams", _duplicate_share(words, n, chars), limit)
        for n, limit in DUPLICATE_SHARES.items()
    ]
    worst = max(measures, key=lambda m: m.value / m.limit)
    return worst if worst.value > worst.limit else None


def _duplicate_lines(keys: list[str]) -> Measure:
    """Return the share of repeated lines, or nothing where they are too short to matter."""
    once = set(keys)
    letters = 1 - sum(map(len, once)) / sum(map(len, keys))
    value = 1 - len(once) / len(keys) if letters > DUPLICATE_LINE_CHARS else 0.0
    return Measure("duplicate lines", value, DUPLICATE_LINES)


def _top_shares(words: list[str], chars: int) -> Iterator[Measure]:
    """Yield the share of the most frequent n-gram, up to the n from which none can be over its limit.

    A longer one is there no more often than the most frequent shorter one.
    """
    longest, most = max(map(len, words)), len(words)
    for n, limit in TOP_SHARES.items():
        if most * n * longest < limit * chars:
            return
        gram, most = Counter(zip(*(words[i:] for i in range(n)), strict=False)).most_common(1)[0]
        yield Measure(f"top {n}-gram", most * sum(map(len, gram)) / chars if most > 1 else 0.0, limit)


def _duplicate_share(words: list[str], n: int, chars: int) -> float:
    """Return the share of characters in n-grams seen before, each word counted once."""
    grams = list(zip(*(words[i:] for i in range(n)), strict=False))
    if len(set(grams)) == len(grams):
        return 0.0
    seen: set[tuple[str, ...]] = set()
    repeated, at = 0, 0
    while at < len(grams):
        gram = grams[at]
        if gram in seen:
            repeated += sum(map(len, gram))
            at += n
        else:
            seen.add(gram)
            at += 1
    return repeated / chars
