"""Where a run begins and ends: not amid a sentence of the article, and not where another run is surer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint_rules.navigation._shared.broken import is_within_brackets, is_within_quotation, is_within_sentence
from scrapelint_rules.navigation._shared.runs.certainty import ENDING_PRECISION, as_sure_as_its_place, grade
from scrapelint_rules.navigation._shared.runs.run import Run
from scrapelint_rules.navigation._shared.shapes import is_like_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document


def between_sentences(doc: Document, run: Run) -> Iterator[Run]:
    """Yield a run without the pieces at its ends of sentences that a program broke into lines, if anything is left."""
    first, last = run.first, run.last
    while first <= last and _goes_on(doc, first):
        first += 1
    while first <= last and _goes_on(doc, last + 1):
        last -= 1
    if first <= last:
        # A shorter run has a place of its own to be as sure as: one line needs more than four.
        is_whole = (first, last) == (run.first, run.last)
        yield run if is_whole else as_sure_as_its_place(doc, Run(first, last, run.probability, is_sure=run.is_sure))


def _goes_on(doc: Document, index: int) -> bool:
    """Tell whether a line goes on with the one above: with its sentence, bracket, quotation or list."""
    return (
        is_within_sentence(doc, index)
        or is_within_brackets(doc, index)
        or is_within_quotation(doc, index)
        or is_like_above(doc, index)
    )


def beside(doc: Document, runs: Iterable[Run], ending: Sequence[int]) -> Iterator[Run]:
    """Yield runs, those that are less sure than the end of the page up to it."""
    for run in runs:
        last = run.last if _is_surer(doc, run) or not ending else min(run.last, ending[0] - 1)
        if run.first <= last:
            yield run if last == run.last else Run(run.first, last, run.probability, is_sure=run.is_sure)


def left_by(doc: Document, runs: Iterable[Run], ending: Iterable[int]) -> list[int]:
    """Return the lines of the end of the page that no sure run has."""
    known = {index for run in runs if _is_surer(doc, run) for index in run.indices}
    return [index for index in ending if index not in known]


def _is_surer(doc: Document, run: Run) -> bool:
    """Tell whether a run is as sure as the end of a page."""
    return grade(doc, run)[1] >= ENDING_PRECISION
