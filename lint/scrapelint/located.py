"""Findings with their places in the file, as reports show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.engine.merging import LINES
from scrapelint.finding import fingerprint, folded
from scrapelint.location import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.location import Location


CONTEXT_CHARS = 100
"""How far, in code points, the line around a finding belongs to it: a caption whole, of a paragraph a sentence."""


Key = tuple[str, str, str]
"""Code, field and folded content of a finding."""


class Located(NamedTuple):
    """A finding and where it is."""

    finding: Finding
    start: Location | None
    """None for a finding about a metadata field or a whole record."""
    end: Location | None


def locate(article: Article, findings: Iterable[Finding]) -> Iterator[Located]:
    """Yield the findings of an article with their places, in the order given."""
    places = Places(article.text, article.start)
    for finding in findings:
        yield Located(finding, *_ends(finding, places))


def placed(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of an article with their places and fingerprints; take all of an article at once."""
    places = Places(article.text, article.start)
    for finding, name in _names(article, findings):
        yield finding.placed(*_ends(finding, places), name)


def named(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of an article with their fingerprints; take all of an article at once, for equal ones count.

    A fingerprint that is there already stays.
    """
    for finding, name in _names(article, findings):
        yield finding if finding.fingerprint else finding._replace(fingerprint=name)


def _ends(finding: Finding, places: Places) -> tuple[Location | None, Location | None]:
    """Return where a finding starts and ends in its file."""
    if finding.span is None:
        return finding.place, finding.place
    return places(finding.span.start), places(finding.span.end)


def _names(article: Article, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with its fingerprint."""
    identity = ""
    seen: dict[Key, int] = {}
    for finding in findings:
        if finding.fingerprint:
            yield finding, finding.fingerprint
            continue
        identity = identity or _identity(article)
        key = key_of(article, finding)
        nth = seen.get(key, 0)
        yield finding, fingerprint(finding, identity, key[2], nth)
        seen[key] = nth + 1


def key_of(article: Article, finding: Finding) -> Key:
    """Return what equal findings of an article share."""
    return finding.code, finding.field, folded(_content(article, finding))


def excerpt_of(article: Article, finding: Finding) -> str:
    """Return what a finding is about, folded: the first line of the marked text, or the value of the field."""
    if finding.span is None:
        return folded(_content(article, finding))
    start, end = finding.span
    return folded(article.text[start:end].strip().partition("\n")[0])


def _content(article: Article, finding: Finding) -> str:
    """Return what has to stay for a finding to stay the same: its first line, of a long one the part around it.

    Who accepts a finding has looked at the line; what follows in a list of links or below it may change.
    """
    if finding.span is None:
        return article.get(finding.field) if finding.field else finding.message
    text, (start, end) = article.text, finding.span
    if not text[start:end].strip():
        return ""
    if LINES in finding.evidence:  # neighbours that are one finding: a further one is not accepted with them
        return text[start:end]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    last = len(text) if last < 0 else last
    return text[max(first, start - CONTEXT_CHARS) : min(last, max(end, start) + CONTEXT_CHARS)]


def _identity(article: Article) -> str:
    """Return what tells an article from all others, however its path is spelled and wherever its lines are.

    A record is known by its id or address, one without either by its longest line, which seldom changes.
    """
    file = article.path or article.filename
    if article.record is None:
        return file or article.id
    name = article.get("id") or article.get("url") or max(article.text.split("\n"), key=len) or str(article.record)
    return f"{file}\0{name}"
