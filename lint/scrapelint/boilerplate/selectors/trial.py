"""XPaths tried on the pages of a site."""

from __future__ import annotations

from collections import deque
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.boilerplate.selectors.letters import letters
from scrapelint.boilerplate.selectors.xpaths import XPath, xpaths
from scrapelint.boilerplate.shared import Selector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.boilerplate.articles import SiteArticle
    from scrapelint.boilerplate.selectors.page import Page
    from scrapelint.boilerplate.shared import SharedBlock, SharedSite

MAX_XPATHS = 150
"""XPaths of a site that are tried: up to 0.2 s for a page of 160 KB. Lines with more characters have theirs first."""
MAX_XPATHS_OF_LINE = 10
"""XPaths that one page gives for a line."""
MAX_PROPOSALS = 30
"""XPaths that are looked at for that."""
MAX_HOLDERS = 3
"""Places of a line in one page that XPaths are made for."""
PROPOSING_PAGES = 2
"""Pages with a line that XPaths for it are made from."""
MIN_PAGES = 3
"""Other pages with a line that an XPath has to be tried on."""
MIN_MATCHING = 0.95
"""Share of them in which it has to find the line."""
MIN_TELLING_LETTERS = 12
"""Letters from which on a piece that the article's text has in it is the article's; a shorter one may be chance."""


class OwnText(NamedTuple):
    """What an article has for itself, as letters."""

    lines: frozenset[str]
    whole: str

    @classmethod
    def of(cls, found: SiteArticle, shared: frozenset[str]) -> OwnText:
        """Return the lines of an article that are not shared."""
        own = [text for line in found.lines if (text := letters(line.text)) and text not in shared]
        return cls(frozenset(own), "".join(own))

    def has_any(self, pieces: Sequence[str]) -> bool:
        """Tell whether some of these pieces of a page are the article's."""
        if any(piece in self.lines or (len(piece) >= MIN_TELLING_LETTERS and piece in self.whole) for piece in pieces):
            return True
        joined = "".join(pieces)
        return any(len(line) >= MIN_TELLING_LETTERS and line in joined for line in self.lines)


class Tried:
    """One XPath and what it found."""

    def __init__(self, xpath: XPath, lines: Iterable[str], page: int) -> None:
        """Take the lines that it found in the page that it was made from, and the number of that page."""
        self.xpath = xpath
        self.pages = 0
        self.others = 0
        self.finds_article = False
        self._made_from = page
        self._with_line = dict.fromkeys(lines, 0)
        self._matches = dict.fromkeys(lines, 0)

    def try_on(self, page: Page, number: int, lines: frozenset[str], own: OwnText) -> None:
        """Try it on the page of an article with these shared lines; not on the one that it was made from."""
        if number == self._made_from or self.finds_article:
            return
        elements = page.selected(self.xpath.written)
        matched = page.lines_in(elements)
        rest = page.rest_of(elements)
        self.pages += 1
        self.others += bool(rest)
        self.finds_article = own.has_any(rest)
        for line in self._with_line.keys() & lines:
            self._with_line[line] += 1
            self._matches[line] += line in matched

    def holds_for(self, line: str) -> bool:
        """Tell whether it finds a line in nearly all pages that have it, and nothing of an article."""
        tried = self._with_line.get(line, 0)
        return not self.finds_article and tried >= MIN_PAGES and self._matches[line] >= MIN_MATCHING * tried

    def selector(self, places: Sequence[int], lines: Sequence[str]) -> Selector:
        """Return it with its figures, for the lines at some places of a block."""
        worst = min(lines, key=lambda line: self._matches[line] / self._with_line[line])
        tried = self._with_line[worst]
        return Selector(self.xpath.written, tuple(places), self.pages, tried, self._matches[worst], self.others)


class SiteTrial:
    """The shared lines of one site, and the XPaths for them."""

    def __init__(self, site: SharedSite) -> None:
        """Take what the site shares."""
        self._blocks = site.blocks
        self._letters = {line.key: letters(line.text) for block in site.blocks for line in block.lines}
        self.lines = frozenset(filter(None, self._letters.values()))
        self.longest = max(map(len, self.lines), default=0)
        self._proposed_from = {text: 0 for text in self._letters.values() if text}
        self._tried: dict[str, Tried] = {}

    def lines_of(self, found: SiteArticle) -> frozenset[str]:
        """Return the shared lines that an article has, as letters."""
        return frozenset([text for key in found.keyed if (text := self._letters.get(key))])

    def wants(self, lines: frozenset[str]) -> bool:
        """Tell whether a page with these lines is of use for making XPaths."""
        return len(self._tried) < MAX_XPATHS and any(self._proposed_from[line] < PROPOSING_PAGES for line in lines)

    def propose(self, page: Page, number: int, lines: frozenset[str]) -> None:
        """Make XPaths for the lines of an article from its page."""
        for line, proposed in self._proposed_from.items():
            holders = page.holders(line)[:MAX_HOLDERS] if line in lines and proposed < PROPOSING_PAGES else []
            if holders:
                self._proposed_from[line] += 1
                possible = (xpath for xpath in _proposals(page, holders) if self._takes(xpath, page, number))
                deque(islice(possible, MAX_XPATHS_OF_LINE), 0)

    def _takes(self, xpath: XPath, page: Page, number: int) -> bool:
        """Tell whether an XPath is tried: it is from then on, if it finds shared lines alone in its page."""
        if xpath.written not in self._tried and len(self._tried) < MAX_XPATHS:
            elements = page.selected(xpath.written)
            if elements and all(map(page.is_shared, elements)):
                self._tried[xpath.written] = Tried(xpath, page.lines_in(elements), number)
        return xpath.written in self._tried

    def try_on(self, page: Page, number: int, found: SiteArticle) -> None:
        """Try all XPaths on the page of an article."""
        lines, own = self.lines_of(found), OwnText.of(found, self.lines)
        for tried in self._tried.values():
            tried.try_on(page, number, lines, own)

    def blocks(self) -> list[SharedBlock]:
        """Return the blocks, each with the XPaths that hold for its lines."""
        return [block._replace(selectors=tuple(self._selectors(block))) for block in self._blocks]

    def _selectors(self, block: SharedBlock) -> Iterator[Selector]:
        """Yield as few as will do: the one that holds for most lines, then the one for most of the others."""
        left = {place: self._letters[line.key] for place, line in enumerate(block.lines)}
        while left:
            held, tried = self._best(left)
            if tried is None:
                return
            yield tried.selector(held, [left.pop(place) for place in held])

    def _best(self, lines: dict[int, str]) -> tuple[list[int], Tried | None]:
        """Return the XPath that holds for most lines, finds the least besides, and looks least far; and these lines."""
        held = [
            ([place for place, line in lines.items() if tried.holds_for(line)], tried) for tried in self._tried.values()
        ]
        ranked = sorted((h for h in held if h[0]), key=lambda h: (-len(h[0]), h[1].others, h[1].xpath))
        return ranked[0] if ranked else ([], None)


def _proposals(page: Page, holders: Iterable[Any]) -> list[XPath]:
    """Return XPaths for elements, and for those around them that hold shared lines and nothing else, the best first."""
    around = (outer for element in holders for outer in _shared_around(page, element))
    return sorted({xpath for element in around for xpath in xpaths(element)})[:MAX_PROPOSALS]


def _shared_around(page: Page, element: Any) -> Iterator[Any]:
    """Yield an element and those around it while they hold shared lines and nothing else."""
    yield element
    yield from takewhile(page.is_shared, element.iterancestors())
