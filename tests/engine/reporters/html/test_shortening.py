"""Long articles on a page of many."""

from __future__ import annotations

import io

from pages import parsed

from scrapelint.article import Article
from scrapelint.finding import Finding, Severity, Span
from scrapelint.fixes.edits import Mended
from scrapelint.intake import Checked
from scrapelint.reporters.html.report import HtmlReport, Request
from scrapelint.reporters.html.shortening import MAX_CHARS, MAX_ROWS, MAX_SEGMENT_CHARS
from scrapelint.reporters.shown import Shown
from scrapelint.reporters.summary import Summary
from scrapelint.text.lines import split

LINE = "The ferry number {} sails again on Monday from the quay of Larn.\n"


def shown(checked: Checked) -> Shown:
    article = checked.article
    return Shown(article, checked.findings, Mended(article, {}, (), ()), list(split(article.text)), lambda _: "")


def page(*articles: tuple[Article, list[Finding]], size: int = 300) -> str:
    out = io.StringIO()
    report = HtmlReport(out, Request("title", shown, lambda _: "", size))
    summary = Summary()
    for number, (article, findings) in enumerate(articles, 1):
        checked = Checked(article._replace(filename="a.jsonl", record=number), findings, language="en")
        summary.add(checked)
        report.report(checked)
    report.close(summary)
    return out.getvalue()


def found(start: int, end: int) -> Finding:
    return Finding("CMT001", "a-rule", Severity.ERROR, "message", Span(start, end), 1)


def test_of_a_long_article_the_lines_around_findings_are_shown() -> None:
    text = "".join(map(LINE.format, range(2000)))
    at = text.index("number 1000 ")
    shown = parsed(page((Article(text), [found(at, at + 6)])))

    numbers = [number.text for number in shown.of("span", "number")]
    assert numbers == ["1", "2", "3", "999", "1000", "1001", "1002", "1003"]
    assert [gap.text for gap in shown.of("p", "left-out")] == [
        "995 lines without a finding",
        "997 lines without a finding",
    ]


def test_of_very_many_lines_with_findings_the_first_are_shown_and_the_others_counted() -> None:
    lines = [LINE.format(number) for number in range(MAX_ROWS + 100)]
    starts = [len("".join(lines[:row])) for row in range(0, len(lines), 5)]
    shown = parsed(page((Article("".join(lines)), [found(at, at + 1) for at in starts])))

    assert [number.text for number in shown.of("span", "number")] == [str(row) for row in range(1, MAX_ROWS + 1)]
    assert [gap.text for gap in shown.of("p", "left-out")] == ["100 lines left out, with findings on 20 of them"]


def test_article_of_usual_length_is_shown_whole() -> None:
    text = "".join(map(LINE.format, range(MAX_CHARS // len(LINE) - 10)))

    assert not parsed(page((Article(text), []))).of("p", "left-out")


def test_very_long_line_is_cut_in_its_middle() -> None:
    shown = parsed(page((Article("ferry " * 20_000), [found(6, 11)]))).one("div", "text").text

    assert shown.startswith("ferry ferry ferry")
    assert "characters …" in shown
    assert len(shown) < 2 * MAX_SEGMENT_CHARS


def test_page_stays_below_five_megabytes_whatever_it_is_given() -> None:
    line = "<<<&&&>>>\u202e" * 6 + "\n"
    text = line * 600
    findings = [found(n * len(line), n * len(line) + 60) for n in range(600)]
    fields = {"title": "t" * 1_000_000, "site": "s" * 1_000_000, "date": "d" * 100_000}
    articles = [(Article(text, fields={**fields, "id": f"{n}"}), findings) for n in range(16)]

    html = page(*articles)

    assert len(html.encode()) < 5_000_000
    assert "more would make the page too large" in html
    assert "16" in parsed(html).one("dl", "figures").text


def test_one_article_is_shown_however_much_is_found_in_it() -> None:
    line = "Leave a reply, and tell us what you think of the ferry, of its crew and of the weather. " * 3 + "\n"
    text = line * 600
    findings = [found(n * len(line), (n + 1) * len(line)) for n in range(600)]

    assert len(parsed(page((Article(text), findings))).of("article", "card")) == 1
