"""What newspapers of many languages print, and every form that CLDR knows, is read back as the day that was meant."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from babel import Locale, localedata
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st
from newspapers import ROWS, Row

from scrapelint.dates.names import names
from scrapelint.dates.reading import find_dates

if TYPE_CHECKING:
    from scrapelint.dates.found import FoundDate

DAY = date(2024, 2, 18)
IDS = [row.language for row in ROWS]
LOCALES = {"tl": "fil"}
FORMS = ("full", "long", "medium")

by_language = pytest.mark.parametrize("row", ROWS, ids=IDS)


def only(text: str, language: str | None) -> FoundDate:
    """Return the one date of a text."""
    (found,) = find_dates(text, language)
    return found


@cache
def locale_of(language: str) -> Locale:
    """Return a locale as CLDR has it: Babel writes what one locale lacks into tables that all share."""
    localedata._cache.clear()
    locale = Locale.parse(LOCALES.get(language, language))
    assert locale.months
    return locale


def test_there_are_rows_of_forty_languages() -> None:
    assert len({row.language for row in ROWS}) >= 40


class TestNewspapers:
    @by_language
    def test_date_line_is_read_with_its_time(self, row: Row) -> None:
        found = only(row.date_line, row.language)

        assert (found.value, found.role) == (DAY, "published")
        assert found.clock is not None
        assert (found.clock.hour, found.clock.minute) == (8, 30)

    @by_language
    def test_dateline_is_read(self, row: Row) -> None:
        found = only(row.dateline, row.language)

        assert (found.month, found.day, found.year, found.role) == (2, 18, None, "dateline")

    @by_language
    def test_range_is_read_with_both_ends(self, row: Row) -> None:
        found = only(row.range, row.language)

        assert (found.value, found.until) == (DAY, date(2024, 2, 20))

    @by_language
    def test_short_form_is_read(self, row: Row) -> None:
        assert only(row.short, row.language).value == DAY

    @by_language
    def test_weekday_is_read(self, row: Row) -> None:
        found = only(row.weekday, row.language)

        assert (found.value, found.weekday) == (DAY, 6)
        assert found.whole is not None
        assert found.whole[1] - found.whole[0] >= len(row.weekday) - len(" г.")

    @by_language
    def test_long_form_needs_no_language(self, row: Row) -> None:
        readings = [found.value for found in find_dates(row.weekday)]

        assert readings in ([DAY], []), "an unknown short name may be left unread, never misread"


class TestEveryForm:
    @pytest.mark.parametrize("language", sorted(set(names().languages) - {"yo"}))
    @given(day=st.dates(date(1970, 1, 1), date(2069, 12, 31)), form=st.sampled_from(FORMS))
    @settings(max_examples=30)
    def test_date_is_read_back_as_itself(self, language: str, day: date, form: str) -> None:
        written = format_date(day, form, locale_of(language))

        assert only(written, language).value == day, written

    @pytest.mark.parametrize("language", sorted(names().languages))
    @given(
        day=st.dates(date(1970, 1, 1), date(2069, 12, 31)), around=st.sampled_from(["{}", "({}).", "x {}, x", "| {} |"])
    )
    @settings(max_examples=10)
    def test_iso_date_is_read_back_in_any_language(self, language: str, day: date, around: str) -> None:
        assert only(around.format(day.isoformat()), language).value == day

    @given(day=st.dates(date(1970, 1, 1), date(2069, 12, 31)), mark=st.sampled_from("./"))
    def test_order_of_the_language_is_kept(self, day: date, mark: str) -> None:
        found = only(f"{day.day}{mark}{day.month}{mark}{day.year}", "de")

        assert found.readings() == (day,)

    @given(day=st.dates(date(1970, 1, 1), date(2069, 12, 31)))
    def test_open_order_keeps_the_right_reading(self, day: date) -> None:
        found = only(f"{day.month}/{day.day}/{day.year}", "en")

        assert day in found.readings()
