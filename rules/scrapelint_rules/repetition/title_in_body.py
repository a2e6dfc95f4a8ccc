"""REP004 title-in-body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Document, DocumentRule, Good, Severity, excerpt
from scrapelint_rules.repetition._shared.titles import title_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding, Line

_MORE = (
    "The first ferry sailed at six in the morning with forty lorries. The company said that it would pay what the courts "
    "had asked for, and would talk about the rest in spring, when the harbour master is back from the islands."
)


class TitleInBody(DocumentRule):
    """A text that begins with the title which the record has as a field of its own.

    Why it matters: who joins title and text gets the headline twice, and a corpus in which only
    some sites do so teaches a model to repeat itself.

    What to do: remove the line, or say in the data set's card that texts begin with their title.
    A headline that stands in the text twice is REP001.
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
        Good("Strike\n\nThe crews went back to work.", fields={"title": "Strike ends"}, why="another line"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the first of the top lines that is the title."""
        line = doc.once(title_line)
        if line is not None and _has_text_beside(doc, line):
            title = doc.article.get("title")
            yield self.on_lines(
                doc,
                line,
                message=f'text begins with the title: "{excerpt(title)}"',
                confidence=0.99,
                evidence={"title": title},
            )


def _has_text_beside(doc: Document, line: Line) -> bool:
    """Tell whether a text is more than its title: a short notice may have its only sentence for one."""
    others = [one for one in doc.lines if one.key and one.key != line.key]
    return bool(others) and (
        line.index not in doc.paragraphs or not doc.paragraphs.isdisjoint(one.index for one in others)
    )
