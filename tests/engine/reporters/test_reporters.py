"""What each format prints."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from pydantic import TypeAdapter
from terminal import Screen

from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Severity, Span
from scrapelint.intake import Checked
from scrapelint.location import Location
from scrapelint.reporters import reporter
from scrapelint.reporters.people.ration import MAX_IN_A_ROW, MAX_SHOWN, Ration
from scrapelint.reporters.programs.schema import FindingRecord
from scrapelint.reporters.summary import Summary
from scrapelint.rule import Rule

TEXT = "Talks ended.\n\n  Leave a reply\x1b[31m\nMore."
REPLY = Finding(
    "CMT001", "comment-form", Severity.ERROR, 'form: "leave a reply"', Span(16, 29), 0.97,
    {"pack": "comment-form", "entry": "heading", "language": "en", "phrase": "leave a reply", "zone": "tail"},
    Fix("remove the line", (Edit(12, 34),), safe=True),
)  # fmt: skip
TITLE = Finding("MET002", "bad-title", Severity.INFO, "title is empty", None, 1, field="title")
ARTICLE = Article(TEXT, id="a", filename="a.txt", fields={"title": "Home"})
RECORD = Article(TEXT, id="r7", filename="a.jsonl", record=7)


class BadTitle(Rule):
    """A title that is none.

    What to do: look at the page.
    """

    code, name, severity = "MET002", "bad-title", Severity.INFO


RULES = {"MET002": BadTitle}


def printed(output_format: str, *checked: Checked, **options: Any) -> str:
    out, summary = io.StringIO(), Summary()
    report = reporter(output_format, out, RULES, **options)
    for one in checked or (Checked(ARTICLE, [REPLY]),):
        summary.add(one)
        report.report(one)
    report.close(summary)
    return out.getvalue()


class TestJson:
    def test_array_and_lines_hold_the_same(self) -> None:
        checked = Checked(ARTICLE, [REPLY, TITLE])

        lines = printed("json-lines", checked).splitlines()

        assert json.loads(printed("json", checked)) == [json.loads(line) for line in lines]

    def test_nothing_found_is_an_empty_array(self) -> None:
        assert json.loads(printed("json", Checked(ARTICLE, []))) == []

    def test_findings_follow_their_schema(self) -> None:
        out = printed("json", Checked(ARTICLE, [REPLY, TITLE]), Checked(RECORD, [REPLY]))

        assert len(TypeAdapter(list[FindingRecord]).validate_json(out)) == 3

    def test_finding_has_places_of_itself_and_of_its_edits(self) -> None:
        (record,) = json.loads(printed("json"))

        assert record["location"] == {"row": 3, "column": 3, "offset": 16}
        assert record["end_location"] == {"row": 3, "column": 16, "offset": 29}
        assert record["fix"]["edits"][0]["location"] == {"row": 1, "column": 13, "offset": 12}

    def test_finding_about_a_field_has_no_location(self) -> None:
        (record,) = json.loads(printed("json", Checked(ARTICLE, [TITLE])))

        assert (record["field"], record["location"], record["end_location"]) == ("title", None, None)

    def test_fault_of_the_input_has_no_field_but_a_place(self) -> None:
        fault = Finding("INP001", "broken-record", Severity.ERROR, "x", None, 1, field="", place=Location(5, 2, 99))

        (record,) = json.loads(printed("json", Checked(RECORD, [fault])))

        assert (record["field"], record["location"]["row"], record["record"]) == (None, 5, 7)

    def test_equal_findings_of_an_article_have_fingerprints_of_their_own(self) -> None:
        again = Checked(ARTICLE, [REPLY, REPLY])

        assert len({json.loads(line)["fingerprint"] for line in printed("json-lines", again).splitlines()}) == 2

    def test_fingerprint_survives_moved_lines(self) -> None:
        moved = Article("New.\n" + TEXT, id="a", filename="a.txt")
        lower = Finding("CMT001", "comment-form", Severity.ERROR, "x", Span(21, 34), 0.97)

        before, after = printed("json", Checked(ARTICLE, [REPLY])), printed("json", Checked(moved, [lower]))

        assert json.loads(before)[0]["fingerprint"] == json.loads(after)[0]["fingerprint"]


class TestConcise:
    def test_line_has_address_severity_code_mark_and_message(self) -> None:
        assert printed("concise", quiet=True) == 'a.txt:3:3: error CMT001 [*] form: "leave a reply"\n'

    def test_record_stands_before_the_row(self) -> None:
        assert printed("concise", Checked(RECORD, [REPLY]), quiet=True).startswith("a.jsonl:7:3:3: ")

    def test_field_stands_for_the_place(self) -> None:
        assert printed("concise", Checked(ARTICLE, [TITLE]), quiet=True) == "a.txt:title: info MET002 title is empty\n"

    def test_summary_counts(self) -> None:
        out = printed("concise", Checked(ARTICLE, [REPLY, TITLE]), Checked(RECORD, []))

        assert out.splitlines()[-2:] == [
            "Found 2 findings (1 error, 1 info) in 1 of 2 articles.",
            "[*] 1 fixable with the `--fix` option.",
        ]

    def test_colours_only_where_told(self) -> None:
        assert "\x1b[" not in printed("concise")
        assert "\x1b[1;31merror CMT001" in printed("concise", color=True)


class TestGrouped:
    def test_file_is_named_once(self) -> None:
        out = printed("grouped", Checked(RECORD, [REPLY]), Checked(RECORD, [REPLY]))

        assert out.count("a.jsonl:") == 1
        assert "  7:3:3      error   CMT001 [*] form" in out


class TestStatistics:
    def test_most_frequent_comes_first(self) -> None:
        out = printed("statistics", Checked(ARTICLE, [TITLE, REPLY, REPLY]))

        assert out == "2  CMT001  [*]  comment-form\n1  MET002  [ ]  bad-title\n"


class TestFull:
    def test_finding_is_shown_in_its_place_with_why_and_what_to_do(self) -> None:
        assert printed("full", quiet=True).splitlines() == [
            'error CMT001 form: "leave a reply"',
            "  --> a.txt:3:3",
            "     3 │   Leave a reply␛[31m",
            "       │   ^^^^^^^^^^^^^",
            '   why   "leave a reply" is a phrase of comment-form/heading (en), below the article, 97% sure',
            "    do   remove the line (safe fix)",
            "",
        ]

    def test_escapes_in_the_text_never_reach_the_terminal(self) -> None:
        hostile = Finding("CMT001", "x", Severity.ERROR, "m\x1b]0;", Span(0, 1), 0.9, {"value": "\x9b31m\u202e"})

        out = printed("full", Checked(Article("a\x1b[2J\u202e\x07", filename="\x1b[1m.txt"), [hostile]))

        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(out)

    def test_carets_stand_under_wide_letters(self) -> None:
        text = "会谈周五结束。请留下评论"
        found = Finding("CMT001", "x", Severity.ERROR, "m", Span(7, 12), 0.9)

        out = printed("full", Checked(Article(text, filename="a.txt"), [found])).splitlines()

        assert out[3] == "       │ " + " " * 14 + "^" * 10

    def test_row_is_shown_as_the_fix_writes_it(self) -> None:
        text = "The caf\u00c3\u00a9 is open &amp; the bar."
        fix = Fix("decode", (Edit(7, 9, "\u00e9"), Edit(18, 23, "&")), safe=True)
        found = Finding("ENC001", "x", Severity.ERROR, "m", Span(7, 23), 0.9, fix=fix)

        out = printed("full", Checked(Article(text, filename="a.txt"), [found])).splitlines()

        assert out[4] == "     + │ The caf\u00e9 is open & the bar."

    def test_fix_that_only_takes_something_out_shows_no_other_row(self) -> None:
        assert not any(line.startswith("     + │") for line in printed("full").splitlines())

    @pytest.mark.parametrize("start", [0, 500, 4000])
    def test_long_line_is_cut_around_the_mark(self, start: int) -> None:
        text = "word " * 1000
        found = Finding("CMT001", "x", Severity.ERROR, "m", Span(start, start + 4), 0.9)

        _, _, line, carets, *_ = printed("full", Checked(Article(text, filename="a.txt"), [found])).splitlines()

        assert len(line) <= 100
        assert line[carets.index("^") : carets.rindex("^") + 1] == "word"

    @pytest.mark.parametrize(("rows", "left_out"), [(20, "16 more lines"), (5, "1 more line")])
    def test_long_span_is_shown_by_its_ends(self, rows: int, left_out: str) -> None:
        text = "\n".join(f"line {n}" for n in range(rows))
        found = Finding("CMT001", "x", Severity.ERROR, "m", Span(0, len(text)), 0.9)

        out = printed("full", Checked(Article(text, filename="a.txt"), [found]))

        assert f"┆ {left_out}\n" in out
        assert f"{rows:>6} ┃ line {rows - 1}" in out
        assert "^" not in out

    def test_finding_about_a_field_shows_its_value(self) -> None:
        out = printed("full", Checked(ARTICLE, [TITLE]))

        assert " title │ Home" in out
        assert "look at the page" in out


class TestRation:
    def test_pipe_takes_all(self) -> None:
        ration = Ration(limited=False)

        assert all(ration.takes("CMT001") for _ in range(1000))
        assert ration.left_out == 0

    def test_terminal_shows_a_few_of_one_rule_in_a_row_and_tells_of_the_others(self) -> None:
        ration = Ration(limited=True)

        shown = [ration.takes("CMT001") for _ in range(MAX_IN_A_ROW + 2)]
        before, _, after = ration.skipped(), ration.takes("NAV001"), ration.skipped()

        assert shown == [True] * MAX_IN_A_ROW + [False] * 2
        assert (before, after, ration.skipped()) == ("", "  … and 2 more of CMT001", "")
        assert ration.left_out == 2

    def test_terminal_shows_so_many_in_all(self) -> None:
        ration = Ration(limited=True)

        shown = [ration.takes(code) for _ in range(MAX_SHOWN) for code in ("CMT001", "NAV001")]

        assert shown == [True] * MAX_SHOWN + [False] * MAX_SHOWN
        assert ration.skipped() == ""
        assert ration.hint.startswith(f"{MAX_SHOWN} findings are not shown: ")

    def test_how_to_see_the_rest_fits_the_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "60")
        screen = Screen()
        full = reporter("full", screen, {})
        finding = Finding("CMT001", "comment-form", Severity.ERROR, "form", Span(0, 4), 1)
        full.report(Checked(Article("Form", filename="a.txt"), [finding] * (MAX_IN_A_ROW + 2)))

        full.close(Summary())

        end = screen.getvalue().splitlines()[-2:]
        assert end[0].startswith("2 findings are not shown: ")
        assert max(map(len, end)) <= 60
