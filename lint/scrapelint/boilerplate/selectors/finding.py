"""Selectors for what the sites of a survey share: two more readings, the one to make them, the other to try them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.boilerplate.articles import distinct
from scrapelint.boilerplate.selectors.page import page_of
from scrapelint.boilerplate.selectors.trial import SiteTrial
from scrapelint.boilerplate.shared import HTML
from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from scrapelint.article import Article
    from scrapelint.boilerplate.articles import SiteArticle
    from scrapelint.boilerplate.selectors.page import Page
    from scrapelint.boilerplate.shared import Survey

MAX_PAGES = 100
"""Pages of a site that are parsed in a reading, spread over its articles: 40 ms for one of 160 KB."""


def with_selectors(survey: Survey, read: Callable[[], Iterable[Article]], field: str) -> Survey:
    """Return a survey of the articles that `read` gives, with selectors that hold in their pages.

    Raises UsageError where no record has a field of this name.
    """
    trials = {site.site: SiteTrial(site) for site in survey.sites if site.blocks}
    steps = {site.site: 1 + (site.articles - 1) // MAX_PAGES for site in survey.sites}
    if not _propose(distinct(read()), trials, steps):
        raise UsageError(f"--html-field: no record has the field {field} with a page in it")
    for number, found in _sampled(distinct(read()), steps):
        trial = trials.get(found.site)
        if trial and (page := _page(found, trial)):
            trial.try_on(page, number, found)
    sites = [site._replace(blocks=trials[site.site].blocks()) if site.site in trials else site for site in survey.sites]
    return survey._replace(sites=sites)


def _propose(articles: Iterable[SiteArticle], trials: Mapping[str, SiteTrial], steps: Mapping[str, int]) -> bool:
    """Make XPaths; return whether any article has a page."""
    has_pages = False
    for number, found in _sampled(articles, steps):
        has_pages = has_pages or bool(found.article.get(HTML))
        trial = trials.get(found.site)
        lines = trial.lines_of(found) if trial else frozenset()
        if trial and trial.wants(lines) and (page := _page(found, trial)):
            trial.propose(page, number, lines)
    return has_pages


def _sampled(articles: Iterable[SiteArticle], steps: Mapping[str, int]) -> Iterator[tuple[int, SiteArticle]]:
    """Yield articles with their numbers, of each site at most `MAX_PAGES`; the same ones in each reading."""
    counts: dict[str, int] = {}
    for number, found in enumerate(articles):
        if found.site in steps:
            counts[found.site] = counts.get(found.site, -1) + 1
            if counts[found.site] % steps[found.site] == 0:
                yield number, found


def _page(found: SiteArticle, trial: SiteTrial) -> Page | None:
    html = found.article.get(HTML)
    return page_of(html, trial.lines, trial.longest) if html else None
