"""A Markdown file: front matter with what the scraper said, then the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.article import Article, from_record
from scrapelint.intake import Intake
from scrapelint.location import Location, Places
from scrapelint.readers.faults import undecodable
from scrapelint.readers.text import first_place, whole_text
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source

_FRONT_MATTER = regex(r"(---|\+\+\+)[ \t]*\r?\n((?:.*\n)*?)\1[ \t]*(?:\r?\n|\Z)")
_FIELD = regex(r"([A-Za-z_][\w .-]*?)\s*:(?:\s+(.*))?$")
_ITEM = regex(r"\s*-\s+(.*)$")


def read(stream: Decoded, source: Source) -> Iterator[Intake]:
    """Yield the file as one article; the text begins behind the front matter, its addresses are those of the file."""
    whole = whole_text(stream, source)
    if isinstance(whole, Intake):
        yield whole
        return
    yield intake_of(whole, source, first_place(stream))


def intake_of(whole: str, source: Source, start: Location) -> Intake:
    """Return the article of all text of a file; its text is what stands behind the front matter."""
    article = _article(whole, source, start)
    return Intake(article, undecodable(article))


def _article(whole: str, source: Source, first: Location) -> Article:
    front = _FRONT_MATTER.match(whole)
    fields = _fields(front) if front else {}
    end = front.end() if front and (fields or not front[2].strip()) else 0
    start = Places(whole, first)(end)
    record = {**fields, source.names["text"][0]: whole[end:]}
    made = from_record(record, source.names, filename=source.filename, start=start)
    known = made.fields if made else {}
    name = source.filename
    return Article(whole[end:], id=name, filename=name, fields=known, start=start, path=source.path)


def _fields(front: re.Match[str]) -> dict[str, Any]:
    if front[1] == "---":
        return _simple_yaml(front[2])
    import tomllib

    try:
        return tomllib.loads(front[2].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return {}


def _simple_yaml(text: str) -> dict[str, Any]:
    """Return the `key: value` pairs and lists of YAML; what is more than that is left out."""
    fields: dict[str, Any] = {}
    name = ""
    for line in text.splitlines():
        if found := _FIELD.match(line):
            name = found[1]
            fields[name] = _value(found[2] or "")
        elif name and (item := _ITEM.match(line)):
            known = fields[name]
            fields[name] = [*known, _value(item[1])] if isinstance(known, list) else [_value(item[1])]
    return fields


def _value(written: str) -> Any:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [_value(part) for part in written[1:-1].split(",") if part.strip()]
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return None if written in ("", "~", "null") else written
