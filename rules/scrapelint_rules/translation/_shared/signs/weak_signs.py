"""Signs of translation that are weak alone: an article counts how many independent ones meet in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.signs.clashes import wrong_articles
from scrapelint_rules.translation._shared.signs.marks import marks
from scrapelint_rules.translation._shared.signs.subjects import subjects
from scrapelint_rules.translation._shared.signs.turns import turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document


class Sign(NamedTuple):
    """A place, the kind of sign that stands there, and what it is by which it counts once."""

    start: int
    end: int
    kind: str
    key: str


def phrases(doc: Document, *packs: str) -> list[Sign]:
    """Return the phrases of these packs outside quotes, each at its first place, of two in one the first."""
    found: dict[str, Sign] = {}
    end = -1
    for hit in doc.hits(*packs):
        if hit.start >= end and not is_set_apart(doc.text, hit.start, hit.end):
            end = hit.end
            found.setdefault(hit.phrase, Sign(hit.start, hit.end, hit.entry.id, hit.phrase))
    return list(found.values())


def slips(doc: Document) -> Iterator[Sign]:
    """Yield the slips of form and the turns of another language, the first of each kind."""
    seen: set[str] = set()
    for start, end, kind in _slips(doc):
        if kind not in seen:
            seen.add(kind)
            yield Sign(start, end, kind, kind)


def _slips(doc: Document) -> Iterator[tuple[int, int, str]]:
    yield from ((found.start, found.end, found.kind) for found in subjects(doc) if found.kind == "capital")
    yield from ((found.start, found.end, found.kind) for found in marks(doc) if found.kind in ("within", "closing"))
    yield from ((found.start, found.end, "article") for found in wrong_articles(doc))
    yield from turns(doc)
