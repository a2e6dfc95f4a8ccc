"""What a report counts an article by: its site, its language, the month of its publication."""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.site import MAX_NAME_CHARS, site_or_place
from scrapelint.text.languages import code_of, language_of

if TYPE_CHECKING:
    from scrapelint.article import Article
    from scrapelint.intake import Checked

_ISO_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![0-9])")
_YEARS = range(1900, 2100)

MAX_LANGUAGES = 200_000
"""Articles whose language is remembered, in some 25 MB: to tell it takes langdetect more than 10 ms."""


class Facts(NamedTuple):
    """An article by what articles are counted by."""

    site: str
    """Its site, or where it is stored where that is not known."""
    language: str
    """ISO 639 code; empty where it cannot be told."""
    month: str
    """As `2026-03`; empty where no date is known."""


class FactReader:
    """Tells the facts of articles; of one that comes again without working its language out again."""

    def __init__(self) -> None:
        """Know no article yet."""
        self._languages: dict[int, str] = {}
        """By hash of an article's address."""

    def __call__(self, checked: Checked) -> Facts:
        """Return the facts of an article; its language is worked out where no rule has asked for it."""
        known = hash((checked.article.filename, checked.article.record))
        if checked.again and checked.language is None:
            checked = checked._replace(language=self._languages.get(known))
        facts = _facts(checked)
        if len(self._languages) < MAX_LANGUAGES:
            self._languages[known] = intern(facts.language)
        return facts


def _facts(checked: Checked) -> Facts:
    site = site_or_place(checked.article)
    return Facts(site[:MAX_NAME_CHARS], _language(checked), _month(checked.article))


def _language(checked: Checked) -> str:
    if checked.language is not None:
        return checked.language
    return code_of(checked.article.get("language")) or language_of(checked.article.text) or ""


def _month(article: Article) -> str:
    written = article.get("date")
    if found := _ISO_MONTH.match(written):
        return f"{found[1]}-{found[2]}"
    if not any(map(str.isdecimal, written)):
        return ""
    from scrapelint.dates.reading import read_date

    date = read_date(written, code_of(article.get("language")))
    return f"{date.year}-{date.month:02}" if date and date.year in _YEARS and date.month else ""
