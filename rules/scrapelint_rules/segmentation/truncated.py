"""SEG005 truncated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import (
    Bad,
    DocumentRule,
    Good,
    Severity,
    Span,
    excerpt,
    hit_evidence,
    regex,
)
from scrapelint_rules.segmentation._shared.joins import CLOSERS, END_MARKS, starts_low

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Line

_MARKER = regex(r"\[\+\d{1,7} chars?\]\s*\Z|[\[(](?:…|\.\.\.)[\])]\s*\Z")
_ELLIPSIS = regex(r"(?:…|(?<!\.)\.\.\.)\s*\Z")
MIN_PROSE_CHARS = 100
"""Length, in code points, from which the first or last line is taken for a paragraph."""
MIN_WORDS = 15
_WINDOW_CHARS = 200
# Words after which no sentence ends.
_UNFINISHED = frozenset(
    """a an the of and or to in on at for with from by as that which who is are was were be been has have had
    will would his her its their our this these than but if when while into about der die das dem den
    des ein eine einen einem einer und oder zu von mit für auf aus bei als dass ist sind war wird werden
    le la les un une des du de et ou à dans pour par sur avec que qui est el los las una y o en con por
    para es il lo gli di da della del e che per non os as um uma do na no em com het een van en op te
    met voor det en att och av för på som i w z na do że jest и в на с по что как не к от за для""".split()
)


_BEFORE_INITIALS = ("/", "-", "–", "—", "|", "(")


class Truncated(DocumentRule):
    """A text cut off at its start or end, or left at "continue reading".

    Why it matters: the article is not all there; what a model learns from it is to stop early.

    What to do: fetch the whole article, or mark it as an excerpt.
    """

    code, name, severity = "SEG005", "truncated", Severity.WARNING
    packs = ("continue-reading",)
    examples = (
        Bad("The council met on Monday to talk about the bridge and the school and what they will cost ⟦[…]⟧"),
        Bad("The council met on Monday to talk about the bridge and the sch… ⟦[+1482 chars]⟧"),
        Bad(
            "The council met on Monday.\n\nThe mayor, who had not been asked about the bridge before, spoke for "
            "half an hour about the school and its roof and then ⟦…⟧"
        ),
        Bad(
            "It was late.\n\nDer Rat tagte am Montag über die neue Brücke. Die Kosten dafür sind noch nicht bekannt, "
            "sagte der Bürgermeister, der seit zwei Jahren für ⟦die⟧"
        ),
        Bad(
            "⟦which⟧ the council had not been told about before Monday, when the mayor spoke for half an hour "
            "about the bridge and the school."
        ),
        Good("The council met on Monday.\n\nThe mayor said: “We shall see …”", why="a pause in a quotation"),
        Good("会议星期一结束。\n\n市长说：“我们会继续努力。”", why="Chinese marks and quotes"),
        Good("She said “[…] we are ready”, and left.", why="a cut inside a quotation"),
        Good(
            "The council has put all that was said on Monday about the bridge and the school on a page of its own: "
            f"https://council.example/{'bridge-' * 20}the",
            why="an address longer than what is looked at",
        ),
        Good(
            "iPhone sales rose by a third in the last quarter, said the firm, which had not expected it at all.",
            why="a name",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield at most one finding for each end of the text."""
        if not doc.lines:
            return
        found = self._invitation(doc) or self._cut_end(doc)
        if found:
            yield found
        first = doc.lines[0]
        if len(first.text) >= MIN_PROSE_CHARS and starts_low(first.text) and _is_sentence(first):
            word = first.text.split()[0]
            yield self._finding(Span(first.span.start, first.span.start + len(word)), "cut-start", "begins", word, 0.85)

    def _invitation(self, doc: Document) -> Finding | None:
        """Return the finding on an invitation to read on, behind which no paragraph of the article follows."""
        for hit in doc.hits(*self.packs):
            if hit.line.index >= max(doc.extent[1], len(doc.lines) - MAX_LINES_BEHIND):
                return self.finding(
                    f'the article goes on elsewhere: "{excerpt(doc.text[hit.start : hit.end])}"',
                    hit.line.span,
                    confidence=hit.entry.confidence,
                    evidence=hit_evidence(hit),
                )
        return None

    def _cut_end(self, doc: Document) -> Finding | None:
        line = doc.lines[-1]
        tail = line.text[-_WINDOW_CHARS:]
        offset = line.end - len(tail)
        if match := _MARKER.search(tail):
            end = offset + match.start() + len(match.group().rstrip())
            return self._finding(Span(offset + match.start(), end), "marker", "ends", match.group().strip(), 0.97)
        if len(line.text) < MIN_PROSE_CHARS or line.text.count(" ") < MIN_WORDS:
            return None
        if match := _ELLIPSIS.search(tail):
            end = offset + match.start() + len(match.group().rstrip())
            return self._finding(Span(offset + match.start(), end), "ellipsis", "ends", tail.strip()[-20:], 0.85)
        before, _, word = tail.rstrip().rpartition(" ")
        # Behind a slash or a dash stand the initials of an agency's editor.
        if before.rstrip()[-1:] in _BEFORE_INITIALS:
            return None
        if word.lower() in _UNFINISHED:
            return self._finding(Span(line.span.end - len(word), line.span.end), "cut-end", "ends", word, 0.9)
        return None

    def _finding(self, span: Span, kind: str, verb: str, found: str, confidence: float) -> Finding:
        place = "in the middle of a sentence" if kind.startswith("cut") else "in a cut"
        message = f'the text {verb} {place}: "{found}"'
        return self.finding(message, span, confidence=confidence, evidence={"kind": kind})


MAX_LINES_BEHIND = 5
"""Lines that may follow an invitation to read on: tags, a share bar."""


def _is_sentence(line: Line) -> bool:
    text = line.text.rstrip(CLOSERS)
    return text[-1:] in END_MARKS and text.count(" ") >= MIN_WORDS
