"""What the rules on comments cost on texts that are nothing but forms."""

from __future__ import annotations

from functools import partial

import pytest
from costs import is_linear

from scrapelint import Article
from scrapelint.plugin import DocumentRule, Linter
from scrapelint.selection.registry import discover

pytestmark = pytest.mark.cost

LINES = 2_000
"""Of the shortest text."""


@pytest.fixture(scope="module")
def linter() -> Linter:
    registry = discover()
    rules = [rule() for rule in registry.rules.values() if issubclass(rule, DocumentRule) and rule.code[:3] == "CMT"]
    return Linter(rules, registry.phrases())


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("your e-mail address will not be published\n", id="notices"),
        pytest.param("homepage\n", id="labels"),
        pytest.param("Name\n" + 7 * "a\n", id="labels far apart"),
        pytest.param("Comments\n12 comments\n", id="headings"),
    ],
)
def test_cost_of_a_form_grows_with_its_length(linter: Linter, block: str) -> None:
    rows = block * (LINES // block.count("\n"))
    linter.check(Article(block))

    assert is_linear(lambda size: partial(linter.check, Article(rows * size)))
