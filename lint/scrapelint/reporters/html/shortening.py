"""Long articles with their quiet parts left out, so that a report of many stays small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.html.article_view import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.reporters.html.article_view import ArticleView
    from scrapelint.reporters.html.segments import Segment

MAX_CHARS = 20_000
"""Longest text, in code points, that is shown whole: some 3,000 words."""
CONTEXT_ROWS = 2
"""Lines that stay above and below one of which something is said."""
MAX_SEGMENT_CHARS = 2000
"""Longest piece of a line that is shown whole in a text that is not."""


def shortened(view: ArticleView) -> ArticleView:
    """Return an article of which, where it is long, only what something is said about is shown, and what is near."""
    if len(view.shown.article.text) <= MAX_CHARS:
        return view
    return view._replace(rows=list(_rows(view.rows)))


def _rows(rows: Sequence[Row]) -> Iterator[Row]:
    kept = _kept(rows)
    left_out = 0
    for at, row in enumerate(rows):
        if at not in kept:
            left_out += 1
            continue
        if left_out:
            yield _gap(left_out)
            left_out = 0
        yield row._replace(segments=list(map(_cut, row.segments)))
    if left_out:
        yield _gap(left_out)


def _kept(rows: Sequence[Row]) -> set[int]:
    """Return the places of the rows that stay: those that open the text, and those of which something is said."""
    said = [at for at, row in enumerate(rows) if at == 0 or row.notes or row.then or row.mark]
    return {near for at in said for near in range(at - CONTEXT_ROWS, at + CONTEXT_ROWS + 1)}


def _gap(lines: int) -> Row:
    return Row(None, "", opens_zone=False, mark="", follows_blank=True, segments=(), notes=(), then=(), left_out=lines)


def _cut(segment: Segment) -> Segment:
    gone = len(segment.text) - MAX_SEGMENT_CHARS
    if gone <= 0:
        return segment
    half = MAX_SEGMENT_CHARS // 2
    return segment._replace(text=f"{segment.text[:half]} … {gone:,} characters … {segment.text[-half:]}")
