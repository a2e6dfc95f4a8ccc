"""SEG012 lone-carriage-return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_BREAKS = regex(r"\r+")


class LoneCarriageReturn(DocumentRule):
    """Lines that end with a carriage return alone, as on old Macs and in some exports of spreadsheets.

    Why it matters: hardly a program takes it for the end of a line: the whole article is one line to it, headline,
    comment form and all.

    What to do: write a line feed, as the fix does; then check again, for much is only found line by line.
    """

    code, name, severity = "SEG012", "lone-carriage-return", Severity.WARNING
    fix = "safe"
    examples = (
        Bad("The port is open.⟦\r⟧Boats sail.", fixed="The port is open.\nBoats sail."),
        Bad("The port is open.⟦\r\r⟧Boats sail.\r", fixed="The port is open.\n\nBoats sail.\n"),
        Bad("Der Hafen ist offen.⟦\r⟧Boote fahren.\r\nSie sind voll.", fixed="Der Hafen ist offen.\nBoote fahren.\r\nSie sind voll."),
        Good("The port is open.\r\nBoats sail.\r\n", why="line breaks of Windows"),
        Good("The port is open.\r\nBoats sail.\r", why="the last of them cut in two"),
        Good("The port is open.\nBoats sail.\n", why="line breaks of all others"),
        Good("The port is open.\r\r\nBoats sail.", why="a line break of Windows that was written twice"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for a text, on the first; its fix writes all of them anew."""
        if "\r" not in doc.text:
            return
        runs = [match.span() for match in _BREAKS.finditer(doc.text) if doc.text[match.end() : match.end() + 1] != "\n"]
        if runs and runs[-1][1] == len(doc.text) and "\r\n" in doc.text:
            runs.pop()  # what cut the lines apart took the other half of the last line break
        if not runs:
            return
        count = sum(end - start for start, end in runs)
        yield self.finding(
            f"{count} carriage return{'s' * (count > 1)} without a line feed",
            runs[0],
            confidence=1.0,
            evidence={"count": count},
            edits=[Edit(start, end, "\n" * (end - start)) for start, end in runs],
            fix_message="write line feeds",
        )
