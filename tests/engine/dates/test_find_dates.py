"""What the reader makes of a date: its value, its order, its company and its role."""

from __future__ import annotations

from datetime import date

import pytest

from scrapelint import plugin
from scrapelint.dates.ages import read_age
from scrapelint.dates.found import Clock, FoundDate
from scrapelint.dates.names import weekdays_in
from scrapelint.dates.reading import find_dates, names_no_date, read_date

DAY = date(2023, 6, 18)
PROSE = "The port of Larn opened again after two weeks of repairs, the mayor told reporters at the pier in the morning"


def only(text: str, language: str | None = None, near: date | None = None) -> FoundDate:
    """Return the one date of a text."""
    (found,) = find_dates(text, language, near)
    return found


class TestForms:
    @pytest.mark.parametrize(
        "text",
        [
            "18 June 2023", "18th of June, 2023", "June 18th, 2023", "Jun. 18, 2023", "18-Jun-2023", "2023-06-18",
            "18.06.2023", "18. 6. 2023", "18.6.23", "18/06/2023", "06/18/2023", "18-06-2023", "2023/06/18",
            "20. 18 June 2023", "2023年6月18日", "2023 年 6 月 18 日", "２０２３年６月１８日", "2023. 6. 18.", "२०२३-०६-१८",
            "١٨ يونيو ٢٠٢٣", "۲۸ خرداد ۱۴۰۲", "令和5年6月18日", "18 มิ.ย. 2566", "le 18 juin 2023", "18 JUNE 2023",
        ],
    )  # fmt: skip
    def test_day_is_read(self, text: str) -> None:
        assert [found.value for found in find_dates(text)][-1:] == [DAY]

    @pytest.mark.parametrize(
        "text",
        [
            "1.2.3.4", "version 1.2.10", "555-12-3456", "192.168.10.20", "12 people", "in 2023", "8/10", "18:30", "1,234",
            "July", "page 12 of 2023 pages", "https://larn.example/2023/06/18/port", "24/7/365", "R6.4.19", "3.5.2023.1",
        ],
    )  # fmt: skip
    def test_other_numbers_are_no_days(self, text: str) -> None:
        assert not [found for found in find_dates(text) if found.year and found.day]

    def test_month_alone_has_the_precision_of_a_month(self) -> None:
        found = only("June 2023")

        assert (found.precision, found.year, found.month, found.day, found.value) == ("month", 2023, 6, None, None)

    def test_copyright_has_the_precision_of_a_year(self) -> None:
        found = only("© 2023 Larn Courier")

        assert (found.precision, found.year, found.role) == ("year", 2023, "copyright")

    def test_day_without_a_year_has_no_value(self) -> None:
        found = only("on June 18 he")

        assert (found.month, found.day, found.year, found.value) == (6, 18, None, None)

    def test_day_that_is_not_in_the_calendar_is_impossible(self) -> None:
        found = only("31 February 2023")

        assert (found.is_impossible, found.value, found.readings()) == (True, None, ())

    def test_dates_glued_together_are_two(self) -> None:
        assert [found.value for found in find_dates("Posted on 28. Juli 201928. Juli 2020")] == [
            date(2019, 7, 28),
            date(2020, 7, 28),
        ]

    def test_last_days_of_a_calendar_sheet_are_no_date(self) -> None:
        assert not [found for found in find_dates("28 29 30 31 November 2020 Mo Di Mi") if found.day]

    def test_calendar_of_the_year_is_told(self) -> None:
        texts = ("2023-06-18", "18 มิ.ย. 2566", "۲۸ خرداد ۱۴۰۲", "令和5年6月18日")

        assert [only(text).calendar for text in texts] == ["gregorian", "buddhist", "persian", "japanese"]

    @pytest.mark.parametrize(
        ("text", "until"),
        [
            ("18-19 June 2023", 19), ("June 18-20, 2023", 20), ("18. und 19. Juni 2023", 19), ("18.–20. 6. 2023", 20),
            ("18.06. - 20.06.2023", 20), ("2023年6月18日～20日", 20), ("18 to 20 June 2023", 20),
        ],
    )  # fmt: skip
    def test_range_has_both_ends(self, text: str, until: int) -> None:
        found = only(text)

        assert (found.value, found.until) == (DAY, date(2023, 6, until))


