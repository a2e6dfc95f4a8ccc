"""Findings as the objects that `json` and `json-lines` print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.located import locate, named
from scrapelint.location import Places
from scrapelint.reporters.rule_pages import page_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.article import Article
    from scrapelint.finding import Fix
    from scrapelint.intake import Checked
    from scrapelint.location import Location


def records(checked: Checked) -> Iterator[dict[str, Any]]:
    """Yield the findings of an article as plain objects; `scrapelint schema` describes them."""
    article = checked.article
    for finding, start, end in locate(article, named(article, checked.findings)):
        yield {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.label,
            "confidence": round(finding.confidence, 3),
            "message": finding.message,
            "filename": article.filename,
            "record": article.record,
            "id": article.id or article.filename,
            "field": finding.field or None,
            "location": _location(start),
            "end_location": _location(end),
            "evidence": dict(finding.evidence),
            "related": [related._asdict() for related in finding.related],
            "fix": _fix(article, finding.fix) if finding.fix else None,
            "fingerprint": finding.fingerprint,
            "url": page_url(finding.code),
        }


def _location(place: Location | None) -> dict[str, int] | None:
    return place._asdict() if place else None


def _fix(article: Article, fix: Fix) -> dict[str, Any]:
    places = Places(article.text, article.start)
    edits = [
        {"content": e.content, "location": _location(places(e.start)), "end_location": _location(places(e.end))}
        for e in fix.edits
    ]
    return {"applicability": fix.applicability, "message": fix.message, "edits": edits}
