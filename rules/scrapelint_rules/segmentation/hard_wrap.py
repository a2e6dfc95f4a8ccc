"""SEG002 hard-wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Edit, Good, Severity
from scrapelint_rules.segmentation._shared.joins import MIN_WRAPS, fullness, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Line


class HardWrap(DocumentRule):
    """A paragraph broken into lines of one width, in the middle of its sentences.

    Why it matters: tools that take a line for a paragraph see fragments, and words split by a
    hyphen at the line's end are lost.

    What to do: join the lines; print, e-mail and PDF texts are wrapped like this.
    """

    code, name, severity = "SEG002", "hard-wrap", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad(
            "⟦The council met on Monday evening to talk about\nthe new bridge, which should have been built\n"
            "long before the old one had to be closed for\nlorries and buses in the spring.⟧",
            fixed="The council met on Monday evening to talk about the new bridge, which should have been built "
            "long before the old one had to be closed for lorries and buses in the spring.",
        ),
        Bad(
            "⟦Die Brücke über den Fluss soll nach dem Willen des\n"
            "Rates im nächsten Jahr erneuert werden, weil sie seit\n"
            "langem nicht mehr sicher ist und für den Verkehr ge-\n"
            "sperrt werden musste, wie es am Montag aus dem Rat-\nhaus hieß.⟧",
            fixed="Die Brücke über den Fluss soll nach dem Willen des Rates im nächsten Jahr erneuert werden, weil sie "
            "seit langem nicht mehr sicher ist und für den Verkehr gesperrt werden musste, wie es am Montag aus dem "
            "Rathaus hieß.",
        ),
        Bad(
            "⟦Совет собрался в понедельник вечером, чтобы говорить\nо новом мосте, который должны были построить ещё\n"
            "до того, как старый пришлось закрыть для тяжёлых\nмашин и автобусов этой весной.⟧"
        ),
        Good(
            "The sea is calm tonight,\nthe tide is full,\nthe moon lies fair\nupon the straits;",
            why="a poem: short lines",
        ),
        Good("two eggs\nflour and milk\na little salt\nbutter for the pan", why="a list"),
        Good("He came.\n\nShe left.\n\nThey met on Monday to talk about the bridge.", why="paragraphs"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each wrapped block; its fix joins the lines."""
        for block in wrapped(doc):
            breaks = fullness(block)
            yield self.finding(
                f"{block.wraps} of {len(block.lines)} lines break inside a sentence, at {block.width} characters",
                doc.span(block.lines[0], block.lines[-1]),
                confidence=0.95,
                evidence={"wraps": block.wraps, "threshold": MIN_WRAPS, "width": block.width},
                edits=[_joined(upper, lower) for upper, lower in breaks],
                fix_message="join the lines",
            )


def _joined(upper: Line, lower: Line) -> Edit:
    start, end = upper.start + len(upper.text.rstrip()), lower.span.start
    text = upper.text.rstrip()
    if text.endswith("-") and text[-2:-1].isalpha() and lower.text.lstrip()[:1].islower():
        return Edit(start - 1, end)
    return Edit(start, end, " ")
