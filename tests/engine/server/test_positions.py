"""Places as editors count them."""

from __future__ import annotations

import pytest

from scrapelint.server.positions import UTF_8, UTF_16, UTF_32, Positions

TEXT = "a𝕏é\r\nb\u2028c\rd\n"


@pytest.mark.parametrize(
    ("encoding", "characters"), [(UTF_8, [0, 1, 5, 7]), (UTF_16, [0, 1, 3, 4]), (UTF_32, [0, 1, 2, 3])]
)
def test_characters_are_units_of_the_encoding(encoding: str, characters: list[int]) -> None:
    positions = Positions(TEXT, encoding)

    assert [positions(offset) for offset in range(4)] == [(0, character) for character in characters]


def test_lines_end_as_the_protocol_says() -> None:
    positions = Positions(TEXT)

    assert [positions(TEXT.index(letter)) for letter in "bcd"] == [(1, 0), (1, 2), (2, 0)]
    assert positions(len(TEXT)) == (3, 0)


def test_half_of_a_surrogate_is_a_unit() -> None:
    assert Positions("\ud835x")(1) == (0, 1)
