"""Which dates of a text are the article's own, and whether they agree with a day that the scraper gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint_rules.dates._shared.wording import swapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from scrapelint import Document, FoundDate, Line

HEAD_LINES = 25
"""How far above the first paragraph a date line can be the article's where the page has many, in lines."""
CUED_LINES = 20
"""How far below the first paragraph a line that says "published" can be."""
UPDATED_LINES = 10
"""The same for a line that says "updated"."""
PHRASE_SPACES = 2
"""A cue of so many spaces is a phrase, as in "entry was posted": it is about the article wherever it stands."""
LATER_LINES = 3
"""How far below the first paragraph a date line may be that names a later day than the scraper: further down it tells of an event."""
MANY_DAYS = 3
"""From so many different days in date lines the page lists other articles, too."""
LATE_HOUR, EARLY_HOUR = 22, 2
"""Between these hours the day may be another one in another time zone."""

_AMONG_OTHERS = frozenset({"body", "tail"})


class Own(NamedTuple):
    """A date that the page states, and where it stands."""

    found: FoundDate
    day: date
    below: int
    """Lines below the first paragraph of the article; negative above it."""
    zone: str
    """`head`, `body`, `tail`, `closing` right behind the last paragraph, or `none` in a text without paragraphs."""


def contradicting(doc: Document, given: date) -> Own | None:
    """Return the first date line with the day that is most surely the article's; None where a date agrees with the given day."""
    if any(agrees(found, given) for found in doc.dates):
        return None
    stated = list(own_dates(doc))
    if any(_is_midnight(own, given) for own in stated):
        return None
    telling = [own for own in stated if _is_telling(own, given)]
    telling += [own for own in _best_line(stated, given) if own not in telling]
    if not telling:
        return None
    best = min(telling, key=lambda own: _rank(own, given))
    return next(own for own in stated if own.day == best.day)


def agrees(found: FoundDate, given: date) -> bool:
    """Tell whether a date of the text is a given day, or spans it."""
    day = found.value
    return given in found.readings() or (day is not None and found.until is not None and day <= given <= found.until)


def is_day_of_crawl(doc: Document, given: date) -> bool:
    """Tell whether a day is the one on which the scraper says that it took the article."""
    crawled = doc.field_date("crawled")
    return crawled is not None and crawled.value == given


def own_dates(doc: Document) -> Iterator[Own]:
    """Yield the dates that the page states, in order: lines about the article or about another one, no events."""
    first, last = doc.extent
    for found in doc.dates:
        day = found.value
        if day and found.role in {"published", "updated", "line", "dateline", "header"}:
            line = doc.line_at(found.span.start)
            zone = "none" if last < first else _zone(doc, line)
            yield Own(found, day, line.index - first, zone)


def _zone(doc: Document, line: Line) -> str:
    if line.index == doc.extent[0]:
        return "head"
    return "closing" if doc.is_closing(line) else doc.zone(line)


def _is_midnight(own: Own, given: date) -> bool:
    """Tell whether a time near midnight may have moved a date by one day."""
    clock = own.found.clock
    return clock is not None and abs((own.day - given).days) == 1 and not EARLY_HOUR <= clock.hour < LATE_HOUR


def _is_telling(own: Own, given: date) -> bool:
    """Tell whether a date says of itself that it is the article's, or would agree with day and month exchanged."""
    if swapped(own.found, given):
        return True
    if own.found.role == "published":
        is_phrase = own.found.cue.count(" ") >= PHRASE_SPACES
        return is_phrase or own.zone not in _AMONG_OTHERS or own.below < CUED_LINES
    if own.found.role == "updated" and own.day < given:
        return own.zone not in _AMONG_OTHERS or own.below < UPDATED_LINES
    return False


def _rank(own: Own, given: date) -> tuple[int, int]:
    """Return what the telling dates are ordered by: exchanged parts, then publication, a line without a word, update."""
    if swapped(own.found, given):
        return 0, own.found.span.start
    kind = {"published": 1, "updated": 3}.get(own.found.role, 2)
    return kind + (0 if own.below < LATER_LINES else 2), own.found.span.start


def _best_line(stated: Sequence[Own], given: date) -> Sequence[Own]:
    """Return the date line without a word about it that stands nearest to the headline, where it can be the article's."""
    lines = [own for own in stated if own.found.role not in {"published", "updated"}]
    if len({own.day for own in lines}) >= MANY_DAYS:
        lines = [own for own in lines if _is_near(own)]
    above = [own for own in lines if own.below <= 0]
    if above:
        return (max(above, key=lambda own: own.below),)
    if not lines or lines[0].zone == "tail":
        return ()
    return [own for own in lines[:1] if own.day <= given or own.zone == "none" or own.below < LATER_LINES]


def _is_near(own: Own) -> bool:
    if own.zone == "none" or own.below < -HEAD_LINES:
        return False
    return own.found.role != "dateline" or own.below < LATER_LINES
