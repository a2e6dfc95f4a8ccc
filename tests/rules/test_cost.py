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


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.id)
def test_cost_grows_with_the_text(case: Case, table: PackedPhrases) -> None:
    linter = Linter([case.rule(settings=case.example.settings)], table)
    linter.check(Article(case.unit))

    def works(size: int) -> Callable[[], object]:
        text = (case.unit * (CHARS * size // len(case.unit) + 1))[: CHARS * size]
        return partial(linter.check, Article(text, fields=dict(case.example.fields)))

    assert is_linear(works), "the cost grows faster than the text"
