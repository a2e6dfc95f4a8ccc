"""NAV005 most-read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity
from scrapelint_rules.navigation._shared.own.numbered import number_of, own_numbered_lines
from scrapelint_rules.navigation._shared.shapes import is_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Finding, Line

MAX_TABLE_PROBABILITY = 0.15
"""How likely the page's the likeliest line of a numbered list is at most that is a table of the article, whose cells are
one a line."""


class MostRead(DocumentRule):
    """A numbered list of headlines after the article: the most read stories of the day.

    Why it matters: the stories are those of the day of the crawl.

    What to do: remove the list.
    """

    code, name, severity = "NAV005", "most-read", Severity.WARNING
    fix = "unsafe"
    min_items = Setting(4, "how many numbers have to follow each other", minimum=3)
    max_item_lines = Setting(4, "how many lines stand between two numbers at most", minimum=1)
    examples = (
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦1\nFloods cut off the valley\n2\nBus drivers call off strike\n3\nTwo thousand trees\n4\nBridge to open in May⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦1\nTransport\nBus drivers call off strike\n2\nCity\nTwo thousand trees\n3\nBridge to open\n4\nMayor resigns⟧",
        ),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit "
            "beschlossen.\n\n⟦01\nHochwasser schneidet Tal ab\n02\nStreik abgesagt\n03\nNeue Bäume\n04\nBrücke offen⟧",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "1. Boil the water\n2. Add the salt\n3. Wait an hour\n4. Drink it cold",
            why="an article's own list",
        ),
        Good(
            "1. Boil the water.\n2. Add the salt.\n3. Wait.\n4. Drink.\n\n"
            "That is how the district told people to make do on Tuesday night, when the pumps had failed for good.",
            why="before the last paragraph",
        ),
        Good(
            "Stormen rev med seg taket på to hus i Lund natt til tirsdag, og veien langs fjorden er stengt til fredag.\n\n"
            "1\nTaket på skolen i Lund.\nFoto: Kari Moe\n2\nFoto: Per Dal\n3\nVeien er borte\nFoto: Per Dal\n"
            "4\nBrua holdt stand\nFoto: Kari Moe",
            why="the numbered pictures of a gallery",
        ),
        Good(
            "The council told people on Tuesday night how to make do with the water that is left in the pipes of the town.\n\n"
            "1\nBoil it for an hour.\n2\nAdd some salt.\n3\nWait.\n4\nDrink it.",
            why="steps in sentences",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n1. Orlo",
            why="one item",
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each run of numbers after the last paragraph."""
        first, last = doc.body_range
        if first > last:
            return
        run: list[Line] = []
        for line in doc.lines[last + 1 :]:
            is_next = number_of(line) == len(run) + 1 and line.index not in own_numbered_lines(doc)
            if is_next and (not run or line.index - run[-1].index <= self.max_item_lines + 1):
                run.append(line)
        if len(run) >= self.min_items and not _is_table(doc, run):
            yield self._list(doc, run)

    def _list(self, doc: Document, run: list[Line]) -> Finding:
        end = run[-1]
        while (below := doc.after(end)) and below.index - run[-1].index <= self.max_item_lines and is_headline(below):
            end = below
        is_pager = run[-1].index - run[0].index == len(run) - 1
        what = f"pager of {len(run)} numbers" if is_pager else f"numbered list of {len(run)} headlines"
        return self.on_lines(
            doc,
            run[0],
            end,
            message=f"{what} after the article",
            confidence=0.9,
            evidence={"items": len(run), "min_items": self.min_items},
        )


def _is_table(doc: Document, run: Sequence[Line]) -> bool:
    """Tell whether numbers count the rows of a table of the article: by the models, hardly a line of it is the page's."""
    lines = doc.lines[run[0].index : run[-1].index + 2]
    return max(doc.residue_probability[line.index] for line in lines) <= MAX_TABLE_PROBABILITY
