"""Which rules are not reported on which sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.site import site_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.article import Article


class SiteIgnores:
    """The codes that are not reported on some sites: on a host and those below it, or where a scraper says its name."""

    def __init__(self, codes: Mapping[str, frozenset[str]]) -> None:
        """Take the codes by the name of a site, as `site_of` has it, in any case."""
        self._codes = {name.casefold().removeprefix("www."): ignored for name, ignored in codes.items()}

    @property
    def codes(self) -> frozenset[str]:
        """Those that are ignored on any site."""
        return frozenset().union(*self._codes.values())

    def of(self, article: Article) -> frozenset[str]:
        """Return the codes that are not reported of an article."""
        if not self._codes:
            return frozenset()
        site = site_of(article)
        hit = [codes for name, codes in self._codes.items() if site == name or site.endswith(f".{name}")]
        return frozenset().union(*hit)


NO_SITE_IGNORES = SiteIgnores({})
"""Everything is reported on every site."""
