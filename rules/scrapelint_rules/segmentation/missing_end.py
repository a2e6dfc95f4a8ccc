"""SEG010 missing-end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, Span
from scrapelint_rules.segmentation._shared.joins import LINE_CLOSERS, LINE_ENDS, joins, wrapped_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line

MIN_CHARS = 120
"""Length, in code points, from which a line of the article is a paragraph and wants its end mark."""
MIN_WORDS = 15
"""Fewest spaces of a paragraph that wants its end mark."""
MIN_PARAGRAPHS = 4
"""Paragraphs with an end mark that a text has to have."""
MIN_SHARE = 0.8
"""Least share of paragraphs with an end mark; below, the text has a habit of its own."""


_PARAGRAPHS = (
    (
        "The council met on Monday evening in the old town hall. It was to decide about the new bridge, which has been "
        "planned for more than ten years."
    ),
    (
        "Two engineers from the state had brought a model of the bridge. The council looked at it for a long time before "
        "the first member asked for the floor."
    ),
    (
        "In the end the council put off the decision until the state has looked at the bridge again. Members of both "
        "parties said that they would rather wait."
    ),
    (
        "The next meeting of the council is planned for the second week of March. Until then the engineers are to say how "
        "long the old bridge can stay open."
    ),
)


def _around(line: str) -> str:
    """Return an example: a line among paragraphs that end as they should."""
    return "\n\n".join([*_PARAGRAPHS[:2], line, *_PARAGRAPHS[2:]])


class MissingEnd(DocumentRule):
    """A paragraph that stops without an end mark among paragraphs that have theirs.

    Why it matters: the end of the paragraph may be missing, not just its full stop.

    What to do: compare it with the page.
    """

    code, name, severity = "SEG010", "missing-end", Severity.INFO
    examples = (
        Bad(_around("The mayor spoke for half an hour. Nobody asked him what the new bridge would cost, or who "
                    "would have to pay for it when the old one has to be closed in the end, as it ⟦will⟧")),
        Bad(_around("Die Bürgermeisterin sprach eine halbe Stunde lang. Niemand fragte sie, was die neue Brücke kosten "
                    "würde und wer sie bezahlen soll, wenn die alte am Ende doch gesperrt ⟦wird⟧")),
        Bad(_around("Мэр полчаса говорил о старом мосте. Никто не спросил у него, сколько будет стоить новый мост, "
                    "когда его построят и кто за него в конце концов и из каких средств ⟦заплатит⟧")),
        Good(_around("A heading without a stop"), why="a heading"),
        Good(_around("The harbour at noon. Before the storm of last week, when the old bridge was still standing and "
                     "open for the buses that go to the school. Photo: Jane Doe"), why="a credit ends the line"),
        Good("\n\n".join(paragraph.rstrip(".") for paragraph in _PARAGRAPHS * 2), why="a text that has no full stops anywhere"),
        Good("One paragraph alone, however long it may be, and without any end", why="nothing to compare it with"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on the last word of each such paragraph."""
        first, last = doc.body_range
        long = [line for line in doc.lines[first : last + 1] if len(line.text) >= MIN_CHARS]
        if len(long) <= MIN_PARAGRAPHS or doc.is_flat:
            return
        open_ = [line for line in long if line.text.rstrip(LINE_CLOSERS)[-1:] not in LINE_ENDS]
        ended = len(long) - len(open_)
        if not open_ or ended < MIN_PARAGRAPHS or ended < MIN_SHARE * len(long):
            return
        skipped = {join.upper.index for join in joins(doc)} | wrapped_rows(doc)
        for line in open_:
            if line.index not in skipped and _is_broken(line):
                word = line.text.split()[-1]
                yield self.finding(
                    f"paragraph without an end mark; {ended} of {len(long)} have one",
                    Span(line.span.end - len(word), line.span.end),
                    confidence=0.9,
                    evidence={"ended": ended, "paragraphs": len(long), "threshold": MIN_SHARE},
                )


def _is_broken(line: Line) -> bool:
    """Tell whether a paragraph is prose of several sentences that stops at a letter."""
    text = line.text.strip()
    # A capital at the end is a name: a credit, a signature, a heading. A stop inside is an address.
    if text.count(" ") < MIN_WORDS or not (word := text.split()[-1]).isalpha() or not word.islower():
        return False
    return any(mark in text for mark in (". ", "! ", "? ", ".” ", "؟ ", "। "))
