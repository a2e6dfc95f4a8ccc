"""MET004 non-article-url."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Edit, Good, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_LISTS = regex(
    r"^/(?:[a-z]{2}/)?(?:tags?|topics?|categor(?:y|ies)|kategorien?|kategoria|categorie|categorias?|rubriques?|search|suche"
    r"|recherche|buscar|busca|szukaj|zoeken|authors?|autor(?:en|es)?|feed|rss|sitemap|label)"
    r"(?:/[^/]*){0,2}/?$|^/(?:[a-z]{2}/)?(?:archives?|archiv)(?:/(?:19|20)\d\d(?:/\d\d?)?)?/?$"
    r"|/page/\d+/?$",
    re.IGNORECASE,
)
_SEARCH = regex(r"(?:^|&)(?:s|q|query|search)=", re.IGNORECASE)
_HOME = regex(r"^/?(?:(?:index|home|default)\.\w{2,5})?$|^/[a-z]{2}/?$", re.IGNORECASE)
_ARTICLE = regex(r"\d{4,}|(?:[^/-]+-){4}")
_AND = r"&(?:amp;|#0{0,3}38;|#[xX]0{0,3}26;)?"
"""What parts the parameters of an address, also as HTML writes it."""
_TRACKING = regex(rf"(?:(?<=\?)|{_AND})(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|yclid|igshid)=[^&#]*", re.IGNORECASE)
_AMP = regex(r"(?<=[^/])/amp/?(?=$|\?|#)|(?<=[?&])(?:amp(?:=1)?|outputType=amp)(?=$|&|#)", re.IGNORECASE)
_NEXT = regex(_AND)


class NonArticleUrl(DocumentRule):
    """An address that is not the article's: a list, a search, a home page, or one with tracking.

    Why it matters: a list's text is teasers of many articles; AMP and tracking give one article
    several addresses, so that duplicates are missed.

    What to do: leave lists out of the crawl. The fix takes tracking and AMP off.
    """

    code, name, severity = "MET004", "non-article-url", Severity.WARNING
    fix = "safe"
    examples = (
        Bad("Port open.", fields={"url": "https://larn.example/tag/port"}, field="url"),
        Bad("Port open.", fields={"url": "https://larn.example/?s=port"}, field="url"),
        Bad("Port open.", fields={"url": "https://larn.example/"}, field="url"),
        Bad("Hafen offen.", fields={"url": "https://larn.example/de/kategorie/hafen/"}, field="url"),
        Bad("Port open.", fields={"url": "https://larn.example/port-opens?utm_source=x&utm_medium=y"}, field="url"),
        Bad(
            "Port open.",
            fields={"url": "https://larn.example/port-opens?utm_source=rss&#038;utm_medium=rss&amp;utm_term=x"},
            field="url",
        ),
        Bad("Port open.", fields={"url": "https://larn.example/2024/05/port-opens-again/amp/"}, field="url"),
        Good("Port open.", fields={"url": "https://larn.example/2024/05/port-opens-again"}),
        Good("Port open.", fields={"url": "https://larn.example/topic/port/why-the-port-opens-again-12345"}),
        Bad("Port open.", fields={"url": "https://larn.example/archives/2024/05"}, field="url"),
        Good(
            "Port open.",
            fields={"url": "https://larn.example/archives/port-opens"},
            why="an article that lies in the archives",
        ),
        Good("Port open.", fields={"url": "https://larn.example/news?id=20240512"}, why="an article by its number"),
        Good("Port open.", why="no address to judge"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield what the address is instead of an article's, or what has to come off."""
        raw = doc.article.fields.get("url")
        if not isinstance(raw, str) or "//" not in raw:
            return
        kind = _kind(raw)
        if kind:
            evidence = {"kind": kind, "url": raw}
            yield self.finding(f"address of a {kind}: {excerpt(raw)}", confidence=0.95, evidence=evidence, field="url")
            return
        for kind, pattern in (("tracking", _TRACKING), ("amp", _AMP)):
            edits = [Edit(*match.span()) for match in pattern.finditer(raw)]
            if edits:
                yield self._on_parts(kind, raw, edits)

    def _on_parts(self, kind: str, raw: str, edits: list[Edit]) -> Finding:
        parts = ", ".join(raw[edit.start : edit.end].lstrip("&/") for edit in edits)
        return self.finding(
            f"address with {kind}: {excerpt(parts)}",
            confidence=0.99,
            evidence={"kind": kind, "parts": parts},
            edits=_tidy(raw, edits),
            fix_message=f"take the {kind} off",
            field="url",
        )


def _kind(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if _SEARCH.search(parts.query) and not _ARTICLE.search(parts.path):
        return "search"
    if _LISTS.search(parts.path) and not _ARTICLE.search(parts.path.rsplit("/", 2)[-1] or parts.path):
        return "list"
    bare = not parts.query or _TRACKING.sub("", "?" + parts.query) == "?"
    return "home page" if bare and not parts.fragment and _HOME.match(parts.path) else ""


def _tidy(raw: str, edits: list[Edit]) -> list[Edit]:
    """Return the edits with the question mark or ampersand that would be left over."""
    if raw[edits[0].start - 1] != "?":
        return edits
    joined = [one for one, below in pairwise(edits) if one.end != below.start]
    last = joined[0] if joined else edits[-1]
    first, rest = Edit(edits[0].start, last.end), edits[edits.index(last) + 1 :]
    if separator := _NEXT.match(raw, first.end):
        return [Edit(first.start, separator.end()), *rest]
    return [Edit(first.start - 1, first.end)] if raw[first.end : first.end + 1] in ("", "#") else [first, *rest]
