"""Where a finding is in its file, as services that show files want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scrapelint.article import Article
    from scrapelint.located import Located


class FilePlace(NamedTuple):
    """Rows of a file, from 1, and columns where they are known."""

    path: str
    """From the folder of the project, which for a repository is its root."""
    row: int
    end_row: int
    """The last row of which something is meant."""
    column: int | None = None
    """From 1, in code points; none for a finding on a whole row, or inside a record."""
    end_column: int | None = None
    """Exclusive."""


def file_place(article: Article, located: Located) -> FilePlace:
    """Return the place of a finding: of one in a record, the row in which the record starts."""
    path = article.path or article.filename
    start, end = located.start, located.end
    if article.row is not None and located.finding.place is None:
        return FilePlace(path, article.row, article.row)
    if start is None or end is None:
        return FilePlace(path, 1, 1)
    if end.column == 1 and end.row > start.row:
        return FilePlace(path, start.row, end.row - 1, start.column)
    return FilePlace(path, start.row, end.row, start.column, max(end.column, start.column + (end == start)))


def inside(article: Article, located: Located) -> str:
    """Return the place inside a record, as `record 7, 3:1`; empty where the file is the article."""
    if article.row is None:
        return f"record {article.record}" if article.record else ""
    place = f"{located.start.row}:{located.start.column}" if located.start else located.finding.field
    return f"record {article.record or 1}, {place}" if place else f"record {article.record or 1}"
