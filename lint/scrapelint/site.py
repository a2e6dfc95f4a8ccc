"""The site that an article is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapelint.article import Article

MAX_NAME_CHARS = 100
"""Where articles are counted by site, names are cut at this length, in code points: a field may hold anything."""

_PREFIXES = ("www.", "m.", "mobile.", "amp.")


def site_of(article: Article) -> str:
    """Return the host of an article's address, `www.` and the like left out, else what the scraper calls its site.

    Lower case; empty where neither is there.
    """
    return host_of(article.get("url")) or article.get("site").casefold()


def site_or_place(article: Article) -> str:
    """Return the site of an article, else where it is stored: who scrapes a site keeps its articles together."""
    return site_of(article) or place_of(article)


def place_of(article: Article) -> str:
    """Return where an article is stored, in place of a site that is not known: its file of records, else its folder."""
    if article.record is not None:
        return article.filename
    folder, slash, _ = article.filename.replace("\\", "/").rpartition("/")
    return folder + slash or "./"


def host_of(url: str) -> str:
    """Return the host of an address in lower case, `www.` and the like left out; empty where it has none."""
    _, separator, rest = url.partition("//")
    if not separator:
        return ""
    host = rest.partition("/")[0].partition("?")[0].partition("#")[0].rpartition("@")[2].partition(":")[0].casefold()
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    return host
