"""A Markdown file: front matter with what the scraper said, then the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from scrapelint.article import Article
from scrapelint.intake import Intake
from scrapelint.location import Places
from scrapelint.readers.faults import undecodable
from scrapelint.readers.format import Piece, TextFormat
from scrapelint.readers.formats.text import whole
from scrapelint.readers.syntax.parts import Part
from scrapelint.record import from_record
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.readers.decoding import Decoded
    from scrapelint.readers.source import Source

MAX_FRONT_CHARS = 100_000
"""Longest front matter that is read, in code points; what is longer is taken for a part of the article."""
MAX_NESTED = 64
"""Brackets in each other from which on front matter is not parsed: parsers recurse."""
MAX_ALIASES = 32
"""References of YAML; more of them could stand for a text of any length."""
MAX_LINE_CHARS = 10_000
"""How much of a line of front matter is looked at, in code points."""

_FRONT_MATTER = regex(r"(---|\+\+\+)[ \t]*\r?\n((?:.*\n)*?)\1[ \t]*(?:\r?\n|\Z)")
_NAME = regex(r"[A-Za-z_][\w.-]{0,63}")
_ALIAS = regex(r"(?:^|[\s\[,{])\*\w")
_BRACKET = regex(r"[\[\]{}]")
_DEEP_LINE = regex(r"(?m)^[ \t]*(?:[-?:][ \t]+){16}|^[ \t]{200}")


class Markdown(TextFormat):
    """One article; the text begins after the front matter, its addresses are those of the file."""

    name: ClassVar[str] = "markdown"
    endings: ClassVar[tuple[str, ...]] = (".md", ".markdown")
    is_one_article: ClassVar[bool] = True

    def pieces(self, stream: Decoded, source: Source) -> Iterator[Piece]:
        """Yield the file in one piece; the rest of one that is too large in several."""
        return whole(stream, source)

    def articles(self, piece: Piece, source: Source) -> Iterator[Intake]:
        """Yield the article."""
        fields, end = _head(piece.written)
        text = piece.written[end:]
        made = from_record({**fields, source.names["text"][0]: text}, source.names)
        start, name = Places(piece.written, piece.start)(end), source.filename
        known = made.fields if made else {}
        article = Article(text, id=name, filename=name, fields=known, start=start, path=source.path)
        yield Intake(article, undecodable(article))

    def parts(self, piece: Piece, source: Source, index: int, field: str) -> Sequence[Part]:  # noqa: ARG002
        """Return what follows the front matter."""
        return [Part(_head(piece.written)[1], len(piece.written))] if field == "text" else []


def _head(whole_file: str) -> tuple[dict[str, Any], int]:
    """Return the fields of the front matter, and where it ends; nothing where there is none."""
    front = _FRONT_MATTER.match(whole_file, 0, MAX_FRONT_CHARS)
    if not front:
        return {}, 0
    if not front[2].strip():
        return {}, front.end()
    fields = _yaml(front[2]) if front[1] == "---" else _toml(front[2])
    return fields, front.end() if fields else 0


def _toml(written: str) -> dict[str, Any]:
    from scrapelint.resources import toml

    try:
        return {} if _is_nested(written) else toml.parsed(written.replace("\r\n", "\n"))
    except ValueError:
        return {}


def _yaml(written: str) -> dict[str, Any]:
    import yaml

    if _is_nested(written) or len(_ALIAS.findall(written)) > MAX_ALIASES:
        return _lines(written)
    try:
        # This loader makes nothing but strings, lists and mappings.
        value = yaml.load(written, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return _lines(written)
    return {str(name): _value(field) for name, field in value.items()} if isinstance(value, dict) else {}


def _lines(written: str) -> dict[str, Any]:
    """Return the `key: value` lines of what is no YAML: titles with a colon in them are often not quoted."""
    found = {}
    for line in written.splitlines():
        name, colon, value = line[:MAX_LINE_CHARS].partition(":")
        if colon and _NAME.fullmatch(name):
            found[name] = _value(value.strip().strip("\"'"))
    return found


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [_value(part) for part in value]
    return None if value in ("", "~", "null") else value


def _is_nested(written: str) -> bool:
    if _DEEP_LINE.search(written):
        return True
    depth = deepest = 0
    for sign in _BRACKET.findall(written):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > MAX_NESTED
