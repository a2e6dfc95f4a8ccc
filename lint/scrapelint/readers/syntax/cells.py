"""Rows and cells of a table that is text: where they end, and how they are quoted."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.readers.syntax.parts import Writing
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DELIMITERS = ",;\t|"
"""What may come between cells, the usual first."""
QUOTE = '"'


class Dialect(NamedTuple):
    """How a table is written."""

    delimiter: str = ","
    is_quoted: bool = True
    """Whether a cell may be in quotation marks, inside of which there are two for one."""
    has_escapes: bool = False
    """Whether a backslash comes before a mark inside of marks, as Spark and Hive write it."""


class Cell(NamedTuple):
    """A cell in its row."""

    start: int
    """Where its value begins: after the quotation mark, where there is one."""
    end: int
    is_quoted: bool

    def value(self, row: str, dialect: Dialect) -> str:
        """Return what the cell says."""
        written = row[self.start : self.end]
        if not self.is_quoted:
            return written
        return _pattern(dialect).escape.sub(_unescaped, written)

    def writing(self, dialect: Dialect) -> Writing:
        """Return how the cell is written."""
        if self.is_quoted:
            return Writing(_pattern(dialect).escape, partial(_quoted, mark=_mark(dialect)))
        if dialect.is_quoted:
            return Writing(None, str, partial(_anew, dialect=dialect))
        return Writing(None, partial(_BREAKS.sub, " "))


def has_lone_returns(line: str) -> bool:
    """Tell whether a first line holds rows of its own, apart by carriage returns outside of quoted cells."""
    if "\r" not in line:
        return False
    # A quoted cell may go on in the next line, and hold them, too.
    outside, _, _ = _QUOTED.sub("", line.rstrip("\r\n")).partition(QUOTE)
    return "\r" in outside


def dialect_of(sample: str, delimiters: str = DELIMITERS) -> Dialect:
    """Return how a table is written, by its first lines."""
    outside = _QUOTED.sub("", sample.partition("\n")[0])
    delimiter = max(delimiters, key=outside.count)
    quoted = Dialect(delimiter, has_escapes=bool(_ESCAPED.search(sample)) and not _DOUBLED.search(sample))
    plain = Dialect(delimiter, is_quoted=False)
    return plain if not _is_sound(sample, quoted) and _is_sound(sample, plain) else quoted


def cells_of(row: str, dialect: Dialect) -> list[Cell]:
    """Return the cells of a row, in order."""
    return list(_cells(row.rstrip("\r\n"), dialect))


def stays_open(line: str, dialect: Dialect, *, is_open: bool) -> bool:
    """Tell whether a cell is still open after a line, that is, goes on in the next."""
    at = 0
    while dialect.is_quoted:
        if not is_open and line.startswith(QUOTE, at):
            is_open, at = True, at + 1
        if is_open:
            found = _pattern(dialect).inside.match(line, at)
            if not found or not found[1]:
                return True
            is_open, at = False, found.end()
        at = _end(line, at, dialect) + 1
        if at > len(line):
            break
    return False


class _Patterns(NamedTuple):
    inside: re.Pattern[str]
    """The rest of a quoted cell, and the mark that closes it."""
    escape: re.Pattern[str]


_BREAKS = regex(r"[\t\r\n]+")
_QUOTED = regex(r'"(?:[^"]|"")*"')
_ESCAPED = regex(r'[^\\,;\t|]\\"[^,;\t|\r\n"]')
_DOUBLED = regex(r'[^,;\t|\r\n"]""[^,;\t|\r\n"]')


@cache
def _pattern(dialect: Dialect) -> _Patterns:
    if dialect.has_escapes:
        return _Patterns(re.compile(r'[^"\\]*(?:\\.[^"\\]*)*("?)', re.DOTALL), re.compile(r'\\["\\]'))
    return _Patterns(re.compile(r'[^"]*(?:""[^"]*)*("?)'), re.compile('""'))


def _cells(row: str, dialect: Dialect) -> Iterator[Cell]:
    at = 0
    while True:
        is_quoted = dialect.is_quoted and row.startswith(QUOTE, at)
        if is_quoted:
            found = _pattern(dialect).inside.match(row, at + 1)
            inner = found.end() - len(found[1]) if found else len(row)
            yield Cell(at + 1, inner, is_quoted=True)
            at = _end(row, inner + 1, dialect)
        else:
            end = _end(row, at, dialect)
            yield Cell(at, end, is_quoted=False)
            at = end
        if at >= len(row):
            return
        at += 1


def _end(row: str, at: int, dialect: Dialect) -> int:
    found = row.find(dialect.delimiter, at)
    return len(row) if found < 0 else found


def _is_sound(sample: str, dialect: Dialect) -> bool:
    """Tell whether all whole rows of a sample have as many cells as the first, and nothing after closing marks."""
    rows = list(rows_of([f"{line}\n" for line in sample.split("\n")[:-1]], dialect))
    cells = [cells_of(row, dialect) for row in rows]
    ends = {
        row[cell.end + 1 : cell.end + 2] for row, own in zip(rows, cells, strict=True) for cell in own if cell.is_quoted
    }
    return all(len(own) == len(cells[0]) for own in cells) and ends <= {"", "\r", "\n", dialect.delimiter}


def rows_of(lines: Sequence[str], dialect: Dialect) -> Iterator[str]:
    """Yield the whole rows that these lines are."""
    row: list[str] = []
    is_open = False
    for line in lines:
        row.append(line)
        is_open = stays_open(line, dialect, is_open=is_open)
        if not is_open:
            yield "".join(row)
            row = []


def _unescaped(found: re.Match[str]) -> str:
    return found[0][1]


def _mark(dialect: Dialect) -> str:
    return '\\"' if dialect.has_escapes else '""'


def _quoted(text: str, *, mark: str) -> str:
    text = text.replace("\\", "\\\\") if mark.startswith("\\") else text
    return text.replace(QUOTE, mark)


def _anew(value: str, *, dialect: Dialect) -> str:
    """Return how a value is written that stood without quotation marks: with them, where it has to be now."""
    if dialect.delimiter in value or "\n" in value or "\r" in value or value.startswith(QUOTE):
        return f"{QUOTE}{_quoted(value, mark=_mark(dialect))}{QUOTE}"
    return value
