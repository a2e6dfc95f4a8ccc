"""One scraped record, and the names that other tools give its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.location import FIRST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.location import Location

# trafilatura, newspaper4k, news-please, fundus, datatrove, dolma, C4 and CC-News, in this order of trust.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "maintext", "plaintext", "plain_text", "raw_text", "article", "article_text", "content", "body"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "source_url", "link"),
    "date": (
        "date", "published", "publish_date", "publishing_date", "date_publish",
        "pub_date", "published_date", "publication_date",
    ),
    "modified": ("modified", "date_modify", "modified_date", "updated"),
    "crawled": ("crawled", "date_download", "date_crawled", "download_date", "added", "crawl_date", "timestamp"),
    "language": ("language", "lang"),
    "site": ("site", "sitename", "hostname", "source_domain", "domain", "publisher"),
    "summary": ("summary", "description", "excerpt"),
    "id": ("id", "uuid", "fingerprint"),
}  # fmt: skip

# Where datatrove and dolma keep what the scraper said.
NESTED_FIELDS = ("metadata", "media_metadata")


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
    """Where the text starts in its file: behind the front matter, where there is one."""
    path: str = ""
    """The file from the folder of its project, with slashes: the same however the path was spelled."""
    row: int | None = None
    """Row of its file in which the record starts; None where the rows of the text are those of the file."""

    def get(self, name: str) -> str:
        """Return a field as text, stripped; an empty string where it is absent.

        A list becomes its members joined by ", ".
        """
        return _plain(self.fields.get(name)).strip()


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, dict):
        return _plain(value.get("name"))
    return str(value)


def from_record(
    record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]] = FIELD_NAMES, /, **address: Any
) -> Article | None:
    """Return the article of a record, or None where no field holds a text.

    The first of `names` that is there wins; `metadata` is searched after the record itself.
    """
    text_field, text = _text(record, names["text"])
    if text is None:
        return None
    found = {}
    for field_name, candidates in names.items():
        value = None if field_name == "text" else _first(record, candidates)
        if value is not None:
            found[field_name] = value
    article_id = _plain(found.get("id")) or _plain(found.get("url")) or str(address.get("record") or "")
    return Article(text, id=article_id, fields=found, text_field=text_field, **address)


def path_of(field: str, record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]] = FIELD_NAMES) -> list[str]:
    """Return the keys that lead to the value which `from_record` takes for a field; none where it has none."""
    held = [
        ([*holder_path, name], holder[name])
        for holder_path, holder in _held(record)
        for name in names[field]
        if holder.get(name) is not None
    ]
    if field == "text":
        held = [(path, value) for path, value in held if isinstance(value, str)]
        held = [(path, value) for path, value in held if value and not value.isspace()] or held
    return held[0][0] if held else []


def _text(record: Mapping[str, Any], candidates: tuple[str, ...]) -> tuple[str, str | None]:
    """Return name and value of the text: the first that is a string with something in it, else the first string."""
    texts = [(n, h[n]) for h in _holders(record) for n in candidates if isinstance(h.get(n), str)]
    filled = [(name, text) for name, text in texts if text and not text.isspace()]
    return (filled or texts or [("", None)])[0]


def _first(record: Mapping[str, Any], candidates: tuple[str, ...]) -> Any:
    for holder in _holders(record):
        for name in candidates:
            if holder.get(name) is not None:
                return holder[name]
    return None


def _holders(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the record and the objects in it that may hold fields."""
    return [holder for _, holder in _held(record)]


def _held(record: Mapping[str, Any]) -> list[tuple[list[str], Mapping[str, Any]]]:
    inner = [([name], record[name]) for name in NESTED_FIELDS if isinstance(record.get(name), dict)]
    return [([], record), *inner]
