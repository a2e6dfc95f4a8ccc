"""Markdown files with front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Reading

YAML = b'---\ntitle: "Talks end"\ndate: 2024-03-01\nauthors:\n  - Ann\n  - Ben\ntags: [a, b]\n---\nTalks ended.\n'


def test_front_matter_becomes_fields(reading: Reading) -> None:
    (intake,) = reading("a.md", YAML)

    assert intake.article.fields == {"title": "Talks end", "date": "2024-03-01", "author": ["Ann", "Ben"]}


def test_text_begins_after_the_front_matter_with_the_addresses_of_the_file(reading: Reading) -> None:
    (intake,) = reading("a.md", YAML)

    article = intake.article
    assert article.text == "Talks ended.\n"
    assert article.start == (9, 1, YAML.index(b"Talks ended."))


def test_toml_front_matter_becomes_fields(reading: Reading) -> None:
    (intake,) = reading("a.md", b'+++\r\ntitle = "Talks end"\r\n+++\r\nTalks ended.')

    assert intake.article.get("title") == "Talks end"
    assert intake.article.text == "Talks ended."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nTalks ended.\n", id="never closed"),
        pytest.param("---\n\nTalks ended on Friday.\n\n---\n\nMore.", id="a rule between paragraphs"),
        pytest.param("Talks ended.\n---\ntitle: no\n---\n", id="not at the start"),
        pytest.param("+++\nno toml at all\n+++\nTalks.", id="not TOML"),
    ],
)
def test_what_is_no_front_matter_is_text(reading: Reading, text: str) -> None:
    (intake,) = reading("a.md", text.encode())

    assert intake.article.text == text
    assert intake.article.start == (1, 1, 0)
