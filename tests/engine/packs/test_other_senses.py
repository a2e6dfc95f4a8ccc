"""Phrases that are not what their pack takes them for."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.plugin import DocumentRule, Linter
from scrapelint.selection.registry import discover

PARAGRAPH = "The council approved the plan for the new tram line on Tuesday night, after a debate of six hours."
MIDDLE = "Nobody on the quay had been asked for an opinion before the vote, and most had not known of the plan."


@pytest.fixture(scope="module")
def linter() -> Linter:
    registry = discover()
    wanted = [
        rule()
        for code, rule in registry.rules.items()
        if issubclass(rule, DocumentRule) and code in {"WAL002", "PRO001", "PRO004", "CMT002"}
    ]
    return Linter(wanted, registry.phrases())


def codes(linter: Linter, text: str, language: str = "") -> list[str]:
    return [found.code for found in linter.check(Article(text, fields={"language": language}))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Got it", ["WAL002"], id="button"),
        pytest.param("Got it!", ["WAL002"], id="button with an exclamation"),
        pytest.param("Got it.", [], id="said by somebody"),
    ],
)
def test_short_phrase_with_a_full_stop_is_said_by_somebody(linter: Linter, line: str, expected: list[str]) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{line}\n\n{MIDDLE}") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He wrote: “It is over.\n\nSign up for our newsletter and read more.”", id="end of a quotation"),
        pytest.param('He wrote: "It is over.\n\nSign up for our newsletter and read more."', id="straight marks"),
        pytest.param(f"{MIDDLE[:-1]}, under a sign that said “Please sign up for our newsletter today”.", id="within"),
        pytest.param("Er schrieb: „Es ist vorbei.\n\nAbonnieren Sie unseren Newsletter, liebe Leute.“", id="German"),
    ],
)
def test_pitch_that_somebody_quotes_is_the_article_s(linter: Linter, text: str) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{text}\n\n{MIDDLE}") == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Sign up for our newsletter “The Morning Ferry”", id="the title is quoted, not the pitch"),
        pytest.param("Sign up for our newsletter »", id="arrow"),
        pytest.param("» Sign up for our newsletter", id="arrow before it"),
    ],
)
def test_pitch_beside_quotation_marks_is_a_pitch(linter: Linter, line: str) -> None:
    assert codes(linter, f"{PARAGRAPH}\n\n{line}\n\n{MIDDLE}") == ["PRO001"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", []), ("tr", ["CMT002", "CMT002"]), ("az", ["CMT002", "CMT002"])],
)
def test_short_word_counts_in_texts_of_its_language(linter: Linter, language: str, expected: list[str]) -> None:
    assert codes(linter, "Ad\nSoyad", language) == expected
