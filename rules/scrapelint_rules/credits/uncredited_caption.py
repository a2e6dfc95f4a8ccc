"""CRD008 uncredited-caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import (
    UNMEASURED,
    Bad,
    FallbackRule,
    Good,
    LinePattern,
    Setting,
    Severity,
    Span,
    begins_small,
    ends_sentence,
    excerpt,
    regex,
)
from scrapelint_rules.credits._shared.agencies import AGENCIES, LINE_ENDS
from scrapelint_rules.credits._shared.pictures.galleries import are_story
from scrapelint_rules.credits._shared.pictures.present_tense import (
    PRESENT_TENSE,
    caption_end,
    is_caption,
    shows_scene,
    stands_apart,
)
from scrapelint_rules.credits._shared.pictures.told import is_piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line, PriorFindings

_CREDITS = (
    LinePattern(
        r"^[(\[©\s]{0,3}(?:[^\W\d_][\w.'’\- ]{0,60}[/|] ?)?(?P>agency)[)\].\s]{0,3}$",
        LINE_ENDS,
        words={"agency": AGENCIES},
    ),
    LinePattern(
        r"(?i)(?:photo|image|picture|foto|bild)s?(?: by|:).{2,80}$",
        ("photo by", "photo:", "image:", "picture:", "foto:", "bild:"),
    ),
)

PRESENT_TENSE_PRECISION = 0.96
MIN_CAPTION_WORDS, MIN_ECHO_SHARE = 3, 0.5
"""Least words before a credit that are a caption of its own, and their share in the line above for that to be its echo."""
"""All of 228 lines were right, but of few sites: held back."""

_CREDIT_AFTER = regex(
    rf"\s?[(\[][^()\[\]\n]{{0,40}}(?:(?i:photo|foto|image|bild|file)|/|\b(?:{'|'.join(map(re.escape, AGENCIES))})\b)"
    r"[^()\[\]\n]{0,40}[)\]]"
)
"""Right after a caption, in brackets, whose picture it is."""


class UncreditedCaption(FallbackRule):
    """A photo's caption without a credit of its own: above the line that holds the credit, or told by its grammar.

    Why it matters: captions interrupt the story.

    What to do: remove both lines, or have the extractor leave out `figcaption`.
    """

    code, name, severity = "CRD008", "uncredited-caption", Severity.WARNING
    fix = "unsafe"
    patterns = (*_CREDITS, PRESENT_TENSE)
    max_chars = Setting(160, "longest caption, in code points", minimum=10)
    examples = (
        Bad("⟦The harbour of Ellery⟧\nAna Ruiz/AFP\n\nThe port reopened on Tuesday after a week of storms, officials said."),
        Bad("Talks began on Monday.\n\n⟦Ministers at the table in Orlo⟧\nMinisters at the table. Picture: Jo Hale\n\nThey ended on Friday."),
        Bad("⟦Der Hafen von Ellery⟧\nFoto: Jana Wolf\n\nDer Hafen öffnete am Dienstag nach einer Woche voller Stürme wieder."),
        Bad(
            "The port of Ellery reopened after a week of storms, officials said.\n\n"
            "⟦A ferry leaves the harbour of Ellery, Thursday, March 4, 2021.⟧\n\nThree ferries were damaged."
        ),
        Bad(
            "The port of Ellery reopened after a week of storms, officials said.\n\n"
            "⟦A ferry leaves the harbour of Ellery, Thursday, March 4, 2021. (Ana Ruiz/AFP)⟧Three ferries were damaged.",
            fixed="The port of Ellery reopened after a week of storms, officials said.\n\nThree ferries were damaged.",
        ),
        Bad(
            "The mayor of Larn spoke on Monday of the storm, and of the two ferries that were lost in it with all that they "
            "carried. ⟦Ada Morrow speaks to the council in Larn, March 4, 2021. (Jo Hale/Orlo Gazette via AP)⟧ The council meets.",
            fixed="The mayor of Larn spoke on Monday of the storm, and of the two ferries that were lost in it with all that they "
            "carried. The council meets.",
        ),
        Bad(
            "The mayor of Larn spoke on Monday of the storm, and of the two ferries that were lost in it with all that they "
            "carried. ⟦Ada Morrow speaks to the council in Larn, March 4, 2021.⟧ The council will meet again on Friday.",
            fixed="The mayor of Larn spoke on Monday of the storm, and of the two ferries that were lost in it with all that they "
            "carried. Ada Morrow speaks to the council in Larn, March 4, 2021. The council will meet again on Friday.",
        ),
        Bad(
            "The port was shut.\n\n⟦The ferry line holds its general meeting on March 4, 2021, in Larn.⟧\n\nIt has lost a ferry.",
            fixed="The port was shut.\n\nThe ferry line holds its general meeting on March 4, 2021, in Larn.\n\nIt has lost a ferry.",
            fields={"date": "2021-02-20"},
        ),
        Good("The port reopened on Tuesday.\nAna Ruiz/AFP", why="a sentence with its end mark"),
        Good("The harbour of Ellery\n\nThe port reopened on Tuesday.", why="no credit near"),
        Good("A ferry leaves the harbour on 4 March 2021, the operator said, and the line closes.", why="the story tells it"),
        Good("The port was closed when the last ferry arrived on March 4, 2021.", why="told in the past"),
        Good(
            "Ada Morrow gestures on the stage in Larn, Tuesday, May 4, 2021.\n\n"
            "Players of Orlo leave the pitch in the rain on Monday, May 3, 2021.\n\n"
            "A child waves from the stand of the old stadium on Sunday, May 2, 2021.\n\nMore pictures.",
            why="a gallery: the captions are the article",
        ),
        Good(
            "The port stays shut until May, according to\nReuters\n. The council meets on Friday.",
            why="the name of the source, torn out of its sentence at a link",
        ),
        Good(
            "The ferry line of Larn has new rules for those who wait.\nThe line brought in places for\n"
            "people who wait on the quay in March 2021 and on the pier in\nMay 2022. It has none in the hall.",
            why="the middle of a sentence",
        ),
        Good("The last day to attend is March 4, 2021, at noon.", why="what is said of the day"),
        Bad(
            "The council of Larn voted for the bridge on Monday after a debate of six hours, and the mayor was glad of it. "
            "⟦A woman walks past the old bridge of Larn, May 3, 2021. (AP Photo/Ana Ruiz, File)⟧ The council had put off the "
            "vote for two years. It will cost 200 million. The state pays half of it. It opens in the spring.",
        ),
        Bad(
            "The bridge was shut.\n\n⟦A woman walks past the old bridge of Larn, November 2021⟧\nCopyright Ana Ruiz/AFP\n\n"
            "It reopens in spring."
        ),
        Good(
            "The bridge was shut.\n\nTam Oakes stands accused of pushing a boy off the old bridge of Larn in July 2021.\n\nHe denies it.",
            why="nothing that one sees",
        ),
        Good("In figures it continues to hold most of the port of Larn as on March 4, 2021.", why="an infinitive"),
        Good(
            "The port reopened after a week.\n\nThe protests peaked when thousands stormed the port on June 25, 2021.\n\nIt was shut.",
            why="a noun that looks like a verb",
        ),
        Good("Street talks in the old town hall of Larn failed on June 25, 2021.", why="a noun, and a verb in the past"),
        Good(
            "The port was shut.\n\nDuring talks in the office of the mayor on May 4, 2021, Ada Morrow grew angry.\n\nShe left.",
            why="a sentence that begins with its time",
        ),
        Good("Shares of the ferry line stand at 12 crowns on May 4, 2021, the lowest of the year.", why="a figure"),
        Good(
            "La alcaldesa abrió el puente el lunes.\nSegunda vuelta\nUn amigo de Ana mira los barcos del puerto. / Foto: Jo Hale\n"
            "Ana trabaja por las mañanas en el muelle de Larn.",
            why="a heading above a caption with its credit",
        ),
        Good("Storm over\n\nAna Ruiz/AFP\n\nThe port reopened.", why="the headline: a blank line stands between"),
    )  # fmt: skip

    def check_remaining(self, doc: Document, prior: PriorFindings) -> Iterator[Finding]:
        """Yield the captions that are not taken out with their credits."""
        yield from self._above_credits(doc)
        yield from self._in_present_tense(doc, prior)

    def _in_present_tense(self, doc: Document, prior: PriorFindings) -> Iterator[Finding]:
        captions = [
            (line, match)
            for line, match in doc.matches(PRESENT_TENSE)
            if is_caption(line, match.end(), is_flat=doc.is_flat) and not _is_part(doc, line)
        ]
        if not captions:
            return
        known = prior.reported_lines.union(line.index for line, _ in captions)
        if are_story(doc, [doc.lines[index] for index in known]):
            return
        for line, match in captions:
            if line.index not in prior.removed_lines and shows_scene(match[0]):
                yield self._on_present_tense(doc, line, match)

    def _on_present_tense(self, doc: Document, line: Line, match: re.Match[str]) -> Finding:
        end = caption_end(line, match.end())
        credit = _CREDIT_AFTER.match(doc.text, end)
        span = Span(line.span.start, credit.end() if credit else end)
        if not stands_apart(doc, line, match.end()):
            about = f'perhaps a caption: the present tense with a date: "{excerpt(match[0])}"'
            evidence = {"kind": "present-tense-amid"}
            return self.finding(about, span, confidence=UNMEASURED, evidence=evidence, at_most=Severity.INFO)
        about = f'caption: the present tense with a full date: "{excerpt(match[0])}"'
        evidence = {"kind": "present-tense"}
        return self.on_part(doc, line, span, message=about, confidence=PRESENT_TENSE_PRECISION, evidence=evidence)

    def _above_credits(self, doc: Document) -> Iterator[Finding]:
        """Yield the line directly above a credit, where it is short and not closed like a sentence."""
        found = (
            (line, match) for pattern in _CREDITS for line, match in doc.matches(pattern) if not is_piece(doc, line)
        )
        credited = {line.index: line.text[: match.start()] for line, match in found}
        for index in sorted(credited):
            above = doc.lines[index - 1] if index else None
            if above is None or index - 1 in credited or not self._is_caption(above, doc.lines[index]):
                continue
            if _is_echo(above, credited[index]):
                about = f'caption above a credit: "{excerpt(above.text)}"'
                evidence = {"kind": "above-credit", "credit": doc.lines[index].text.strip()}
                yield self.on_lines(
                    doc, above, message=about, confidence=0.75, evidence=evidence, at_most=Severity.INFO
                )

    def _is_caption(self, line: Line, credit: Line) -> bool:
        text = line.text.strip()
        return credit.row - line.row == 1 and 2 < len(text) <= self.max_chars and not ends_sentence(text)


def _is_echo(line: Line, caption: str) -> bool:
    """Tell whether a line says what the caption before a credit says, if that has one: else it is a heading above the two."""
    words = set(caption.casefold().split())
    return len(words) < MIN_CAPTION_WORDS or len(words.intersection(line.key.split())) >= MIN_ECHO_SHARE * len(words)


def _is_part(doc: Document, line: Line) -> bool:
    """Tell whether a line goes on with the sentence above, or the line below with its own."""
    below = doc.after(line)
    goes_on = below is not None and begins_small(below.text) and not ends_sentence(line.text)
    return goes_on or doc.breaks_sentence(line.span)
