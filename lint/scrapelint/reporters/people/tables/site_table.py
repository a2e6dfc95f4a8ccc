"""What the articles of sites share, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.people.terminal import Sheet, cut, wrapped
from scrapelint.reporters.summary import counted
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from scrapelint.boilerplate.shared import Change, GoneLine, Selector, SharedBlock, SharedSite, Survey
    from scrapelint.reporters.people.terminal import Styled

TERMINAL_LINES = 10
"""Lines of a site that a terminal shows; what is piped has all."""
TERMINAL_SITES = 20
"""Sites that are shown on a terminal; a file has all."""
MAX_ROWS = 3
"""Rows of the table for the text of one line."""
MAX_WIDTH = 100
"""Rows are no longer, in cells: longer ones read badly."""
MIN_WIDTH = 40
INDENT = " " * 10
_BAR = "│ "
_HEADS = f"{'articles':>8}  {'share':>6}  {'head':>6}  {'body':>6}  {'tail':>6}  {'since':10}  last"
_STYLES = {"new": "bold red", "more": "bold yellow", "less": "bold green", "gone": "bold green"}


class SiteTable:
    """Prints the sites, and below each the blocks that its articles share; against an earlier run only what changed."""

    def __init__(self, out: TextIO, *, color: bool, max_lines: int | None) -> None:
        """Take the stream, and how many lines of a site are shown; None for what suits the stream."""
        self._sheet = Sheet(out, color=color)
        is_terminal = out.isatty()
        self._width = max(MIN_WIDTH, min(self._sheet.width, MAX_WIDTH))
        self._text_width = self._width - len(INDENT) - len(_BAR)
        self._max_lines = TERMINAL_LINES if max_lines is None and is_terminal else max_lines
        self._max_sites = TERMINAL_SITES if is_terminal else None

    def print(self, survey: Survey) -> None:
        """Print the table."""
        sites = [site for site in survey.sites if _blocks(site, survey) or site.gone]
        for site in sites[: self._max_sites]:
            self._site(site, _blocks(site, survey))
        if left := len(sites) - len(sites[: self._max_sites]):
            self._note(f"… {counted(left, 'more site')}: pipe the output, or --output-format csv")

    def _site(self, site: SharedSite, blocks: Sequence[SharedBlock]) -> None:
        self._sheet.print(*cut([(visible(site.site), "bold"), (f"  {_about(site)}", "")], self._width))
        self._note(_HEADS)
        shown = blocks[: self._room(blocks)]
        for block in shown:
            self._block(block, site)
        for gone in site.gone:
            self._gone(gone, site)
        if left := blocks[len(shown) :]:
            total = _lines(blocks)
            self._note(f"{INDENT}… {counted(_lines(left), 'more line')}: --max-lines {total} shows them")
        self._sheet.print()

    def _room(self, blocks: Sequence[SharedBlock]) -> int:
        """Return how many blocks are shown: the first in any case, the others while all of their lines have room."""
        if self._max_lines is None:
            return len(blocks)
        fitting = (number for number in range(1, len(blocks)) if _lines(blocks[: number + 1]) > self._max_lines)
        return next(fitting, len(blocks))

    def _block(self, block: SharedBlock, site: SharedSite) -> None:
        line = block.rarest
        zones = map(_zone, line.zones)
        self._sheet.print(*_figures(line.articles, site.articles), *zones, *_days(line.first, line.last))
        self._change(line.change)
        for shown in block.lines:
            self._text(shown.text)
        self._note(f"{INDENT}  e.g. {visible(line.example.address)}")
        for selector in sorted(block.selectors, key=lambda selector: selector.lines):
            self._selector(selector, block)

    def _gone(self, gone: GoneLine, site: SharedSite) -> None:
        self._sheet.print(*_figures(gone.articles, site.articles))
        self._change(gone.change)
        self._text(gone.text)

    def _change(self, change: Change | None) -> None:
        if change:
            most = "at most " if change.kind == "new" and change.was else ""
            was = f"{change.kind}: before in {most}{change.was:,} of {counted(change.of, 'article')}"
            self._sheet.print((INDENT + was, _STYLES[change.kind]))

    def _text(self, text: str) -> None:
        rows = list(wrapped(visible(" ".join(text.split())), self._text_width))
        shown = rows[:MAX_ROWS]
        if len(rows) > MAX_ROWS:
            shown[-1] = "".join(part for part, _ in cut([(f"{shown[-1]} {rows[MAX_ROWS]}", "")], self._text_width))
        for row in shown:
            self._sheet.print((INDENT + _BAR + row, ""))

    def _selector(self, selector: Selector, block: SharedBlock) -> None:
        found = f"on {selector.matches:,} of {selector.with_line:,} other pages"
        others = f"something else on {selector.others:,}" if selector.others else "nothing else"
        self._note(f"{INDENT}  prune_xpath{_places(selector, block)}: {found}, {others}")
        self._sheet.print((f"{INDENT}    {visible(selector.xpath)}", ""))

    def _note(self, text: str) -> None:
        self._sheet.print((text, "dim"))


def _blocks(site: SharedSite, survey: Survey) -> Sequence[SharedBlock]:
    """Return the blocks to show: all, or against an earlier run those that changed."""
    return [block for block in site.blocks if block.change] if survey.is_compared else site.blocks


def _lines(blocks: Sequence[SharedBlock]) -> int:
    return sum(len(block.lines) for block in blocks)


def _about(site: SharedSite) -> str:
    kind = "" if site.is_site else " of no known site"
    shared = f"{counted(site.chars, 'character')} in {counted(site.lines, 'shared line')}"
    return f"{counted(site.articles, 'article')}{kind}, {shared}"


def _figures(articles: int, total: int) -> Iterator[Styled]:
    yield f"{articles:>8,}", ""
    yield f"  {articles / total:>6.1%}", "bold"


def _zone(count: int) -> Styled:
    return f"  {count:>6,}", "" if count else "dim"


def _days(first: str, last: str) -> Iterator[Styled]:
    yield f"  {first or '-':10}", ""
    yield f"  {last or '-':10}", ""


def _places(selector: Selector, block: SharedBlock) -> str:
    """Return which lines of a block an XPath is for, where it is not for all."""
    if len(selector.lines) == len(block.lines):
        return ""
    noun = "line" if len(selector.lines) == 1 else "lines"
    return f" for {noun} {', '.join(str(place + 1) for place in selector.lines)}"
