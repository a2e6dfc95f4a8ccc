"""Build the manual as a site; whatever leads nowhere, in a page or between pages, is an error.

python tools/manual.py [FOLDER]    default: build/site

The pages are those of docs/ as GitHub shows them. What differs on a site is changed in a copy: README.md is the index
of its folder, what lies outside of docs/ is linked to in the repository, and the tables of the index are the menu.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from manual_pages.examples import drawn_page, listed
from scrapelint.reporters.html import rendering
from scrapelint.resources.addresses import REPOSITORY_URL
from scrapelint.resources.data_files import data_file
from scrapelint.runners.pipeline import installed

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
TREE = f"{REPOSITORY_URL}/tree/main/"

OFF_MENU = "---\norphan: true\n---\n\n"
"""Begins the pages of rules: 130 entries in the menu beside each page would be no help, and take most of the time."""

_LINK = re.compile(r"(?<=\]\()(?![a-z]+:)([^)#\s]+)(?=[)#])")
_SECTION = re.compile(r"^## (.+)\n((?:(?!## ).*\n)*)", re.MULTILINE)
_ROW = re.compile(r"^\| \[[^\]]*\]\(([\w./-]+)\.md\)", re.MULTILINE)


def site_page(path: Path) -> str:
    """Return a page of the manual as the site has it, in Markdown."""
    linked = _LINK.sub(lambda found: _target(path, found[1]), _text(path))
    if path == DOCS / "README.md":
        return "\n".join([linked, *_menu(linked)])
    return linked if path.parent.name != "rules" or path.stem == "README" else OFF_MENU + linked


def _text(path: Path) -> str:
    """Return a page in Markdown; that of a rule with its examples drawn, where GitHub shows blocks of text."""
    rule = installed().rules.get(path.stem) if path.parent.name == "rules" else None
    return listed(drawn_page(rule)) if rule else path.read_text(encoding="utf-8")


def _target(source: Path, link: str) -> str:
    """Return where a link of a page leads to on the site; one that leads nowhere stays, for Sphinx to complain of."""
    linked = (source.parent / link).resolve()
    if linked.exists() and not linked.is_relative_to(DOCS):
        return TREE + linked.relative_to(ROOT).as_posix()
    return re.sub(r"README\.md$", "index.md", link)


def _menu(index: str) -> list[str]:
    """Return the menu: a part for each section of the index with pages in its table."""
    return [
        line for title, body in _SECTION.findall(index) if (pages := _rows(body)) for line in _toctree(title, pages)
    ]


def _rows(text: str) -> list[str]:
    return _ROW.findall(text)


def _toctree(title: str, pages: list[str]) -> list[str]:
    return ["```{toctree}", ":hidden:", ":maxdepth: 1", f":caption: {title}", "", *pages, "```", ""]


def _draw_style(folder: Path) -> None:
    """Put the style of the report where Sphinx takes it from, for the examples of rules."""
    (folder / "style").mkdir()
    shutil.copy(data_file(rendering.__file__, "pages/style.css"), folder / "style" / "article.css")


def build(folder: Path) -> int:
    """Build the site in a folder, which is made anew; return the exit status of Sphinx."""
    from sphinx.cmd.build import build_main

    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        for path in DOCS.rglob("*.md"):
            copy = Path(name, "docs", path.relative_to(DOCS)).with_stem("index" if path.stem == "README" else path.stem)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(site_page(path), encoding="utf-8")
        _draw_style(Path(name))
        options = ["-q", "-W", "--keep-going", "-b", "dirhtml", "-c", str(ROOT / "tools" / "manual_pages")]
        options += ["-D", f"html_static_path=static,{name}/style"]
        return build_main([*options, "-d", f"{name}/cache", f"{name}/docs", str(folder)])


if __name__ == "__main__":
    sys.exit(build(Path(sys.argv[1] if len(sys.argv) > 1 else "build/site").resolve()))
