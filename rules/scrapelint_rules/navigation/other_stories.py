"""NAV013 other-stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Good, Setting, Severity, excerpt, regex
from scrapelint_rules.navigation.blocks import HEADING_PACKS, blocks
from scrapelint_rules.navigation.reasons import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint import Document, Finding, Line

MIN_LINE_PROBABILITY = 0.35
"""Lines that continue a run; the run as a whole has to reach the setting."""
MIN_PROSE_PROBABILITY = 0.7
"""The same for paragraphs: between lines of the page those of the article are doubted too."""
NO_EXTENT = (0, -1)
"""A text without a paragraph has no outside."""
PRECISION: Mapping[str, tuple[tuple[float, float], ...]] = {
    "head": ((0.8, 0.97), (0.0, 0.75)),
    "body": ((0.9, 0.93), (0.0, 0.7)),
    "tail": ((0.9, 0.97), (0.0, 0.8)),
}
"""By zone, from the mean probability of a run to its measured precision, on development sites not learned from."""
MIN_WARNING_PRECISION = 0.93
"""As the catalogue has it: below, a run is worth knowing."""
MIN_CLOSING_PROBABILITY = 0.75
"""Of lines that close the text: half of what is less likely there is the article's own notice."""

MAX_LIST_LINES = 12
"""A longer run of short lines between paragraphs is a list or table of the article's own as often as not."""
LIST_PRECISION = 0.85
MIN_COMMON_WORDS = 3
"""Words that a headline or standfirst has in common with the paragraphs."""
MAX_DATELINE_CHARS = 60
_DATELINE = regex(r"\b(?:19|20)\d\d\b|\b\d\d?[.:/]\d\d\b")
_MIDDLE = frozenset(",.;:)”»…")
"""Signs that no line of its own begins with."""
QUOTED_CHARS = 30


OWN_PACKS = ("byline", "author-bio", "syndication", "wire-tail", "agency")
"""What an article says of its author and its source is often its own, and other rules know it better."""


