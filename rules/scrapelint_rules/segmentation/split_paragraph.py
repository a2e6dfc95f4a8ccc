"""SEG008 split-paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Edit, Good, Severity, Span, excerpt, regex
from scrapelint_rules.segmentation._shared.joins import (
    CLOSERS,
    END_MARKS,
    Join,
    joins,
    wrapped_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Line

MIN_UPPER_WORDS = 8
"""Words from which the line above reads as prose; headlines, names and labels are shorter or stand in a list."""
MIN_LOWER_CHARS = 12
"""Shortest second half, in code points."""
_BYLINE = regex(r"\s*(?:by|von|par|por|di|da|door|af|av|autor|text|foto|photo|via|vs|übersetzt|with|mit|i)\b")
_LABEL_END = regex(r"[|>»›→·•*_\d]\s*$|[,;] (?:and|or|und|oder|sowie|et|ou|y|o|e|og|och|eller|en|of|и|или)$")


class SplitParagraph(DocumentRule):
    """A paragraph that breaks off in the middle of a sentence and goes on in the next.

    Why it matters: both halves are read as sentences that they are not.

    What to do: join them; a link, an advertisement or a page break stood between them.
    """

    code, name, severity = "SEG008", "split-paragraph", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad(
            "The talks were held in the old town hall, and the\n\n⟦mayor of the neighbouring city came as well.⟧",
            fixed="The talks were held in the old town hall, and the mayor of the neighbouring city came as well.",
        ),
        Bad(
            "Die Gespräche fanden im alten Rathaus der Stadt statt, und auch die\n"
            "⟦zweite Bürgermeisterin aus der Nachbarstadt war gekommen.⟧"
        ),
        Bad(
            "Les discussions ont eu lieu dans la vieille mairie de la ville et le\n\n"
            "⟦maire de la commune voisine est venu lui aussi.⟧"
        ),
        Good("The recipe needs these things:\n\nflour, milk and eggs for the whole family.", why="a colon"),
        Good("flour and milk\n\neggs and salt\n\nbutter", why="a list"),
        Good(
            "A long headline about the council and its new bridge plans\n\nby Jane Doe in the town hall.",
            why="a byline",
        ),
        Good("The phone was shown on Monday in the hall of the fair\n\niPhone sales rose.", why="a name in lower case"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each second half; its fix joins it to the first."""
        found = [join for join in joins(doc) if _is_split(join)]
        if not found:
            return
        wrapped, low = wrapped_rows(doc), {join.lower.index for join in joins(doc)}
        for upper, lower in found:
            if lower.index in wrapped or _in_list(upper, lower, low):
                continue
            start, end = upper.start + len(upper.text.rstrip()), lower.span.start
            seam = f"{upper.text.rstrip()[-40:]} / {lower.text.strip()[:40]}"
            yield self.finding(
                f'the paragraph before goes on here: "{excerpt(seam, 70)}"',
                Span(end, lower.span.end),
                confidence=0.95,
                evidence={"blank_lines": lower.row - upper.row - 1},
                edits=[Edit(start, end, " ")],
                fix_message="join the paragraphs",
            )


def _is_split(join: Join) -> bool:
    """Tell whether both halves read as prose: the upper one long, the lower one to its end mark."""
    upper, lower = join.upper.text.strip(), join.lower.text.strip()
    if upper.count(" ") + 1 < MIN_UPPER_WORDS or len(lower) < MIN_LOWER_CHARS:
        return False
    if _BYLINE.match(lower) or _LABEL_END.search(upper):
        return False
    return lower.rstrip(CLOSERS)[-1:] in END_MARKS and lower.count(" ") > 1


def _in_list(upper: Line, lower: Line, low: set[int]) -> bool:
    """Tell whether lines above or below begin in lower case as well: items of a list, lines of a poem."""
    return upper.index in low and (lower.index + 1 in low or upper.index - 1 in low)
