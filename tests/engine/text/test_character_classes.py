"""The shape of a text tells kinds of characters, and keeps their places."""

from __future__ import annotations

from hypothesis import given
from texts import WITH_SURROGATES

from scrapelint.text.character_classes import shape


@given(text=WITH_SURROGATES)
def test_shape_is_as_long_as_the_text(text: str) -> None:
    assert len(shape(text)) == len(text)


def test_letters_digits_and_spaces_are_one_sign_each() -> None:
    assert shape("Öl: 4,20\t€\xa0je Liter.\nß²") == b"Aa: 0,00 ? aa Aaaaa.\na\xb2"
