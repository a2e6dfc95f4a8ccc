"""The first reading: how many articles each site has, and about how many of them have each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.boilerplate.sketch import MAX_COUNTERS, Sketch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.boilerplate.articles import SiteArticle
    from scrapelint.boilerplate.shared import Limits

MAX_SITES = 100_000
"""Sites that are told apart, in some 20 MB; articles of further ones are only counted."""


class Census:
    """Articles by site, and by line."""

    def __init__(self, max_counters: int = MAX_COUNTERS, max_sites: int = MAX_SITES) -> None:
        """Take how many different lines are counted at once, and how many sites are told apart."""
        self.articles: dict[str, int] = {}
        """By site."""
        self.uncounted = 0
        """Articles of sites beyond those that are told apart."""
        self._lines = Sketch(max_counters)
        self._max_sites = max_sites

    def count(self, articles: Iterable[SiteArticle]) -> None:
        """Count different articles."""
        for found in articles:
            self._add(found)

    def _add(self, found: SiteArticle) -> None:
        known = self.articles.get(found.site, 0)
        if not known and len(self.articles) >= self._max_sites:
            self.uncounted += 1
            return
        self.articles[found.site] = known + 1
        self._lines.add(found.keyed)

    @property
    def missed(self) -> int:
        """How many more articles than the least a line may need to be found."""
        return self._lines.missed

    def least(self, site: str, limits: Limits) -> int:
        """Return in how many articles a line of a site has to be."""
        return limits.least(self.articles.get(site, 0))

    def articles_with(self, key: int) -> int:
        """Return in how many articles a line is, or less."""
        return self._lines.at_least(key)

    def candidates(self, found: SiteArticle, limits: Limits) -> list[int]:
        """Return the keys of those lines of an article that are in enough articles of its site, in their order."""
        least = self.least(found.site, limits)
        if self.articles.get(found.site, 0) < least:
            return []
        return [key for key in found.keyed if self._lines.at_least(key) >= least]
