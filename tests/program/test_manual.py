"""The manual as a site: it builds without a warning, and every link leads somewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

import pytest
from command import scrapelint

from scrapelint.reporters.rule_pages import page_url
from scrapelint.resources.addresses import MANUAL_URL, REPOSITORY_URL, RULES_URL
from scrapelint.rule import Bad
from scrapelint.runners.pipeline import installed

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
TREE = f"{REPOSITORY_URL}/tree/main/"
OWN_PACKAGES = ("scrapelint", "scrapelint_rules")
FETCHES = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}
"""Elements for which a browser asks at once, and by what."""


class Page(HTMLParser):
    """What a page links to, fetches, and can be linked at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if "id" in known:
            self.ids.add(known["id"])
        if tag == "a" and "href" in known:
            self.links.append(known["href"])
        if known.get("rel") not in ("canonical", "prev", "next", "search", "index") and FETCHES.get(tag) in known:
            self.fetched.append(known[FETCHES[tag]])


class Site(NamedTuple):
    """The pages of the site, by their addresses."""

    folder: Path
    pages: dict[str, Page]

    def linked(self, address: str) -> list[str]:
        """Return where the links of a page lead to."""
        return [urljoin(address, link) for link in self.pages[address].links]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, built as the service that shows it does."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "manual.py", folder], capture_output=True, text=True, check=False, timeout=600
    )
    assert (done.returncode, done.stderr) == (0, "")
    pages = {}
    for path in folder.rglob("index.html"):
        place = path.parent.relative_to(folder).as_posix()
        address = MANUAL_URL if place == "." else f"{MANUAL_URL}{place}/"
        pages[address] = Page(path.read_text(encoding="utf-8"))
    return Site(folder, pages)


def test_every_rule_has_a_page_at_the_address_of_its_findings(site: Site) -> None:
    own = [code for code, rule in installed().rules.items() if rule.__module__.partition(".")[0] in OWN_PACKAGES]

    assert len(own) > 100
    assert [code for code in own if page_url(code) != RULES_URL + code or f"{RULES_URL}{code}/" not in site.pages] == []


def test_rule_of_a_plugin_leads_to_the_catalogue(site: Site, tmp_path: Path) -> None:
    (tmp_path / "quay.toml").write_text(
        'concept = "quay"\nsummary = "A note."\ncode = "ACM001"\nname = "quay-note"\n'
        '[[entries]]\nid = "note"\nwhere = "line"\nmax_line_chars = 40\nphrases.en = ["this is the quay"]\n'
        '[examples]\nhits.en = ["This is the quay."]\nmisses.en = ["It is."]\n',
        encoding="utf-8",
    )
    (tmp_path / "scrapelint.toml").write_text('packs = ["quay.toml"]\nselect = ["ACM"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Talks ended on Friday.\n\nThis is the quay.\n", encoding="utf-8")

    (finding,) = scrapelint("check", "--output-format", "json-lines", "a.txt", cwd=tmp_path).findings

    assert finding["url"] == RULES_URL
    assert RULES_URL in site.pages


def test_addresses_in_findings_lead_to_pages(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks ended on Friday.\n\nLeave a Reply\n", encoding="utf-8")

    findings = scrapelint("check", "--isolated", "--output-format", "json-lines", "a.txt", cwd=tmp_path).findings
    sarif = json.loads(scrapelint("check", "--isolated", "--output-format", "sarif", "a.txt", cwd=tmp_path).out)

    driver = sarif["runs"][0]["tool"]["driver"]
    addresses = [finding["url"] for finding in findings] + [rule["helpUri"] for rule in driver["rules"]]
    assert len(addresses) >= 2
    assert {f"{address}/" for address in addresses} | {driver["informationUri"]} <= site.pages.keys()


def test_links_and_anchors_of_every_page_resolve(site: Site) -> None:
    broken = []
    for address in site.pages:
        for link in site.linked(address):
            page, anchor = urldefrag(link)
            if page.startswith(MANUAL_URL) and (
                page not in site.pages or (anchor and anchor not in site.pages[page].ids)
            ):
                broken.append((address, link))

    assert len(site.pages) > 140
    assert broken == []


def test_links_into_the_repository_lead_to_files_that_are_there(site: Site) -> None:
    links = {urldefrag(link)[0] for address in site.pages for link in site.linked(address)}
    paths = {link.removeprefix(TREE) for link in links if link.startswith(TREE)}

    assert "CONTRIBUTING.md" in paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_page_is_reached_from_the_first(site: Site) -> None:
    reached, ahead = {MANUAL_URL}, [MANUAL_URL]
    while ahead:
        found = {urldefrag(link)[0] for link in site.linked(ahead.pop())} & site.pages.keys()
        ahead += found - reached
        reached |= found

    assert site.pages.keys() - reached == {f"{MANUAL_URL}search/"}


def test_menu_has_the_pages_of_the_index(site: Site) -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    menu = site.linked(f"{MANUAL_URL}security/")

    for path in sorted((ROOT / "docs").glob("*.md")):
        if path.stem != "README":
            assert f"]({path.name})" in index, path.name
            assert f"{MANUAL_URL}{path.stem}/" in menu, path.name


def test_no_page_fetches_anything_from_elsewhere(site: Site) -> None:
    fetched = {source for page in site.pages.values() for source in page.fetched}

    assert any(source.endswith(".css") or ".css?" in source for source in fetched)
    assert [source for source in fetched if ":" in source and not source.startswith("data:")] == []
    assert [
        path.name
        for path in site.folder.rglob("*.css")
        if "url(http" in (css := path.read_text(encoding="utf-8")) or "@import" in css
    ] == []


def test_options_keep_their_hyphens(site: Site) -> None:
    assert "what --fix would change" in (site.folder / "reference/commands/index.html").read_text(encoding="utf-8")


def test_links_that_lead_nowhere_fail_the_build(tmp_path: Path) -> None:
    for folder in ("docs", "tools"):
        (tmp_path / folder).mkdir()
    links = "[a](gone.md)\n[b](usage.md#lost)\n[c](../away.md)"
    (tmp_path / "docs" / "README.md").write_text(f"# A\n\n## Use\n\n| |\n| --- |\n| [u](usage.md) |\n\n{links}\n")
    (tmp_path / "docs" / "usage.md").write_text("# Usage\n")
    (tmp_path / "tools" / "manual.py").write_bytes((ROOT / "tools" / "manual.py").read_bytes())
    (tmp_path / "tools" / "manual_pages").symlink_to(ROOT / "tools" / "manual_pages")

    done = subprocess.run(
        [sys.executable, tmp_path / "tools" / "manual.py", tmp_path / "site"],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip

    assert done.returncode == 1
    assert [name for name in ("gone", "lost", "away") if name not in done.stderr] == []


def test_examples_of_a_rule_are_drawn_as_the_report_draws_articles(site: Site) -> None:
    rule = installed().rules["NAV012"]
    html = (site.folder / "rules" / "NAV012" / "index.html").read_text(encoding="utf-8")

    assert html.count('<div class="scrapelint">') == sum(isinstance(example, Bad) for example in rule.examples)
    assert '<del><mark class="warning">Related News</mark></del>' in html
    assert "⟦" not in html


def test_drawn_examples_have_the_style_of_the_report(site: Site) -> None:
    own = (ROOT / "lint" / "scrapelint" / "reporters" / "html" / "pages" / "style.css").read_text(encoding="utf-8")
    html = (site.folder / "rules" / "NAV012" / "index.html").read_text(encoding="utf-8")

    assert (site.folder / "_static" / "article.css").read_text(encoding="utf-8") == own
    assert "_static/article.css" in html
