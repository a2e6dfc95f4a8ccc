"""What the letters of a text say of its language."""

from __future__ import annotations

import re

import pytest

from scrapelint.text.alphabets import foreign_letter, is_spelled_as
from scrapelint.text.stop_words import STOP_WORDS


@pytest.mark.parametrize("language", STOP_WORDS)
def test_alphabet_has_the_letters_of_the_language_itself(language: str) -> None:
    letter = foreign_letter(language)
    assert not letter or not re.search(letter, STOP_WORDS[language])


@pytest.mark.parametrize(
    ("text", "one", "other", "is_so"),
    [
        ("výběr ze třech zkoušených motorů", "cs", "pl", True),
        ("VÝBĚR ZE TŘECH", "cs", "pl", True),
        ("wybór z trzech badanych silników", "cs", "pl", False),
        ("rada postanowiła, że Dvořák wróci", "cs", "pl", False),
        ("Třinec gra z Dębicą w Ołomuńcu, řekl", "cs", "pl", False),
        ("місто біля її річки", "uk", "ru", True),
        ("город у реки", "uk", "ru", False),
        ("ağaçları kırıldı", "tr", "az", False),
    ],
)
def test_letters_of_one_language_alone_tell_it(text: str, one: str, other: str, *, is_so: bool) -> None:
    assert is_spelled_as(text, one, other) is is_so
