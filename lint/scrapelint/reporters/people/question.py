"""A fix as somebody is asked about it: the finding, and the lines that it changes."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.fixes.patches import patched
from scrapelint.located import locate
from scrapelint.reporters.alike import shared_ends
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.concise import address
from scrapelint.reporters.people.diff import unified
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet, Styled, cut, wrapped
from scrapelint.reporters.people.words import evidence_words, mending_words
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from scrapelint.fixes.choosing import Question
    from scrapelint.located import Located

MAX_WIDTH = 120
"""Longer lines are hard to read, however wide the terminal."""
MAX_ROWS = 40
"""Rows of a terminal that the lines of one fix may take; of more the first are shown."""
MAX_LINE_ROWS = 8
"""Rows that one changed line may take."""
LABEL_CELLS = 6
"""Width of the labels before what is asked about."""
_STYLES = {"-": "red", "+": "green", "@": "cyan"}
_SPACE = "\u2420"
"""Stands for each white space at the end of a changed line."""


class Questions:
    """Prints questions."""

    def __init__(self, out: TextIO, *, color: bool) -> None:
        """Take the terminal."""
        self._sheet = Sheet(out, color=color)
        self._width = min(self._sheet.width, MAX_WIDTH)

    def show(self, question: Question) -> None:
        """Print the findings of a question, and the lines before and after."""
        self._sheet.print()
        for located in locate(question.article, question.findings):
            self._finding(question, located)
        rows = list(_rows(question, self._width))
        for row in rows[:MAX_ROWS]:
            self._sheet.print(*cut([row], self._width))
        if len(rows) > MAX_ROWS:
            self._sheet.print((f"… {len(rows) - MAX_ROWS:,} more rows", "dim"))

    def tell(self, text: str, style: str = "") -> None:
        """Print a text in as many lines as it needs."""
        for line in wrapped(visible(text), self._width):
            self._sheet.print((line, style))

    def _finding(self, question: Question, located: Located) -> None:
        finding, style = located.finding, SEVERITY_STYLES[located.finding.severity]
        label = f"{finding.severity.label} {finding.code}"
        first, *more = wrapped(f"{label} {finding.name}: {visible(finding.message)}", self._width)
        self._sheet.print((finding.severity.label, f"bold {style}"), (first[len(finding.severity.label) :], "bold"))
        for line in more:
            self._sheet.print((line, "bold"))
        self._sheet.print(("  --> ", "bold cyan"), (address(question.article, located), ""))
        self._labelled("why", evidence_words(finding), "dim")
        self._labelled("do", visible(mending_words(finding)), "")

    def _labelled(self, label: str, text: str, style: str) -> None:
        head = f"{label:>{LABEL_CELLS}}   "
        for line in wrapped(text, self._width - len(head)):
            self._sheet.print((head, "bold cyan"), (line, style))
            head = " " * len(head)


class _Line(NamedTuple):
    """A line of a patch."""

    mark: str
    text: str
    before: int = 0
    """How many code points at its start the line that it stands for, or that stands for it, has too."""
    after: int = 0
    """The same at its end."""


def _rows(question: Question, width: int) -> Iterator[Styled]:
    """Yield the rows of a patch, without names of files and without what it says of the last line end."""
    before = question.before
    lines = list(unified("", before, patched(before, question.edits)))[2:]
    for line in _paired([_Line(line[0], line[1:].rstrip("\n")) for line in lines if line[0] != "\n"]):
        style = _STYLES.get(line.mark, "dim")
        if line.mark in "-+":
            yield from ((row, style) for row in _changed(line, width))
        else:
            yield line.mark + visible(line.text.rstrip("\r")), style


def _paired(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines; those that stand for each other before and after know what they have in common."""
    at = 0
    while at < len(lines):
        removed = list(takewhile(lambda line: line.mark == "-", lines[at:]))
        added = list(takewhile(lambda line: line.mark == "+", lines[at + len(removed) :]))
        if len(removed) == len(added):
            pairs = list(map(_common, removed, added))
            removed, added = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        changed = [*removed, *added]
        yield from changed or [lines[at]]
        at += len(changed) or 1


def _common(one: _Line, other: _Line) -> tuple[_Line, _Line]:
    before, after = shared_ends(one.text, other.text)
    return one._replace(before=before, after=after), other._replace(before=before, after=after)


def _changed(line: _Line, width: int) -> Iterator[str]:
    """Yield the rows of a changed line; of one that is too long, those around what is changed."""
    room = width - 3
    text = _shown(line)
    if cell_len(text) > room * MAX_LINE_ROWS:
        text = _shown(line._replace(text=_around(line, room)))
    rows = list(wrapped(text, room))
    for number, row in enumerate(rows[:MAX_LINE_ROWS]):
        yield f"{line.mark}{'… ' if number else ''}{row}"
    if len(rows) > MAX_LINE_ROWS:
        yield f"{line.mark}… ({len(rows) - MAX_LINE_ROWS:,} more rows)"


def _shown(line: _Line) -> str:
    kept = line.text.rstrip(" \t\r\u00a0")
    return visible(kept) + _SPACE * len(line.text[len(kept) :].rstrip("\r"))


def _around(line: _Line, room: int) -> str:
    """Return what is changed of a line, with as much of it before and after as fits into a row or two."""
    start, end = max(0, line.before - room), len(line.text) - max(0, line.after - room)
    return ("…" if start else "") + line.text[start:end] + ("…" if end < len(line.text) else "")
