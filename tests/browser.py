"""Pages in a real browser: opened as their reader opens them, and watched."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = shutil.which("chromium")
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
NARROW = {"viewport": {"width": 380, "height": 800}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module: while it is open, nothing else can run an event loop."""
    if not CHROMIUM:
        assert not os.environ.get("CI"), "CI has to install Chromium"
        pytest.skip("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@contextmanager
def watched(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page, opened; whatever a test does, nothing is fetched and nothing goes wrong."""
    context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, "color_scheme": "light", **options})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: wrong.append(dialog.message))
    opened.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
    opened.goto(address)
    yield opened
    context.close()
    assert not wrong


@pytest.fixture(params=[{}])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page at the `address` of the module, opened; a test may ask for other options of the browser."""
    with watched(browser, address, **request.param) as opened:
        yield opened


def check_hostile_article(page: Page) -> None:
    """Look at the article that means harm: what stands in it is text."""
    card = page.locator(".card").filter(has=page.locator("h3", has_text="<b>Hostile</b>"))
    card.locator("h3").click()
    card.get_by_text("onmouseover").hover()

    assert card.get_by_text("</style></script><script>window.harm = 1</script>").is_visible()
    assert card.get_by_text("<U+202E>").first.is_visible()
    assert page.evaluate("window.harm") is None
    assert page.locator("img").count() == 0


def titles(page: Page) -> list[str]:
    return page.locator(".card:visible h3").all_inner_texts()


def chooser(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def hash_of(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def luminance(page: Page) -> float:
    """How light the page is, from 0 to 255."""
    color = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return float(color.split("(")[1].split(",")[0])


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")


def serious(page: Page) -> list[tuple[str, str]]:
    """What a reader with a keyboard, or one who hears the page, cannot use: rule of axe-core, and an element."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]


def hostile(story: str, form: str) -> str:
    """Return an article with a form, and with markup that would run where a page had not escaped it."""
    harm = '</style></script><script>window.harm = 1</script>\n\n<img src="x" onerror="window.harm = 1">\n\n'
    return f'{harm}" onmouseover="window.harm = 1\n\n{story}\u202e\n\n{form}'
