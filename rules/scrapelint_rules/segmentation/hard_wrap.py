"""SEG002 hard-wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Edit, Good, Severity, breaks_at_space, is_full
from scrapelint_rules.segmentation._shared.words_of_text import has_often, has_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line


MAX_SMALL_WORD_CHARS = 3
"""Length of words like "in" and "co" that begin compounds."""


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
        Bad(
            "⟦The engineers had spent two years on an in-\ndepth study of the bridge when the council met to\n"
            "talk about the money that would be needed for it in\nthe spring and about who would be asked to pay.⟧",
            fixed="The engineers had spent two years on an in-depth study of the bridge when the council met to "
            "talk about the money that would be needed for it in the spring and about who would be asked to pay.",
        ),
        Bad(
            "⟦The council of Larn met on Monday evening to talk \n"
            "about the new bridge, which should have been built\n"
            " long before the old one had to be closed for lorr\n"
            "ies and buses in the spring, and about the harbour\n"
            " that is to be widened for larger ships from the i\n"
            "slands, as the mayor said.⟧",
            fixed="The council of Larn met on Monday evening to talk about the new bridge, which should have been built"
            " long before the old one had to be closed for lorries and buses in the spring, and about the harbour"
            " that is to be widened for larger ships from the islands, as the mayor said.",
        ),
        Good(
            "The sea is calm tonight,\nthe tide is full,\nthe moon lies fair\nupon the straits;",
            why="a poem: short lines",
        ),
        Good(
            "योजना--------- अभी की दर------------ नई दर\n"
            + "\n".join(
                f"{name} -------4 प्रतिशत -----------------{rate} प्रतिशत"
                for rate, name in enumerate(
                    "बचत खाता|एक वर्ष की जमा|दो वर्ष की जमा|तीन वर्ष की जमा|चार वर्ष की जमा|पाँच वर्ष जमा|मासिक आय योजना|बचत का पत्र|किसान योजना|लोक भविष्य|बेटी योजना|बड़ों की योजना".split(
                        "|"
                    ),
                    2,
                )
            ),
            why="rows of a table",
        ),
        Good(
            "Wer mehr wissen will, findet es bei diesen Gruppen:\nQuerdenker am Hafen von Larn: http://termine.hafen-larn.example\n"
            "Anwälte für den alten Hafen: https://www.anwaelte-larn.example/#\nwww.eltern-am-hafen-von-larn-und-orlo-an-der-bucht.example\n"
            "www.familien-am-hafen-von-larn-und-orlo-an-der-bucht.example\nwww.freunde-des-hafens-von-larn-und-orlo-an-der-bucht.example\n"
            "www.schiffer-am-hafen-von-larn-und-orlo-an-der-bucht.example\nwww.fischer-des-hafens-von-larn-und-orlo-an-der-bucht.example",
            why="addresses, one a line",
        ),
        Good("two eggs\nflour and milk\na little salt\nbutter for the pan", why="a list"),
        Good("He came.\n\nShe left.\n\nThey met on Monday to talk about the bridge.", why="paragraphs"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each block of lines without a blank one; its fix joins those that go on."""
        for block in _blocks(doc):
            width = max(len(line.text.rstrip()) for line in block)
            lines = block[-1].index - block[0].index + 1
            yield self.finding(
                f"{len(block) - 1} of {lines} lines break inside a sentence, at {width} characters",
                doc.span(block[0], block[-1]),
                confidence=0.95,
                evidence={"wraps": len(block) - 1, "width": width},
                edits=[edit for line in block[1:] if (edit := _joined(doc, line))],
                fix_message="join the lines",
            )


def _blocks(doc: Document) -> Iterator[list[Line]]:
    """Yield for each block its first line and those that go on with the one above them."""
    block: list[Line] = []
    for line in [doc.lines[index] for index in sorted(doc.wrapped_lines)]:
        if block and line.row - block[-1].row != line.index - block[-1].index:
            yield block
            block = []
        block = block or [doc.lines[line.index - 1]]
        block.append(line)
    if block:
        yield block


def _joined(doc: Document, lower: Line) -> Edit | None:
    """Return the edit that joins a line with the one above; None where a word may be cut or not."""
    line = doc.lines[lower.index - 1]
    if doc.cut_length and is_full(line, doc.cut_length):
        return _uncut(doc, line, lower)
    upper, start, end = line.text.rstrip(), line.span.end, lower.span.start
    if not upper.endswith("-") or not upper[-2:-1].isalpha() or not lower.text.lstrip()[:1].islower():
        return Edit(start, end, " ")
    left, right = upper[:-1].split()[-1], lower.text.split()[0]
    return Edit(start, end) if _is_compound(doc, left, right) else Edit(start - 1, end)


def _uncut(doc: Document, upper: Line, lower: Line) -> Edit | None:
    """Return the edit that joins lines of a text that was cut at a number of characters: with a space where one was cut."""
    left, right = upper.text.split()[-1], lower.text.split()[0]
    gap = _sure_gap(doc, upper, lower)
    if gap is None:
        # The last line was moved to the right: a space before its first word would be among those that moved it.
        gap = doc.once(_known_gaps).get((left, right))
    if gap is None and has_words(doc, left + right):
        gap = ""
    if gap is None and has_often(doc, f"{left} {right}"):
        gap = " "
    return None if gap is None else Edit(upper.span.end, lower.span.start, gap)


def _sure_gap(doc: Document, upper: Line, lower: Line) -> str | None:
    """Return what is where a line was cut, a space or nothing; None where the lower line was moved."""
    if breaks_at_space(upper, lower, doc.cut_length):
        return " "
    return None if lower.text[0].isspace() else ""


def _known_gaps(doc: Document) -> dict[tuple[str, str], str]:
    """Return what comes between words at the ends of lines, which may be cut again in a copy: a standfirst."""
    found = {}
    for index in doc.wrapped_lines:
        upper, lower = doc.lines[index - 1], doc.lines[index]
        gap = _sure_gap(doc, upper, lower) if is_full(upper, doc.cut_length) else None
        if gap is not None:
            found[upper.text.split()[-1], lower.text.split()[0]] = gap
    return found


def _is_compound(doc: Document, left: str, right: str) -> bool:
    """Tell whether a hyphen at the end of a line is the word's own: both parts are words, or it is in an address."""
    if "/" in left + right or has_words(doc, f"{left}-{right}"):
        return True
    return has_words(doc, left if len(left) <= MAX_SMALL_WORD_CHARS else f"{left} {right}")
