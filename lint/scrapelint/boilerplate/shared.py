"""What the articles of a site share, as reports show it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_MIN_ARTICLES = 5
"""As the rules of `SIT` have it."""
DEFAULT_MIN_SHARE = 0.05
"""On news of 125 sites nearly all lines above this share were the page's."""
_SHARE_DIGITS = 6
"""Rounded to these, .07 of 100 articles are 7; as floating point has it they would be 8."""
HTML = "html"
"""Our name of the field of a record that holds the page."""


class Limits(NamedTuple):
    """From where on a line is reported."""

    min_articles: int = DEFAULT_MIN_ARTICLES
    """Articles of the site with the line, and different articles among them."""
    min_share: float = DEFAULT_MIN_SHARE
    """Of the articles of the site, from 0 to 1."""

    def least(self, articles: int) -> int:
        """Return in how many articles a line of a site has to be that has so many."""
        return max(self.min_articles, ceil(round(self.min_share * articles, _SHARE_DIGITS)))


class Zones(NamedTuple):
    """In how many articles a line comes before, among and after the paragraphs of the article itself."""

    head: int
    body: int
    tail: int


class Example(NamedTuple):
    """An article to look at, and the row of a line in its text."""

    address: str
    """`file:row`, and in a file of records `file:record:row`, from 1."""
    url: str


class Change(NamedTuple):
    """How a line differs from an earlier run."""

    kind: Literal["new", "more", "less", "gone"]
    was: int
    """Articles with the line in the earlier run; of a line that was not reported there, how many it had at most."""
    of: int
    """Articles of the site in the earlier run."""


class SharedLine(NamedTuple):
    """A line that many articles of a site have."""

    key: int
    text: str
    """As it is in the example, at most `MAX_TEXT_CHARS` of it."""
    articles: int
    chars: int
    """Code points of all its copies."""
    zones: Zones
    first: str
    """The earliest date of an article with it, as 2026-03-01; empty where none has a date."""
    last: str
    example: Example
    change: Change | None = None
    """None where nothing changed clearly, and where no earlier run is known."""


class Selector(NamedTuple):
    """An XPath for lines of a block, and what it finds in other pages than the one that it was made from."""

    xpath: str
    lines: tuple[int, ...]
    """Places in the block of the lines that it is for."""
    pages: int
    """Pages that it was tried on."""
    with_line: int
    """Those of them whose article has the lines; of several the line with the worst share counts."""
    matches: int
    """Those in which it finds them."""
    others: int
    """Pages in which it finds something else, which is no text of the article."""


class SharedBlock(NamedTuple):
    """Lines that are one below the other in nearly all articles that have one of them; often only one."""

    lines: tuple[SharedLine, ...]
    selectors: tuple[Selector, ...] = ()

    @property
    def rarest(self) -> SharedLine:
        """The line that the fewest articles have: the figures of a block are its figures."""
        return min(self.lines, key=lambda line: line.articles)

    @property
    def chars(self) -> int:
        """Code points of all copies of its lines."""
        return sum(line.chars for line in self.lines)

    @property
    def change(self) -> Change | None:
        """How it differs from an earlier run: lines of one block changed alike."""
        return self.rarest.change


class GoneLine(NamedTuple):
    """A line that an earlier run reported, and that far fewer articles have now."""

    key: int
    text: str
    articles: int
    """With the line now."""
    change: Change


class SharedSite(NamedTuple):
    """What the articles of one site share."""

    site: str
    is_site: bool
    """False where records name no site, and what is named is the file or folder that they are in."""
    articles: int
    """Different articles of the site."""
    blocks: Sequence[SharedBlock] = ()
    gone: Sequence[GoneLine] = ()
    is_compared: bool = False
    """Whether an earlier run has articles of the site."""

    @property
    def chars(self) -> int:
        """Code points of all copies of shared lines."""
        return sum(block.chars for block in self.blocks)

    @property
    def lines(self) -> int:
        """Shared lines."""
        return sum(len(block.lines) for block in self.blocks)


class Survey(NamedTuple):
    """What the articles of all sites share, and what the figures rest on."""

    articles: int
    """Different articles."""
    limits: Limits
    sites: Sequence[SharedSite]
    """Those with enough articles, the one with the most shared characters first; some share nothing."""
    missed: int = 0
    """Lines in so many articles more than the least may be missing; 0 unless the input was too large for memory."""
    uncounted: int = 0
    """Articles of sites beyond those that are told apart."""
    uncounted_lines: int = 0
    """How often lines came for which there was no room."""
    absent: int | None = None
    """Sites of the earlier run that have no article now; None where there is no earlier run."""

    @property
    def is_compared(self) -> bool:
        """Whether there was an earlier run to compare with."""
        return self.absent is not None

    @property
    def changes(self) -> int:
        """Lines that changed since the earlier run."""
        return sum(
            sum(line.change is not None for block in site.blocks for line in block.lines) + len(site.gone)
            for site in self.sites
        )
