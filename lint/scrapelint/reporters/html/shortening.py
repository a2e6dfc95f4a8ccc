"""Long articles with their quiet parts left out, so that a report of many stays small."""

from __future__ import annotations

from itertools import groupby
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
MAX_ROWS = 800
"""Lines of a long text that are shown; the first of those of which something is said."""
MAX_SEGMENT_CHARS = 2000
"""Longest field, and longest piece of a line of a long text, that is shown whole."""
MAX_TITLE_CHARS = 300
"""Longest title of an article in the page, in code points."""


def shortened(view: ArticleView) -> ArticleView:
    """Return an article of which, where it is long, only what something is said about is shown, and what is near."""
    view = shortened_fields(view)
    if len(view.shown.article.text) <= MAX_CHARS:
        return view
    return view._replace(rows=list(_rows(view.rows)))


def shortened_fields(view: ArticleView) -> ArticleView:
    """Return an article with its title and its longest fields cut."""
    fields = [field._replace(value=_shortened(field.value)) for field in view.fields]
    return view._replace(title=view.title[:MAX_TITLE_CHARS], fields=fields)


def _rows(rows: Sequence[Row]) -> Iterator[Row]:
    kept = set(sorted(_kept(rows))[:MAX_ROWS])
    for is_kept, run in groupby(enumerate(rows), key=lambda numbered: numbered[0] in kept):
        shown = [row for _, row in run]
        yield from map(cut_row, shown) if is_kept else [_gap(shown)]


def _kept(rows: Sequence[Row]) -> set[int]:
    """Return the places of the rows that stay: those that open the text, and those of which something is said."""
    said = [at for at, row in enumerate(rows) if at == 0 or row.notes or row.then or row.mark]
    near = {at + distance for at in said for distance in range(-CONTEXT_ROWS, CONTEXT_ROWS + 1)}
    return near.intersection(range(len(rows)))


def _gap(rows: Sequence[Row]) -> Row:
    """Return the row that stands for others."""
    gap = Row(None, "", opens_zone=False, mark="", follows_blank=True, segments=(), notes=(), then=())
    return gap._replace(left_out=len(rows), with_findings=sum(bool(row.notes) for row in rows))


def cut_row(row: Row) -> Row:
    """Return a row with the middle of its longest pieces left out."""
    return row._replace(segments=list(map(_cut, row.segments)))


def _cut(segment: Segment) -> Segment:
    return segment._replace(text=_shortened(segment.text))


def _shortened(text: str) -> str:
    gone = len(text) - MAX_SEGMENT_CHARS
    if gone <= 0:
        return text
    half = MAX_SEGMENT_CHARS // 2
    return f"{text[:half]} … {gone:,} characters … {text[-half:]}"
