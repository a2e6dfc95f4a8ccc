"""The note that WordPress puts below each entry of a feed: "The post TITLE appeared first on SITE."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import LinePattern, Span, letters_and_digits, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document

_FORMS = (
    ("The post", "appeared first on"), ("The post", "first appeared on"), ("Der Beitrag", "erschien zuerst auf"),
    ("La entrada", "se publicó primero en"), ("La entrada", "apareció primero en"), ("L’article", "est apparu en premier sur"),
    ("L'article", "est apparu en premier sur"), ("L'articolo", "proviene da"), ("L’articolo", "proviene da"),
    ("O post", "apareceu primeiro em"), ("O conteúdo", "aparece primeiro em"), ("Het bericht", "verscheen eerst op"),
    ("Artykuł", "pochodzi z serwisu"), ("Сообщение", "появились сначала на"), ("Inlägget", "dök först upp på"),
    ("Příspěvek", "pochází z"), ("Articolul", "apare prima dată în"), ("Artikel", "pertama kali tampil pada"),
    ("Το άρθρο", "εμφανίστηκε πρώτα στο"),
)  # fmt: skip
"""What comes before the title, and between it and the name of the site."""
NOTE_WORDS = LinePattern(
    "|".join(re.escape(after) for after in dict.fromkeys(after for _, after in _FORMS)),
    dict.fromkeys(after for _, after in _FORMS),
)
MAX_NOTE_CHARS = 500
"""How far before the end of a text its note may begin, in code points."""
MIN_TITLE_CHARS = 8
"""Fewest letters and digits of a title that tells the note from a sentence on some post."""
_FORM = "|".join(rf"{re.escape(before)}\s{{1,3}}(\S.{{0,300}}?)\s{{1,3}}{re.escape(after)}" for before, after in _FORMS)
_NOTE = regex(rf"(?s)(?:{_FORM})\s{{1,3}}\S(?:(?![.!?]\s+\S)[^\n]){{0,80}}?\s{{0,3}}\.?(?=\s*\Z)")
"""The note as the end of a text; a program may have broken it into lines at its links. No sentence follows the site."""


def feed_note(doc: Document) -> Span | None:
    """Return where the note is that ends a text and has its title; None where there is none.

    Whoever tells of a post that appeared somewhere does not call it by the article's own title.
    """
    title = letters_and_digits(doc.article.get("title"))
    if len(title) < MIN_TITLE_CHARS:
        return None
    first = max(0, len(doc.text) - MAX_NOTE_CHARS)
    openings = {match for before, _ in _FORMS if (match := doc.text.rfind(before, first)) >= 0}
    for note in filter(None, (_NOTE.match(doc.text, at) for at in sorted(openings))):
        if _is_title(letters_and_digits(note[note.lastindex or 0]), title):
            return Span(note.start(), note.end())
    return None


def _is_title(named: str, title: str) -> bool:
    """Tell whether a note names a title; the field may have the name of the site after it."""
    return len(named) >= MIN_TITLE_CHARS and title.startswith(named)
