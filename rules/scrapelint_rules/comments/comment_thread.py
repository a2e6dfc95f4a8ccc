"""CMT004 comment-thread."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from scrapelint.plugin import (
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
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Finding, Line

_SAYS = LinePattern(
    r"(?i)^[^.!?]{2,60}\b(?:says|said|schreibt|sagt|dit|dice|diz|пишет)\s?:?\s*$|^[^.!?]{2,80}(?:am|pm|uhr|\d\d:\d\d)\W{0,3}(?:says|said|reply|antworten)?\W{0,3}$",
    ("says\n", "said\n", "schreibt\n", "sagt\n", "dit\n", "dice\n", "diz\n", "пишет\n", "reply\n", "antworten\n"),
)
"""The line above a comment: "Ana Ruiz on 3 May 2021 at 4:36 am said:"."""


TITLE_ENTRY = "counter-title"
"""The entry of the heading that names the article, "2 thoughts on “Tram line approved”": only a thread is below."""
HEADING_ENTRIES = frozenset({"counter", TITLE_ENTRY, "heading"})
"""Entries of the pack on comments that are over a thread."""
_CLOSING_QUOTES = ("”", '"', "»", "“", "’", "」")
MIN_HEADING_PLACE = 0.4
"""The heading is below this share of the lines; a counter above the article is a link to the thread."""
MIN_PARAGRAPHS_ABOVE = 2
MAX_NAME_CHARS = 40
"""Longest name of a commenter, in code points."""
MAX_LINES_TO_MARK = 8
"""How far below its heading a thread shows its first mark: a name, an age, "Reply". A button between the paragraphs of
an article looks like a heading, but the article goes on below it.
"""
MIN_SMALL_THREAD_MARKS, MAX_SMALL_THREAD_LINES = 2, 12
"""Of a thread that ends the text soon below its heading fewer marks are enough: a name and its button."""
MIN_PROBABILITY_BELOW, MIN_PARAGRAPH_PROBABILITY = 0.4, 0.3
"""Least probability, by the models of zones, of what is below a heading to be the page's where no mark of a thread
is left: of all lines in the mean, and of each paragraph. The article goes on below a button at .05 to .23; none of 16 such
headings of the labelled texts had a line of it below.
"""


class CommentThread(DocumentRule):
    """Readers' comments under the article: names, ages and "Reply", again and again.

    Why it matters: what readers write is another genre, by other people, often about something else.

    What to do: remove the thread, or keep it in a field of its own.
    """

    code, name, severity = "CMT004", "comment-thread", Severity.WARNING
    fix = "unsafe"
    packs = ("comment-thread", "comment-prompt", "comment-form", "comment-labels", "comment-policy")
    patterns = (_SAYS,)
    min_marks = Setting(
        3, "how many marks of a thread (Reply, 2 hours ago, says:) have to stand after the article", minimum=2
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
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "The mayor said that the work could not wait, and that the money for it had been found in the spring.\n\n"
            "2 thoughts on “Tram line approved”\n\n"
            "⟦At last! I have been waiting for this since I moved to the valley, and so have my neighbours.\n\n"
            "Far too late, I’d say. My old car and I will be gone by then.⟧",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "The mayor said that the work could not wait, and that the money for it had been found in the spring.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said on its site.\n\n"
            "1 comment\n⟦Ana Ruiz says:\nAt last!\nReply⟧",
        ),
        Good("Reply\n\nThe ministry sent its reply on Monday, three hours before the deadline that the court had set in May.",
             why="one mark, and before the article"),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "The mayor said that the work could not wait, and that the money for it had been found in the spring.\n\n"
            "12 comments\n\n"
            "Traders on the quay fear for their summer, because most of their customers come from the northern bank.",
            why="a counter in the middle of the article: no mark of a thread below",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "The mayor said that the work could not wait, and that the money for it had been found in the spring.\n\n"
            "12 comments\n\nReply\n\n"
            "Traders on the quay fear for their summer, because most of their customers come from the northern bank.",
            why="a counter and one button in the middle of the article",
        ),
        Good("She says:\n\nThe work is done.\n\nHe says:\n\nIt is not.", why="a dialogue without any other mark, and no article above"),
        Good("Three hours ago nobody knew, and now the whole town does, she said in reply.", why="a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding: what is under a heading for comments, or around the marks of a thread."""
        marks = {hit.line.index: hit for hit in doc.hits("comment-thread")}
        marked = sorted(marks.keys() | {line.index for line, _ in doc.matches(_SAYS)})
        heading = self._heading(doc, marked)
        if heading is not None:
            yield self._under_heading(doc, heading)
            return
        first, last = doc.body_range
        after = [index for index in marked if index > last]
        if first <= last and len(after) >= self.min_marks:
            yield self._thread(doc, doc.lines[after[0]], doc.lines[after[-1]], len(after), marks.get(after[0]))

    def _heading(self, doc: Document, marked: Sequence[int]) -> Hit | None:
        """Return the first heading that is over a thread: after the article, with marks of one soon below."""
        for hit in doc.hits("comment-prompt"):
            at = hit.line.index
            if hit.entry.id in HEADING_ENTRIES and MIN_HEADING_PLACE * len(doc.lines) <= at < len(doc.lines) - 1:
                is_over = _names_article(hit) or self._has_marks(doc, at, marked) or _is_over_page(doc, at)
                if is_over and _is_after_article(doc, at):
                    return hit
        return None

    def _has_marks(self, doc: Document, at: int, marked: Sequence[int]) -> bool:
        """Tell whether marks of a thread are below a line, the first of them soon."""
        below = marked[bisect_right(marked, at) :]
        is_small = len(doc.lines) - at <= MAX_SMALL_THREAD_LINES
        least = min(self.min_marks, MIN_SMALL_THREAD_MARKS) if is_small else self.min_marks
        return len(below) >= least and below[0] - at <= MAX_LINES_TO_MARK

    def _under_heading(self, doc: Document, hit: Hit) -> Finding:
        lines = len(doc.lines) - 1 - hit.line.index
        return self.on_lines(
            doc,
            doc.lines[hit.line.index + 1],
            doc.lines[-1],
            message=f'{lines} lines under a heading of comments: "{excerpt(hit.line.text)}"',
            confidence=0.9,
            evidence={**hit_evidence(hit), "kind": "heading", "lines": lines},
        )

    def _thread(self, doc: Document, top: Line, bottom: Line, marks: int, hit: Hit | None) -> Finding:
        above = doc.before(top)
        # The name of who wrote the first comment is above its age.
        if (
            hit is not None
            and above is not None
            and above.index > doc.body_range[1]
            and len(above.text) <= MAX_NAME_CHARS
        ):
            top = above
        return self.on_lines(
            doc,
            top,
            bottom,
            message=f"readers' comments: {marks} marks of a thread after the article",
            confidence=0.9,
            evidence={
                "kind": "marks",
                "marks": marks,
                "min_marks": self.min_marks,
                **(hit_evidence(hit) if hit else {}),
            },
        )


def _names_article(hit: Hit) -> bool:
    """Tell whether a heading names the article in quotes, and nothing after it."""
    return hit.entry.id == TITLE_ENTRY and hit.line.text.rstrip().endswith(_CLOSING_QUOTES)


def _is_over_page(doc: Document, at: int) -> bool:
    """Tell whether what is below a line, down to the end, is likely the page's, and no paragraph the article's."""
    if at + 1 in doc.hit_lines("comment-policy", "comment-prompt"):
        return False
    below = doc.residue_probability[at + 1 :]
    paragraphs = [doc.residue_probability[index] for index in doc.paragraphs if index > at]
    return sum(below) >= MIN_PROBABILITY_BELOW * len(below) and min(paragraphs, default=1) >= MIN_PARAGRAPH_PROBABILITY


def _is_after_article(doc: Document, at: int) -> bool:
    """Tell whether the article is above a line: some paragraphs are, and no part of a form is right below."""
    above = sum(index < at for index in doc.paragraphs)
    return above >= MIN_PARAGRAPHS_ABOVE and at + 1 not in doc.hit_lines("comment-form", "comment-labels")
