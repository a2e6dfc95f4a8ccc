"""The shape of a text tells kinds of characters, and keeps their places; digits and unusual characters are found by bytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from texts import WITH_SURROGATES

from scrapelint.text.character_classes import digit_places, shape, unusual_chars, with_plain


@given(text=WITH_SURROGATES)
def test_shape_is_as_long_as_the_text(text: str) -> None:
    assert len(shape(text)) == len(text)


def test_letters_digits_and_spaces_are_one_sign_each() -> None:
    assert shape("Öl: 4,20\t€\xa0je Liter.\nß²") == b"Aa: 0,00 ? aa Aaaaa.\na\xb2"


@pytest.mark.parametrize("text", ["", "Larn", "In 2023, 4 of 10.", "²3½ on the quay", "٣ من ٤", "१२ बजे", "１２号"])
def test_digits_are_where_an_expression_finds_them(text: str) -> None:
    assert list(digit_places(text)) == [match.start() for match in re.finditer(r"\d", text)]


@given(text=WITH_SURROGATES)
def test_digits_of_any_text_are_where_an_expression_finds_them(text: str) -> None:
    assert list(digit_places(text)) == [match.start() for match in re.finditer(r"\d", text)]


def test_unusual_characters_are_those_beyond_printable_ascii_and_line_breaks() -> None:
    assert unusual_chars("a\tb\n\r~ \x00é “Larn”") == frozenset("\x00é“”")


def test_only_plain_characters_are_replaced_by_a_table() -> None:
    assert with_plain("Öl, 4: é", bytes.maketrans(b",:4", b"  0")) == "Öl  0  é"
