"""Titles as records have them: with the site's name behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint_rules.repetition._shared.line_shape import size

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_TITLE_SIZE = 10
"""Shortest title in letters that is compared."""
MAX_TITLE_INDEX = 2
"""Lines before a title: a section and a date."""
SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ")


def title_line(doc: Document) -> Line | None:
    """Return the first of the top lines that is the title which the record has as a field."""
    title = doc.article.get("title")
    if not title:
        return None
    return next((line for line in doc.lines[: MAX_TITLE_INDEX + 1] if is_title(line, title)), None)


def is_title(line: Line, title: str) -> bool:
    """Tell whether a line is a title, case, spaces and a site's name behind the title left aside."""
    key = " ".join(line.key.split())
    if size(key) < MIN_TITLE_SIZE:
        return False
    flat = " ".join(title.casefold().split())
    if not flat.startswith(key[:MIN_TITLE_SIZE].casefold()[:4]):
        return False
    rest = _plain(flat).removeprefix(_plain(key))
    return rest != _plain(flat) and (not rest.strip(" .!?\"'”»") or rest.startswith(SEPARATORS))


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


_PLAIN = str.maketrans("‘’“”„\u00a0", '\'\'""" ')