class TestOrder:
    def test_language_tells_the_order(self) -> None:
        assert only("03/04/2024", "fr").readings() == (date(2024, 4, 3),)

    def test_english_leaves_the_order_open(self) -> None:
        found = only("03/04/2024", "en")

        assert found.is_ambiguous
        assert found.readings() == (date(2024, 4, 3), date(2024, 3, 4))

    def test_another_date_of_the_text_tells_the_order(self) -> None:
        first, _ = find_dates("03/04/2024 and 03/25/2024", "en")

        assert (first.value, first.order, first.is_ambiguous) == (date(2024, 3, 4), "mdy", False)

    def test_dates_that_disagree_leave_it_open(self) -> None:
        first, *_ = find_dates("03/04/2024, 03/25/2024 and 25/03/2024", "en")

        assert first.is_ambiguous

    @pytest.mark.parametrize("near", [date(2024, 3, 4), date(2024, 3, 5)])
    def test_a_day_that_is_known_tells_the_order(self, near: date) -> None:
        assert only("03/04/2024", "en", near).readings() == (date(2024, 3, 4),)

    def test_a_day_far_away_tells_nothing(self) -> None:
        assert only("03/04/2024", "en", date(2020, 1, 1)).is_ambiguous

    def test_weekday_tells_the_order(self) -> None:
        assert only("Monday, 03/04/2024", "en").readings() == (date(2024, 3, 4),)

    def test_dots_mean_day_before_month(self) -> None:
        assert only("03.04.2024", "en").readings() == (date(2024, 4, 3),)


class TestCompany:
    @pytest.mark.parametrize(
        ("text", "weekday"),
        [
            ("Sunday, 18 June 2023", 6), ("Montag, den 18. Juni 2023", 0), ("18 June 2023, Sunday", 6), ("18 June 2023 (Sunday)", 6),
            ("So., 18. Juni 2023", 6), ("2023年6月18日(日)", 6), ("sexta-feira, 18 de junho de 2023", 4), ("18 June 2023", None),
            ("18 June 2023, Sunday papers wrote", None), ("Saturday and Sunday, 18 June 2023", None), ("on 18 June 2023", None),
            ("(FR, 18.6.2023)", None), ("Friday 16-18 June 2023", None), ("The Sun, 18 June 2023", None), ("they wed 18 June 2023", None),
        ],
    )  # fmt: skip
    def test_weekday_counts_where_it_belongs_to_the_date(self, text: str, weekday: int | None) -> None:
        assert only(text, "de" if "Juni" in text or "FR" in text else None).weekday == weekday

    @pytest.mark.parametrize(
        ("text", "clock"),
        [
            ("18 June 2023, 08:30 am", Clock(8, 30)), ("18 June 2023 at 8:30 p.m.", Clock(20, 30)),
            ("18.06.2023, 8.30 Uhr", Clock(8, 30)), ("18 juin 2023 à 16h33", Clock(16, 33)), ("18 June 2023 12 am", Clock(0, 0)),
            ("2023-06-18T08:30:00+02:00", Clock(8, 30, 120)), ("18 June 2023 08:30 GMT", Clock(8, 30, 0)),
            ("June 18, 2023 9:20 PM IST", Clock(21, 20, 330)), ("2023-06-18 08:30Z", Clock(8, 30, 0)),
            ("18 June 2023, 25:70", Clock(25, 70)), ("18 June 2023", None), ("04.06.2023 - 25.06.2023", None), ("18.06.2023 | 58:32 Min.", None),
        ],
    )  # fmt: skip
    def test_time_is_read(self, text: str, clock: Clock | None) -> None:
        assert find_dates(text)[0].clock == clock

    def test_spans_leave_nothing_out(self) -> None:
        text = "x Sunday, 18 June 2023 at 08:30 GMT y"
        found = only(text)

        assert text[slice(*found.span)] == "18 June 2023"
        assert found.whole is not None
        assert text[slice(*found.whole)] == "Sunday, 18 June 2023 at 08:30 GMT"


