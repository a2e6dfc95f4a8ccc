"""The lines around a finding, cut to the width of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.reporters.people.cells import cell_len, is_plain
from scrapelint.text.visible import visible_chars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.finding import Span
    from scrapelint.located import Located

MAX_MARKED_ROWS = 4
"""Rows of a longer span are left out of its middle."""
CONTEXT_SHARE = 4
"""One part in this many of the width shows what comes before the mark in a line that is cut."""
ELLIPSIS = "…"
MAX_SEARCHED_CHARS = 2000
"""How far to look for the nearest line that is not blank."""


class Row(NamedTuple):
    """One row to print; `marked` is empty in a neighbour."""

    number: int | None
    """None for the rows that are left out."""
    before: str
    marked: str = ""
    after: str = ""


def rows(text: str, located: Located, width: int, *, context: bool) -> Iterator[Row]:
    """Yield the marked rows, with the rows above and below as `context`, each at most `width` cells wide."""
    span = located.finding.span
    if span is None or located.start is None:
        return
    first, number = text.rfind("\n", 0, span.start) + 1, located.start.row
    if context:
        yield from _neighbour(_above(text, first, number), width)
    marked = list(_marked(text, span, first, number))
    skipped = len(marked) - MAX_MARKED_ROWS
    for n, (row, line, start, end) in enumerate(marked):
        if skipped <= 0 or n < MAX_MARKED_ROWS - 1 or n == len(marked) - 1:
            yield _cut(row, line, start, end, width)
        elif n == MAX_MARKED_ROWS - 1:
            yield Row(None, f"{skipped} more line{'s' if skipped > 1 else ''}")
    if marked and context:
        end = text.find("\n", max(span.start, span.end - 1))
        yield from _neighbour(_below(text, end, marked[-1][0]), width)


def mended_row(text: str, located: Located, width: int) -> Row | None:
    """Return the row of a finding after its fix, where that writes something into this row and nothing elsewhere."""
    finding = located.finding
    edits = finding.fix.edits if finding.fix and finding.field == "text" else ()
    if not any(edit.content.strip() for edit in edits) or located.start is None:
        return None
    first = text.rfind("\n", 0, edits[0].start) + 1
    end = text.find("\n", first)
    end = len(text) if end < 0 else end
    if any(edit.end > end or "\n" in edit.content for edit in edits):
        return None
    line, at = "", first
    for edit in edits:
        line, at = line + text[at : edit.start] + edit.content, edit.end
    return _cut(located.start.row, line + text[at:end].rstrip("\r"), edits[0].start - first, len(line), width)


def _marked(text: str, span: Span, first: int, number: int) -> Iterator[tuple[int, str, int, int]]:
    """Yield number and text of the rows of a span, and where in each the mark starts and ends."""
    start = first
    while start < span.end or start == first:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip() or span.end <= end:
            yield number, line.rstrip("\r"), max(0, span.start - start), min(len(line), span.end - start)
        start, number = end + 1, number + 1


def _above(text: str, first: int, number: int) -> tuple[int, str] | None:
    before = text[max(0, first - MAX_SEARCHED_CHARS) : first].split("\n")
    for distance, line in enumerate(reversed(before[:-1]), 1):
        if line.strip():
            return number - distance, line
    return None


def _below(text: str, end: int, number: int) -> tuple[int, str] | None:
    if end < 0:
        return None
    for distance, line in enumerate(text[end + 1 : end + 1 + MAX_SEARCHED_CHARS].split("\n"), 1):
        if line.strip():
            return number + distance, line
    return None


def _neighbour(found: tuple[int, str] | None, width: int) -> Iterator[Row]:
    if found:
        number, line = found
        shown = _cut(number, line.rstrip("\r"), 0, 0, width)
        yield Row(number, shown.before + shown.after)


def _cut(number: int, line: str, start: int, end: int, width: int) -> Row:
    """Return a row with its mark, cut on both sides where the line is wider than `width`."""
    low, high = max(0, start - width), min(len(line), start + 2 * width)
    shown, cells = _shown(line[low:high])
    start, end = start - low, max(start, min(end, high)) - low
    if low == 0 and high == len(line) and sum(cells) <= width:
        return Row(number, "".join(shown[:start]), "".join(shown[start:end]), "".join(shown[end:]))
    left = _reach_left(cells, start, width // CONTEXT_SHARE)
    right = _reach_right(cells, left, width - 2)
    if right == len(shown) and high == len(line):
        left = _reach_left(cells, right, width - 2)
    end = max(start, min(end, right))
    head = ELLIPSIS if low + left > 0 else ""
    tail = ELLIPSIS if low + right < len(line) else ""
    return Row(number, head + "".join(shown[left:start]), "".join(shown[start:end]), "".join(shown[end:right]) + tail)


def _shown(line: str) -> tuple[list[str], list[int]]:
    """Return what to show for each code point, and how many cells wide it is."""
    if is_plain(line) and "##" not in line:
        return list(line), [1] * len(line)
    shown = visible_chars(line)
    return shown, [cell_len(char) for char in shown]


def _reach_left(cells: list[int], start: int, room: int) -> int:
    while start > 0 and cells[start - 1] <= room:
        start -= 1
        room -= cells[start]
    return start


def _reach_right(cells: list[int], start: int, room: int) -> int:
    while start < len(cells) and cells[start] <= room:
        room -= cells[start]
        start += 1
    return start
