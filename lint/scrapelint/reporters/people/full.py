"""Each finding with its lines, why it was reported and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.located import locate
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.concise import address
from scrapelint.reporters.people.excerpt import Row, rows
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet, Styled, cut, wrapped
from scrapelint.reporters.people.words import evidence_words
from scrapelint.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked
    from scrapelint.located import Located
    from scrapelint.reporters.summary import Summary

LABEL_CELLS = 6
"""Width of the row numbers and of the labels under them."""
MAX_WIDTH = 120
"""Longer lines are hard to read, however wide the terminal."""
MAX_VALUE_CHARS = 1000


class Full:
    """Prints a finding as a small picture of its place."""

    def __init__(self, out: TextIO, advice: Callable[[str], str], *, color: bool = False, quiet: bool = False) -> None:
        """Take the stream, and what to do about a finding of a code without a fix."""
        self._sheet = Sheet(out, color=color)
        self._advice = advice
        self._quiet = quiet
        self._width = min(self._sheet.width, MAX_WIDTH)

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for located in locate(checked.article, checked.findings):
            style = SEVERITY_STYLES[located.finding.severity]
            self._sheet.print(*_header(checked.article, located, style))
            self._excerpt(checked.article, located, style)
            self._labelled("why", (visible(located.finding.message), ""), (evidence_words(located.finding), "dim"))
            if advice := _mending(located.finding) or self._advice(located.finding.code):
                self._labelled("do", (advice, ""))
            self._sheet.print()

    def close(self, summary: Summary) -> None:
        """Print the summary."""
        if not self._quiet:
            worst = max(summary.by_severity, default=None)
            self._sheet.print((summary.sentence, "bold green" if worst is None else f"bold {SEVERITY_STYLES[worst]}"))

    def _excerpt(self, article: Article, located: Located, style: str) -> None:
        width = self._width - LABEL_CELLS - 3
        finding = located.finding
        if finding.span is None and finding.field and (value := article.get(finding.field)):
            field = Row(None, "", visible(value[:MAX_VALUE_CHARS]))
            self._marked(field, visible(finding.field), style, one=True, width=width)
            return
        shown = list(rows(article.text, located, width))
        one = sum(bool(row.marked) for row in shown) == 1
        for row in shown:
            if row.marked:
                self._marked(row, str(row.number), style, one=one, width=width)
            else:
                bar = "│" if row.number else "┆"
                self._sheet.print(*_gutter(str(row.number or ""), bar, "dim"), (row.before, "dim"))

    def _marked(self, row: Row, label: str, style: str, *, one: bool, width: int) -> None:
        """Print a marked row: with carets where it is the only one, else with a bar beside it."""
        gutter = _gutter(label, "│" if one else "┃", "dim" if one else style)
        line = [*gutter, (row.before, ""), (row.marked, f"bold {style}"), (row.after, "")]
        self._sheet.print(*cut(line, self._width))
        if one:
            indent = cell_len(row.before)
            carets = "^" * max(1, min(width - indent, cell_len(row.marked)))
            self._sheet.print(*_gutter(" " * len(label), "│", "dim"), (" " * indent, ""), (carets, style))

    def _labelled(self, label: str, *texts: Styled) -> None:
        head = f"{label:>{LABEL_CELLS}}   "
        for text, style in texts:
            for line in wrapped(text, self._width - len(head)):
                self._sheet.print((head, "bold cyan"), (line, style))
                head = " " * len(head)


def _header(article: Article, located: Located, style: str) -> list[Styled]:
    finding = located.finding
    return [
        (finding.severity.label, f"bold {style}"),
        (f" {finding.code}", "bold"),
        (f" {finding.name}  ", ""),
        (address(article, located), "bold"),
    ]


def _gutter(label: str, bar: str, style: str) -> list[Styled]:
    return [(f"{label:>{LABEL_CELLS}} ", "dim"), (bar, style), (" ", "")]


def _mending(finding: Finding) -> str:
    """Return what the fix does, where there is one."""
    fix = finding.fix
    return f"{fix.message} ({fix.applicability} fix)" if fix else ""