class TestRoles:
    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("Published: 18 June 2023", "published"), ("18 June 2023 published", "published"), ("Erschienen am:\n\n18.06.2023", "published"),
            ("Stand des Artikels: 18. Juni 2023", "published"), (f"This entry was posted in News on 18 June 2023. {PROSE}.", "published"),
            ("Last updated 18 June 2023", "updated"), ("Mis à jour le 18/06/2023 à 10h", "updated"), ("Printed on 18 June 2023", "printed"),
            ("By Ann Lee\n18 June 2023", "line"), ("Ann Lee | 18 June 2023 | 3 comments", "line"), ("von Ann Lee am 18.06.2023", "line"),
            ("am Sonntag, 18.06.2023 - 10:30", "line"), (f"18.06.2023 – {PROSE}.", "dateline"), (f"LARN, 18 June 2023 (LNA) - {PROSE}.", "dateline"),
            (f"LARN (Orlo), June 18 - {PROSE}.", "dateline"), ("| 18 June 2023, Sunday |\n\nPort open", "header"), ("\n" * 9 + "| 18 June 2023, Sunday |\n\nPort open", "header"),
            (f"{PROSE}, on 18 June 2023.", "event"), ("Termin: 18.06.2023", "event"), ("— Ann Lee (@ann) June 18, 2023", "event"),
            ("* The port of Larn is open again 18 June 2023", "event"), ("18 June 2023: the port is open", "event"),
            ("Mitglied seit\n18. Juni 2023", "event"), (f"Update, 18 June 2023: {PROSE}.", "event"), (f"In a report published on 18 June 2023, {PROSE}", "event"),
            ("Open 18-20 June 2023", "event"),
            ("— Ann Lee (@ann)\nJune 18, 2023", "event"),
            ("Sendung: Larn am Abend, 18.06.2023, 10.45 Uhr", "event"),
            ("Ann Lee and her son Arne at the old pier of Larn on a Sunday morning, June 18, 2023.", "event"),
            ("Text: Ann Lee 18.06.2023", "line"), ("Date: 18 June 2023", "line"),
        ],
    )  # fmt: skip
    def test_line_tells_the_role(self, text: str, role: str) -> None:
        assert only(text).role == role

    @pytest.mark.parametrize(
        "text",
        [
            "2026年1月1日，港口在夏天重新开放。", "2026年1月1日，拉恩港口在市政厅举行重开仪式，市长",
            "2026年1月1日，拉恩电视台播出了一段令人心潮澎湃的视频——轻盈的",
            "2026년 1월 1일부터 새 요금이 적용된다.", "January 1, 2026, was the day on which it opened.",
            "1 января 2026 года, порт снова открылся для судов.", "1 अप्रैल 2026 से नई दरें लागू होंगी।", "船东自2026年1月1日（含）起付费",
            "December 22, 2018 was a reunion of sorts for the choir of Larn.", "18 июня 2023 стал днем праздника для порта Ларна.",
            "في 1 يناير 2026، دخل القانون حيز التنفيذ.", "1 Ocak 2026 tarihinde yeni tarife yürürlüğe girer.",
            "ويكون يوم الثلاثاء 9 أبريل 2024 هو اليوم المتمم للشهر.", "Порт 18 июня 2023 года закроют для всех судов.",
            'Sie schrieb: "Der Tag heißt 18. Juni 2023".', 'He wrote: "We met on\nMonday, 3 June 2024\nin the port of Larn".', "「その日は\n2024年6月3日\n月曜日だった」",
        ],
    )  # fmt: skip
    def test_date_in_a_sentence_is_of_an_event(self, text: str) -> None:
        assert only(text).role == "event"

    @pytest.mark.parametrize(
        "text",
        [
            "18 June 2023, Larn.", "2023年6月18日，记者王明", "18 June 2023 - The port is open again.", "3 अगस्त 2026, 10:30 IST",
            'He said "no"\n18 June 2023\nThe port is "open" again.', "2023년 6월 18일, 김민수 기자",
        ],
    )  # fmt: skip
    def test_date_beside_a_name_or_a_headline_is_a_line(self, text: str) -> None:
        assert only(text).role == "line"

    def test_two_cues_on_a_line_have_a_date_each(self) -> None:
        found = find_dates("PUBLISHED: June 18, 2023 | UPDATED: June 19, 2023 at 12:21 a.m.")

        assert [(one.role, one.cue) for one in found] == [("published", "PUBLISHED"), ("updated", "UPDATED")]


