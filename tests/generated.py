"""News as a machine would write it: any number of articles that have nothing in common, and copies of them."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTS = "b br c ch d dr f g gr h j k l m n p pl qu r s st t tr v w".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = "n r l s t nd rk st m d".split()
_SUFFIXES = ["", "er", "ing", "ed", "ly", "ness", "al", "ion"]
_SMALL = "the of and to in a is that was for it with as on by at from but this which".split()
"""The most frequent words, which tell the language."""
SITES = 200
WORDS = 20_000


@cache
def vocabulary(count: int = WORDS, seed: int = 1) -> tuple[str, ...]:
    """Return words, the frequent ones first: small ones of English, and others that are made up."""
    rng = random.Random(seed)  # noqa: S311  # nothing here is secret
    found: dict[str, None] = dict.fromkeys(_SMALL)
    while len(found) < count:
        syllables = rng.choice([1, 1, 2, 2, 2, 3])
        stem = "".join(rng.choice(_STARTS) + rng.choice(_VOWELS) for _ in range(syllables)) + rng.choice(_ENDS)
        found[stem + rng.choice(_SUFFIXES)] = None
    return tuple(found)


class Writer:
    """Writes articles; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        """Take what tells this writer from others."""
        self.rng = random.Random(seed)  # noqa: S311  # nothing here is secret
        self.words = vocabulary()
        # As in any language, the most frequent word is twice as frequent as the second.
        self._weights = [0.0]
        for rank in range(1, len(self.words) + 1):
            self._weights.append(self._weights[-1] + 1 / (rank + 2))
        self._weights = self._weights[1:]

    def some(self, count: int) -> list[str]:
        """Return words as frequent as they are."""
        return self.rng.choices(self.words, cum_weights=self._weights, k=count)

    def paragraph(self, words: int) -> str:
        """Return sentences of about so many words."""
        found = []
        while words > 0:
            size = min(self.rng.randint(8, 22), max(words, 6))
            found.append(" ".join(self.some(size)).capitalize() + ".")
            words -= size
        return " ".join(found)

    def article(self, words: int) -> str:
        """Return paragraphs of about so many words."""
        sizes = []
        while words > 0:
            sizes.append(self.rng.randint(25, 70))
            words -= sizes[-1]
        return "\n\n".join(map(self.paragraph, sizes))

    def edited(self, text: str, share: float) -> str:
        """Return a text with this share of its words replaced, left out or doubled."""
        found = []
        for word in text.split(" "):
            if "\n" in word or self.rng.random() >= share:
                found.append(word)
            elif self.rng.random() < 0.7:
                found += self.some(self.rng.choice([1, 1, 2]))
        return " ".join(found)

    def cut(self, text: str, share: float) -> str:
        """Return this share of the paragraphs of a text, those in its middle or at one end."""
        paragraphs = text.split("\n\n")
        count = max(1, round(len(paragraphs) * share))
        start = self.rng.randint(0, len(paragraphs) - count)
        return "\n\n".join(paragraphs[start : start + count])

    def wire(self, text: str, words: int) -> str:
        """Return an article of so many words, a third of which is of another one."""
        third: list[str] = []
        for paragraph in self.cut(text, 1).split("\n\n"):
            if sum(len(part.split()) for part in third) < words / 3:
                third.append(paragraph)
        own = self.article(words - words // 3).split("\n\n")
        at = self.rng.randint(0, len(own))
        return "\n\n".join([*own[:at], *third, *own[at:]])


def records(count: int, seed: int = 7, words: int = 500) -> Iterator[dict[str, str]]:
    """Yield so many articles as records; one in twenty is a copy of an earlier one, whole or edited."""
    writer = Writer(seed)
    known: list[str] = []
    for number in range(count):
        rng = writer.rng
        site = rng.randrange(SITES)
        footer = f"Site {site} is read by {rng.randint(1000, 9999)} people"
        if known and number % 40 == 20:
            text = rng.choice(known)
        elif known and number % 40 == 0:
            text = f"{writer.edited(rng.choice(known), 0.05)}\n\n{footer}"
        else:
            text = f"{writer.article(rng.randint(words // 3, words * 5 // 3))}\n\n{footer}"
            if number % 10 == 0:
                known.append(text)
                del known[:-500]
        day = f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        yield {
            "id": f"a{number:07}", "url": f"https://site{site}.example/{number}", "date": day,
            "author": rng.choice(["Ann Lee", "Tom Reed", ""]), "text": text,
        }  # fmt: skip
