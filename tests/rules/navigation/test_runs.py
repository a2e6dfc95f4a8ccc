"""Runs of lines that are likely not the article."""

from __future__ import annotations

import pytest

from scrapelint import Article
from scrapelint.engine.linter import Linter
from scrapelint_rules.navigation._shared.runs.guards import is_kept
from scrapelint_rules.navigation._shared.runs.run import Run, graded, levelled

NOTHING: frozenset[int] = frozenset()


def runs(*shares: float) -> list[tuple[int, int, bool]]:
    """Return first line, last line and grade of each run."""
    return [(run.first, run.last, run.is_sure) for run in graded(shares, NOTHING, 0.4)]


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ((), []),
        ((0.1, 0.2), []),
        ((0.9, 0.9, 0.1), [(0, 1, True)]),
        ((0.5, 0.1, 0.95, 0.1, 0.5), [(0, 0, False), (2, 2, True), (4, 4, False)]),
        ((0.95, 0.6, 0.95), [(0, 2, True)]),
        ((0.9, 0.35, 0.5, 0.5), [(0, 0, True), (1, 3, False)]),
    ],
    ids=["no line", "nothing likely", "sure", "in order", "doubtful line among sure ones", "more doubtful than sure"],
)
def test_runs_are_graded_by_their_lines(shares, found):
    assert runs(*shares) == found


def test_lines_that_other_rules_know_join_those_around_them():
    assert list(graded([0.9, 0.9, 0.9], {1}, 0.4)) == [Run(0, 2, 0.9, is_sure=True)]


LIST = (
    "Mer om samma\nBusschaufförer i Larn ställer in strejken 29.7.2014\nOrlo planterar träd på kajen 10.6.2014\n"
    "Äldre\nFärjan till Ellery blir dyrare 2.5.2014\nTeater i Wend stänger 13.3.2014\nHamnen säger nej"
)


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ((0.95, 0.9, 0.7, 0.9, 0.6, 0.5, 0.1), (0.95, 0.9, 0.9, 0.9, 0.9, 0.9, 0.1)),
        ((0.5, 0.9, 0.7, 0.9, 0.6, 0.4, 0.1), (0.5, 0.7, 0.7, 0.7, 0.7, 0.7, 0.1)),
        ((0.95, 0.6, 0.2, 0.2, 0.2, 0.3, 0.1), (0.95, 0.3, 0.3, 0.3, 0.3, 0.3, 0.1)),
        ((0.95, 0.9, 0.7, 0.0, 0.6, 0.5, 0.1), (0.95, 0.9, 0.7, 0.0, 0.6, 0.5, 0.1)),
    ],
    ids=["below the page's", "below something else", "likely the article's", "parted by the article's own"],
)
def test_headlines_of_a_list_with_dates_are_as_likely_as_each_other(shares, found):
    lines = Linter(()).document(Article(LIST)).lines

    assert levelled(lines, list(shares)) == pytest.approx(found)


STORY = "The council of Larn approved the plan for the new tram line on Tuesday night, after a debate of six hours, the mayor said."
POINTS = f"{STORY}\n\nWhat speaks for it\n\n+ it is quick and cheap\n\n+ it needs no bridge\n\n+ all of the old shops can stay\n\n{STORY}"
MENU = f"{STORY}\n\n{STORY}\n\n- Home\n\n- Sport\n\n- Weather"


@pytest.mark.parametrize(
    ("text", "first", "last", "kept"),
    [(POINTS, 2, 3, True), (POINTS, 3, 4, True), (POINTS, 2, 4, False), (MENU, 2, 3, False)],
    ids=["the first points", "the last points", "the whole list", "a menu behind the article"],
)
def test_a_list_of_points_is_not_cut_in_two(text, first, last, kept):
    doc = Linter(()).document(Article(text))

    assert is_kept(doc, Run(first, last, 0.95, is_sure=True)) is kept


LABEL = f"{STORY}\n\n{STORY}\n\nMore of the port:\n\nIn the picture:\n\nThe old quay at dawn"
SPEECH = f'{STORY}\n\n{STORY}\n\nAdvertisement\n\n"I want to thank all of the crews for what they'
TITLES = f"{STORY}\n\n{STORY}\n\nThe Prisoner\n\n(1907), the barred window stands for the town of Larn\n\n{STORY}"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [(LABEL, 2, 3), (SPEECH, 2, 3), (TITLES, 2, 3)],
    ids=["a label without what it heads", "speech that was cut off", "a sentence broken at a name"],
)
def test_lines_that_belong_to_others_stay(text, first, last):
    doc = Linter(()).document(Article(text))

    assert is_kept(doc, Run(first, last, 0.95, is_sure=True))
