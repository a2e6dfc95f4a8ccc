"""Single characters that a wrong table left: controls of Latin-1, the last two bytes of a quotation mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Edit, by_line, language_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTROLS = regex("[\x80-\x9f]+")
_HALVES = regex("(?<=[a-z])€[™˜œ\x9d](?=[a-z \n.,]|\\Z)|(?<![0-9] )(?<![0-9])€[œ˜](?=[A-Za-z])")
"""The second and third byte of a quotation mark in UTF-8, read as Windows-1252; its first byte, "â", is lost."""
_TABLES = {
    "cp1250": "pl cs sk hu sl hr bs ro sq",
    "cp1251": "ru uk be bg mk",
    "cp1252": "en de fr es it pt nl sv da no fi is ca gl eu af",
    "cp1254": "tr az",
    "cp1257": "lt lv et",
}
_BY_LANGUAGE = {language: table for table, languages in _TABLES.items() for language in languages.split()}


class Remains(NamedTuple):
    """Controls or halves of marks in one line."""

    start: int
    end: int
    edits: Sequence[Edit]
    read_as: str


def control_lines(text: str) -> Iterator[Remains]:
    """Yield the lines with controls of Latin-1, which are letters and marks of a table of Windows.

    They are read by the table of the language; where that is not known, only where all tables agree.
    """
    runs = list(_CONTROLS.finditer(text))
    readings = {run: _read(run, "") for run in {match.group() for match in runs}}
    table = "" if all(readings.values()) else _BY_LANGUAGE.get(language_of(text) or "", "")
    if table:
        readings = {run: _read(run, table) for run in readings}
    for line in by_line(text, [Edit(*match.span(), readings[match.group()]) for match in runs]):
        yield Remains(line[0].start, line[-1].end, [edit for edit in line if edit.content], table or "cp1252")


def half_lines(text: str) -> Iterator[Remains]:
    """Yield the lines with quotation marks that lost their first byte."""
    for line in by_line(text, (Edit(*match.span()) for match in _HALVES.finditer(text))):
        yield Remains(line[0].start, line[-1].end, (), "cp1252")


def _read(controls: str, table: str) -> str:
    """Return what controls stand for; empty where the table has a gap or tables differ and none is known."""
    readings = {_decoded(controls, name) for name in ([table] if table else _TABLES)}
    return readings.pop() if len(readings) == 1 else ""


def _decoded(controls: str, table: str) -> str:
    try:
        return controls.encode("latin-1").decode(table)
    except UnicodeDecodeError:
        return ""
