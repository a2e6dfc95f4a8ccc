"""What counts as a paragraph of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import LONG_LINES

from scrapelint.text.lines import split
from scrapelint.text.prose import ends_sentence, extent, is_dense, is_prose

PROSE = "The harbour of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier"
INDICES = st.sets(st.integers(0, 20))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It is open.", True), ("Is it open?", True), ("It is open…", True), ("“It is open.”", True),
        ("It is open (again.)", True), ("港口开放。", True), ("यह खुला है।", True), ("هل هو مفتوح؟", True),
        ("It is open. ", True), ("It is open", False), ("It is open:", False), ("”", False), ("", False), (" ", False),
    ],
)  # fmt: skip
def test_sentence_ends(text: str, *, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "dense"),
    [
        ("港口重新开放", True),
        ("ท่าเรือเปิด", True),
        ("항구가 다시 열렸다", True),
        ("Larn 港口 opened", False),
        ("", False),
        ("Порт", False),
    ],
)
def test_text_is_dense(text: str, *, dense: bool) -> None:
    assert is_dense(text) is dense


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        pytest.param(f"{PROSE}.", True, id="long sentence"),
        pytest.param(f"{PROSE}", False, id="without end mark"),
        pytest.param("The harbour of Larn opened again on Monday.", False, id="short"),
        pytest.param(f"{PROSE.replace(' ', '-')}.", False, id="one word"),
        pytest.param("港口在经过两周的维修之后于周一重新开放，市长在码头对记者们说道，欢迎大家。", True, id="dense"),
        pytest.param("港口重新开放。", False, id="short and dense"),
    ],
)
def test_line_is_prose(text: str, *, prose: bool) -> None:
    (line,) = split(text)

    assert is_prose(line) is prose


@given(text=LONG_LINES)
def test_any_line_is_prose_or_not(text: str) -> None:
    assert all(is_prose(line) in (True, False) for line in split(text))


class TestExtent:
    @given(prose=INDICES, residue=INDICES)
    def test_ends_are_paragraphs_that_are_no_residue(self, prose: set[int], residue: set[int]) -> None:
        first, last = extent(prose, residue)

        assert (first, last) == (0, -1) or {first, last} <= prose - residue

    @given(prose=INDICES, residue=INDICES)
    def test_every_paragraph_lies_between_the_ends(self, prose: set[int], residue: set[int]) -> None:
        first, last = extent(prose, residue)

        assert all(first <= index <= last for index in prose - residue)
