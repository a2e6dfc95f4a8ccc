"""Findings with their places in the file, as reports show them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import fingerprint
from scrapelint.location import Places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.location import Location


class Located(NamedTuple):
    """A finding and where it is."""

    finding: Finding
    start: Location | None
    """None for a finding about a metadata field or a whole record."""
    end: Location | None
    fingerprint: str


def locate(article: Article, findings: Sequence[Finding]) -> Iterator[Located]:
    """Yield the findings of an article with their places, in the order given."""
    places = Places(article.text, article.start)
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        excerpt = _excerpt(article, finding)
        key = (finding.code, finding.field, excerpt)
        name = fingerprint(finding, article.id or article.filename, excerpt, seen[key])
        seen[key] += 1
        start = places(finding.span.start) if finding.span else finding.place
        end = places(finding.span.end) if finding.span else finding.place
        yield Located(finding, start, end, name)


def _excerpt(article: Article, finding: Finding) -> str:
    if finding.span:
        return article.text[finding.span.start : finding.span.end]
    return article.get(finding.field) if finding.field else finding.message
