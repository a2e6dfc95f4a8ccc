"""One scraped record, and the names that other tools give its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.location import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.location import Location

    Path = tuple[str | int, ...]
    """Keys and indices that lead to a value in a record."""

# trafilatura, newspaper4k, news-please, fundus, datatrove, dolma, C4, CC-News, RedPajama, LangChain and schema.org,
# in this order of trust.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "plaintext", "plain_text", "raw_text", "article", "article_text", "content", "body",
        "articleBody", "article_body", "full_text", "page_content", "raw_content", "contents", "document.text",
    ),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "source_url", "link"),
    "date": (
        "date", "published", "publish_date", "publishing_date", "date_publish",
        "pub_date", "published_date", "publication_date", "datePublished", "created",
    ),
    "modified": ("modified", "date_modify", "modified_date", "updated", "dateModified"),
    "crawled": ("crawled", "date_download", "date_crawled", "download_date", "added", "crawl_date", "timestamp"),
    "language": ("language", "lang"),
    "site": ("site", "sitename", "hostname", "source_domain", "domain", "publisher"),
    "summary": ("summary", "description", "excerpt"),
    "id": ("id", "uuid", "fingerprint"),
}  # fmt: skip
"""Names by field; each is found in other capitals too, and one with dots leads through objects."""

# Where datatrove and dolma keep what the scraper said.
NESTED_FIELDS = ("metadata", "media_metadata")

BETWEEN_PARAGRAPHS = "\n\n"
"""What stands between the paragraphs of a text that a record holds as a list of them."""
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
    """Where the text starts in its file: behind the front matter, where there is one."""
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
        return _plain(self.fields.get(name)).strip()


def address_of(filename: str, record: int | None) -> str:
    """Return how an article is named that is a whole file, or one record of it."""
    return filename if record is None else f"{filename}:{record}"


class Held(NamedTuple):
    """A value, and where in its record it stands."""

    path: Path
    value: Any


def from_record(
    record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]] = FIELD_NAMES, /, **address: Any
) -> Article | None:
    """Return the article of a record, or None where no field holds a text.

    The first of `names` that is there wins; `metadata` is searched after the record itself.
    """
    holders = _holders(record)
    found = _text(holders, names["text"])
    if found is None:
        return None
    fields = {name: value for name, known in names.items() if name != "text" and (value := _first(holders, known))}
    fields = {name: held.value for name, held in fields.items()}
    article_id = _plain(fields.get("id")) or _plain(fields.get("url")) or str(address.get("record") or "")
    text = BETWEEN_PARAGRAPHS.join(value for _, value in _filled(found.value))
    return Article(text, id=article_id, fields=fields, text_field=str(found.path[-1]), **address)


def has_field(record: Mapping[str, Any], names: tuple[str, ...]) -> bool:
    """Tell whether a record has a field of one of these names, whatever is in it."""
    return any(True for _ in _named(_holders(record), names))


def strings_of(
    field: str, record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]] = FIELD_NAMES
) -> Sequence[Held]:
    """Return the strings of which `from_record` makes a field: one, the paragraphs of a text, or none."""
    holders = _holders(record)
    found = _text(holders, names[field]) if field == "text" else _first(holders, names[field])
    if found is None or not (field == "text" or isinstance(found.value, str)):
        return []
    return [Held((*found.path, *inner.path), inner.value) for inner in _filled(found.value)]


def with_value(holder: Any, path: Sequence[str | int], value: object) -> Any:
    """Return a copy of a record with another value at the end of a path; the record itself stays."""
    if not path:
        return value
    name, *rest = path
    if isinstance(holder, list):
        return [with_value(held, rest, value) if place == name else held for place, held in enumerate(holder)]
    return {**holder, name: with_value(holder[name], rest, value)}


def _plain(value: object, depth: int = 0) -> str:
    if value is None or depth > MAX_DEPTH:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, (_plain(part, depth + 1) for part in value)))
    if isinstance(value, dict):
        return _plain(value.get("name"), depth + 1)
    return str(value)


class _Holder(NamedTuple):
    """An object that may hold fields."""

    path: Path
    record: Mapping[str, Any]
    names: Mapping[str, str]
    """Its keys by their small letters."""


def _holders(record: Mapping[str, Any]) -> list[_Holder]:
    inner = [(name, record[name]) for name in NESTED_FIELDS if isinstance(record.get(name), dict)]
    return [_Holder((), record, _folded(record)), *(_Holder((name,), held, _folded(held)) for name, held in inner)]


def _folded(record: Mapping[str, Any]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for key in record:
        if isinstance(key, str):
            folded.setdefault(key.lower(), key)
    return folded


def _named(holders: list[_Holder], candidates: tuple[str, ...]) -> Iterator[Held]:
    """Yield what stands under these names, the surest first."""
    for path, record, folded in holders:
        for name in candidates:
            key = name if name in record else folded.get(name.lower())
            if key is not None:
                yield Held((*path, key), record[key])
            elif "." in name:
                yield from _dotted(path, record, name)


def _dotted(path: Path, record: Any, name: str) -> Iterator[Held]:
    inner: Path = ()
    for part in name.split("."):
        key = part if isinstance(record, dict) and part in record else _index(record, part)
        if key is None:
            return
        record, inner = record[key], (*inner, key)
    yield Held((*path, *inner), record)


def _index(record: Any, part: str) -> str | int | None:
    if isinstance(record, dict):
        return _folded(record).get(part.lower())
    return int(part) if isinstance(record, list) and part.isdecimal() and int(part) < len(record) else None


def _text(holders: list[_Holder], candidates: tuple[str, ...]) -> Held | None:
    """Return the first value that is a text with something in it, else the first text."""
    first = None
    for held in _named(holders, candidates):
        if any(not inner.value.isspace() for inner in _filled(held.value)):
            return held
        first = first or (held if _is_text(held.value) else None)
    return first


def _is_text(value: Any) -> bool:
    if isinstance(value, dict):
        return isinstance(value.get("sections"), list)
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(part, str) for part in value))


def _first(holders: list[_Holder], candidates: tuple[str, ...]) -> Held | None:
    return next((held for held in _named(holders, candidates) if not is_missing(held.value)), None)


def is_missing(value: Any) -> bool:
    """Tell whether a value is none: a data frame has NaN in the place of what is not there."""
    return value is None or (isinstance(value, float) and value != value)  # noqa: PLR0124  # only NaN is not itself


def _filled(value: Any) -> list[Held]:
    """Return the paragraphs of a text that have something in them; of a string the string, whatever it is."""
    return [held for held in _paragraphs(value) if held.value and (not held.path or not held.value.isspace())]


def _paragraphs(value: Any) -> Iterator[Held]:
    """Yield a string, the strings of a list, or what fundus makes of an article: a summary, and sections."""
    if not _is_text(value):
        return
    if isinstance(value, str):
        yield Held((), value)
    elif isinstance(value, list):
        yield from (Held((place,), part) for place, part in enumerate(value))
    else:
        yield from _below(("summary",), value.get("summary"))
        for place, section in enumerate(value["sections"]):
            for name in ("headline", "paragraphs") if isinstance(section, dict) else ():
                yield from _below(("sections", place, name), section.get(name))


def _below(path: Path, value: Any) -> Iterator[Held]:
    for held in () if isinstance(value, dict) else _paragraphs(value):
        yield Held((*path, *held.path), held.value)
