"""The page of `scrapelint compare` in a real browser: it is filtered, opened, stepped through and searched."""

from __future__ import annotations

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
from command import BETWEEN, FORM, json_lines, scrapelint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STORY = f"{BETWEEN}\n\nThe storm closed the harbour on Monday, and no ferry left for the islands until the evening."
SHARE = "Share Tweet Email"
HOSTILE = hostile(STORY, FORM)


def sides() -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Articles of both sides: eight that gain a form, eight that lose buttons, some alike, one hostile."""
    for number in range(1, 21):
        known = {"url": f"https://{'ab'[number % 2]}.example/{number}", "title": f"Story {number}"}
        old = f"{STORY}\n\n{SHARE}" if number > 12 else STORY
        yield {**known, "text": old}, {**known, "text": f"{STORY}\n\n{FORM}" if number <= 8 else STORY}
    known = {"url": "https://d.example/1", "title": "<b>Hostile</b>"}
    yield {**known, "text": STORY}, {**known, "text": HOSTILE}


@pytest.fixture(scope="module")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    """Where the page is: on disk, as its reader opens it."""
    folder = tmp_path_factory.mktemp("comparison")
    for name, records in zip(("old", "new"), zip(*sides(), strict=True), strict=True):
        (folder / f"{name}.jsonl").write_text(json_lines(records))
    options = ("--isolated", "--select", "CMT,NAV", "--output-format", "html:page.html")
    assert scrapelint("compare", "old.jsonl", "new.jsonl", *options, cwd=folder).status == 1
    return (folder / "page.html").as_uri()


def test_rule_site_and_verdict_choose_articles(page: Page) -> None:
    assert len(titles(page)) == 17
    chooser(page, "Rule").select_option("CMT001")
    chooser(page, "Site").select_option("a.example")
    assert titles(page) == ["Story 2", "Story 4", "Story 6", "Story 8"]
    assert hash_of(page) == "#rule=CMT001&site=a.example"

    page.get_by_role("button", name="Clear").click()
    chooser(page, "Became").select_option("better")
    assert titles(page) == [f"Story {number}" for number in range(13, 21)]


def test_links_of_tables_filter_and_text_is_searched(page: Page) -> None:
    page.locator("#rules").locator("..").get_by_role("link", name="NAV002").click()
    assert len(titles(page)) == 8

    page.get_by_role("button", name="Clear").click()
    page.keyboard.press("/")
    page.keyboard.type("onMOUSEover")
    page.get_by_text("1 of 17 articles").wait_for()
    assert titles(page) == ["<b>Hostile</b>"]


def test_versions_stand_beside_each_other_and_the_changed_line_is_marked(page: Page) -> None:
    card = page.locator(".card").filter(has_text="Story 1").first
    card.locator("h3").click()

    left, right = (cell.bounding_box() or {} for cell in card.locator(".pair.same .cell").all()[:2])
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    come = card.locator(".cell.come")
    assert come.locator(".text").inner_text() == FORM
    assert come.evaluate("cell => getComputedStyle(cell).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("page", [NARROW], indirect=True)
def test_narrow_window_has_the_versions_below_each_other_and_lines_of_both_once(page: Page) -> None:
    open_all(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    card = page.locator(".card").filter(has_text="Story 1").first
    assert not card.locator(".pair.same .of-old").first.is_visible()
    assert card.locator(".pair.same .of-new").first.is_visible()


def test_keys_step_through_places_and_through_findings_of_a_chosen_rule(page: Page) -> None:
    page.keyboard.press("j")
    first = focused(page)
    assert page.locator(".card:visible .place").first.get_attribute("id") == first
    page.keyboard.press("j")
    assert focused(page) != first
    assert hash_of(page) == f"#{focused(page)}"

    chooser(page, "Rule").select_option("NAV002")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert page.locator(".card:visible .note").first.get_attribute("id") == focused(page)


def test_link_to_a_place_leads_to_it(page: Page, address: str) -> None:
    place = page.locator(".place").last.get_attribute("id")

    page.goto("about:blank")
    page.goto(f"{address}#{place}")

    assert page.locator(f"#{place}").is_visible()
    assert focused(page) == place


def test_hostile_article_stays_text(page: Page) -> None:
    check_hostile_article(page)


def test_page_is_light_or_dark_as_the_system_and_switched_by_a_key(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    assert luminance(page) < 50
    page.keyboard.press("t")
    assert luminance(page) > 200


@pytest.mark.parametrize("page", [{}, {"color_scheme": "dark"}, NARROW], indirect=True, ids=["light", "dark", "narrow"])
def test_page_can_be_used_by_keyboard_and_screen_reader(page: Page) -> None:
    open_all(page)

    assert serious(page) == []
