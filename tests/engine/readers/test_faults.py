"""The rules about the input, held to their own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.faults import INPUT_RULES, BadFile, InputRule, MissingTextField
from scrapelint.readers.source import field_names
from scrapelint.reporters.rule_pages import documentation, page

if TYPE_CHECKING:
    from conftest import Reading

NAMED = {"names": field_names({"text": ("story",)}), "text_fields": ("story",)}
"""What `--text-field story` comes to."""
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in INPUT_RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_is_reported_as_it_says(reading: Reading, rule: type[InputRule], example: BadFile) -> None:
    source = NAMED if rule is MissingTextField else {}
    intakes = reading(example.filename, example.content, max_record_chars=1000, **source)

    codes = {fault.code for intake in intakes for fault in intake.faults}
    assert codes == ({rule.code} if isinstance(example, BadFile) else set())


@pytest.mark.parametrize("rule", INPUT_RULES, ids=lambda rule: rule.code)
def test_page_says_why_and_what_to_do(rule: type[InputRule]) -> None:
    assert "Why it matters:" in documentation(rule)
    assert "What to do:" in documentation(rule)
    assert "## Not reported" in page(rule)
