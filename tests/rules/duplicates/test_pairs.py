"""Which two articles share enough to be copies."""

from __future__ import annotations

from scrapelint_rules.duplicates._shared.pairs import Extent, Meeting, Passage, PassageCodec, pair_of

MANY = 8
SHORT, LONG = Extent(405, 8, 0), Extent(1188, 32, 0)


def met(articles: int, one: Passage, other: Passage) -> Meeting:
    """Return a meeting of the articles 1 and 2."""
    return Meeting.of(articles, 1, one, 2, other)


def test_many_fingerprints_of_one_short_passage_do_not_stand_for_more_than_it_is_long() -> None:
    notice = [met(30, Passage(296 + 15 * n, SHORT), Passage(12 + 15 * n, LONG)) for n in range(8)]

    assert pair_of(notice, MANY) is None


def test_as_many_all_over_the_shorter_article_make_a_pair() -> None:
    spread = [met(30, Passage(50 * n, SHORT), Passage(12 + 50 * n, LONG)) for n in range(8)]

    pair = pair_of(spread, MANY)

    assert pair is not None
    assert pair.shares == (0.63, 0.22)


def test_two_articles_of_one_site_have_to_share_more() -> None:
    def shared(site: int) -> list[Meeting]:
        own, other = Extent(300, 4, 7), Extent(300, 4, site)
        return [met(2, Passage(10 * n, own), Passage(10 * n, other)) for n in range(20)]

    assert pair_of(shared(8), MANY) is not None
    assert pair_of(shared(7), MANY) is None


def test_passages_of_several_articles_come_back_each_with_its_own_extent() -> None:
    codec = PassageCodec()
    rows = [Passage(3, SHORT), Passage(-1, LONG), Passage(4, SHORT)]

    assert [codec.decode(written) for written in map(codec.encode, rows)] == rows
