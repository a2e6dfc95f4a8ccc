"""Titles as records have them: with the site's name after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence
from scrapelint_rules.repetition._shared.line_shape import size

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MIN_TITLE_SIZE = 10
"""Shortest title in letters that is compared."""
MAX_TITLE_INDEX = 2
"""Lines before a title: a section and a date."""
MAX_CHARS_ABOVE = 600
"""Code points of the text before a title; after more of them a line heads a section."""
SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ")


def title_line(doc: Document) -> Line | None:
    """Return the first of the top lines that is the title which the record has as a field."""
    title = doc.article.get("title")
    if not title:
        return None
    top = doc.lines[: MAX_TITLE_INDEX + 1]
    if doc.is_flat:
        told = next((place for place, line in enumerate(top) if line.index in doc.paragraphs), len(top))
        top = top[: told + 1]  # after a sentence of the article what reads like the title is another of its sentences
    top = [line for line in top if line.start <= MAX_CHARS_ABOVE]
    return next((line for line in top if is_title(line, title) and not _is_sentence(doc, line, title)), None)


def _is_sentence(doc: Document, line: Line, title: str) -> bool:
    """Tell whether a line ends a sentence where the title has no mark: the article's first one, which the title took up.

    On a row of its own a title may have got a full stop, but not the first half of one.
    """
    if not ends_sentence(line.text) or _flat(title).startswith(_flat(line.text)):
        return False
    return doc.is_flat or size(_flat(title)) > size(_flat(line.text))


def is_title(line: Line, title: str) -> bool:
    """Tell whether a line is a title, case, spaces and a site's name after the title left aside."""
    key = " ".join(line.key.split())
    if size(key) < MIN_TITLE_SIZE:
        return False
    flat = _flat(title)
    if not flat.startswith(key[:MIN_TITLE_SIZE].casefold()[:4]):
        return False
    rest = flat.removeprefix(_plain(key))
    return rest != flat and (not rest.strip(" .!?\"'”»") or rest.startswith(SEPARATORS))


def _flat(text: str) -> str:
    return _plain(" ".join(text.casefold().split()))


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


_PLAIN = str.maketrans("‘’“”„\u00a0", '\'\'""" ')
