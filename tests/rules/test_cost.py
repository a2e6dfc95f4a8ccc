"""What any rule costs on text of its own wording grows no faster than the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest
from costs import is_linear

from scrapelint.article import Article
from scrapelint.engine.linter import Linter
from scrapelint.rule import Bad, DocumentRule
from scrapelint.selection.registry import discover
from scrapelint.testing import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapelint.packs.table import PackedPhrases

pytestmark = pytest.mark.cost

STORY = "The council of Larn opened the bridge on Friday, and the mayor thanked all who had built it."
CHARS = 8_000
"""Length of the shortest text, some two pages."""


class Case(NamedTuple):
    """A rule, and a text with all the wording that it looks for."""

    rule: type[DocumentRule]
    unit: str
    example: Bad
    kind: str

    @property
    def id(self) -> str:
        """Code and form, as a test's id."""
        return f"{self.rule.code}-{self.kind}"


def cases() -> Iterator[Case]:
    """Yield each rule with its own examples, as paragraphs and as one line."""
    for rule in discover().rules.values():
        if not issubclass(rule, DocumentRule):
            continue
        bad = [example for example in rule.examples if isinstance(example, Bad)]
        texts = [unmarked(example.text)[0] for example in bad]
        yield Case(rule, "\n\n".join(texts)[:CHARS] + "\n\n", bad[0], "paragraphs")
        yield Case(rule, " ".join(" ".join(texts).split())[:CHARS] + " ", bad[0], "line")


WORDS = [one + two + three for one in "klmr" for two in "aeiou" for three in ("ron", "lan", "tas", "dur", "ni", "ves")]
"""Syllables of which any number of words is made, no two the same."""


def word(number: int) -> str:
    """Return one of any number of words that are like each other."""
    high, low = divmod(number, len(WORDS))
    return WORDS[low] + (word(high - 1) if high else "")


def like(number: int) -> str:
    """Return one of many names of the same consonants."""
    return "K" + "".join("aeiou"[number // 5**place % 5] + letter for place, letter in enumerate("rnlts"))


MADE = {
    "like names": lambda number: f"{like(number)} said it. ",
    "names": lambda number: f"{word(number).title()} {word(number * 7).title()}, ",
    "words": lambda number: f"{word(number)}\n",
    "headings": lambda number: f"{word(number).title()} And {word(number * 3).title()}\n\n",
    "dates": lambda number: f"{1 + number % 28} May {1900 + number % 130}\n",
    "days": lambda number: f"on Monday, May {1 + number % 28}, {1900 + number % 130}, ",
    "copies": lambda number: f"The council of Larn opened the {word(number)} bridge on Friday, and thanked all.\n\n",
    "credits": lambda number: f"Photo: {word(number).title()} Lee\n",
    "bylines": lambda number: f"By {word(number).title()} Lee and ",
    "sentence": lambda number: f"{word(number)} ",
    "accents": lambda _: "a\u0301\u0302",
    "families": lambda _: "👨\u200d👩\u200d👧 ",
    "turned": lambda _: "\u202eשלום ",
    "brackets": lambda _: "([{<",
    "zeros": lambda _: "\0",
    "links": lambda _: "[a](",
    "dots": lambda _: ".",
    "islands": lambda _: "and the council of Larn saw the порт once more ",
}
"""Texts by what they are made of, of which no two parts need be the same."""


@pytest.mark.parametrize("unit", MADE.values(), ids=MADE)
def test_cost_of_all_rules_grows_with_a_text_that_is_made_to_be_dear(
    unit: Callable[[int], str], table: PackedPhrases
) -> None:
    rules = [rule() for rule in discover().rules.values() if issubclass(rule, DocumentRule)]
    linter = Linter(rules, table)
    linter.check(Article(STORY))

    def works(size: int) -> Callable[[], object]:
        # Twice as long as elsewhere: what looks at repeats and names does little in the shortest texts, and then all it does.
        length = 2 * CHARS * size
        return partial(linter.check, Article("".join(map(unit, range(length // len(unit(0)))))[:length]))

    assert is_linear(works), "the cost grows faster than the text"


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.id)
def test_cost_grows_with_the_text(case: Case, table: PackedPhrases) -> None:
    linter = Linter([case.rule(settings=case.example.settings)], table)
    linter.check(Article(case.unit))

    def works(size: int) -> Callable[[], object]:
        text = (case.unit * (CHARS * size // len(case.unit) + 1))[: CHARS * size]
        return partial(linter.check, Article(text, fields=dict(case.example.fields)))

    assert is_linear(works), "the cost grows faster than the text"
