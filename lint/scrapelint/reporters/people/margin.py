"""An article with zones and findings in its margins, and what would go crossed out."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from scrapelint.finding import Severity
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, console_on
from scrapelint.reporters.shown import CHANGES, GOES, STAYS, hunks_on, lines_of, mark_of, result_of
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from scrapelint.finding import Finding
    from scrapelint.fixes.patches import Hunk
    from scrapelint.reporters.shown import Shown
    from scrapelint.text.lines import Line

MAX_WIDTH = 150
"""Wider lines are hard to read, however wide the terminal, in cells."""
NOTE_CELLS = 38
"""Width of the margin with the findings."""
MIN_SIDE_CELLS = 90
"""Narrower terminals get the findings below their line."""
BELOW = "  "
"""Before findings that are below their line."""
GUTTER_CELLS = 13
"""Width of what precedes the text: zone, bar, row and mark."""
SHARE_CELLS = 5
"""Width of a line's probability in the margin."""
ZONE_STYLES = {"head": "cyan", "body": "green", "tail": "magenta", "": "dim"}

_STAYS_STYLE = SEVERITY_STYLES[Severity.INFO]
_MARK_STYLES = {GOES: "bold red", CHANGES: "bold yellow", STAYS: f"bold {_STAYS_STYLE}"}
_TEXT_STYLES = {GOES: "red strike", STAYS: _STAYS_STYLE}


class Margin:
    """Prints articles, the text between what it is and what is found in it."""

    def __init__(self, out: TextIO, *, color: bool = False) -> None:
        """Take the stream."""
        self._console = console_on(out, color=color)
        self._color = color
        self._width = min(self._console.width, MAX_WIDTH)
        self._beside = self._width >= MIN_SIDE_CELLS
        self._lay_out(GUTTER_CELLS)

    def _lay_out(self, gutter: int) -> None:
        """Divide the width between the gutter, the text and the notes."""
        self._gutter_cells = gutter
        self._text_cells = max(20, self._width - gutter - (NOTE_CELLS + 2 if self._beside else 0))
        self._note_cells = NOTE_CELLS if self._beside else self._text_cells - len(BELOW)

    def show(self, shown: Shown) -> None:
        """Print one article."""
        self._lay_out(GUTTER_CELLS + (SHARE_CELLS if shown.residue else 0))
        self._header(shown)
        notes = _notes(shown)
        row, zone = -1, ""
        for line in shown.lines:
            known = zone
            zone = shown.zone(line)
            if row >= 0 and line.row > row + 1:
                self._print(_gutter("", "", "", known if known == zone else ""))
            mark = mark_of(line, shown.hunks, is_reported=line.index in notes)
            self._line(line, zone, mark, shown, notes.get(line.index, []), first=known != zone)
            row = line.row

    def close(self) -> None:
        """Say what the marks mean, below all articles."""
        self._print(Text())
        legend = [(GOES, "clean takes it out"), (CHANGES, "clean changes it"), (STAYS, "reported, and stays")]
        line = lead = Text(" " * self._gutter_cells)
        for mark, meaning in legend:
            word = Text.assemble((mark, _MARK_STYLES[mark]), (f" {meaning}", "dim"))
            if line is not lead and line.cell_len + word.cell_len > self._width:
                self._print(line)
                line = lead
            line = line.copy().append_text(word).append("   ")
        self._print(line)

    def _header(self, shown: Shown) -> None:
        article = shown.article
        title = Text.assemble((visible(article.address), "bold"), "  ", (visible(article.get("title")), "italic"))
        self._wide(title)
        self._wide(Text(result_of(shown), "dim"))
        for finding in shown.findings:
            if finding.span is None:
                value = visible(article.get(finding.field)) if finding.field else ""
                where = f"{finding.field}: " if finding.field else ""
                self._wrapped(Text.assemble((where, "bold"), value), "  ")
                self._wrapped(_note(finding), "    ")
        self._print(Text())

    def _line(self, line: Line, zone: str, mark: str, shown: Shown, notes: Sequence[Text], *, first: bool) -> None:
        text = self._content(line, mark, shown.hunks)
        wrapped = list(text.wrap(self._console, self._text_cells))
        margin = [part for note in notes for part in note.wrap(self._console, self._note_cells)]
        below = [] if self._beside else margin
        for n, (left, right) in enumerate(zip_longest(wrapped, margin if self._beside else [])):
            number = str(line.row + 1) if n == 0 else ""
            out = _gutter(zone if first and n == 0 else "", number, mark if left else "", zone)
            if shown.residue:
                out.append(f"{shown.residue[line.index]:.2f} " if n == 0 else " " * SHARE_CELLS, "dim")
            if left:
                left.rstrip()
                out.append_text(left)
            if right:
                out.pad_right(max(0, self._gutter_cells + self._text_cells + 2 - out.cell_len))
                out.append_text(right)
            self._print(out)
        for note in below:
            self._print(_gutter("", "", "", zone).append(BELOW).append_text(note))

    def _content(self, line: Line, mark: str, hunks: Sequence[Hunk]) -> Text:
        if mark != CHANGES:
            return Text(visible(line.text.strip()), _TEXT_STYLES.get(mark, ""))
        text, at = Text(), line.start
        for hunk in hunks_on(line, hunks):
            start, end = max(hunk.start, line.start), min(hunk.end, line.end)
            text.append(visible(line.text[at - line.start : start - line.start]))
            gone = line.text[start - line.start : end - line.start] + ("⏎" if hunk.end > line.end else "")
            self._change(text, gone, hunk.content if hunk.start >= line.start else "")
            at = end
        return text.append(visible(line.text[at - line.start :]))

    def _change(self, text: Text, gone: str, new: str) -> None:
        """Add what goes and what comes: by colour, or without colours in brackets."""
        gone, new = visible(gone.replace("\n", "⏎")), visible(new.replace("\n", "⏎"))
        if gone:
            text.append(gone if self._color else f"[-{gone}-]", "red strike" if gone.strip() else "on red")
        if new:
            text.append(new if self._color else f"{{+{new}+}}", "green" if new.strip() else "on green")

    def _wrapped(self, text: Text, lead: str) -> None:
        for part in text.wrap(self._console, self._gutter_cells + self._text_cells - len(lead)):
            self._print(Text(lead).append_text(part))

    def _wide(self, text: Text) -> None:
        for part in text.wrap(self._console, self._width):
            self._print(part)

    def _print(self, text: Text) -> None:
        text.rstrip()
        self._console.print(text, soft_wrap=True)


