"""What the rules on comments cost on texts that are nothing but forms."""

from __future__ import annotations

import time

import pytest

from scrapelint import Article
from scrapelint.plugin import DocumentRule, Linter
from scrapelint.selection.registry import discover

LINES = 4_000
MAX_GROWTH = 3.2
"""CPU time of twice the text, as a multiple: 2 where cost is linear, 4 where it is quadratic."""


@pytest.fixture(scope="module")
def linter() -> Linter:
    registry = discover()
    rules = [rule() for rule in registry.rules.values() if issubclass(rule, DocumentRule) and rule.code[:3] == "CMT"]
    return Linter(rules, registry.phrases())


def cost(linter: Linter, text: str) -> float:
    """Return the least CPU time of three checks, in seconds."""
    times = []
    for _ in range(3):
        began = time.process_time()
        linter.check(Article(text))
        times.append(time.process_time() - began)
    return min(times)


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
    cost(linter, block)

    assert cost(linter, 2 * rows) < MAX_GROWTH * cost(linter, rows)
