"""One scraped article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.location import FIRST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.location import Location

MAX_DEPTH = 8
"""Objects and lists in each other, from which on a value says nothing of an article."""


class Article(NamedTuple):
    """One scraped record: its text and what the scraper said about it.

    A named tuple, not a pydantic model or a dataclass: a hook starts on every commit, and the
    import of either would take a tenth to a third of that start.
    """

    text: str
    id: str = ""
    filename: str = ""
    record: int | None = None
    """Number of the record in its file, from 1; None where the file is one article."""
    fields: Mapping[str, Any] = {}
    """The known fields but the text, by our names: title, author, url, date ..."""
    text_field: str = "text"
    """The name that the text has in the record."""
    start: Location = FIRST
    """Where the text starts in its file: after the front matter, where there is one."""
    path: str = ""
    """The file from the folder of its project, with slashes: the same however the path was spelled."""
    row: int | None = None
    """Row of its file in which the record starts; None where the rows of the text are those of the file."""

    @property
    def address(self) -> str:
        """Its file, and with several articles in it the number of the record: `news.jsonl:7`."""
        return address_of(self.filename, self.record)

    def get(self, name: str) -> str:
        """Return a field as text, stripped; an empty string where it is absent.

        A list becomes its members joined by ", ".
        """
        return as_text(self.fields.get(name)).strip()


def address_of(filename: str, record: int | None) -> str:
    """Return how an article is named that is a whole file, or one record of it."""
    return filename if record is None else f"{filename}:{record}"


def as_text(value: object, depth: int = 0) -> str:
    """Return a field's value as text: a list as its members joined by ", ", an object by its name, nothing for none."""
    if value is None or depth > MAX_DEPTH:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, (as_text(part, depth + 1) for part in value)))
    if isinstance(value, dict):
        return as_text(value.get("name", _extended(value)), depth + 1)
    return str(value)


def _extended(value: dict[str, Any]) -> Any:
    """Return what an object of MongoDB stands for: `{"$oid": "5f"}`, `{"$date": {"$numberLong": "1700000000000"}}`."""
    return next((inner for name, inner in value.items() if str(name).startswith("$")), None)
