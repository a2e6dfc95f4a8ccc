"""Which pairs are shown: some of each rule and each site, the worst first."""

from __future__ import annotations

from scrapelint.comparing.difference import difference
from scrapelint.comparing.examples import MAX_GROUPS, PER_GROUP, Examples
from scrapelint.comparing.side import Known, Version
from scrapelint.comparing.store import Pair
from scrapelint.scoring import Score


def version(score: float = 1.0, *codes: str, site: str = "larn.example") -> Version:
    known = tuple(Known(code, "a-rule", "x") for code in codes)
    return Version("u", "", "u", "a.jsonl:1", site, "A text.", Score(score, 1 - score, 100), known)


def chosen(size: int, *pairs: tuple[Version, Version]) -> list[int]:
    examples = Examples(size)
    for number, (old, new) in enumerate(pairs):
        examples.add(difference(old, new), Pair(number, number))
    return [pair.new for pair in examples.pairs()]


def test_what_is_alike_on_both_sides_is_not_shown() -> None:
    assert chosen(5, (version(), version()), (version(), version(0.8))) == [1]


def test_finding_more_or_less_is_shown_though_the_score_stays() -> None:
    assert chosen(5, (version(1.0, "NAV001"), version()), (version(), version(1.0, "CMT001"))) == [0, 1]


def test_rule_and_site_with_few_come_before_more_of_the_same() -> None:
    many = [(version(), version(0.5 - 0.01 * n, "NAV001")) for n in range(20)]
    rare = (version(), version(0.9, "CMT001", site="oban.example"))

    assert chosen(2, *many, rare) == [19, 20]


def test_of_the_rest_the_worst_are_shown_and_no_pair_twice() -> None:
    found = chosen(6, *((version(), version(0.9 - 0.01 * n, "NAV001")) for n in range(20)))

    assert found == [19, 18, 17, 16, 15, 14]


def test_memory_is_bounded_whatever_the_number_of_sites() -> None:
    examples = Examples(10)
    for number in range(3 * MAX_GROUPS):
        for again in range(2 * PER_GROUP):
            found = difference(version(), version(0.5, site=f"{number}.example"))
            examples.add(found, Pair(number, 10 * number + again))

    assert sum(map(len, examples._groups.values())) <= 10 + MAX_GROUPS * PER_GROUP
    assert len(list(examples.pairs())) == 10


def test_none_is_kept_where_none_is_asked_for() -> None:
    assert chosen(0, (version(), version(0.1))) == []
