"""LLM005 markdown-residue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Setting, Severity, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_BOLD = regex(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*\*(?![\w*])")
_HEADING = regex(r"^#{1,6} (?=\S)", re.MULTILINE)


class MarkdownResidue(DocumentRule):
    """Markdown in plain text: **bold**, ## headings.

    Why it matters: news pages hold no Markdown; it comes from a chat model or a converter.

    What to do: remove the marks; in a Markdown file, ignore this rule.
    """

    code, name, severity = "LLM005", "markdown-residue", Severity.INFO
    fix = "unsafe"
    min_marks = Setting(2, "how many marks have to stand in the text", minimum=1)
    examples = (
        Bad("⟦## ⟧Floods\n\n⟦**Orlo**⟧ was cut off on Friday.", fixed="Floods\n\nOrlo was cut off on Friday."),
        Bad("⟦**Orlo**⟧ was cut off. So was ⟦**Ellery**⟧.", fixed="Orlo was cut off. So was Ellery."),
        Bad("⟦# ⟧Floods\n\n⟦### ⟧What we know\n\nLittle.", fixed="Floods\n\nWhat we know\n\nLittle."),
        Good("**Orlo** was cut off.", why="one mark may be an author's own"),
        Good("2 ** 3 ** 2", why="a formula"),
        Good("The #1 song stayed there.", why="a number sign"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield each mark where there are enough of them; Markdown files are left alone."""
        if doc.article.filename.endswith((".md", ".md.gz", ".md.zst")) or (
            "**" not in doc.text and "# " not in doc.text
        ):
            return
        bold, headings = list(_BOLD.finditer(doc.text)), list(_HEADING.finditer(doc.text))
        if len(bold) + len(headings) < self.min_marks:
            return
        for match in headings:
            yield self._mark("heading", match, [Edit(*match.span())])
        for match in bold:
            start, end = match.span()
            yield self._mark("bold", match, [Edit(start, start + 2), Edit(end - 2, end)])

    def _mark(self, kind: str, match: re.Match[str], edits: list[Edit]) -> Finding:
        return self.finding(
            f'markdown {kind}: "{match.group()[:40].strip()}"', match.span(),
            confidence=0.9, evidence={"kind": kind}, edits=edits, fix_message="remove the marks",
        )  # fmt: skip
