"""What copies are compared by, besides their text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Related, address_of, regex, site_of
from scrapelint_rules.duplicates._shared.pagedates import page_date
from scrapelint_rules.duplicates._shared.passages import indices

if TYPE_CHECKING:
    from scrapelint.plugin import Document

_NUMBER = regex(r"\d+(?:[.,:]\d+)*")
_SPLIT = regex(r"(?:^|[/\\._-])(train(?:ing)?|val(?:id(?:ation)?)?|dev|test(?:ing)?|eval|holdout)(?=$|[/\\._-])")
_SPLITS = {"training": "train", "valid": "validation", "val": "validation", "dev": "validation", "testing": "test"}

MAX_NUMBERS = 40
"""By so many two reports are told from one form that is filled in anew each week."""
MAX_AUTHOR_CHARS = 200
"""Longer fields are no names."""


class Profile(NamedTuple):
    """What is known of an article besides its text; empty strings where nothing is."""

    number: int
    filename: str
    record: int | None
    id: str
    text: int
    """Key of all its words."""
    date: str
    """The day of its publication, as in 2024-05-12."""
    author: str
    site: str
    split: str
    """The part of a data set that its file is of: train, validation, test ..."""
    lines: str
    """The lines that are compared, as `Passages` has them."""
    numbers: str
    """The different numbers of these lines, up to `MAX_NUMBERS`."""

    @property
    def address(self) -> Related:
        """How a finding names it."""
        return Related(self.filename, self.record, self.id)


def profile_of(doc: Document, text: int, lines: str) -> Profile:
    """Return the profile of an article; `text` is the key of its words, `lines` are those that are compared."""
    day = page_date(doc)
    author = doc.article.get("author")
    return Profile(
        doc.number, *address_of(doc.article), text, day.isoformat() if day else "",
        author if len(author) <= MAX_AUTHOR_CHARS else "", site_of(doc.article), split_of(doc.article.filename), lines,
        _numbers(doc, lines),
    )  # fmt: skip


def _numbers(doc: Document, lines: str) -> str:
    found = (number for index in indices(lines) for number in _NUMBER.findall(doc.lines[index].key))
    return " ".join(islice(dict.fromkeys(found), MAX_NUMBERS))


def split_of(filename: str) -> str:
    """Return the part of a data set that a path names last: `train`, `validation`, `test`, `eval` or `holdout`."""
    found = _SPLIT.findall(filename.lower())
    return _SPLITS.get(found[-1], found[-1]) if found else ""