class OtherStories(DocumentRule):
    """Lines outside the article with no wording to know them by: teasers, menus, info boxes.

    Why it matters: half of what pages leave in articles says nothing of itself. It is known by
    where it stands, by what stands around it, and by having no words in common with the article.

    What to do: look at the lines and remove them; where they come from many pages of a site, give
    the extractor a rule for the site.
    """

    code, name, severity = "NAV013", "other-stories", Severity.WARNING
    # The models cost more than all other rules together, so the rule has to be asked for.
    status = "preview"
    fix = "unsafe"
    zones = True
    packs = (*OWN_PACKS, *HEADING_PACKS)
    min_probability = Setting(
        0.48, "lowest mean probability of a run of lines, from 0 to 1, by the models of zones", minimum=0, maximum=1
    )
    examples = (
        Bad(
            "⟦Football\nTennis\nMotoring\nTravel\nPuzzles\nHoroscope⟧\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
            fixed=
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "“We have waited for this for ten years,” said Ana Ruiz, who led the campaign. “Nobody in the valley will have to "
            "drive to work any more.”\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.\n\n"
            "⟦Sport\n\nHarriers win cup for third time\n\nWeather\n\nStorm warning for coast\n\n3 hours ago\n\n"
            "Cinema closes after ninety years\n\nBusiness⟧",
        ),
        Bad(
            "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend nach langer Debatte mit knapper Mehrheit "
            "beschlossen, wie die Stadt mitteilte.\n\n"
            "„Darauf haben wir zehn Jahre gewartet“, sagte Jana Wolf, die sich seit Langem für die Strecke einsetzt. „Niemand im "
            "Tal muss mehr mit dem Auto fahren.“\n\n"
            "Die Strecke führt vom Hafen bis zum Krankenhaus und kostet rund 200 Millionen Euro, von denen das Land die Hälfte "
            "bezahlt.\n\n"
            "⟦Sport\n\nHafenstädter gewinnen den Pokal\n\nWetter\n\nSturmwarnung für die Küste\n\nKultur\n\n"
            "Kino schließt nach neunzig Jahren\n\nWirtschaft⟧",
        ),
        Good(
            "Council approves tram line after long debate\nBy Jo Hale\n4 March 2021\n\n"
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\n"
            "The line will run from the harbour to the hospital, with eleven stops, and will cost about 200 million, half of it "
            "paid by the state.",
            why="the article's own headline, byline and date",
        ),
        Good(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours, and the mayor said "
            "that work would begin in spring.\n\nFears for parked cars\n\n"
            "Two members of the council voted against the plan because they fear that the tram will take the place of parked cars "
            "in the old town.\n\n"
            "Work on the first section is to begin in March and will last at least two years, the council said in a statement.",
            why="a subheading has words in common with the paragraphs",
        ),
        Good(
            "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía tras un debate de seis horas, según "
            "informó el ayuntamiento.\n\n"
            "La línea irá del puerto al hospital, tendrá once paradas y costará unos 200 millones, la mitad a cargo del Estado.",
            why="nothing but paragraphs",
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each run of lines that are likely not the article."""
        likely = [index for index, share in enumerate(doc.residue) if share >= MIN_LINE_PROBABILITY]
        if not likely or doc.extent == NO_EXTENT:
            return
        likely = [i for i in likely if i not in doc.prose or doc.residue[i] >= MIN_PROSE_PROBABILITY]
        own, known = _own(doc), doc.worded | _listed(doc)
        for run in _runs(index for index in likely if index not in own):
            new = [index for index in run if index not in known]
            probability = sum(doc.residue[index] for index in new) / (len(new) or 1)
            if not new or probability < self.min_probability:
                continue
            precision = _precision(doc, run, probability)
            if precision:
                yield self._on_run(doc, run, probability, precision)

    def _on_run(self, doc: Document, run: Sequence[int], probability: float, precision: float) -> Finding:
        first, last = doc.lines[run[0]], doc.lines[run[-1]]
        weights = doc.reasons(first, last)
        heaviest = sorted(weights, key=lambda feature: -weights[feature])[:3]
        what = f"{len(run)} lines that are" if len(run) > 1 else "a line that is"
        why = "; ".join(in_words(doc, first, last, weights))
        return self.on_lines(
            doc,
            first,
            last,
            message=f"{what} likely not the article, {_neighbours(doc, first, last)}: {why}",
            confidence=precision,
            evidence={
                "probability": round(probability, 2),
                "min_probability": self.min_probability,
                "features": {feature: round(weights[feature] / 1000 / len(run), 2) for feature in heaviest},
            },
            at_most=Severity.WARNING if precision >= MIN_WARNING_PRECISION else Severity.INFO,
        )


def _precision(doc: Document, run: Sequence[int], probability: float) -> float:
    """Return the measured precision of runs of this kind, 0 for those that are the article's as often as not."""
    first, last = doc.lines[run[0]], doc.lines[run[-1]]
    if _is_inside_sentence(doc, first, last):
        return 0
    if doc.zone(first) != "body":
        closes = doc.is_closing(last) and probability < MIN_CLOSING_PROBABILITY
        return 0 if closes else _step(doc.zone(first), probability)
    if len(run) > MAX_LIST_LINES:
        return LIST_PRECISION
    return _step("body", probability)


def _step(zone: str, probability: float) -> float:
    return next(precision for least, precision in PRECISION[zone] if probability >= least)


def _is_inside_sentence(doc: Document, first: Line, last: Line) -> bool:
    """Tell whether lines are words of a sentence that an extractor broke at its links."""
    above, below = doc.before(first), doc.after(last)
    broken = above is not None and above.text.rstrip()[-1:] in {",", "(", "“", "„"}
    return broken or _continues(first) or (below is not None and _continues(below))


def _continues(line: Line) -> bool:
    opening = line.text.lstrip()[:1]
    return opening.islower() or opening in _MIDDLE


def _own(doc: Document) -> set[int]:
    """Return the lines of the article's own that the models take for the page's.

    Its byline, and above its first paragraph what has words in common with it, as headline and standfirst do, or is
    a date.
    """
    shared = doc.features.columns["shared"]
    own = set(doc.hit_lines(*OWN_PACKS))
    for line in doc.lines[: doc.extent[0]]:
        if shared[line.index] >= MIN_COMMON_WORDS or _is_dateline(line):
            own.add(line.index)
    return own


def _listed(doc: Document) -> set[int]:
    """Return the lines that related-links reports."""
    return {line.index for block in blocks(doc) for line in (block.heading.line, *block.lines)}


def _is_dateline(line: Line) -> bool:
    return len(line.text) <= MAX_DATELINE_CHARS and _DATELINE.search(line.text) is not None


def _neighbours(doc: Document, first: Line, last: Line) -> str:
    above, below = doc.before(first), doc.after(last)
    if above and below:
        return f'between "{excerpt(above.text, QUOTED_CHARS)}" and "{excerpt(below.text, QUOTED_CHARS)}"'
    if above or below:
        return f'{"behind" if above else "above"} "{excerpt((above or below or first).text, QUOTED_CHARS)}"'
    return "alone"


def _runs(indices: Iterable[int]) -> Iterator[list[int]]:
    """Yield the runs of indices that follow each other."""
    run: list[int] = []
    for index in indices:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run
