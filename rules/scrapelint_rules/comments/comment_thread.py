"""CMT004 comment-thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import (
    Bad,
    DocumentRule,
    Good,
    Hit,
    LinePattern,
    Setting,
    Severity,
    excerpt,
    hit_evidence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Line

_SAYS = LinePattern(
    r"(?i)^[^.!?]{2,60}\b(?:says|said|schreibt|sagt|dit|dice|diz|пишет)\s?:?\s*$|^[^.!?]{2,80}(?:am|pm|uhr|\d\d:\d\d)\W{0,3}(?:says|said|reply|antworten)?\W{0,3}$",
    ("says\n", "said\n", "schreibt\n", "sagt\n", "dit\n", "dice\n", "diz\n", "пишет\n", "reply\n", "antworten\n"),
)
"""The line above a comment: "Ana Ruiz on 3 May 2021 at 4:36 am said:"."""


HEADING_ENTRIES = frozenset({"counter", "counter-title", "heading"})
"""Entries of the pack on comments that stand over a thread."""
MIN_HEADING_PLACE = 0.4
"""The heading stands below this share of the lines; a counter above the article is a link to the thread."""
MIN_PARAGRAPHS_ABOVE = 2


class CommentThread(DocumentRule):
    """Readers' comments under the article: names, ages and "Reply", again and again.

    Why it matters: what readers write is another genre, by other people, often about something else.

    What to do: remove the thread, or keep it in a field of its own.
    """

    code, name, severity = "CMT004", "comment-thread", Severity.WARNING
    fix = "unsafe"
    packs = ("comment-thread", "comment-prompt", "comment-form", "comment-labels")
    patterns = (_SAYS,)
    min_marks = Setting(
        3, "how many marks of a thread (Reply, 2 hours ago, says:) have to stand behind the article", minimum=2
    )
    examples = (
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Ana Ruiz says:\nAt last!\nReply\n\nJo says:\nFar too late.\nReply⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Jo Hale\n3 hours ago\nFar too late.\nReply\nShare\n5 hours ago\nAt last!\nReply⟧",
        ),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit "
            "beschlossen.\n\n⟦Jana sagt:\nEndlich!\nAntworten\nUwe sagt:\nZu spät.\nAntworten⟧",
        ),
        Good("Reply\n\nThe ministry sent its reply on Monday, three hours before the deadline that the court had set in May.",
             why="one mark, and before the article"),
        Good("She says:\n\nThe work is done.\n\nHe says:\n\nIt is not.", why="a dialogue without any other mark, and no article above"),
        Good("Three hours ago nobody knew, and now the whole town does, she said in reply.", why="a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding: what stands under a heading for comments, or around the marks of a thread."""
        heading = self._heading(doc)
        if heading is not None:
            yield self._under_heading(doc, heading)
            return
        first, last = doc.extent
        if first > last:
            return
        marks = {hit.line.index: hit for hit in doc.hits("comment-thread")}
        heads = {line.index for line, _ in doc.matches(_SAYS)}
        behind = sorted(index for index in marks.keys() | heads if index > last)
        if len(behind) >= self.min_marks:
            yield self._thread(doc, doc.lines[behind[0]], doc.lines[behind[-1]], len(behind), marks.get(behind[0]))

    def _heading(self, doc: Document) -> Hit | None:
        """Return the first heading over comments that has paragraphs above it and something below."""
        for hit in doc.hits("comment-prompt"):
            at = hit.line.index
            if hit.entry.id in HEADING_ENTRIES and at >= MIN_HEADING_PLACE * len(doc.lines) and at < len(doc.lines) - 1:
                return hit if self._is_over_thread(doc, at) else None
        return None

    def _is_over_thread(self, doc: Document, at: int) -> bool:
        """Tell whether the article stands above a heading: most paragraphs do, or marks of a thread follow."""
        above = sum(index < at for index in doc.prose)
        if at + 1 in doc.hit_lines("comment-form", "comment-labels"):
            return False
        if above < MIN_PARAGRAPHS_ABOVE:
            return False
        marks = sum(hit.line.index > at for hit in doc.hits("comment-thread"))
        return above * 2 >= len(doc.prose) or marks >= self.min_marks

    def _under_heading(self, doc: Document, hit: Hit) -> Finding:
        lines = len(doc.lines) - 1 - hit.line.index
        return self.on_lines(
            doc,
            doc.lines[hit.line.index + 1],
            doc.lines[-1],
            message=f'readers\' comments: {lines} lines under "{excerpt(hit.line.text)}"',
            confidence=0.9,
            evidence={**hit_evidence(hit), "kind": "heading", "lines": lines},
        )

    def _thread(self, doc: Document, top: Line, bottom: Line, marks: int, hit: Hit | None) -> Finding:
        above = doc.before(top)
        # The name of who wrote the first comment stands above its age.
        if hit is not None and above is not None and above.index > doc.extent[1] and len(above.text) <= MAX_NAME_CHARS:
            top = above
        return self.on_lines(
            doc,
            top,
            bottom,
            message=f"readers' comments: {marks} marks of a thread behind the article",
            confidence=0.9,
            evidence={
                "kind": "marks",
                "marks": marks,
                "min_marks": self.min_marks,
                **(hit_evidence(hit) if hit else {}),
            },
        )


MAX_NAME_CHARS = 40
"""Longest name of a commenter, in code points."""
