"""SEG011 trailing-space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, regex
from scrapelint_rules.segmentation._shared.character_shape import shape

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_BLANKS = " \t\xa0\u2002\u2003\u2009\u202f\u3000"
# Only from the first blank of a run, so that a run in the middle of a line is read once.
_TRAILING = regex(rf"(?<![{_BLANKS}])[{_BLANKS}]++(?=\r?\n|\Z)")
_BLANK_LINES = regex(rf"(\r?\n)(?:[{_BLANKS}]*+\r?\n){{2,}}+")


class TrailingSpace(DocumentRule):
    """Spaces at the ends of lines, and runs of blank lines.

    Why it matters: two copies of an article that differ only in them count as two articles,
    and each of them is a token.

    What to do: strip the lines; one blank line between paragraphs says all there is to say.
    """

    code, name, severity = "SEG011", "trailing-space", Severity.INFO
    fix = "safe"
    examples = (
        Bad("The vote is over.⟦ ⟧\nThe count began. \n", fixed="The vote is over.\nThe count began.\n"),
        Bad("The vote is over.⟦\n\n\n\n⟧The count began.", fixed="The vote is over.\n\nThe count began."),
        Bad("Die Wahl ist vorbei.⟦\t⟧\n\nEs wird gezählt.", fixed="Die Wahl ist vorbei.\n\nEs wird gezählt."),
        Bad("投票结束了。⟦\u3000⟧\n开始计票。", fixed="投票结束了。\n开始计票。"),
        Good("The vote is over.\n\nThe count began.\n", why="one blank line, and the line break at the end"),
        Good("The vote is over.\r\n\r\nThe count began.\r\n", why="line breaks of another system"),
        Good("  The vote is over.", why="a space at the start is an indent"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for a text, on the first place; its fix mends all places.

        One, not one a line: some extractors leave a space on every line, and hundreds of equal
        remarks would bury the few that somebody has to read.
        """
        text = doc.text
        if not _may_have(text):
            return
        edits = _edits(text)
        if edits and doc.cut_length:
            edits = [edit for edit in edits if not _is_cut(doc, edit)]
        if not edits:
            return
        runs = sum("\n" in text[edit.start : edit.end] for edit in edits)
        yield self.finding(
            " and ".join(_counted(edits, runs)),
            (edits[0].start, edits[0].end),
            confidence=0.99,
            evidence={"lines": len(edits) - runs, "blank_runs": runs},
            edits=edits,
            fix_message="strip the lines",
        )


def _may_have(text: str) -> bool:
    """Tell, at little cost, whether it is worth looking closely."""
    shaped = shape(text)
    if b" \n" in shaped or b"\n\n\n" in shaped or text[-1:] in _BLANKS:
        return True
    return "\r" in text or ("\u3000" in text and "\u3000\n" in text)


def _edits(text: str) -> list[Edit]:
    """Return the edits of a text in order: runs of blank lines, and the ends of all other lines."""
    if not text.strip():
        return []
    runs = [Edit(*match.span(), _left(text, match)) for match in _BLANK_LINES.finditer(text)]
    edits, next_run = [], 0
    for match in _TRAILING.finditer(text):
        while next_run < len(runs) and runs[next_run].end <= match.start():
            edits.append(runs[next_run])
            next_run += 1
        if next_run == len(runs) or match.end() <= runs[next_run].start:
            edits.append(Edit(*match.span()))
    return edits + runs[next_run:]


def _is_cut(doc: Document, edit: Edit) -> bool:
    """Tell whether a space tells that no word was cut where its line was: it stays till the lines are joined."""
    line = doc.line_at(edit.start)
    return edit.end == line.end == edit.start + 1 and line.index + 1 in doc.wrapped_lines


def _left(text: str, match: re.Match[str]) -> str:
    """Return what stays of a run of blank lines: one blank line; at the start nothing, at the end a line break."""
    if match.start() == 0:
        return ""
    return match[1] if match.end() == len(text) else match[1] * 2


def _counted(edits: list[Edit], runs: int) -> Iterator[str]:
    lines = len(edits) - runs
    if lines:
        yield f"space at the end of {lines} line{'s' * (lines != 1)}"
    if runs:
        yield f"{runs} run{'s' * (runs != 1)} of blank lines"
