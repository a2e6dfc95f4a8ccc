"""Single characters that a wrong table left: controls of Latin-1, the last two bytes of a quotation mark."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Edit, by_line, language_of, regex
from scrapelint_rules.encoding._shared.tables import to_bytes

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_TAIL = "\x80[\x90-\x9f\xa6]|\x82\xac|\x84\xa2"
"""The second and third byte of a quotation mark, a dash, "…", "€" or "™" in UTF-8, whose first one is lost."""
_LOST = b"\xe2"
_STAND_IN = "['\ufffd]"
"""What programs put for the first byte, which is no character of ASCII."""
_CONTROLS = regex(
    f"{_STAND_IN}?(?<![a?])(?P<tail>{_TAIL})|(?P<unsure>{_TAIL})|(?:(?<!{_STAND_IN}€)(?!{_TAIL})[\x80-\x9f])+"
)
"""Controls; after "a" and "?", which may stand for "â" or for themselves, the end of a mark is not mended."""
_HALVES = regex(
    f'{_STAND_IN}(?P<tail>€[™˜œ\x9dž“”¦])|(?<=[a-z?"])€[™˜œ\x9d](?=[a-z \n.,]|\\Z)|(?<![0-9] )(?<![0-9])€[œ˜](?=[A-Za-z])'
)
"""The same ends, read as Windows-1252."""
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

    They are read by the table of the language; where that is not known, only where all tables agree. What ends a mark of
    UTF-8 is that mark in any language.
    """
    runs = list(_CONTROLS.finditer(text))
    edits, table = [_edit(run, "") for run in runs], ""
    if not all(edit.content for edit in edits):
        table = _BY_LANGUAGE.get(language_of(text) or "", "")
        edits = [_edit(run, table) for run in runs]
    for line in by_line(text, edits):
        yield Remains(line[0].start, line[-1].end, [edit for edit in line if edit.content], table or "cp1252")


def half_lines(text: str) -> Iterator[Remains]:
    """Yield the lines with quotation marks that lost their first byte, read where something stands for it."""
    for line in by_line(text, (Edit(*match.span(), _mark(match)) for match in _HALVES.finditer(text))):
        yield Remains(line[0].start, line[-1].end, [edit for edit in line if edit.content], "cp1252")


def _edit(run: re.Match[str], table: str) -> Edit:
    """Return the edit for a run of controls, without content where nobody knows what it stands for."""
    return Edit(*run.span(), "" if run["unsure"] else _mark(run) or _read(run.group(), table))


def _mark(run: re.Match[str]) -> str:
    """Return the mark of UTF-8 of which a match has the last two bytes; empty where it has none."""
    return (_LOST + to_bytes(run["tail"], "cp1252")).decode() if run["tail"] else ""


@lru_cache(maxsize=64)
def _read(controls: str, table: str) -> str:
    """Return what controls stand for; empty where the table has a gap or tables differ and none is known."""
    readings = {_decoded(controls, name) for name in ([table] if table else _TABLES)}
    return readings.pop() if len(readings) == 1 else ""


def _decoded(controls: str, table: str) -> str:
    try:
        return controls.encode("latin-1").decode(table)
    except UnicodeDecodeError:
        return ""
