"""Sentences of texts that have lost their line breaks, and what is taken out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from texts import TEXTS

from scrapelint.text.folding import composed, fold
from scrapelint.text.lines import removal, split
from scrapelint.text.sentences.units import is_flat, parted

_FLAT = (
    "The council approved the plan for the new tram line on Tuesday night after a debate of six hours. "
    "Work begins in spring. The line will run from the harbour to the hospital, with eleven stops, the mayor said."
)


def _units(text: str) -> list[str]:
    return [line.text for line in parted(split(text))]


def _without(text: str, part: str) -> str:
    start = text.index(part)
    edit = removal(text, start, start + len(part))
    return text[: edit.start] + edit.content + text[edit.end :]


def test_one_long_line_has_lost_its_line_breaks() -> None:
    assert is_flat(list(split(_FLAT)))
    assert is_flat(list(split("Tram line approved\n\n" + _FLAT)))


def test_short_lines_and_paragraphs_have_not() -> None:
    assert not is_flat(list(split("Talks ended on Friday.")))
    assert not is_flat(list(split("\n\n".join([_FLAT] * 5))))
    assert not is_flat([])


def test_sentence_that_follows_a_label_without_a_mark_stands_alone() -> None:
    labelled = _units(f"{_FLAT} Ana Ruiz/AFP However, nobody knows.")
    glued = _units(f"{_FLAT} Ana Ruiz said so.Nobody knows when.")

    assert labelled[-2:] == ["Ana Ruiz/AFP", "However, nobody knows."]
    assert glued[-2:] == ["Ana Ruiz said so.", "Nobody knows when."]


def test_mark_after_a_quotation_parts_what_is_glued_to_it() -> None:
    quoted = _units(f"{_FLAT} Anunţul îi cere „să aştepte”.Editor : Ana Ruiz")

    assert quoted[-2:] == ["Anunţul îi cere „să aştepte”.", "Editor : Ana Ruiz"]


def test_name_within_a_sentence_does_not_part_it() -> None:
    whole = "She told The Orlo Gazette in The Harbour Inn that Sie were welcome."

    assert _units(f"{_FLAT} {whole}")[-1] == whole


@pytest.mark.parametrize(
    ("call", "following"),
    [
        ("Melden Sie sich vertraulich per Signal: ruiz.90", "Gerade bei Brücken fehlen Prüfer."),
        ("Write to our newsroom: harbour@quay.example", "Ferries are late again."),
        ("Escríbanos a nuestro correo: avisos@muelle.example", "Varias calles quedaron sin luz."),
        ("Пишите нам: info@port.example", "Паромы опять опаздывают."),
    ],
)
def test_address_after_its_colon_ends_a_call(call: str, following: str) -> None:
    assert _units(f"{_FLAT} {call} {following}")[-2:] == [call, following]


@pytest.mark.parametrize(
    "whole",
    [
        "Fahrgäste können auf bahnen.example Informationen zu den Zügen abrufen.",
        "He named one place: U.S.-run Harbour and its pier.",
    ],
)
def test_address_in_a_sentence_does_not_part_it(whole: str) -> None:
    assert _units(f"{_FLAT} {whole}")[-1] == whole


@pytest.mark.parametrize(
    "whole",
    [
        "Signori del consiglio, il prezzo del nuovo ponte non Vi sembra un poco alto?",
        "Vi beder om, at skibet til Larn venter på Dem og hele familien.",
        "Мы спросили мэра, когда Вы откроете порт и новый мост.",
    ],
)
def test_polite_word_with_a_capital_does_not_part_a_sentence(whole: str) -> None:
    assert _units(f"{_FLAT} {whole}")[-1] == whole


def test_question_in_a_headline_does_not_part_it() -> None:
    whole = "Baca juga: Apa Itu sarang walet dan siapa yang membuatnya?"

    assert _units(f"{_FLAT} {whole}")[-1] == whole


def test_syllable_of_a_name_does_not_part_a_sentence() -> None:
    whole = "Trong ngày, tỉnh Nghệ An mây thay đổi đến nhiều mây và có mưa nhỏ ở nhiều nơi."

    assert _units(f"{_FLAT} {whole}")[-1] == whole


def test_short_line_above_the_article_stays_whole() -> None:
    headline = "Tram line approved. Work begins in spring"

    assert _units(f"{headline}\n\n{_FLAT}") == [headline, *_units(_FLAT)]


@given(text=TEXTS)
def test_units_stand_where_their_offsets_say(text: str) -> None:
    for line in parted(split(text)):
        assert text[line.start : line.end] == line.text
        assert fold(composed(text[line.key_start :])).startswith(line.key)


def test_sentence_goes_with_the_space_after_it() -> None:
    assert _without("One. Two. Three.", "Two.") == "One. Three."
    assert _without("One. Two. Three.", "One.") == "Two. Three."
    assert _without("One. Two. Three.", "Three.") == "One. Two."
    assert _without("One.\n\nTwo. Three.\n\nFour.", "Three.") == "One.\n\nTwo.\n\nFour."
