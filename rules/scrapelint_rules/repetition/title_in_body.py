"""REP004 title-in-body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Good, Severity, excerpt, regex
from scrapelint_rules.repetition._shared.titles import title_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding, Line

MIN_HEADINGS = 2
"""Further headings with the same mark."""
_SIGN = regex(r"(?:\*{1,3}|[•■▪●◆►▶+–—-]{1,2})\s(?=\S)")
"""What a heading opens with besides words."""
_MORE = (
    "The first ferry sailed at six in the morning with forty lorries. The company said that it would pay what the courts "
    "had asked for, and would talk about the rest in spring, when the harbour master is back from the islands."
)


class TitleInBody(DocumentRule):
    """A text that begins with the title which the record has as a field of its own.

    Why it matters: who joins title and text gets the headline twice, and a corpus in which only
    some sites do so teaches a model to repeat itself.

    What to do: remove the line, or say in the data set's card that texts begin with their title.
    A headline that is in the text twice is REP001.
    """

    code, name, severity = "REP004", "title-in-body", Severity.INFO
    fix = "safe"
    examples = (
        Bad(
            "⟦Ferry strike ends after nine days⟧\n\nThe crews went back to work.",
            fields={"title": "Ferry strike ends after nine days"},
            fixed="The crews went back to work.",
        ),
        Bad(
            "⟦Ferry strike ends after nine days⟧\n\nThe crews went back to work.",
            fields={"title": "Ferry strike ends after nine days | The Larn Courier"},
        ),
        Bad(
            "Larn\n\n⟦Fährstreik endet nach neun Tagen⟧\n\nDie Besatzungen arbeiten wieder.",
            fields={"title": "Fährstreik endet nach neun Tagen"},
        ),
        Bad(
            "⟦Ferry strike ends. Crews are back⟧\n\nThe crews went back to work on Monday, nine days after they had "
            "left it. The first ferry sailed at six in the morning with forty lorries. The company said that it "
            "would pay what the courts had asked for, and would talk about the rest in spring.",
            fields={"title": "Ferry strike ends. Crews are back"},
        ),
        Good("Ferry strike ends after nine days\n\nThe crews went back to work.", why="no title to compare with"),
        Good(
            "Ferry strike ends after nine days",
            fields={"title": "Ferry strike ends after nine days"},
            why="all that there is",
        ),
        Good("The crews went back to work.", fields={"title": "Ferry strike ends after nine days"}),
        Good(
            f"Fire in the port of Larn. Two men were carried out. {_MORE}",
            fields={"title": "Fire in the port of Larn - two men carried out"},
            why="a sentence, in which the title begins",
        ),
        Good(
            f"Пожар в порту Ларна.\n\nВынесли двоих. {_MORE}",
            fields={"title": "Пожар в порту Ларна — вынесли двоих"},
            why="the same on a row of its own",
        ),
        Good(
            f"The ferries of Larn sail again. The crews went back to work on Monday. {_MORE}",
            fields={"title": "The ferries of Larn sail again"},
            why="the first sentence is the title",
        ),
        Good(
            f"Nobody was on the quay of Larn when the day began. The crews went back to work on Monday at six. {_MORE}",
            fields={"title": "The crews went back to work on Monday at six."},
            why="a sentence of the article that a program took for its title",
        ),
        Good(
            f"{_MORE} {_MORE} {_MORE}\n\nFerry strike ends after nine days\n\nThe crews went back to work.",
            fields={"title": "Ferry strike ends after nine days"},
            why="the heading of a section",
        ),
        Good(
            f"The mayor spoke on the quay:\n** Ferry strike ends after nine days\n{_MORE}\n** No pay for March\n{_MORE}\n"
            f"** The islands come first\n{_MORE}",
            fields={"title": "Ferry strike ends after nine days"},
            why="the first of several headings",
        ),
        Good("Strike\n\nThe crews went back to work.", fields={"title": "Strike ends"}, why="another line"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the first of the top lines that is the title."""
        line = doc.once(title_line)
        if line is not None and _has_text_beside(doc, line) and not _is_among_headings(doc, line):
            title = doc.article.get("title")
            yield self.on_lines(
                doc,
                line,
                message=f'text begins with the title: "{excerpt(title)}"',
                confidence=0.99,
                evidence={"title": title},
            )


def _is_among_headings(doc: Document, line: Line) -> bool:
    """Tell whether a line below the first opens with a mark as headings further down do: "** Talks go on"."""
    sign = _SIGN.match(line.text) if line.index else None
    others = doc.lines[line.index + 1 :] if sign else ()
    return sign is not None and sum(one.text.startswith(sign[0]) for one in others) >= MIN_HEADINGS


def _has_text_beside(doc: Document, line: Line) -> bool:
    """Tell whether a text is more than its title: a short notice may have its only sentence for one."""
    others = [one for one in doc.lines if one.key and one.key != line.key]
    return bool(others) and (
        line.index not in doc.paragraphs or not doc.paragraphs.isdisjoint(one.index for one in others)
    )
