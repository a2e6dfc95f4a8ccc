"""`scrapelint report` and `--output-format html`: a run as one page."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import ARTICLE, FORM, json_lines, scrapelint
from pages import parsed

if TYPE_CHECKING:
    from pages import Element

CLEAN = Path(__file__).parents[2] / "corpus" / "good" / "news-story-en.txt"
PROSE = "The ferries of Larn sailed again on Monday, nine days after their crews had stopped work over pay and hours."
HOSTILE = f"</style><script>alert(1)</script>\n\n{PROSE}\u202e\n\n{FORM}\n"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "clean.txt").write_text(CLEAN.read_text())
    (folder / "hostile.txt").write_text(HOSTILE)
    rows = [
        {"url": "https://a.example/1", "date": "2026-01-05", "language": "fr", "title": "One", "text": ARTICLE},
        {"url": "https://a.example/2", "date": "2026-02-05", "title": "Two", "text": f"{PROSE}\n\n{PROSE.upper()}"},
        {"url": "https://b.example/3", "date": "2026-02-07", "title": "Three", "text": f"{PROSE}\n\nIt rained."},
    ]
    (folder / "a.jsonl").write_text(json_lines(rows) + '{"text": "The ferry\n')
    return folder


@pytest.fixture(scope="module")
def page(here: Path) -> Element:
    """The page of all files."""
    ran = scrapelint("report", "--isolated", ".", "-o", "out/../all.html", cwd=_with_out(here))
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "Wrote out/../all.html: open it in a browser.\n"
    return parsed((here / "all.html").read_text())


def _with_out(here: Path) -> Path:
    (here / "out").mkdir(exist_ok=True)
    return here


def cards(page: Element) -> dict[str, Element]:
    return {card.one("h3").text: card for card in page.of("article", "card")}


def rows(page: Element, heading: str) -> list[list[str]]:
    (section,) = [s for s in page.of("section") if s.attributes.get("aria-labelledby") == heading]
    found = [[cell.text for cell in row.all if cell.tag in ("th", "td")] for row in section.of("tr")]
    return [row for row in found if row[0] not in ("rule", "site", "language", "family", "month")]


def test_every_article_is_on_the_page_those_without_findings_too(page: Element) -> None:
    assert set(cards(page)) == {"One", "Two", "Three", "a.txt", "clean.txt", "hostile.txt", "a.jsonl:4"}
    assert cards(page)["clean.txt"].one("span", "chip").text == "nothing found"
    assert "All 7 articles, the worst first." in page.text


def test_article_that_cannot_be_read_shows_why(page: Element) -> None:
    assert "broken JSON" in cards(page)["a.jsonl:4"].text


def test_tables_count_articles_by_rule_site_language_and_month(page: Element) -> None:
    by_rule = {row[0]: row for row in rows(page, "rules")}
    by_site = {row[0]: row for row in rows(page, "sites")}

    assert by_rule["CMT001 comment-form"][1:4] == ["error", "3", "43%"]
    assert by_site["a.example"][1] == "2"
    assert by_site["b.example"][1] == "1"
    assert [row[:2] for row in rows(page, "months")] == [["2026-01", "1"], ["2026-02", "2"]]
    assert "fr" in {row[0] for row in rows(page, "languages")}
    assert "Comments CMT" in {row[0] for row in rows(page, "families")}


def test_findings_across_articles_stand_in_their_articles(page: Element) -> None:
    shown = [code.text for name in ("Two", "Three") for code in cards(page)[name].of("span", "code")]

    assert any(code.startswith("DUP") for code in shown)


def test_hostile_article_stays_text(here: Path, page: Element) -> None:
    card = cards(page)["hostile.txt"]

    text = [row.one("div", "text").text for row in card.of("div", "row") if "field" not in row.classes]
    assert text[0] == "</style><script>alert(1)</script>"
    assert text[1] == f"{PROSE}<U+202E>"
    assert "\u202e" not in (here / "all.html").read_text()
    assert len(page.of("script")) == 1


def test_names_of_a_hostile_site_and_language_can_be_seen_and_filtered_by(tmp_path: Path) -> None:
    row = {"text": HOSTILE, "site": "a\u202e\u2028 site", "language": "e\u202en", "title": "b\u2066", "id": "c\u200f"}
    (tmp_path / "a\u202e.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")

    scrapelint("report", "--isolated", ".", "-o", "all.html", cwd=tmp_path)

    content = (tmp_path / "all.html").read_text(encoding="utf-8")
    assert not set("\u202e\u2028\u2066\u200f").intersection(content)
    (card,) = parsed(content).of("article", "card")
    assert f'<option value="{escape(card.attributes["data-site"] or "")}">' in content


def test_text_is_in_its_own_language_and_what_is_said_of_it_in_english(page: Element) -> None:
    article = cards(page)["One"].one("div", "article")

    assert article.attributes["lang"] == "fr"
    assert {notes.attributes["lang"] for notes in article.of("div", "notes")} == {"en"}


def test_page_loads_nothing(here: Path, page: Element) -> None:
    loading = [e for e in page.all if e.tag in ("link", "img", "iframe", "object") or "src" in e.attributes]
    policy = next(e for e in page.of("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")

    assert not loading
    assert "url(" not in (here / "all.html").read_text()
    assert policy.attributes["content"].startswith("default-src 'none'")
    assert "unsafe-inline" not in policy.attributes["content"]


def test_every_finding_has_an_address_of_its_own(page: Element) -> None:
    ids = [element.attributes["id"] for element in page.all if "id" in element.attributes]

    assert len(ids) == len(set(ids))
    assert sum(name.startswith("f-") for name in ids) == sum(
        len(card.of("div", "note")) + len(card.of("li")) for card in page.of("article", "card")
    )


def test_it_is_a_format_of_check_beside_others(here: Path) -> None:
    options = ("--isolated", "--select", "CMT001", "--output-format", "concise", "--output-format", "html:two.html")

    ran = scrapelint("check", *options, "a.txt", "clean.txt", cwd=here)

    assert ran.status == 1
    assert ran.out.startswith("a.txt:3:1: error CMT001")
    assert set(cards(parsed((here / "two.html").read_text()))) == {"a.txt", "clean.txt"}


@pytest.mark.parametrize("option", [("--statistics",), ("--by", "site")])
def test_statistics_are_printed_beside_it(here: Path, option: tuple[str, ...]) -> None:
    ran = scrapelint("check", "--isolated", *option, "--output-format", "html:three.html", "a.jsonl", cwd=here)

    assert "a.example" in ran.out or "CMT001" in ran.out
    assert "One" in cards(parsed((here / "three.html").read_text()))


def test_it_goes_to_standard_output_where_no_file_is_named(here: Path) -> None:
    by_report = scrapelint("report", "--isolated", "a.txt", "-o", "-", cwd=here)
    by_check = scrapelint("check", "--isolated", "--output-format", "html", "a.txt", cwd=here)

    assert by_report.out == by_check.out
    assert list(cards(parsed(by_report.out))) == ["a.txt"]


def test_no_more_articles_are_shown_than_asked_for_but_all_are_counted(here: Path) -> None:
    page = parsed(scrapelint("report", "--isolated", ".", "-o", "-", "--report-articles", "2", cwd=here).out)

    assert len(cards(page)) == 2
    assert "2 of 7 articles" in page.text


def test_accepted_finding_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert scrapelint("accept", ".", "--reason", "as published", cwd=tmp_path).status == 0

    page = parsed(scrapelint("report", ".", "-o", "-", cwd=tmp_path).out)

    assert "nothing found" in cards(page)["a.txt"].text
    assert not page.of("del")


def test_wrong_path_is_told(here: Path) -> None:
    ran = scrapelint("report", "--isolated", "none.txt", "a.txt", "-o", "some.html", cwd=here)

    assert ran.status == 2
    assert "none.txt: no such file" in ran.err


def test_report_of_an_earlier_run_stays_where_no_path_leads_anywhere(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("of yesterday")

    ran = scrapelint("report", "--isolated", "none.jsonl", cwd=tmp_path)

    assert (ran.status, (tmp_path / "report.html").read_text()) == (2, "of yesterday")
    assert ran.err == "scrapelint: none.jsonl: no such file\nscrapelint: nothing was read: no report is written\n"


def test_file_that_is_read_is_not_written_over(here: Path) -> None:
    ran = scrapelint("report", "--isolated", "a.txt", "-o", "a.txt", cwd=here)

    assert ran.status == 2
    assert (here / "a.txt").read_text() == ARTICLE


def test_run_without_articles_gives_a_page(tmp_path: Path) -> None:
    ran = scrapelint("report", "--isolated", ".", "-o", "-", cwd=tmp_path)

    assert "Nothing was read." in parsed(ran.out).text
