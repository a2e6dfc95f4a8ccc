"""The report in a real browser: it is filtered, opened, stepped through and searched as its reader does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from browser import (
    NARROW,
    check_hostile_article,
    chooser,
    focused,
    hash_of,
    hostile,
    luminance,
    open_all,
    serious,
    titles,
)
from command import ARTICLE, BETWEEN, FORM, json_lines, scrapelint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SHARE = f"Share Tweet Email\n\n{BETWEEN}"
HOSTILE = hostile(BETWEEN, FORM)


def records() -> Iterator[dict[str, str]]:
    for number in range(1, 9):
        site, language = f"https://{'ab'[number % 2]}.example/{number}", "en"
        yield {
            "url": site,
            "language": language,
            "date": f"2026-0{number}-01",
            "title": f"Form {number}",
            "text": ARTICLE,
        }
    for number in range(1, 5):
        yield {"url": f"https://c.example/{number}", "language": "de", "title": f"Bar {number}", "text": SHARE}
    yield {"url": "https://d.example/1", "title": "<b>Hostile</b>", "text": HOSTILE}


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    """Where the report is: on disk, as its reader opens it."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "a.jsonl").write_text(json_lines(records()))
    assert scrapelint("report", "--isolated", "--select", "CMT,NAV", "a.jsonl", cwd=folder).status == 0
    return (folder / "report.html").as_uri()


def test_rule_site_and_language_choose_articles(page: Page) -> None:
    chooser(page, "Rule").select_option("NAV002")
    assert titles(page) == ["Bar 1", "Bar 2", "Bar 3", "Bar 4"]
    assert page.locator("#shown").inner_text() == "4 of 13 articles"

    page.get_by_role("button", name="Clear").click()
    chooser(page, "Site").select_option("a.example")
    assert titles(page) == ["Form 2", "Form 4", "Form 6", "Form 8"]

    chooser(page, "Language").select_option("de")
    assert titles(page) == []
    assert page.get_by_text("No article on this page is like that.").is_visible()


def test_text_is_searched_in_articles_that_are_closed(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("TWEET email")
    page.get_by_text("4 of 13 articles").wait_for()

    assert titles(page) == ["Bar 1", "Bar 2", "Bar 3", "Bar 4"]


def test_filter_is_in_the_address_and_links_of_tables_filter(page: Page, address: str) -> None:
    page.locator("#rules").locator("..").get_by_role("link", name="NAV002").click()
    assert len(titles(page)) == 4
    assert hash_of(page) == "#rule=NAV002"

    page.goto("about:blank")
    page.goto(f"{address}#rule=CMT001&site=b.example")
    assert titles(page) == ["Form 1", "Form 3", "Form 5", "Form 7"]


def test_filters_leave_stairs_of_bars(page: Page) -> None:
    rows = page.locator(".stairs tbody tr")
    ends = [
        [round(box["x"] + box["width"]) for box in (bar.bounding_box() for bar in row.locator("rect").all()) if box]
        for row in rows.all()
    ]
    assert len(ends) == 5
    # Where the last bar of a row ends is where the first of the row above it ended.
    assert all(below[-1] == above[0] for above, below in pairwise(ends))
    assert ends[-1][0] < ends[0][0]
    assert rows.first.locator("rect").evaluate("bar => getComputedStyle(bar).fill") == "rgb(74, 127, 184)"


def test_article_opens_and_why_opens_on_a_click(page: Page) -> None:
    card = page.locator(".card").filter(has_text="Form 1")
    assert not card.get_by_text("Talks ended on Friday.").is_visible()

    card.locator("h3").click()
    assert card.get_by_text("Talks ended on Friday.").is_visible()
    assert card.locator("del", has_text=FORM).is_visible()

    card.get_by_text("comment form:").click()
    assert card.get_by_text("What to do:").is_visible()


def test_keys_step_through_the_findings_that_are_left(page: Page) -> None:
    chooser(page, "Rule").select_option("NAV002")
    page.locator("h1").click()
    notes = page.locator(".card:visible .note")

    page.keyboard.press("j")
    first = focused(page)
    assert notes.first.get_attribute("id") == first
    assert notes.first.is_visible()
    page.keyboard.press("j")
    assert focused(page) != first
    assert hash_of(page) == f"#{focused(page)}"
    page.keyboard.press("k")
    assert focused(page) == first


def test_keys_step_through_articles_and_open_them(page: Page) -> None:
    page.keyboard.press("n")
    page.keyboard.press("n")

    assert page.evaluate("document.querySelectorAll('.card')[1].contains(document.activeElement)")
    page.keyboard.press("o")
    assert page.locator(".card").nth(1).locator("details").first.get_attribute("open") is None


def test_link_to_a_finding_leads_to_it(page: Page, address: str) -> None:
    note = page.locator(".note").last.get_attribute("id")

    page.goto("about:blank")
    page.goto(f"{address}#{note}")

    assert page.locator(f"#{note}").is_visible()
    assert focused(page) == note


def test_page_is_light_or_dark_as_the_system_until_it_is_switched(page: Page) -> None:
    assert luminance(page) > 200
    page.emulate_media(color_scheme="dark")
    assert luminance(page) < 50

    page.get_by_role("button", name="Light").click()
    assert luminance(page) > 200
    page.reload()
    assert luminance(page) > 200


def test_hostile_article_stays_text(page: Page) -> None:
    check_hostile_article(page)


@pytest.mark.parametrize(
    "page",
    [{}, {"color_scheme": "dark"}, NARROW],
    indirect=True, ids=["light", "dark", "narrow"],
)  # fmt: skip
def test_page_can_be_used_by_keyboard_and_screen_reader(page: Page) -> None:
    open_all(page)

    assert serious(page) == []


@pytest.mark.parametrize("page", [NARROW], indirect=True)
def test_nothing_is_wider_than_a_narrow_window(page: Page) -> None:
    open_all(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 380


@pytest.mark.parametrize("page", [{"viewport": {"width": 1280, "height": 720}}], indirect=True)
def test_tables_side_by_side_show_all_their_columns(page: Page) -> None:
    cut = "[...document.querySelectorAll('.columns .scroll')].filter(box => box.scrollWidth > box.clientWidth).length"

    assert page.evaluate(cut) == 0


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_everything_can_be_read(page: Page) -> None:
    page.locator(".card h3").first.click()

    assert page.locator(".card").first.locator(".text").first.is_visible()
    assert not chooser(page, "Rule").is_visible()


def test_print_has_every_article_that_is_left_and_no_buttons(page: Page) -> None:
    chooser(page, "Rule").select_option("NAV002")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert luminance(page) > 200
    assert not chooser(page, "Rule").is_visible()
    assert page.locator(".card:visible .text:visible").count() >= 4