class TestReadDate:
    @pytest.mark.parametrize(
        "written",
        [
            "2023-06-18", "2023-06-18T08:30:00Z", "2023-06-18 08:30:00+02:00", "Sun, 18 Jun 2023 08:30:00 GMT", "20230618",
            "1687076100", "June 18, 2023", "18.06.2023", " 2023-06-18 ",
        ],
    )  # fmt: skip
    def test_field_is_read(self, written: str) -> None:
        found = read_date(written)

        assert found is not None
        assert found.value == DAY

    @pytest.mark.parametrize(
        "written", ["", "yesterday", "2023", "12345678901", "18 June 2023 and 19 June 2023", "0000-00-00"]
    )
    def test_what_names_no_day_is_none(self, written: str) -> None:
        assert read_date(written) is None

    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("Kamis, 08 Agu 2019 09:22 WIB", date(2019, 8, 8)), ("18 Okt 2017", date(2017, 10, 18)),
            ("3 Ağu 2020", date(2020, 8, 3)), ("05 Ene 2021", date(2021, 1, 5)), ("Kas 8, 2019", date(2019, 11, 8)),
            ("7 gru 2022", date(2022, 12, 7)), ("12 ספט 2019", date(2019, 9, 12)), ("1 มิย 2563", date(2020, 6, 1)),
        ],
    )  # fmt: skip
    def test_short_month_that_is_the_same_in_all_its_languages_needs_none(self, written: str, day: date) -> None:
        found = read_date(written)

        assert found is not None
        assert found.value == day

    @pytest.mark.parametrize("written", ["08 lis 2019", "lip 8, 2019", "8 mfómh 2019", "2019-lip-08"])
    def test_day_word_and_year_may_be_a_date_in_some_language(self, written: str) -> None:
        assert read_date(written) is None
        assert not names_no_date(written)

    @pytest.mark.parametrize("written", ["Invalid Date", "2024-13-45", "by A. Larn", "soon"])
    def test_what_holds_no_part_of_a_date_names_none(self, written: str) -> None:
        assert names_no_date(written)

    @pytest.mark.parametrize("language", [None, "en", "fr", "hi", "id"])
    def test_language_does_not_tell_what_a_program_wrote_first(self, language: str | None) -> None:
        found = read_date("8/12/26 22:35", language)

        assert found is not None
        assert found.readings() == (date(2026, 12, 8), date(2026, 8, 12))

    @pytest.mark.parametrize(
        "written", ["8.12.2026", "13/8/2026", "8/13/2026", "8/8/2026", "Tue 08/12/2026", "8 Dec 2026"]
    )
    def test_dots_numbers_names_and_a_weekday_tell(self, written: str) -> None:
        found = read_date(written, "en")

        assert found is not None
        assert not found.is_ambiguous

    @pytest.mark.parametrize(
        ("written", "language", "month"),
        [
            ("15 listopada 2023", "pl", 11),
            ("15. listopada 2023.", "hr", 10),
            ("9. srp 2023", "cs", 8),
            ("9. srp 2023.", "hr", 7),
        ],
    )
    def test_language_tells_a_month_that_means_two_things(self, written: str, language: str, month: int) -> None:
        found = read_date(written, language)

        assert found is not None
        assert found.month == month

    @pytest.mark.parametrize(
        ("written", "is_none"),
        [("5 lis 2023", False), ("5. srp 2023", False), ("Invalid Date", True)],
    )
    def test_of_a_month_that_only_the_language_tells_nothing_is_said(self, written: str, is_none: bool) -> None:  # noqa: FBT001
        assert names_no_date(written) == is_none

    def test_time_and_zone_are_kept(self) -> None:
        found = read_date("2023-06-18T08:30:00+05:30")

        assert found is not None
        assert found.clock == Clock(8, 30, 330)


class TestReadAge:
    @pytest.mark.parametrize(
        ("text", "number", "unit"),
        [
            ("2 hours ago", 2, "hour"), ("vor 3 Stunden", 3, "hour"), ("hace 5 minutos", 5, "minute"), ("il y a 2 jours", 2, "day"),
            ("3時間前", 3, "hour"), ("5 минут назад", 5, "minute"), ("3h ago", 3, "hour"), ("Updated 2 hours ago", 2, "hour"),
            ("• 4 days ago", 4, "day"), ("2 saat önce", 2, "hour"),
        ],
    )  # fmt: skip
    def test_age_is_read(self, text: str, number: int, unit: str) -> None:
        age = read_age(text)

        assert age is not None
        assert (age.number, age.unit) == (number, unit)

    @pytest.mark.parametrize("text", ["2 hours", "He came 2 hours ago", "", "ago", "2023", "-2 h"])
    def test_other_text_is_no_age(self, text: str) -> None:
        assert read_age(text) is None


def test_weekdays_of_a_text_are_told_in_order() -> None:
    assert weekdays_in("On Sunday, and again on Monday; am Freitag") == [6, 0, 4]


def test_reader_is_a_public_name() -> None:
    assert [found.value for found in plugin.find_dates("18 June 2023")] == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        "Megjelent a rendelet: 2025. január 1-jétől drágább a komp.",
        "نشر أحد مستخدمي الشبكة الادعاء في 07 فبراير 2023 وفق النص الآتي",
        "نشرت صحيفة لارن صورة الميناء بتاريخ 26 فبراير 2023",
    ],
)
def test_what_somebody_else_published_or_when_a_law_begins_is_no_date_of_the_article(text: str) -> None:
    assert only(text).role == "event"


@pytest.mark.parametrize("text", ["Megjelent: 2025. január 1.", "نشر في 07 فبراير 2023"])
def test_a_date_right_after_its_cue_is_that_of_the_article(text: str) -> None:
    assert only(text).role == "published"
