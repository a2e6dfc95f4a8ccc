"""From a record of a scraper to an article: the names that tools give its fields, and where its text is."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.article import Article, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Path = tuple[str | int, ...]
    """Keys and indices that lead to a value in a record."""

# trafilatura, newspaper4k, news-please, fundus, datatrove, dolma, C4, CC-News, RedPajama, LangChain, schema.org,
# NewsAPI, Elasticsearch and MongoDB, in this order of trust; then what scrapers of six other languages call a field.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "plaintext", "raw_text", "article", "article_text", "content", "body", "articleBody",
        "full_text", "page_content", "raw_content", "contents", "document.text",
        "texto", "cuerpo", "contenido", "texte", "contenu", "testo", "contenuto", "inhalt", "tekst",
    ),
    "title": ("title", "headline", "titulo", "título", "titre", "titel", "titolo"),
    "author": ("author", "authors", "byline", "autor", "auteur", "autore"),
    "url": ("url", "source_url", "link", "enlace", "source"),
    "date": (
        "date", "published", "publish_date", "publishing_date", "date_publish",
        "pub_date", "published_date", "publication_date", "datePublished", "published_at", "created",
        "fecha", "datum",
    ),
    "modified": ("modified", "date_modify", "modified_date", "updated", "updated_at", "dateModified"),
    "crawled": ("crawled", "date_download", "date_crawled", "download_date", "added", "crawl_date", "timestamp"),
    "language": ("language", "lang"),
    "site": ("site", "sitename", "hostname", "source_domain", "domain", "publisher"),
    "summary": ("summary", "description", "excerpt"),
    "id": ("id", "uuid", "fingerprint", "_id"),
}  # fmt: skip
"""Names by field; each is found as `folded_name` has it too, and one with dots leads through objects."""

SOMETIMES_AN_ADDRESS = "source"
"""Where trafilatura has the address of the page, and others the name of an outlet or of a data set."""
_ADDRESS = ("http://", "https://")

NESTED_FIELDS = ("metadata", "media_metadata", "meta", "_source")
"""Where datatrove, dolma, RedPajama and Elasticsearch keep what the scraper said, the last the text as well."""
OF_ARTICLES = frozenset("title headline url link date published author".split())
"""What an object has beside its text that is an article of its own, and no paragraph of one or list of some."""
_WITHOUT_JOINTS = str.maketrans("", "", "_- ")
MAX_KNOWN_NAMES = 4096
"""Names of fields whose folded form is kept; a file may have millions of names."""

BETWEEN_PARAGRAPHS = "\n\n"
"""What comes between the paragraphs of a text that a record holds as a list of them."""


class Held(NamedTuple):
    """A value, and where in its record it is."""

    path: Path
    value: Any


def from_record(
    record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]] = FIELD_NAMES, /, **address: Any
) -> Article | None:
    """Return the article of a record, or None where no field holds a text.

    The first of `names` that is there wins. What is not in the record itself is looked for in `NESTED_FIELDS`, and then
    beside a text that a name with dots leads to.
    """
    holders = _holders(record, names["text"])
    found = _text(holders, names["text"])
    if found is None:
        return None
    fields = {name: value for name, known in names.items() if name != "text" and (value := _first(holders, known))}
    fields = {name: held.value for name, held in fields.items()}
    article_id = as_text(fields.get("id")) or as_text(fields.get("url")) or str(address.get("record") or "")
    text = BETWEEN_PARAGRAPHS.join(value for _, value in _filled(found.value))
    return Article(text, id=article_id, fields=fields, text_field=str(found.path[-1]), **address)


def named_field(record: Mapping[str, Any], names: tuple[str, ...]) -> Held | None:
    """Return the first field of a record that has one of these names, whatever is in it."""
    return next(_named(_holders(record, names), names), None)


def strings_of(
    field: str, record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]] = FIELD_NAMES
) -> Sequence[Held]:
    """Return the strings of which `from_record` makes a field: one, the paragraphs of a text, or none."""
    holders = _holders(record, names["text"])
    found = _text(holders, names[field]) if field == "text" else _first(holders, names[field])
    if found is None or not (field == "text" or isinstance(found.value, str)):
        return []
    return [Held((*found.path, *inner.path), inner.value) for inner in _filled(found.value)]


@lru_cache(MAX_KNOWN_NAMES)
def folded_name(name: str) -> str:
    """Return what names have in common that are alike but for capitals, spaces and joints: `pubDate`, `pub_date`."""
    return name.lower().translate(_WITHOUT_JOINTS)


def paragraphs_of(value: Any) -> list[str]:
    """Return the paragraphs that a value has as the text of an article; nothing where it is none."""
    return [held.value for held in _filled(value)]


def with_value(holder: Any, path: Sequence[str | int], value: object) -> Any:
    """Return a copy of a record with another value at the end of a path; the record itself stays."""
    if not path:
        return value
    name, *rest = path
    if isinstance(holder, list):
        return [with_value(held, rest, value) if place == name else held for place, held in enumerate(holder)]
    return {**holder, name: with_value(holder[name], rest, value)}


class _Holder(NamedTuple):
    """An object that may hold fields."""

    path: Path
    record: Mapping[str, Any]
    names: Mapping[str, str]
    """Its keys by their folded form."""


def _holders(record: Mapping[str, Any], text_names: tuple[str, ...]) -> list[_Holder]:
    top = _Holder((), record, _folded(record))
    found: dict[Path, Mapping[str, Any]] = {
        (name,): record[name] for name in NESTED_FIELDS if isinstance(record.get(name), dict)
    }
    found |= _beside_texts(top, text_names)
    return [top, *(_Holder(path, held, _folded(held)) for path, held in found.items())]


def _beside_texts(top: _Holder, text_names: tuple[str, ...]) -> dict[Path, Mapping[str, Any]]:
    """Return the objects that names with dots lead through, the nearest to the text first."""
    found: dict[Path, Mapping[str, Any]] = {}
    for name in text_names:
        first, *more = name.split(".")
        for held in _dotted((), top.record, name) if more and folded_name(first) in top.names else ():
            for size in range(len(held.path) - 1, 0, -1):
                above = _at(top.record, held.path[:size])
                if isinstance(above, dict):
                    found.setdefault(held.path[:size], above)
    return found


def _at(record: Any, path: Path) -> Any:
    for key in path:
        record = record[key]
    return record


def _folded(record: Mapping[str, Any]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for key in record:
        if isinstance(key, str):
            folded.setdefault(folded_name(key), key)
    return folded


def _named(holders: list[_Holder], candidates: tuple[str, ...]) -> Iterator[Held]:
    """Yield what is under these names, the surest first."""
    for path, record, folded in holders:
        for name in candidates:
            key = name if name in record else folded.get(folded_name(name))
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
        return _folded(record).get(folded_name(part))
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
    if isinstance(value, list):
        return all(isinstance(part, str) for part in value) or _is_blocks(value)
    return isinstance(value, str)


def _is_blocks(value: list[Any]) -> bool:
    """Tell whether a list is that of the blocks of one text: `[{"type": "p", "text": "..."}, {"type": "image"}]`."""
    blocks = [part for part in value if isinstance(part, dict)]
    texts = [part for part in blocks if _name_of_block(part)]
    return bool(texts) and len(blocks) == len(value) and not any(OF_ARTICLES & part.keys() for part in texts)


def _name_of_block(block: dict[str, Any]) -> str:
    """Return under which name a block has its text; an empty string where it has none."""
    return next((name for name in ("text", "content") if isinstance(block.get(name), str)), "")


def _first(holders: list[_Holder], candidates: tuple[str, ...]) -> Held | None:
    """Return the first value that is there; `source`, unless a user names it, is one only where it is an address."""
    is_doubtful = candidates.count(SOMETIMES_AN_ADDRESS) == 1 and candidates[-1] == SOMETIMES_AN_ADDRESS
    for held in _named(holders, candidates):
        if not is_missing(held.value) and not (is_doubtful and _is_other_source(held)):
            return held
    return None


def _is_other_source(held: Held) -> bool:
    is_address = isinstance(held.value, str) and held.value.startswith(_ADDRESS)
    return folded_name(str(held.path[-1])) == SOMETIMES_AN_ADDRESS and not is_address


def is_missing(value: Any) -> bool:
    """Tell whether a value is none: a data frame has NaN in the place of what is not there."""
    return value is None or (isinstance(value, float) and value != value)  # noqa: PLR0124  # only NaN is not itself


def _filled(value: Any) -> list[Held]:
    """Return the paragraphs of a text that have something in them; of a string the string, whatever it is."""
    return [held for held in _paragraphs(value) if held.value and (not held.path or not held.value.isspace())]


def _paragraphs(value: Any) -> Iterator[Held]:
    """Yield a string, the strings or blocks of a list, or what fundus makes of an article: a summary, and sections."""
    if not _is_text(value):
        return
    if isinstance(value, str):
        yield Held((), value)
    elif isinstance(value, list):
        yield from (held for place, part in enumerate(value) for held in _member(place, part))
    else:
        yield from _below(("summary",), value.get("summary"))
        for place, section in enumerate(value["sections"]):
            for name in ("headline", "paragraphs") if isinstance(section, dict) else ():
                yield from _below(("sections", place, name), section.get(name))


def _member(place: int, part: Any) -> Iterator[Held]:
    name = "" if isinstance(part, str) else _name_of_block(part)
    if name or isinstance(part, str):
        yield Held((place, name), part[name]) if name else Held((place,), part)


def _below(path: Path, value: Any) -> Iterator[Held]:
    for held in () if isinstance(value, dict) else _paragraphs(value):
        yield Held((*path, *held.path), held.value)
