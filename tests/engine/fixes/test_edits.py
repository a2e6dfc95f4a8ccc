"""What mending leaves."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from costs import is_linear
from hypothesis import given
from hypothesis import strategies as st
from texts import TEXTS

from scrapelint.finding import Edit, Fix
from scrapelint.fixes.edits import apply
from scrapelint.text.lines import removal, split

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = st.text(st.sampled_from("ab .\n"), max_size=40)


def fix(*edits: tuple[int, int] | tuple[int, int, str]) -> Fix:
    """Return a fix of these edits."""
    return Fix("mend it", tuple(Edit(*edit) for edit in edits), safe=True)


@st.composite
def text_and_edits(draw: st.DrawFn, contents: st.SearchStrategy[str], *, apart: bool) -> tuple[str, list[Edit]]:
    """Draw a text and edits in it; those that are apart have at least one character between them."""
    text = draw(SIGNS)
    offsets = st.integers(0, len(text))
    if apart:
        cuts = sorted(draw(st.lists(offsets, unique=True, max_size=10)))
        spans = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    else:
        spans = [(min(span), max(span)) for span in draw(st.lists(st.tuples(offsets, offsets), max_size=6))]
    return text, [Edit(start, end, draw(contents)) for start, end in spans]


REMOVALS = text_and_edits(st.just(""), apart=False)
APART = text_and_edits(st.sampled_from(["x", "yy"]), apart=True)
ANY = text_and_edits(st.sampled_from(["", "x", "yy"]), apart=False)


class TestReplacements:
    @given(drawn=APART)
    def test_edits_apart_are_all_applied(self, drawn: tuple[str, list[Edit]]) -> None:
        text, edits = drawn
        expected = text
        for edit in reversed(edits):
            expected = expected[: edit.start] + edit.content + expected[edit.end :]

        assert apply(text, map(fix, edits)) == expected

    @given(drawn=APART)
    def test_edits_given_twice_are_applied_once(self, drawn: tuple[str, list[Edit]]) -> None:
        text, edits = drawn

        assert apply(text, map(fix, edits * 2)) == apply(text, map(fix, edits))

    @given(drawn=APART, data=st.data())
    def test_order_of_fixes_is_of_no_account(self, drawn: tuple[str, list[Edit]], data: st.DataObject) -> None:
        text, edits = drawn
        shuffled = data.draw(st.permutations(edits))

        assert apply(text, map(fix, shuffled)) == apply(text, map(fix, edits))

    def test_no_fix_leaves_the_text(self) -> None:
        assert apply("One.", []) == "One."


class TestConflicts:
    def test_fix_that_overlaps_an_earlier_one_is_left_out(self) -> None:
        assert apply("abcdef", [fix((2, 5, "y")), fix((0, 3, "x"))]) == "xdef"

    def test_fix_with_one_conflicting_edit_is_left_out_whole(self) -> None:
        assert apply("abcdef", [fix((0, 3, "x")), fix((2, 4, "y"), (5, 6, "z"))]) == "xdef"

    def test_removal_does_not_swallow_a_replacement(self) -> None:
        assert apply("abcdef", [fix((0, 3, "x")), fix((1, 5))]) == "xdef"

    def test_edits_that_only_meet_do_not_conflict(self) -> None:
        assert apply("abcdef", [fix((0, 3, "x")), fix((3, 6, "y"))]) == "xy"

    @given(drawn=ANY, data=st.data())
    def test_every_fix_is_applied_whole_or_not_at_all(self, drawn: tuple[str, list[Edit]], data: st.DataObject) -> None:
        text, edits = drawn
        marked = [Edit(e.start, e.end, chr(0x100 + n)) for n, e in enumerate(edits)]
        fixes = [fix(*pair) for pair in zip(marked[::2], marked[1::2], strict=False) if not overlap(*pair)]

        mended = apply(text, data.draw(st.permutations(fixes)))

        assert all(len({edit.content in mended for edit in whole.edits}) == 1 for whole in fixes)


def overlap(one: Edit, other: Edit) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


class TestRemovals:
    @given(drawn=REMOVALS)
    def test_mended_text_is_a_subsequence(self, drawn: tuple[str, list[Edit]]) -> None:
        text, edits = drawn
        signs = iter(text)

        assert all(sign in signs for sign in apply(text, map(fix, edits)))

    @given(drawn=REMOVALS)
    def test_nothing_outside_the_edits_but_white_space_is_lost(self, drawn: tuple[str, list[Edit]]) -> None:
        text, edits = drawn
        kept = [c for at, c in enumerate(text) if not any(e.start <= at < e.end for e in edits)]

        assert "".join(apply(text, map(fix, edits)).split()) == "".join("".join(kept).split())

    @given(text=TEXTS, data=st.data())
    def test_removed_lines_leave_the_other_lines(self, text: str, data: st.DataObject) -> None:
        lines = list(split(text))
        gone = set(data.draw(st.lists(st.sampled_from(range(len(lines))), max_size=8))) if lines else set()

        mended = without(text, sorted(gone))

        kept = [line.text.rstrip() for line in lines if line.index not in gone]
        assert [line.text.rstrip() for line in split(mended)] == kept

    @given(
        rows=st.lists(st.sampled_from(["", "", " ", "One.", "  Two.", "Three. "]), max_size=14),
        data=st.data(),
    )
    def test_removed_lines_never_leave_more_blank_lines(self, rows: list[str], data: st.DataObject) -> None:
        text = "\n".join(rows)
        lines = list(split(text))
        gone = set(data.draw(st.lists(st.sampled_from(range(len(lines))), max_size=8))) if lines else set()
        kept = [line for line in lines if line.index not in gone]

        mended = list(split(without(text, sorted(gone))))

        for above, below, first, second in zip(kept, kept[1:], mended, mended[1:], strict=False):
            between = lines[above.index : below.index + 1]
            assert second.row - first.row <= max(b.row - a.row for a, b in pairwise(between))

    def test_cost_is_linear_in_the_number_of_fixes(self) -> None:
        assert is_linear(lambda size: partial(apply, *_every_other_line("Share\n\nOne.\n\n" * (750 * size))))


def _every_other_line(text: str) -> tuple[str, list[Fix]]:
    """Return a text, and a fix for each second line of it."""
    return text, [fix(removal(text, *line.span)) for line in list(split(text))[::2]]


def without(text: str, indices: Sequence[int]) -> str:
    """Return the text after a fix for each of these lines."""
    lines = list(split(text))
    return apply(text, [fix(removal(text, *lines[index].span)) for index in indices])
