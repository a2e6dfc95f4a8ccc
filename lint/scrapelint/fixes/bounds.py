"""How much of an article mending may take, so that no error of a rule costs the whole of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.rule import MIN_MENDING_CONFIDENCE
from scrapelint.text.lines import split
from scrapelint.text.prose import MIN_DENSE_PROSE_CHARS, MIN_PROSE_CHARS, is_dense, prose, whole_sentences
from scrapelint.text.sentences.units import is_flat, parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrapelint.finding import Finding
    from scrapelint.fixes.patches import Hunk
    from scrapelint.text.lines import Line

MAX_REMOVED = 0.5
"""Default of the share of an article's paragraphs, by characters, that mending may take out."""

MIN_CONFIDENCE = MIN_MENDING_CONFIDENCE
"""Default of the confidence from which a fix, safe or not, is applied to a data set."""


MIN_PAGE_LINES = 40
MAX_PAGE_PROSE_SHARE = 0.3
"""A text with fewer paragraphs among its lines is a whole page: they are other stories' as often as not."""


class Over(NamedTuple):
    """A record that would have lost more than it may, and was left as it is."""

    share: float
    """How much of its paragraphs it would have lost, from 0 to 1."""
    reasons: Sequence[Finding]
    """What would have been mended."""


def lost_share(before: str, after: str, hunks: Iterable[Hunk]) -> float:
    """Return which share of its paragraphs a text lost by what was taken out of it, from 0 to 1.

    A paragraph of which a copy stays is not lost. Of a text without a paragraph, such as a gallery, the long
    lines count as such; one without these, or a whole page with its menus, loses nothing until no paragraph
    of it is left. Linear in the text but for the search of copies, which runs in C. The hunks are apart.
    """
    if not after.strip():
        return 1.0 if before.strip() else 0.0
    removals = sorted(hunk for hunk in hunks if len(hunk.content) < hunk.end - hunk.start)
    first_copies = {line.key: line for line in reversed(_paragraphs(before))}
    total = sum(len(line.text) for line in first_copies.values())
    if not total or sum(hunk.end - hunk.start for hunk in removals) <= 0:
        return 0.0
    share = sum(_loss(line, removals, after) for line in first_copies.values()) / total
    # On a page with hard breaks paragraphs are only seen once the breaks are mended.
    return 0.0 if _is_page(before, len(first_copies)) and (share < 1 or _paragraphs(after)) else share


def _is_page(text: str, paragraphs: int) -> bool:
    lines = sum(1 for _ in split(text))
    return lines >= MIN_PAGE_LINES and paragraphs < MAX_PAGE_PROSE_SHARE * lines


def _paragraphs(text: str) -> list[Line]:
    rows = list(split(text))
    flat = is_flat(rows)
    lines = list(parted(rows)) if flat else rows
    own = whole_sentences(lines) if flat else prose(lines)
    return [lines[index] for index in sorted(own)] or [line for line in lines if _is_long(line.text)]


def _is_long(text: str) -> bool:
    return len(text) >= (MIN_DENSE_PROSE_CHARS if is_dense(text) else MIN_PROSE_CHARS)


def _loss(line: Line, removals: Sequence[Hunk], after: str) -> int:
    """Return how many characters of a paragraph are taken out, 0 where a copy of it stays."""
    first = bisect_right(removals, line.start, key=lambda hunk: hunk.end)
    last = bisect_left(removals, line.end, lo=first, key=lambda hunk: hunk.start)
    gone = sum(min(hunk.end, line.end) - max(hunk.start, line.start) for hunk in removals[first:last])
    return 0 if not gone or line.text.strip() in after else min(gone, len(line.text))
