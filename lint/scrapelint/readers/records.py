"""From a record to an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrapelint.intake import Intake, OtherField
from scrapelint.location import Location
from scrapelint.readers.decoding import ESCAPED
from scrapelint.readers.faults import (
    broken,
    data_in_text,
    undecodable,
    undecodable_outside,
    without_text,
)
from scrapelint.readers.syntax.fields import fields_of, kind_named
from scrapelint.record import from_record, named_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.readers.source import Source


_OPENINGS = frozenset({"{", "[", "[{"})
_OVER_LINES = "; records over several lines are for files that end in .json"


def parsed(line: str, source: Source, number: int | None, start: Location) -> Intake:
    """Return the article of a line of JSON; a fault, with its place, where it is not one."""
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        place = Location(start.row, error.pos + 1, start.offset + error.pos)
        return broken(source, number, place, error.msg + (_OVER_LINES if line.strip() in _OPENINGS else ""))
    except RecursionError:
        return broken(source, number, start, "nested too deeply")
    except ValueError as error:  # a number with more digits than Python converts
        return broken(source, number, start, str(error))
    return intake(value, source, number, start, raw=line)


def intake(value: Any, source: Source, number: int | None, start: Location, raw: str = "") -> Intake:
    """Return the article of a record; a fault where it is no object or has no text.

    `raw` is the record as it is in the file, for bytes in it that are not valid UTF-8.
    """
    if not isinstance(value, dict):
        return broken(source, number, start, f"the record is {kind_named(value)}, not an object")
    address = {"filename": source.filename, "path": source.path, "record": number, "row": start.row}
    article = from_record(value, source.names, **address)
    if article is None:
        return without_text(source, number, start, value)
    other = _other(value, source, article) if source.text_fields else None
    faults = [*data_in_text(article), *_undecodable(article, source, start, raw)]
    return Intake(article, faults, other_field=other)


def _undecodable(article: Article, source: Source, start: Location, raw: str) -> Sequence[Finding]:
    escaped = None if raw.isascii() else ESCAPED.search(raw)
    if not escaped:
        return ()
    place = Location(start.row, start.column + escaped.start(), start.offset + escaped.start())
    return undecodable(article) or undecodable_outside(source, raw, place)


def _other(record: dict[str, Any], source: Source, article: Article) -> OtherField | None:
    given = source.text_fields
    return None if named_field(record, given) else OtherField(given, article.text_field, fields_of(record))
