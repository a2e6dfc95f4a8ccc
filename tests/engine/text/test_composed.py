"""Letters that are written as a letter and a mark are matched as the letters that they are."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint import lint_text
from scrapelint.text.folding import composed
from scrapelint.text.lines import split

MARKED = st.text(st.sampled_from("ae\u0301\u0323o\u0308 ㅎ\u1112\u1161\u11abक\u093cিা.\n-é"), max_size=40)


@given(text=MARKED)
def test_keys_of_decomposed_lines_are_those_of_composed_ones(text: str) -> None:
    keys = [line.key for line in split(text)]

    assert keys == list(map(composed, keys))


@given(text=MARKED)
def test_places_in_keys_are_places_in_the_text(text: str) -> None:
    for line in split(text):
        offsets = [line.offset(place) for place in range(len(line.key) + 1)]

        assert offsets == sorted(offsets)
        assert line.start <= offsets[0]
        assert offsets[-1] <= line.end


@pytest.mark.parametrize(
    "line", ["Ihre E-Mail-Adresse wird nicht veröffentlicht.", "Tu dirección de correo electrónico no será publicada."]
)
def test_phrase_is_found_where_it_stands_in_decomposed_text(line: str) -> None:
    before = "Le maire a été réélu à Évreux, où il a fêté la victoire.\n\n"
    text = normalize("NFD", before + line)

    spans = {f.span for f in lint_text(text) if f.code == "CMT001"}

    assert spans == {(len(normalize("NFD", before)), len(text))}
