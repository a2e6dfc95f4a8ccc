"""Which two articles share enough to be copies."""

from __future__ import annotations

from scrapelint_rules.duplicates._shared.pairs import Shared, pair_of

MANY = 8


def test_many_fingerprints_of_one_short_passage_do_not_stand_for_more_than_it_is_long() -> None:
    notice = [(Shared(1, 296 + 15 * n, 405, 8, 0), Shared(2, 12 + 15 * n, 1188, 32, 0), 30) for n in range(8)]

    assert pair_of(notice, MANY) is None


def test_as_many_all_over_the_shorter_article_make_a_pair() -> None:
    spread = [(Shared(1, 50 * n, 405, 8, 0), Shared(2, 12 + 50 * n, 1188, 32, 0), 30) for n in range(8)]

    pair = pair_of(spread, MANY)

    assert pair is not None
    assert pair.shares == (0.63, 0.22)


def test_two_articles_of_one_site_have_to_share_more() -> None:
    def met(site: int) -> list[tuple[Shared, Shared, int]]:
        return [(Shared(1, 10 * n, 300, 4, 7), Shared(2, 10 * n, 300, 4, site), 2) for n in range(20)]

    assert pair_of(met(8), MANY) is not None
    assert pair_of(met(7), MANY) is None
