"""CRD008 uncredited-caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import (
    Bad,
    DocumentRule,
    Good,
    LinePattern,
    Setting,
    Severity,
    ends_sentence,
    excerpt,
)
from scrapelint_rules.credits.agencies import AGENCY, LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Line

_CREDIT = LinePattern(
    rf"^[(\[©\s]{{0,3}}(?:[^\W\d_][\w.'’\- ]{{0,60}}[/|] ?)?{AGENCY}[)\].\s]{{0,3}}$|(?i:(?:photo|image|picture|foto|bild)s?(?: by|:).{{2,80}})$",
    (*LINE_ENDS, "photo by", "photo:", "image:", "picture:", "foto:", "bild:"),
)


class UncreditedCaption(DocumentRule):
    """A photo's caption without a credit of its own, above the line that holds the credit.

    Why it matters: captions interrupt the story.

    What to do: remove both lines, or have the extractor leave out `figcaption`.
    """

    code, name, severity = "CRD008", "uncredited-caption", Severity.INFO
    fix = "unsafe"
    patterns = (_CREDIT,)
    max_chars = Setting(160, "longest caption, in code points", minimum=10)
    examples = (
        Bad("⟦The harbour of Ellery⟧\nAna Ruiz/AFP\n\nThe port reopened on Tuesday after a week of storms, officials said."),
        Bad("Talks began on Monday.\n\n⟦Ministers at the table in Orlo⟧\nMinisters at the table. Picture: Jo Hale\n\nThey ended on Friday."),
        Bad("⟦Der Hafen von Ellery⟧\nFoto: Jana Wolf\n\nDer Hafen öffnete am Dienstag nach einer Woche voller Stürme wieder."),
        Good("The port reopened on Tuesday.\nAna Ruiz/AFP", why="a sentence with its end mark"),
        Good("The harbour of Ellery\n\nThe port reopened on Tuesday.", why="no credit near"),
        Good("Storm over\n\nAna Ruiz/AFP\n\nThe port reopened.", why="the headline: a blank line stands between"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the line directly above a credit, where it is short and not closed like a sentence."""
        credited = {line.index for line, _ in doc.matches(_CREDIT)}
        for index in sorted(credited):
            above = doc.lines[index - 1] if index else None
            if above is not None and index - 1 not in credited and self._is_caption(above, doc.lines[index]):
                about = f'caption above a credit: "{excerpt(above.text)}"'
                yield self.on_lines(
                    doc, above, message=about, confidence=0.75, evidence={"credit": doc.lines[index].text.strip()}
                )

    def _is_caption(self, line: Line, credit: Line) -> bool:
        text = line.text.strip()
        return credit.row - line.row == 1 and 2 < len(text) <= self.max_chars and not ends_sentence(text)
