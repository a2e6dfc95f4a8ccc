"""Articles by site, each once, with the keys by which their lines are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.boilerplate.seen import Seen
from scrapelint.corpus.evidence import key_of
from scrapelint.site import MAX_NAME_CHARS, site_of, site_or_place
from scrapelint.text.lines import numberless, split
from scrapelint.text.sentences.units import is_flat, parted, stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scrapelint.article import Article
    from scrapelint.text.lines import Line

MIN_KEY_CHARS = 3
"""Shorter lines, in code points, are numbers, initials and marks: SIT001 leaves them aside as well."""


class SiteArticle(NamedTuple):
    """An article, its site, and its lines."""

    article: Article
    site: str
    is_site: bool
    """False where no site is known, and the place where the article is stored stands for it."""
    lines: tuple[Line, ...]
    """All that are not blank, in order; sentences where the line breaks are lost."""
    keyed: Mapping[int, Line]
    """Each different line by its key, at its first place, pieces of sentences left out.

    The key is that of site and line, numbers left aside.
    """


def distinct(articles: Iterable[Article]) -> Iterator[SiteArticle]:
    """Yield each article of a site once: one with an address or a text that came before is left out.

    So is one without text. In the same order the same articles come out.
    """
    seen = Seen()
    for article in articles:
        found = site_article(article)
        if found.lines and not _came_before(found, seen):
            yield found


def site_article(article: Article) -> SiteArticle:
    """Return an article with its site and its lines."""
    site = site_or_place(article)[:MAX_NAME_CHARS]
    rows = list(split(article.text))
    lines = tuple(parted(rows) if is_flat(rows) else rows)
    keyed: dict[int, Line] = {}
    by_row = {row.row: row for row in rows}
    for line in lines:
        if len(line.key) >= MIN_KEY_CHARS and stands_alone(line, by_row[line.row]):
            keyed.setdefault(key_of(site, numberless(line.key)), line)
    return SiteArticle(article, site, bool(site_of(article)), lines, keyed)


def _came_before(found: SiteArticle, seen: Seen) -> bool:
    text = seen.add(key_of("text", found.site, *(line.key for line in found.lines)))
    address = found.article.get("url")
    return (bool(address) and seen.add(key_of("url", found.site, address))) or text
