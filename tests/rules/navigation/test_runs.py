"""Runs of lines that are likely not the article."""

from __future__ import annotations

import pytest

from scrapelint_rules.navigation._shared.runs import Run, graded

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