def _gutter(zone: str, number: str, mark: str, style: str) -> Text:
    """Return zone, bar, row and mark: as wide as GUTTER_CELLS."""
    color = ZONE_STYLES[style]
    bar = "┃" if style else " "
    return Text.assemble(
        (f"{zone:>4} ", color), (bar, color), (f"{number:>4} ", "dim"), (f"{mark or ' '} ", _MARK_STYLES.get(mark, ""))
    )


def _notes(shown: Shown) -> dict[int, list[Text]]:
    """Return what to say beside a line, by the line's index."""
    notes: dict[int, list[Text]] = {}
    covered: dict[int, set[str]] = {}
    for finding in shown.findings:
        lines = lines_of(finding, shown.lines)
        for line in lines:
            covered.setdefault(line.index, set()).add(finding.code)
        if lines:
            notes.setdefault(lines[0].index, []).append(_note(finding, len(lines)))
            for line in lines[1:]:
                notes.setdefault(line.index, [])
    told: set[Hunk] = set()
    for line in shown.lines:
        for hunk in hunks_on(line, shown.hunks):
            inside = line.text[max(0, hunk.start - line.start) : hunk.end - line.start].strip()
            if line.index not in covered and hunk not in told and inside:
                told.add(hunk)
                notes.setdefault(line.index, []).append(Text(f"then {', '.join(hunk.codes)}", "dim"))
    return notes


def _note(finding: Finding, lines: int = 1) -> Text:
    style = SEVERITY_STYLES[finding.severity]
    fix = f"{finding.fix.applicability} fix" if finding.fix else "no fix"
    several = f" · {lines} lines" if lines > 1 else ""
    return Text.assemble(
        (finding.code, f"bold {style}"), f" {finding.name}\n", visible(finding.message) + "\n",
        (f"{finding.severity.label} · {finding.confidence:.0%} sure · {fix}{several}", "dim"),
    )  # fmt: skip
