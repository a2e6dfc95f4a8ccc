"""Each finding with its lines, why it was reported and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.located import locate
from scrapelint.reporters.people.cells import cell_len
from scrapelint.reporters.people.concise import address
from scrapelint.reporters.people.excerpt import Row, mended_row, rows
from scrapelint.reporters.people.ration import Ration
from scrapelint.reporters.people.terminal import SEVERITY_STYLES, Sheet, Styled, cut, wrapped
from scrapelint.reporters.people.words import evidence_words, mending_words
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
"""How much of a field is shown of which a finding is, in code points."""


class Full:
    """Prints a finding as a small picture of its place."""

    def __init__(
        self, out: TextIO, advice: Callable[[str], str], *, color: bool = False, quiet: bool = False,
        context: bool = False,
    ) -> None:  # fmt: skip
        """Take the stream, and what to do about a code without a fix; `context` shows the rows around a finding."""
        self._sheet = Sheet(out, color=color)
        self._advice = advice
        self._quiet = quiet
        self._context = context
        self._width = min(self._sheet.width, MAX_WIDTH)
        self._ration = Ration(limited=out.isatty() and not context)

    def report(self, checked: Checked) -> None:
        """Print the findings of one article."""
        for located in locate(checked.article, checked.findings):
            takes = self._ration.takes(located.finding.code)
            self._dim(self._ration.skipped())
            if takes:
                self._block(checked.article, located)

    def close(self, summary: Summary) -> None:
        """Print the summary."""
        self._ration.end()
        self._dim(self._ration.skipped())
        if not self._quiet:
            worst = max(summary.by_severity, default=None)
            self._sheet.close(summary.sentence, "bold green" if worst is None else f"bold {SEVERITY_STYLES[worst]}")
        for line in wrapped(self._ration.hint, self._width) if self._ration.left_out else ():
            self._sheet.print((line, ""))

    def _dim(self, text: str) -> None:
        if text:
            self._sheet.print((text, "dim"))
            self._sheet.print()

    def _block(self, article: Article, located: Located) -> None:
        finding, style = located.finding, SEVERITY_STYLES[located.finding.severity]
        self._header(finding, style)
        self._sheet.print(("  --> ", "bold cyan"), (address(article, located), ""))
        self._excerpt(article, located, style)
        self._labelled("why", (evidence_words(finding), "dim"))
        if advice := mending_words(finding) or self._advice(finding.code):
            self._labelled("do", (advice, ""))
        self._sheet.print()

    def _header(self, finding: Finding, style: str) -> None:
        label = f"{finding.severity.label} {finding.code}"
        first, *more = wrapped(f"{label} {visible(finding.message)}", self._width)
        self._sheet.print((finding.severity.label, f"bold {style}"), (first[len(finding.severity.label) :], "bold"))
        for line in more:
            self._sheet.print((line, "bold"))

    def _excerpt(self, article: Article, located: Located, style: str) -> None:
        width = self._width - LABEL_CELLS - 3
        finding = located.finding
        if finding.span is None and finding.field and (value := article.get(finding.field)):
            field = Row(None, "", visible(value[:MAX_VALUE_CHARS]))
            self._marked(field, visible(finding.field), style, one=True, width=width)
            return
        shown = list(rows(article.text, located, width, context=self._context))
        one = sum(bool(row.marked) for row in shown) == 1
        for row in shown:
            if row.marked:
                self._marked(row, str(row.number), style, one=one, width=width)
            else:
                bar = "│" if row.number else "┆"
                self._sheet.print(*_gutter(str(row.number or ""), bar, "dim"), (row.before, "dim"))
        if one and (mended := mended_row(article.text, located, width)):
            line = [*_gutter("+", "│", "dim"), (mended.before, ""), (mended.marked, "bold green"), (mended.after, "")]
            self._sheet.print(*cut(line, self._width))

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


def _gutter(label: str, bar: str, style: str) -> list[Styled]:
    return [(f"{label:>{LABEL_CELLS}} ", "dim"), (bar, style), (" ", "")]
