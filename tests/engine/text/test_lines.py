"""Lines, their keys, and what taking lines out leaves."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from texts import TEXTS, WITH_SURROGATES

from scrapelint.text.folding import composed, fold
from scrapelint.text.lines import EDGE_CHARS, removal, split

PARAGRAPHS = st.lists(st.sampled_from(["", "", " ", "One.", "  Two.", "Three. ", "\tFour.\t", "…"]), max_size=12)
"""Rows of a text, many of them blank."""


class TestSplit:
    @given(text=WITH_SURROGATES)
    def test_line_has_the_text_that_stands_there(self, text: str) -> None:
        assert all(text[line.start : line.end] == line.text for line in split(text))

    @given(text=WITH_SURROGATES)
    def test_rows_are_those_of_the_text(self, text: str) -> None:
        rows = text.split("\n")

        assert all(rows[line.row] == line.text for line in split(text))

    @given(text=WITH_SURROGATES)
    def test_only_blank_rows_are_left_out(self, text: str) -> None:
        filled = [row for row, line in enumerate(text.split("\n")) if line.strip()]

        assert [line.row for line in split(text)] == filled

    @pytest.mark.parametrize("space", "\t\x0b\x0c\r\x1c\x1f\x85\u00a0\u1680\u2000\u2006\u2028\u2029\u205f\u3000")
    def test_row_of_white_space_is_no_line(self, space: str) -> None:
        assert not list(split(f"{space}\n{space}{space}"))

    @given(text=WITH_SURROGATES)
    def test_indices_count_from_zero(self, text: str) -> None:
        lines = list(split(text))

        assert [line.index for line in lines] == list(range(len(lines)))

    @example("\uf900")
    @given(text=WITH_SURROGATES)
    def test_key_is_the_folded_text_at_its_place(self, text: str) -> None:
        folded = fold(text)

        for line in split(text):
            here = folded[line.key_start : line.end]
            assert here.startswith(line.key) or (
                line.is_composed and fold(composed(text[line.key_start : line.end])).startswith(line.key)
            )

    @given(text=WITH_SURROGATES)
    def test_key_lies_inside_its_line(self, text: str) -> None:
        for line in split(text):
            assert line.start <= line.key_start <= line.key_start + len(line.key) <= line.end

    @given(text=WITH_SURROGATES)
    def test_key_has_no_punctuation_at_its_edges(self, text: str) -> None:
        assert all(line.key == line.key.strip(EDGE_CHARS) for line in split(text))

    @given(text=WITH_SURROGATES)
    def test_span_is_the_line_without_white_space_around(self, text: str) -> None:
        for line in split(text):
            assert text[line.span.start : line.span.end] == line.text.strip()

    def test_line_of_punctuation_has_an_empty_key(self) -> None:
        (line,) = split("* * *")

        assert line.key == ""

    def test_carriage_return_belongs_to_no_key(self) -> None:
        first, second = split("Share\r\nTweet\r\n")

        assert (first.key, second.key) == ("share", "tweet")

    def test_what_is_the_same_of_a_line_is_one_object(self) -> None:
        *_, line = split("larn\n" * 1000)

        assert line.key is line.text
        assert line.index is line.row
        assert line.key_start is line.start

    def test_lines_are_shown_with_row_and_text(self) -> None:
        (line,) = split("\nOne.")

        assert repr(line) == "Line(1, 'One.')"


class TestRemoval:
    @given(text=TEXTS, data=st.data())
    def test_all_other_lines_stay(self, text: str, data: st.DataObject) -> None:
        lines = list(split(text))
        assume(lines)
        first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2)))

        mended = without(text, first, last)

        kept = [*lines[:first], *lines[last + 1 :]]
        assert [line.text.rstrip() for line in split(mended)] == [line.text.rstrip() for line in kept]

    @given(rows=PARAGRAPHS, data=st.data())
    def test_larger_run_of_blank_lines_stays(self, rows: list[str], data: st.DataObject) -> None:
        text = "\n".join(rows)
        lines = list(split(text))
        assume(len(lines) > 2)
        at = data.draw(st.integers(1, len(lines) - 2))
        runs = [lines[at].row - lines[at - 1].row, lines[at + 1].row - lines[at].row]

        mended = list(split(without(text, at, at)))

        assert mended[at].row - mended[at - 1].row == max(runs)

    @given(rows=PARAGRAPHS)
    def test_first_line_leaves_no_blank_line_above_the_next(self, rows: list[str]) -> None:
        text = "\n".join(rows)
        lines = list(split(text))
        assume(len(lines) > 1)

        mended = without(text, 0, 0)

        assert next(split(mended)).row == 0

    @given(rows=PARAGRAPHS)
    def test_last_line_leaves_the_end_of_the_text_as_it_was(self, rows: list[str]) -> None:
        text = "\n".join(rows)
        lines = list(split(text))
        assume(len(lines) > 1)

        mended = without(text, len(lines) - 1, len(lines) - 1)

        assert mended == text[: lines[-2].span.end] + text[lines[-1].span.end :]

    @given(text=TEXTS)
    def test_whole_text_leaves_nothing_but_white_space(self, text: str) -> None:
        lines = list(split(text))
        assume(lines)

        assert without(text, 0, len(lines) - 1).strip() == ""


def without(text: str, first: int, last: int) -> str:
    """Return the text after the removal of these of its lines."""
    lines = list(split(text))
    edit = removal(text, lines[first].span.start, lines[last].span.end)
    return text[: edit.start] + edit.content + text[edit.end :]


@pytest.mark.parametrize("gap", [1, 39, 40, 41, 200])
def test_a_line_goes_with_all_white_space_up_to_the_next_however_much_it_is(gap: int) -> None:
    text = "Menu" + "\n" * gap + "The port is shut."
    start, end, content = removal(text, 0, 4)
    assert text[:start] + content + text[end:] == "The port is shut."
