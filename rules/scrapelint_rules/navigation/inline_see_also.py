"""NAV004 inline-see-also."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, Good, PhraseRule, Severity, cap, excerpt
from scrapelint_rules.navigation.blocks import HEADING_PACKS
from scrapelint_rules.navigation.shapes import is_headline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding, Hit, Line

MIN_SHOUT_WORDS = 8
"""A headline in capitals has at least as many words; a subheading of the article's own is shorter."""
MAX_SHOUT_CHARS = 160
CAPITALS = 0.7
"""Confidence of a headline in capitals: right on the sites that use them so, but some write subheadings this way."""


def _is_shout(text: str) -> bool:
    """Tell whether a line is a headline in capitals: no small letter, no end mark."""
    if len(text) > MAX_SHOUT_CHARS or not text.isupper():
        return False
    return len(text.split()) >= MIN_SHOUT_WORDS and text.rstrip()[-1:] not in ".:;,"


def _between_prose(doc: Document, line: Line) -> bool:
    above, below = doc.before(line), doc.after(line)
    return above is not None and below is not None and {above.index, below.index} <= doc.prose


class InlineSeeAlso(PhraseRule):
    """A link to another story between the paragraphs: "READ ALSO: ...".

    Why it matters: the insert belongs to another article and cuts an argument in two.

    What to do: remove the line.
    """

    code, name, severity = "NAV004", "inline-see-also", Severity.WARNING
    fix = "unsafe"
    packs = ("see-also", *HEADING_PACKS)
    what = "link to another story"
    examples = (
        Bad(
            "The council met.\n\n⟦READ ALSO: Bus drivers call off strike⟧\n\nIt voted at noon.",
            fixed="The council met.\n\nIt voted at noon.",
        ),
        Bad("⟦Lesen Sie auch: Busfahrer sagen Streik ab⟧\n\nDer Rat stimmte am Mittag ab."),
        Bad("⟦Leia também: Motoristas suspendem greve⟧\n\nO conselho votou ao meio-dia."),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦BUS DRIVERS CALL OFF STRIKE AFTER TALKS LATE AT NIGHT⟧\n\n"
            "Work on the first section is to begin in spring and will last at least two years, the mayor said."
        ),
        Good("See also the appendix, where the figures of both years are set side by side.", why="closed like a sentence"),
        Good("He likes to read: novels, mostly.", why="the cue does not begin the line"),
        Good("Watch the minister closely and you notice how rarely he looks up.", why="a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the inserts with a cue, and headlines in capitals between paragraphs."""
        flagged = set()
        for hit in self.best_hits(doc):
            flagged.add(hit.line.index)
            yield self.on_hit(doc, hit)
        for line in doc.lines[doc.extent[0] : doc.extent[1]]:
            if line.index not in flagged and _is_shout(line.text) and _between_prose(doc, line):
                about = f'headline in capitals between paragraphs: "{excerpt(line.text)}"'
                yield self.on_lines(
                    doc, line, message=about, confidence=CAPITALS, evidence={"kind": "capitals"}, at_most=cap(CAPITALS)
                )

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is not closed like a sentence, or the cue stands apart by a mark of its own.

        A cue alone on its line is a heading, which `related-links` and `orphan-heading` know.
        """
        if hit.entry.concept != "see-also" or hit.line.index in doc.hit_lines(*HEADING_PACKS):
            return False
        # "Video: ..." and "Poll: ..." open many a headline.
        if hit.entry.id == "cue-colon" and hit.line.index == 0:
            return False
        return is_headline(hit.line) or doc.text[hit.end - 1 : hit.end + 1].strip(" \u00a0")[-1:] in {
            ":",
            "|",
            "：",
            ">",
        }
