"""What the articles of all sites share: the input read twice, memory bounded, work linear in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.boilerplate.articles import distinct
from scrapelint.boilerplate.blocks import blocks
from scrapelint.boilerplate.census import Census
from scrapelint.boilerplate.comparing import changed, gone
from scrapelint.boilerplate.shared import SharedSite, Survey
from scrapelint.boilerplate.tally import SiteTally, Tallies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from scrapelint.article import Article
    from scrapelint.boilerplate.comparing import EarlierSite
    from scrapelint.boilerplate.shared import Limits


def survey(
    read: Callable[[], Iterable[Article]], limits: Limits, earlier: Mapping[str, EarlierSite] | None = None
) -> Survey:
    """Return what the articles share that `read` gives, twice and in the same order each time.

    `earlier` is what an earlier run reported, by site.
    """
    before = earlier or {}
    census = Census()
    census.count(distinct(read()))
    tallies = Tallies(census, limits, {site: found.lines.keys() for site, found in before.items()})
    tallies.count(distinct(read()))
    sites = sorted(_sites(census, tallies.sites, limits, before), key=lambda site: (-site.chars, site.site))
    return Survey(
        sum(census.articles.values()), limits, sites, census.missed, census.uncounted, tallies.uncounted,
        None if earlier is None else len(before.keys() - census.articles.keys()),
    )  # fmt: skip


def _sites(
    census: Census, tallies: Mapping[str, SiteTally], limits: Limits, before: Mapping[str, EarlierSite]
) -> Iterator[SharedSite]:
    """Yield the sites with enough articles; a later run compares with those that share nothing, too."""
    for site, articles in census.articles.items():
        if articles >= limits.min_articles or site in before:
            tally = tallies.get(site) or SiteTally(is_site=True)
            yield _site(site, articles, tally, limits, before.get(site))


def _site(site: str, articles: int, tally: SiteTally, limits: Limits, before: EarlierSite | None) -> SharedSite:
    least = limits.least(articles)
    enough = [line for line in tally.lines.values() if line.is_in(least, limits)]
    lines = [changed(line.shared(), articles, before) for line in enough]
    left = gone(articles, before, {line.key for line in lines}, tally.lines) if before else ()
    return SharedSite(
        site, tally.is_site, articles, blocks(lines, tally.lines), list(left), is_compared=before is not None
    )
