"""The bounds of a share that a sample leaves."""

from __future__ import annotations

from math import comb

import pytest

from scrapelint.gates.drawn import bounds


def by_definition(found: int, of: int, unseen: int) -> tuple[float, float]:
    """Return the bounds by trying all numbers of marked articles, with whole numbers."""
    total = of + unseen

    def ways(marked: int, counts: range) -> int:
        return sum(comb(marked, count) * comb(total - marked, of - count) for count in counts)

    likely = [
        marked
        for marked in range(found, total - of + found + 1)
        if min(ways(marked, range(found + 1)), ways(marked, range(found, of + 1))) * 40 > comb(total, of)
    ]
    return likely[0] / total, likely[-1] / total


@pytest.mark.parametrize("unseen", [1, 7, 90])
@pytest.mark.parametrize("of", [1, 2, 13])
def test_bounds_are_those_of_the_hypergeometric_distribution(of: int, unseen: int) -> None:
    for found in range(of + 1):
        assert bounds(found, of, unseen) == pytest.approx(by_definition(found, of, unseen), abs=1e-12)


@pytest.mark.parametrize(
    ("found", "of", "least", "most"),
    # Clopper and Pearson, as R 4.3 has them: binom.test(found, of)$conf.int
    [(0, 1000, 0, 0.0036821), (1, 1000, 0.0000253, 0.0055589), (44, 100, 0.3408360, 0.5428125), (5, 5, 0.4781762, 1)],
)
def test_of_many_articles_they_are_those_of_clopper_and_pearson(found: int, of: int, least: float, most: float) -> None:
    assert bounds(found, of, 10**8) == pytest.approx((least, most), abs=2e-6)


def test_where_all_were_drawn_they_are_the_share() -> None:
    assert bounds(7, 350, 0) == (0.02, 0.02)


def test_of_nothing_anything_may_be() -> None:
    assert bounds(0, 0, 5) == (0, 1)


def test_more_drawn_of_the_same_tell_more() -> None:
    widths = [most - least for least, most in (bounds(of // 10, of, 10_000 - of) for of in (10, 100, 1000, 9990))]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < 0.002
