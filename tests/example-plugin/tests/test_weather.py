"""The examples of the rules and of the pack, as tests."""

from pathlib import Path

import pytest
import scrapelint_weather

from scrapelint.packs.files import compiled, load
from scrapelint.packs.matcher import Matcher
from scrapelint.selection.registry import pack_files
from scrapelint.testing import ExampleCase, PackCase, cases_of, check_example, check_pack_example, pack_cases

PACKS = [load(path) for path in pack_files(scrapelint_weather)]
TABLE = compiled(PACKS)


@pytest.mark.parametrize("case", list(cases_of(scrapelint_weather.RULES)), ids=lambda case: case.id)
def test_rule_does_what_its_example_says(case: ExampleCase) -> None:
    check_example(case, TABLE)


@pytest.mark.parametrize("case", [c for pack in PACKS for c in pack_cases(pack)], ids=lambda case: case.id)
def test_pack_does_what_its_example_says(case: PackCase) -> None:
    check_pack_example(case, Matcher(TABLE))


def test_pack_is_named_by_a_rule() -> None:
    assert {Path(path).stem for path in pack_files(scrapelint_weather)} == {
        concept for rule in scrapelint_weather.RULES for concept in rule.packs
    }
