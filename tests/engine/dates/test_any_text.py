"""The reader over any text: it never fails, its spans are right, it tells nothing that is not there."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from texts import LONG_LINES, TEXTS

from scrapelint.dates.ages import read_age
from scrapelint.dates.reading import find_dates, read_date

PIECES = st.sampled_from(
    "18 June 2023 . , / - : am Sunday 2024年 4月 19日 (金) 令和 مارس ١٨ © 12:30 GMT Published: on © 31 02 1/2/20 ' th 99999".split()
)
DATED = st.lists(st.one_of(PIECES, st.sampled_from([" ", "", "\n", "\u00a0"])), max_size=40).map("".join)
LANGUAGES = st.sampled_from([None, "en", "de", "zh", "fa", "th", "xx"])


@given(text=st.one_of(TEXTS, DATED, LONG_LINES), language=LANGUAGES)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, language: str | None) -> None:
    found = find_dates(text, language)
    ends = [0, *(one.span.end for one in found)]

    assert all(end <= one.span.start < one.span.end <= len(text) for end, one in zip(ends, found, strict=False))
    assert all(one.whole is None or one.whole[0] <= one.span.start < one.span.end <= one.whole[1] for one in found)


@given(text=st.one_of(DATED, TEXTS), language=LANGUAGES)
def test_parts_are_those_of_a_date(text: str, language: str | None) -> None:
    for found in find_dates(text, language):
        assert found.month is None or 1 <= found.month <= 12
        assert found.day is None or 1 <= found.day <= 31
        assert found.value is None or found.precision == "day"
        assert text[slice(*found.span)].strip() == text[slice(*found.span)]


@given(text=DATED, near=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_that_is_known_only_settles(text: str, near: date) -> None:
    alone, settled = find_dates(text, "en"), find_dates(text, "en", near)

    assert [one.span for one in alone] == [one.span for one in settled]
    assert all(set(two.readings()) <= set(one.readings()) for one, two in zip(alone, settled, strict=True))


@given(text=st.one_of(TEXTS, DATED))
def test_fields_are_read_or_not(text: str) -> None:
    found = read_date(text)

    assert found is None or found.year
    assert read_age(text) is None or any(map(str.isdigit, text))
