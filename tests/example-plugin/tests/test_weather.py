"""The examples of the rules and of the pack, as tests."""

import pytest
import scrapelint_weather

from scrapelint.testing import Case, PluginExamples

EXAMPLES = PluginExamples(scrapelint_weather)


@pytest.mark.parametrize("case", EXAMPLES.cases, ids=str)
def test_example(case: Case) -> None:
    EXAMPLES.check(case)


def test_pack_is_named_by_a_rule() -> None:
    named = {concept for rule in scrapelint_weather.RULES for concept in rule.packs}
    assert {"weather-widget"} == named
