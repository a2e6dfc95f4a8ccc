"""What the rules on dates say of a whole article, and what they do not say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from scrapelint.article import Article
from scrapelint.finding import Finding, Severity

if TYPE_CHECKING:
    from scrapelint.engine.linter import Linter

STORY = (
    "The port of Larn opened again on Monday after two weeks of repairs, the mayor told reporters at the pier.\n\n"
    "Its crane had fallen into the basin in May and was pulled out by three tugs and a great many people."
)


def findings(linter: Linter, text: str, **fields: Any) -> list[Finding]:
    """Return the findings of the family in an article."""
    return [found for found in linter.check(Article(text, fields=fields)) if found.code.startswith("DAT")]


def loud(linter: Linter, text: str, **fields: Any) -> list[str]:
    """Return the codes of those that fail a build."""
    return [found.code for found in findings(linter, text, **fields) if found.severity >= Severity.WARNING]


@pytest.mark.parametrize(
    ("date", "crawled", "day"),
    [
        ("8/12/23", "2023-12-08", "8 December 2023"),
        ("8/12/23", "2023-08-12", "12 August 2023"),
        ("8/12/23", "12/8/23", "12 August 2023"),
    ],
)
def test_day_of_the_crawl_is_the_one_that_the_crawl_names(linter: Linter, date: str, crawled: str, day: str) -> None:
    found = findings(linter, f"Published: 2 May 2023\n\n{STORY}", date=date, crawled=crawled)

    (message,) = [one.message for one in found if one.code == "DAT006"]
    assert message.startswith(f'field "date" is the day of the crawl, {day}; ')


class TestConflict:
    def test_message_names_both_days_their_places_and_their_distance(self, linter: Linter) -> None:
        (found,) = [
            f for f in findings(linter, f"By Ann Lee\n18 June 2023\n\n{STORY}", date="2022-06-18") if f.code == "DAT004"
        ]

        assert found.message == 'date line "18 June 2023" is 18 June 2023, field "date" 18 June 2022: 365 days apart'
        assert found.evidence["role"] == "line"
        assert found.span == (11, 23)

    def test_message_names_the_reading_that_agrees(self, linter: Linter) -> None:
        text = f"Stand: 06.11.2023\n\n{STORY}"
        (found,) = [f for f in findings(linter, text, date="2023-06-11", language="de") if f.code == "DAT004"]

        assert found.message.endswith("; they agree with 06.11.2023 read as month/day")
        assert found.severity is Severity.ERROR

    @pytest.mark.parametrize(("date", "severity"), [("2023-06-19", Severity.WARNING), ("2023-06-21", Severity.ERROR)])
    def test_two_days_are_a_warning_more_an_error(self, linter: Linter, date: str, severity: Severity) -> None:
        (found,) = [
            f for f in findings(linter, f"Published: 18 June 2023, 10:30\n\n{STORY}", date=date) if f.code == "DAT004"
        ]

        assert found.severity is severity

    @pytest.mark.parametrize(
        "text",
        [
            f"{STORY}\n\nMore from Larn\n\n12 May 2023\nBus drivers strike\n\n11 May 2023\nRain",
            f"18 June 2023, 23:10\n\n{STORY}",
            f"Updated: 20 June 2023\n\n{STORY}",
            f"16-20 June 2023\n\n{STORY}",
            f"{STORY} The crane was built on 12 May 1961 and painted on 3 March 2002 by hand.",
            f"{STORY}\n\n— Ann Lee (@ann) June 12, 2023",
            f"12.05.2023\n19.06.2023\n\n{STORY}",
        ],
        ids=["other articles", "midnight", "update", "range", "events", "post", "one of two"],
    )
    def test_what_does_not_contradict_is_not_reported(self, linter: Linter, text: str) -> None:
        assert "DAT004" not in loud(linter, text, date="2023-06-19", language="en")

    def test_best_line_is_reported_once(self, linter: Linter) -> None:
        text = f"Published: 18 June 2023\nLast modified: 18 June 2023, 09:30\n\n{STORY}\n\n18 June 2023"

        assert loud(linter, text, date="2022-06-18") == ["DAT004"]

    def test_field_that_names_no_day_contradicts_nothing(self, linter: Linter) -> None:
        assert loud(linter, f"18 June 2023\n\n{STORY}", date="last Monday") == ["DAT002"]

    @pytest.mark.parametrize(
        "date", [None, 5, ["2023-06-18"], {"name": "x"}, "", "9999-99-99", datetime(2023, 6, 18, tzinfo=UTC)]
    )
    def test_any_kind_of_field_is_taken(self, linter: Linter, date: object) -> None:
        assert "DAT004" not in loud(linter, f"18 June 2023\n\n{STORY}", date=date)


class TestFuture:
    def test_day_of_the_check_counts_where_no_crawl_is_given(self, linter: Linter) -> None:
        today = datetime.now(tz=UTC).date()

        assert loud(linter, STORY, date=str(today + timedelta(days=9))) == ["DAT003"]
        assert not loud(linter, STORY, date=str(today + timedelta(days=1)))

    def test_event_to_come_is_none(self, linter: Linter) -> None:
        assert not loud(linter, f"{STORY}\n\nThe next ship leaves on 18 June 2099.")


class TestHeader:
    def test_header_that_the_weekdays_contradict_is_reported(self, linter: Linter) -> None:
        assert loud(linter, f"| 17 May 2024, Friday |\n\nPort of Larn open again\n\n{STORY}") == ["DAT011"]

    def test_header_of_the_same_week_is_not(self, linter: Linter) -> None:
        assert not loud(linter, f"| 21 May 2024, Tuesday |\n\nPort of Larn open again\n\n{STORY}")

    def test_header_without_a_story_is_not(self, linter: Linter) -> None:
        assert not loud(linter, "| 17 May 2024, Friday |\n\nPort of Larn open again")


class TestCertain:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Opened on Tuesday, 18 June 2023.", "DAT001"),
            ("Opened on 31 June 2023.", "DAT002"),
            ("Posted: 1 January 1970", "DAT002"),
        ],
    )
    def test_what_cannot_be_is_an_error(self, linter: Linter, text: str, code: str) -> None:
        (found,) = [f for f in findings(linter, text) if f.severity is Severity.ERROR]

        assert found.code == code

    def test_leap_day_is_a_day(self, linter: Linter) -> None:
        assert not loud(linter, "Opened on Thursday, 29 February 2024, and closed on 29 February 2000.")


class TestField:
    @pytest.mark.parametrize(
        "written",
        ["Mon Jun  1 12:00:00 2026", "Mon Jun 1 12:00:00 UTC 2026", "20260601T120000Z", "20260601", "20260601120000",
         "1780315200", "1780315200000", "2026-06-01T12:00:00.123Z", "2026-06-01 12:00:00,123", "Mon, 01 Jun 2026 12:00:00 GMT",
         "Mon Jun 01 2026 12:00:00 GMT+0000 (Coordinated Universal Time)", "1 جوان 2026"],
    )  # fmt: skip
    def test_form_of_programs_is_read(self, linter: Linter, written: str) -> None:
        doc = linter.document(Article("", fields={"date": written}))
        found = doc.field_date("date")

        assert found is not None
        assert found.value == date(2026, 6, 1)

    @pytest.mark.parametrize("written", ["Invalid Date", "NaT", "2024-13-45", "3 hours ago", "Tuesday"])
    def test_value_that_is_no_date_is_said(self, linter: Linter, written: str) -> None:
        (found,) = findings(linter, STORY, date=written)

        assert (found.code, found.field, found.severity) == ("DAT002", "date", Severity.WARNING)

    @pytest.mark.parametrize("written", ["", "None", "null", "2024", "2024-05", "May 2024", "14.05.2024 - 16.05.2024"])
    def test_value_that_is_missing_or_names_more_than_a_day_is_left_alone(self, linter: Linter, written: str) -> None:
        assert not findings(linter, STORY, date=written)
