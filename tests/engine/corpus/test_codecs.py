"""Rows of evidence as text, and back."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapelint.corpus.codecs import Integers, Json, Nothing, OneOf


class Place(NamedTuple):
    start: int
    end: int
    is_last: bool


class Title(NamedTuple):
    words: str
    place: Place | None

    @classmethod
    def read(cls, words: str, place: list[Any] | None) -> Title:
        return cls(words, Place(*place) if place else None)


PLACES = st.builds(Place, st.integers(), st.integers(), st.booleans())
TITLES = st.builds(Title, st.text(), st.none() | PLACES)
BOTH = OneOf[Place | Title]({"#": Json(Place), "": Json(Title, Title.read)})


@given(PLACES)
def test_integers_come_back_as_they_were(row: Place) -> None:
    assert Integers(Place).decode(Integers(Place).encode(row)) == row


def test_integers_stand_as_decimals_in_a_row() -> None:
    assert Integers(Place).encode(Place(3, -14, is_last=True)) == "3 -14 1"


@given(TITLES)
def test_json_comes_back_with_what_is_in_it(row: Title) -> None:
    found = Json(Title, Title.read).decode(Json(Title, Title.read).encode(row))

    assert found == row
    assert type(found.place) is type(row.place)


@given(PLACES | TITLES)
def test_each_kind_comes_back_as_its_own(row: Place | Title) -> None:
    found = BOTH.decode(BOTH.encode(row))

    assert found == row
    assert type(found) is type(row)


def test_kind_that_is_not_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        OneOf[Any]({"#": Json(Place)}).encode(Title("", None))


def test_rule_that_notes_no_more_than_a_key_writes_nothing() -> None:
    assert Nothing().encode(None) == ""


def test_row_of_a_rule_without_a_codec_is_not_lost() -> None:
    with pytest.raises(TypeError, match=r"codec = Json\(Title\)"):
        Nothing().encode(Title("Ferries", None))
