"""One article as HTML: what is shown is the text, and what is said of it stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import parsed

from scrapelint.article import Article
from scrapelint.finding import Edit, Finding, Fix, Related, Severity, Span
from scrapelint.fixes.edits import mend
from scrapelint.reporters.html.article_view import MAX_NOTES, article_view
from scrapelint.reporters.html.rendering import rendered
from scrapelint.reporters.shown import Shown
from scrapelint.text.lines import split
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pages import Element

TEXT = "Share Tweet\n\nThe ferries sailed again.\n\nTheir crews get more from May , he said,\nand the boats go.\n\nLeave a reply"


def found(start: int, end: int, *edits: Edit, severity: Severity = Severity.WARNING, code: str = "NAV002") -> Finding:
    fix = Fix("remove the line", edits, safe=True) if edits else None
    return Finding(code, "share-bar", severity, "row of buttons", Span(start, end), 0.99, {"kind": "row"}, fix)


def page(text: str, findings: Sequence[Finding] = (), **fields: str) -> Element:
    article = Article(text, filename="a.txt", fields=fields)
    mended = mend(article, lambda now: findings if now is article else [], lambda finding: finding.fix is not None)
    shown = Shown(article, findings, mended, list(split(text)), lambda line: "body" if line.row else "head")
    return parsed(rendered("fragment.html", view=article_view(shown, lambda code: f"look at {code}"), styled=True))


def rows(page: Element) -> list[Element]:
    return [row for row in page.of("div", "row") if "field" not in row.classes]


def texts(page: Element) -> list[str]:
    return [row.one("div", "text").without("ins") for row in rows(page)]


def test_article_reads_as_it_stands_in_its_file() -> None:
    shown = page(TEXT)

    assert texts(shown) == [line for line in TEXT.split("\n") if line]
    assert [row.one("span", "number").text for row in rows(shown)] == ["1", "3", "5", "6", "8"]
    assert ["apart" in row.classes for row in rows(shown)] == [False, True, True, False, True]


def test_finding_is_marked_in_its_place_and_told_beside_it() -> None:
    shown = page(TEXT, [found(13, 24, severity=Severity.ERROR)])

    row = rows(shown)[1]
    assert row.one("mark").text == "The ferries"
    assert row.one("mark").classes == {"error"}
    assert row.one("p", "what").text == "error NAV002 share-bar 99% sure"
    assert row.one("summary").text == "row of buttons"
    assert [row for row in rows(shown) if row.of("div", "note")] == [row]


def test_why_opens_with_evidence_advice_place_and_page_of_the_rule() -> None:
    related = (Related("b.txt", None, "b"), Related("c.jsonl", 3, "c"))
    why = page(TEXT, [found(13, 24)._replace(related=related)]).one("details", "why")

    assert "99% sure of its kind (row)" in why.text
    assert "look at NAV002" in why.text
    assert "Compare: b.txt, c.jsonl:3" in why.text
    assert "3:1" in why.text
    assert why.one("a").attributes["href"].endswith("rules/NAV002")


def test_what_clean_takes_out_is_struck_through() -> None:
    shown = page(TEXT, [found(0, 11, Edit(0, 13))])

    assert [row.of("del") != [] for row in rows(shown)] == [True, False, False, False, False]
    assert "goes" in rows(shown)[0].classes
    assert rows(shown)[0].one("del").text == "Share Tweet"
    assert "clean would mend 1, and take out 13 of" in shown.one("p", "result").text


def test_what_clean_changes_inside_a_line_is_shown_there() -> None:
    start = TEXT.index(" ,")
    shown = page(TEXT, [found(start, start + 2, Edit(start, start + 1, ""))])

    assert rows(shown)[2].one("del").text == " "
    assert "changes" in rows(shown)[2].classes


def test_joined_lines_show_the_line_break_that_goes_and_the_space_that_comes() -> None:
    at = TEXT.index("\nand")
    row = rows(page(TEXT, [found(at - 5, at + 4, Edit(at, at + 1, " "))]))[2]

    assert row.one("del").text == "⏎"
    assert row.one("ins").text == " "


def test_overlapping_findings_show_the_worse_one_where_they_overlap() -> None:
    shown = page(TEXT, [found(13, 24), found(17, 30, severity=Severity.ERROR)])

    assert [(mark.text, *mark.classes) for mark in rows(shown)[1].of("mark")] == [
        ("The ", "warning"), ("ferries", "error"), (" saile", "error"),
    ]  # fmt: skip


def test_findings_of_one_rule_on_one_line_are_one_note() -> None:
    note = page(TEXT, [found(13, 16), found(17, 24), found(25, 31, code="NAV003")]).of("div", "note")[0]

    assert note.one("summary").text == "row of buttons and 1 more on this line"
    assert [other.text for other in note.of("li")] == ["3:5: row of buttons"]


def test_finding_about_a_field_stands_above_the_text_with_its_value() -> None:
    title = Finding("MET002", "bad-title", Severity.INFO, "title is a section", None, 1, field="title")
    shown = page(TEXT, [title], title="Home")

    field = shown.one("div", "field")
    assert field.one("div", "text").text == "Home"
    assert field.one("summary").text == "title is a section"


def test_finding_about_the_article_stands_above_it_without_a_value() -> None:
    copy = Finding("DUP001", "exact-duplicate", Severity.ERROR, "same text as b", None, 1)
    field = page(TEXT, [copy]).one("div", "field")

    assert not field.of("div", "text")
    assert field.one("summary").text == "same text as b"


@pytest.mark.parametrize("lines", [2, 100])
def test_finding_about_the_whole_text_leaves_it_readable(lines: int) -> None:
    text = "\n".join(f"The ferry number {n} sails." for n in range(lines))
    shown = page(text, [found(0, len(text))])

    assert not shown.of("mark")
    assert shown.one("span", "lines").text == f"{lines} lines"


def test_of_very_many_findings_the_rest_is_counted() -> None:
    text = "a b " * (MAX_NOTES + 20)
    shown = page(text, [found(4 * n, 4 * n + 1) for n in range(MAX_NOTES + 20)])

    assert len(shown.of("div", "note")) + len(shown.of("li")) == MAX_NOTES
    assert "20 more findings are not shown" in shown.text


HOSTILE = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }}",
    '" onmouseover="alert(1)', "&lt;b&gt; &amp;", "]]><!--", "</del></mark></div>",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markup_in_an_article_stays_text(hostile: str) -> None:
    finding = found(0, len(hostile))._replace(message=hostile, evidence={"value": hostile})
    shown = page(hostile, [finding._replace(related=(Related(hostile, None, "x"),))], title=hostile)

    assert texts(shown) == [hostile]
    assert shown.one("summary").text == hostile
    assert not shown.of("script")
    assert not shown.of("img")
    assert not any(name.startswith("on") for element in shown.all for name in element.attributes)


def test_marks_that_cannot_be_seen_are_seen() -> None:
    shown = page("abc\u202edef\u2028ghi\u200bjkl")

    assert texts(shown) == ["abc<U+202E>def<U+2028>ghi<U+200B>jkl"]
    assert [mark.text for mark in shown.of("span", "hidden-char")] == ["<U+202E>", "<U+2028>", "<U+200B>"]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.booleans()), max_size=5))
def test_nothing_of_any_article_is_lost(text: str, places: list[tuple[int, int, bool]]) -> None:
    spans = [(start, min(start + size, len(text)), gone) for start, size, gone in places if start < len(text)]
    findings = [found(start, end, *([Edit(start, end)] if gone else [])) for start, end, gone in spans]

    assert texts(page(text, findings)) == [visible(line.text) for line in split(text)]
