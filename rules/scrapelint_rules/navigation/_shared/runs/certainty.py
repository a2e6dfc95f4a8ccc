"""How sure a run is, by where it is and how long it is, and the precision of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint_rules.navigation._shared.runs.run import Run
from scrapelint_rules.navigation._shared.whole_page import is_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document

AFTER = "likely-after"
"""Kind of a run after the article that is likely the page's."""
ENDING = "page-ending"
"""Kind of the lines from the last known one of the page to the end of the text."""
ENDING_PRECISION = 0.95
"""Of 150 such lines of labelled texts one was the article's."""
VERY_SURE_RUN = 0.97
VERY_SURE_PRECISION, SURE_PRECISION = 0.99, 0.96
FLAT_SURE, FLAT_SURE_PRECISION = 0.98, 0.97
FLAT_LIKELY, FLAT_LIKELY_PRECISION, FLAT_PRECISION = 0.82, 0.86, 0.8
"""Where the line breaks are lost: least probability of what is sure, and of what is likely, and their precision; then that of
what is less. Probabilities are shares on sites that the model had not seen, of 316,503 sentences, 18,770 of them the page's.
Only the surest are taken out: nothing else tells that such a sentence is not the article's.
"""
LIKELY_PRECISION, LIKELY_BODY_PRECISION = 0.8, 0.7
"""Of runs that are not sure, outside of an article, and among its paragraphs or on a whole page.

Like the others, on sites not learned from.
"""
MIN_LIKELY_TAIL, LIKELY_TAIL_PRECISION = 0.6, 0.88
"""Least mean of a likely run after the article that is worth a warning, and its precision: on 62 pages of sites not learned
from 95% of what was flagged was the page's; on four of them, of one site, it was a list of the article's."""
MIN_SURE_RUN = {"head": 0.87, "body": 0.92, "tail": 0.82}
"""Least mean of a run that is sure, by where it is: among paragraphs a third of what is .84 likely is the article's."""
MIN_SURE_TAIL_LINE = 0.97
"""The same for one line alone after the article: a fifth of what is less likely is the article's last word."""
LONG_TAIL_LINES, MIN_LONG_TAIL_RUN = 4, 0.74
"""Fewest lines after the article for which less is enough."""
LONG_BODY_LINES, MIN_LONG_BODY_RUN = 8, 0.82
"""The same among paragraphs, where a calculator or a list of shops may be: 109 of 111 lines were the page's.

All on 2,500 labelled texts of sites that the model had not seen.
"""


def grade(doc: Document, run: Run) -> tuple[str, float]:
    """Return the kind of a run, and its precision on sites not learned from."""
    if doc.is_flat:
        return _grade_sentence(run)
    if run.is_sure:
        return ("surest", VERY_SURE_PRECISION) if run.probability >= VERY_SURE_RUN else ("sure", SURE_PRECISION)
    zone = doc.zone(doc.lines[run.first])
    if zone == "body" or is_page(doc):
        return "likely-among-paragraphs", LIKELY_BODY_PRECISION
    if zone == "tail" and run.probability >= MIN_LIKELY_TAIL:
        return AFTER, LIKELY_TAIL_PRECISION
    return "likely", LIKELY_PRECISION


def _grade_sentence(run: Run) -> tuple[str, float]:
    """Return the kind of a run of sentences where the line breaks are lost, and its precision."""
    if run.probability >= FLAT_SURE:
        return "sure-sentence", FLAT_SURE_PRECISION
    is_likely = run.probability >= FLAT_LIKELY
    return ("likely-sentence", FLAT_LIKELY_PRECISION) if is_likely else ("doubtful-sentence", FLAT_PRECISION)


def as_sure_as_its_place(doc: Document, run: Run) -> Run:
    """Return a run as only likely where it is in a place in which such runs are often the article's."""
    least = _least_mean(doc.zone(doc.lines[run.first]), len(run))
    is_sure = run.is_sure and (run.probability >= least or is_page(doc))
    return Run(run.first, run.last, run.probability, is_sure=is_sure)


def _least_mean(zone: str, lines: int) -> float:
    if zone == "tail":
        return (
            MIN_SURE_TAIL_LINE if lines == 1 else MIN_LONG_TAIL_RUN if lines >= LONG_TAIL_LINES else MIN_SURE_RUN[zone]
        )
    return MIN_LONG_BODY_RUN if zone == "body" and lines >= LONG_BODY_LINES else MIN_SURE_RUN[zone]


def no_surer(runs: Iterable[Run], before: Sequence[Run]) -> Iterator[Run]:
    """Yield those runs whose lines were in a run before, none surer than that: what is left of a run is no proof."""
    for run in runs:
        whole = next((one for one in before if one.first <= run.first and run.last <= one.last), None)
        # What came together only now, across lines that are the article's, is no run of the page.
        if whole is not None:
            yield Run(run.first, run.last, run.probability, is_sure=run.is_sure and whole.is_sure)
