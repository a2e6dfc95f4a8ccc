"""Signs of translation that are weak alone: an article counts how many independent ones meet in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.signs.abroad import abroad
from scrapelint_rules.translation._shared.signs.clashes import wrong_articles
from scrapelint_rules.translation._shared.signs.marks import marks
from scrapelint_rules.translation._shared.signs.subjects import subjects
from scrapelint_rules.translation._shared.signs.turns import turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.plugin import Document


class Sign(NamedTuple):
    """A place, the kind of sign that is there, and what it is by which it counts once."""

    start: int
    end: int
    kind: str
    key: str


def phrases(doc: Document, *packs: str) -> list[Sign]:
    """Return the phrases of the document's language outside quotes, each at its first place, of two in one the first."""
    found: dict[str, Sign] = {}
    end = -1
    for hit in doc.hits(*packs):
        if hit.start >= end and hit.language == doc.found_language and not is_set_apart(doc.text, hit.start, hit.end):
            end = hit.end
            found.setdefault(hit.phrase, Sign(hit.start, hit.end, hit.entry.id, hit.phrase))
    return list(found.values())


def shapes(doc: Document) -> list[Sign]:
    """Return the turns of another language that have a shape, the first of each kind."""
    return _first_of_each(turns(doc) if doc.found_language == "en" else abroad(doc))


def slips(doc: Document) -> list[Sign]:
    """Return the slips of form: capitals, articles and marks of quotation, the first of each kind."""
    return _first_of_each(_slips(doc))


def _first_of_each(found: Iterable[tuple[int, int, str]]) -> list[Sign]:
    first: dict[str, Sign] = {}
    for start, end, kind in found:
        first.setdefault(kind, Sign(start, end, kind, kind))
    return list(first.values())


def _slips(doc: Document) -> Iterator[tuple[int, int, str]]:
    yield from ((found.start, found.end, found.kind) for found in subjects(doc) if found.kind == "capital")
    yield from ((found.start, found.end, found.kind) for found in marks(doc) if found.kind in ("within", "closing"))
    yield from ((found.start, found.end, "article") for found in wrong_articles(doc))
