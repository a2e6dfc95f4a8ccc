"""The second reading: all that is to be known of the lines that the first one left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.boilerplate.shared import Example, SharedLine, Zones
from scrapelint.corpus.evidence import key_of
from scrapelint.text.prose import extent, prose

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from scrapelint.boilerplate.articles import SiteArticle
    from scrapelint.boilerplate.census import Census
    from scrapelint.boilerplate.shared import Limits
    from scrapelint.text.lines import Line

MAX_TEXT_CHARS = 1000
"""Longer lines are kept up to here, in code points."""
MAX_FOLLOWERS = 10
"""Different lines below one that are counted: of one that is there nearly always, all are."""
LONGEST_LINES = 4
"""Of them the one that the fewest articles have tells an article from its copies."""
MAX_STORIES = 20
"""Different articles from which on a line is surely not one of versions of the same."""
MAX_LINES = 200_000
"""Lines of all sites of which all is kept that is to be known, in at most some 400 MB."""
MIN_LONG_SHARE = 0.25
"""Of the longest line: a short one is what a new version of the same article says of itself."""


class LineTally:
    """What is known of one line of a site."""

    __slots__ = ("_chars", "_example", "_first", "_last", "_stories", "_text", "_zones", "articles", "followers", "key")

    def __init__(self, key: int) -> None:
        """Start with no article."""
        self.key = key
        self.articles = 0
        self.followers: dict[int, int] = {}
        """How often which line is right below, by its key."""
        self._stories: set[int] = set()
        self._chars = 0
        self._zones = [0, 0, 0]
        self._first = self._last = ""
        self._text = ""
        self._example = Example("", "")

    def add(self, found: SiteArticle, line: Line, zone: int, day: str, story: int) -> None:
        """Count an article with the line; `story` tells it from copies."""
        self.articles += 1
        self._chars += len(line.text.strip())
        self._zones[zone] += 1
        if len(self._stories) < MAX_STORIES:
            self._stories.add(story)
        if not self._text or day >= self._last:
            self._show(found, line)
        if day:
            self._first = min(self._first or day, day)
            self._last = max(self._last, day)

    def follow(self, key: int) -> None:
        """Count a line that is right below."""
        if key in self.followers or len(self.followers) < MAX_FOLLOWERS:
            self.followers[key] = self.followers.get(key, 0) + 1

    def is_in(self, least: int, limits: Limits) -> bool:
        """Tell whether enough articles have the line, and not only copies of each other."""
        return self.articles >= least and len(self._stories) >= min(limits.min_articles, MAX_STORIES)

    def shared(self) -> SharedLine:
        """Return what reports show."""
        zones = Zones(*self._zones)
        return SharedLine(
            self.key, self._text, self.articles, self._chars, zones, self._first, self._last, self._example
        )

    def _show(self, found: SiteArticle, line: Line) -> None:
        text = line.text.strip()
        self._text = text if len(text) <= MAX_TEXT_CHARS else text[: MAX_TEXT_CHARS - 1] + "…"
        self._example = Example(f"{found.article.address}:{line.row + 1}", found.article.get("url"))


class SiteTally:
    """The candidates of one site."""

    def __init__(self, *, is_site: bool) -> None:
        """Start with no line; `is_site` is false for a place that stands for a site."""
        self.is_site = is_site
        self.lines: dict[int, LineTally] = {}

    def add(self, found: SiteArticle, keys: Sequence[int], census: Census) -> None:
        """Count an article of the site, which has these of its lines."""
        first, last = _own_range(found, frozenset(keys))
        stories = _stories(found, census)
        day = _day(found)
        for key in keys:
            line = found.keyed[key]
            self.lines[key].add(found, line, _zone(line, first, last), day, stories.besides(key))
        for above, key in pairwise(keys):
            if found.keyed[key].index == found.keyed[above].index + 1:
                self.lines[above].follow(key)


class Tallies:
    """The candidates of all sites."""

    def __init__(self, census: Census, limits: Limits, known: Mapping[str, Container[int]]) -> None:
        """Take the first reading; `known` names lines by site that are counted in any case."""
        self.sites: dict[str, SiteTally] = {}
        self.uncounted = 0
        """How often a line came for which there was no room."""
        self._census, self._limits, self._known = census, limits, known
        self._room = MAX_LINES

    def count(self, articles: Iterable[SiteArticle]) -> None:
        """Count the same articles again."""
        for found in articles:
            if found.site in self._census.articles:
                self._add(found)

    def _add(self, found: SiteArticle) -> None:
        wanted = self._wanted(found)
        if wanted:
            site = self.sites.setdefault(found.site, SiteTally(is_site=found.is_site))
            keys = [key for key in wanted if self._has_room(site, key)]
            self.uncounted += len(wanted) - len(keys)
            if keys:
                site.add(found, keys, self._census)

    def _wanted(self, found: SiteArticle) -> Sequence[int]:
        """Return the lines of an article that are counted, in their order."""
        keys = self._census.candidates(found, self._limits)
        if found.site not in self._known:
            return keys
        also, candidates = self._known[found.site], frozenset(keys)
        return [key for key in found.keyed if key in candidates or key in also]

    def _has_room(self, site: SiteTally, key: int) -> bool:
        if key not in site.lines:
            if not self._room:
                return False
            self._room -= 1
            site.lines[key] = LineTally(key)
        return True


class _Stories:
    """By what an article is told from its copies: a long line of its own, and another one for that line itself."""

    def __init__(self, keys: Sequence[int]) -> None:
        self._keys = keys

    def besides(self, key: int) -> int:
        """Return what tells the article, for counting the articles with a line."""
        return next((one for one in self._keys if one != key), 0)


def _stories(found: SiteArticle, census: Census) -> _Stories:
    sizes = {key: len(line.key) for key, line in found.keyed.items()}
    least = MIN_LONG_SHARE * max(sizes.values())
    longest = [key for key in sorted(sizes, key=lambda key: -sizes[key])[:LONGEST_LINES] if sizes[key] >= least]
    if len(longest) < 2:
        return _Stories([key_of(found.article.address)])
    return _Stories(sorted(longest, key=census.articles_with)[:2])


def _own_range(found: SiteArticle, candidates: Container[int]) -> tuple[int, int]:
    """Return the index of the first and last paragraph of the article's own; of its own lines, where it has none.

    (0, -1) where all of its lines are candidates.
    """
    shared = {line.index for key, line in found.keyed.items() if key in candidates}
    paragraphs = prose(found.lines)
    own = extent(paragraphs, shared)
    return own if own != (0, -1) else extent(range(len(found.lines)), shared)


def _zone(line: Line, first: int, last: int) -> int:
    """Return 0 for a line above the article's own paragraphs, 1 for one among them, 2 for one below."""
    return 0 if line.index < first else 1 + (line.index > last)


def _day(found: SiteArticle) -> str:
    written = found.article.get("date")
    if not any(map(str.isdecimal, written)):
        return ""
    from scrapelint.dates.reading import read_date
    from scrapelint.text.languages import code_of

    date = read_date(written, code_of(found.article.get("language")))
    return date.value.isoformat() if date and date.value else ""
