"""LLM005 markdown-residue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Setting, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

_BOLD = regex(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*\*(?![\w*])")
_HEADING = regex(r"^#{1,6} (?=\S)", re.MULTILINE)
_LINK_LINE = regex(
    r"^[ \t]{0,3}(?:[-*] )?(?P<picture>!)?\[[^\[\]\n]{0,200}\]\((?:https?://|/)[^\s()]{1,500}(?: \"[^\"\n]{0,200}\")?\)[ \t]*$",
    re.MULTILINE,
)
"""A line that is a picture or a link, and nothing else."""


class MarkdownResidue(DocumentRule):
    """Markdown in plain text: **bold**, ## headings, lines that are only a picture or a link.

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
        Bad(
            "The bridge is closed.\n\n⟦![Crews on the bridge](https://larn.example/b.jpg)⟧\n\nIt opens in May.",
            fixed="The bridge is closed.\n\nIt opens in May.",
        ),
        Bad("Die Brücke ist zu.\n\n⟦[Zum Liveblog](https://larn.example/live)⟧\n\nSie öffnet im Mai."),
        Good("The paper [1](a note) and the array a[i](x) stand in the text.", why="a note and a call of a function"),
        Good("The mayor wrote on [her page](https://larn.example/m) that she would go.", why="a link within a sentence"),
        Good("**Orlo** was cut off.", why="one mark may be an author's own"),
        Good("2 ** 3 ** 2", why="a formula"),
        Good("The #1 song stayed there.", why="a number sign"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield each mark where there are enough of them, and each picture or link; Markdown files are left alone."""
        if doc.article.filename.endswith((".md", ".md.gz", ".md.zst")):
            return
        if "]" in doc.text and "](" in doc.text:
            yield from self._links(doc)
        if ("*" in doc.text and "**" in doc.text) or ("#" in doc.text and "# " in doc.text):
            yield from self._marks(doc)

    def _links(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines that are only a picture or a link; of a link the words may be the article's."""
        for match in _LINK_LINE.finditer(doc.text):
            kind = "picture" if match["picture"] else "link"
            first = doc.line_at(match.start())
            message = f'markdown {kind}: "{excerpt(match.group().strip())}"'
            if match["picture"]:
                yield self.on_lines(doc, first, message=message, evidence={"kind": kind})
            else:
                yield self.finding(message, first.span, confidence=0.9, evidence={"kind": kind})

    def _marks(self, doc: Document) -> Iterator[Finding]:
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
