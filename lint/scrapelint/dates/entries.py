"""The dates that head the entries of a chronology: they tell of events, however much they look like date lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence, is_dense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.dates.found import FoundDate

MIN_ENTRIES = 3
"""Fewest different days, each over an entry of its own, that make a text a chronology."""
MIN_ENTRY_CHARS = 20
"""Shortest entry after a date or below it, in code points: shorter ones are names of sources, or labels."""
MIN_DENSE_ENTRY_CHARS = 8
"""The same in scripts without spaces."""
MIN_SENTENCE_CHARS = 60
"""Shortest line above that is a sentence of the article, in code points."""
MAX_LEAD_CHARS = 4_000
"""How far from the top it is looked for, in code points."""
MAX_ENTRY_CHARS = 400
"""How much below a date is looked at, in code points."""

_HEADS = frozenset({"line", "header", "dateline", "event"})
_BEFORE = regex(r"[\s*+•·▪■●○–—(\[-]*$")
_AFTER = regex(r"[\s:,.;)\]|–—-]*")


def without_entries(text: str, dates: list[FoundDate]) -> list[FoundDate]:
    """Return the dates of a text, those that head entries of a chronology as dates of events."""
    if len(dates) < MIN_ENTRIES:
        return dates
    heads = list(_heads(text, dates))
    if len({dates[at].value for at in heads}) < MIN_ENTRIES:
        return dates
    if not _has_sentence(text, dates[heads[0]]):
        heads = heads[1:]  # above the first sentence it may be the article's
    told = list(dates)
    for at in heads:
        told[at] = dates[at]._replace(role="event")
    return told


def _heads(text: str, dates: Sequence[FoundDate]) -> Iterator[int]:
    """Yield the numbers of the dates that open a line, without a word about them, and have an entry after or below."""
    for at, found in enumerate(dates):
        if found.role not in _HEADS or found.cue or not found.value:
            continue
        start, end = found.whole or found.span
        if _BEFORE.match(text, text.rfind("\n", 0, start) + 1, start) and _has_entry(text, end):
            yield at


def _has_sentence(text: str, found: FoundDate) -> bool:
    """Tell whether a sentence is above the line of a date, near the top."""
    above = text[: min(found.span.start, MAX_LEAD_CHARS)].split("\n")[:-1]
    return any(len(line) >= MIN_SENTENCE_CHARS and ends_sentence(line) for line in above)


def _has_entry(text: str, end: int) -> bool:
    """Tell whether words follow on the line of a date, or a sentence below it where it stands alone."""
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    after = after[_AFTER.match(after).end() :]  # type: ignore[union-attr]
    if after:
        return _is_long(after)
    below = text[end : end + MAX_ENTRY_CHARS].lstrip().partition("\n")[0]
    return _is_long(below) and (len(below) > MAX_ENTRY_CHARS // 2 or ends_sentence(below))


def _is_long(entry: str) -> bool:
    return len(entry) >= (MIN_DENSE_ENTRY_CHARS if is_dense(entry) else MIN_ENTRY_CHARS)
