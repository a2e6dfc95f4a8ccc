"""Scripts: of a letter, of a text, of a language."""

from __future__ import annotations

import pytest

from scrapelint.scripts import main_script, script_counts, script_of, scripts_of


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "Latn"),
        ("é", "Latn"),
        ("ж", "Cyrl"),
        ("ω", "el"),
        ("ا", "Arab"),
        ("ह", "Deva"),
        ("橋", "zh"),
        ("の", "ja"),
        ("다", "ko"),
        ("ს", "ka"),
    ],
)
def test_letter_has_a_script(char, script):
    assert script_of(char) == script


@pytest.mark.parametrize("char", [" ", "1", ".", "—"])
def test_mark_has_no_script(char):
    assert script_of(char) == ""


def test_han_beside_kana_is_japanese():
    assert script_counts("橋の上")["ja"] == 3
    assert main_script("橋的上面") == ("zh", 4)
    assert main_script("12 — 3") == ("", 0)


@pytest.mark.parametrize(
    ("language", "scripts"),
    [
        ("en", {"Latn"}),
        ("ru", {"Cyrl"}),
        ("sr", {"Latn", "Cyrl"}),
        ("ja", {"ja", "zh"}),
        ("el", {"el"}),
        ("ur", {"Arab"}),
        ("ne", {"Deva"}),
        ("xx", {"Latn"}),
    ],
)
def test_language_is_written_in_its_scripts(language, scripts):
    assert scripts_of(language) == scripts
