"""What evidence is called in words."""

from __future__ import annotations

from typing import Any

import pytest

from scrapelint.finding import Finding, Severity
from scrapelint.reporters.people.reasons import REASONS, SHARES, UNSAID
from scrapelint.reporters.people.words import evidence_words


def words(message: str, **evidence: Any) -> str:
    return evidence_words(Finding("XXX001", "made-up", Severity.INFO, message, None, 0.9, evidence))


@pytest.mark.parametrize(
    ("message", "evidence", "said"),
    [
        ("repeats line 3", {"kind": "near", "other_line": 3, "share": 0.96}, "96% of it the same, 90% sure of its kind (near)"),
        ("6 times between paragraphs", {"repeats": 6, "min_repeats": 5}, "5 are enough, 90% sure"),
        ('author is an account: "admin"', {"author": "admin"}, "90% sure"),
        ("author is no person", {"author": "admin"}, "author: admin, 90% sure"),
        ("there are: id, url", {"fields": ["id", "url"]}, "90% sure"),
        ("there are fields", {"fields": ["id", "url"]}, "fields: id, url, 90% sure"),
        ("of 15 lines", {"lines": 5}, "lines: 5, 90% sure"),
        ("70% of the text", {"value": 0.7, "limit": 0.1}, "the limit is 0.1, 90% sure"),
        ("a line", {"zone": "tail"}, "below the article, 90% sure"),
        ("a word", {"kind": "row", "pack": "p", "phrase": "w"}, '"w" is a phrase of p, 90% sure'),
        ("signs", {"places": [{"start": 1, "end": 2}]}, "90% sure"),
        ("two kinds", {"left_out": [{"code": "A", "n": 2}, {"code": "B", "n": 1}]}, "left out: A 2, B 1, 90% sure"),
        ("a rule from elsewhere", {"its_own": {"a": 0.5, "b": 2}}, "its own: a 0.5, b 2, 90% sure"),
    ],
)  # fmt: skip
def test_words_say_what_the_message_does_not(message: str, evidence: dict[str, Any], said: str) -> None:
    assert words(message, **evidence) == said


def test_each_name_has_one_place() -> None:
    assert not UNSAID & set(REASONS)
    assert set(REASONS) >= SHARES


@pytest.mark.parametrize("name", sorted(REASONS))
@pytest.mark.parametrize("value", ["a {text} of data", 7, 0.25, ["x", "y"], {"k": 1}])
def test_any_value_of_a_known_name_can_be_said(name: str, value: Any) -> None:
    assert words("a message", **{name: value}).endswith("90% sure")
