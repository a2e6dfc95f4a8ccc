"""Folding changes characters, never their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import WITH_SURROGATES

from scrapelint.text.folding import fold


@given(text=WITH_SURROGATES)
def test_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(text=WITH_SURROGATES)
def test_every_sign_is_folded_alone_so_that_spans_survive(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@given(text=WITH_SURROGATES)
def test_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=WITH_SURROGATES)
def test_lines_break_where_they_broke(text: str) -> None:
    assert [len(line) for line in fold(text).split("\n")] == [len(line) for line in text.split("\n")]


def test_span_survives_folding_of_dotted_capital_i() -> None:
    text = "İSTANBUL'DA Yorum yap"

    assert text[fold(text).index("yorum yap") :] == "Yorum yap"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("İI", "ii", id="dotted capital i"),
        pytest.param("ıi", "ii", id="dotless i"),
        pytest.param("ΟΔΟΣ οδός", "οδοσ οδόσ", id="final sigma"),
        pytest.param("Ёлка ёлка", "елка елка", id="yo"),
        pytest.param("ẞß", "ßß", id="sharp s"),
        pytest.param("ＡＢ：（，）｜", "ａｂ:(,)|", id="wide punctuation"),
        pytest.param("‘a’ ‚b‛ ´c′", "'a' 'b' 'c'", id="single quotes"),
        pytest.param("“a” „b‟ ″c", '"a" "b" "c', id="double quotes"),
        pytest.param("a–b—c−d‑e", "a-b-c-d-e", id="dashes"),
        pytest.param("a\u00a0b\u202fc\u3000d\te", "a b c d e", id="spaces"),
        pytest.param("a\r\nb\u2028c", "a\r\nb\u2028c", id="line breaks stay"),
        pytest.param("Plain ASCII\tText", "plain ascii text", id="ascii"),
    ],
)
def test_text_folds_to(text: str, folded: str) -> None:
    assert fold(text) == folded
