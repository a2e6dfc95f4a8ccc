"""All pairs: how they are joined, and what they come to."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING

import pytest

from scrapelint.comparing.comparison import compared
from scrapelint.comparing.side import Known, Version
from scrapelint.comparing.store import SideCount, Store
from scrapelint.comparing.totals import Mean, RuleChange
from scrapelint.errors import UsageError, WriteError
from scrapelint.scoring import Score

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        yield opened


def version(url: str = "", name: str = "", score: float = 1.0, *codes: str, site: str = "larn.example") -> Version:
    known = tuple(Known(code, "a-rule", "x") for code in codes)
    return Version(url, name, url or name, "a.jsonl:1", site, "A \ud800 text.", Score(score, 1 - score, 100), known)


def test_version_comes_back_as_it_was(store: Store) -> None:
    store.add(0, kept := version("u", "1", 0.5, "NAV001"))

    assert store[1] == kept


def test_what_pairs_more_articles_is_joined_by(store: Store) -> None:
    for side in (0, 1):
        for number in range(3):
            store.add(side, version(f"u{number + side}", str(number)))

    assert store.join() == "id"
    assert [tuple(pair) for pair in store.pairs("id")] == [(1, 4), (2, 5), (3, 6)]


def test_address_is_preferred_and_may_be_overruled(store: Store) -> None:
    for side in (0, 1):
        store.add(side, version("u", "1"))

    assert store.join() == "url"
    assert store.join("id") == "id"


def test_what_is_not_paired_is_counted(store: Store) -> None:
    for url in ("a", "b", "c", "a", ""):
        store.add(0, version(url))
    for url in ("a", "d"):
        store.add(1, version(url))

    done = compared(store, "", 5)

    assert done.totals.all.pairs == 1
    assert done.old == SideCount(articles=5, unpaired=2, repeated=1, unnamed=1)
    assert done.new == SideCount(articles=2, unpaired=1, repeated=0, unnamed=0)


def test_nothing_in_common_is_an_error(store: Store) -> None:
    store.add(0, version("a"))
    store.add(1, version("b"))

    sides = "old has 1 article, 1 with url, 0 with id; new has 1 article, 1 with url, 0 with id"
    with pytest.raises(UsageError, match=f"joined by url or id; {sides}$"):
        store.join()


def test_disk_that_is_full_is_told_with_what_to_do(store: Store) -> None:
    store._connection.execute("PRAGMA max_page_count = 3")

    with pytest.raises(WriteError, match="set SQLITE_TMPDIR"):
        store.add(0, version("u" * 99_999))


def test_rules_and_sites_have_what_their_pairs_gained_and_lost(store: Store) -> None:
    store.add(0, version("a", "", 0.5, "NAV001", "NAV001", "CMT001"))
    store.add(0, version("b", "", 1.0, site="ost.example"))
    store.add(1, version("a", "", 0.9, "CMT001"))
    store.add(1, version("b", "", 0.7, "PRO001", site="ost.example"))

    totals = compared(store, "", 5).totals

    assert list(totals.rules()) == [
        RuleChange("NAV001", "a-rule", old=2, new=0, gained=0, lost=2),
        RuleChange("PRO001", "a-rule", old=0, new=1, gained=1, lost=0),
        RuleChange("CMT001", "a-rule", old=1, new=1, gained=0, lost=0),
    ]
    assert [(name, site.verdicts) for name, site in totals.ranked_sites()] == [
        ("ost.example", {"worse": 1}),
        ("larn.example", {"better": 1}),
    ]
    assert totals.worse_share == 0.5


def test_worst_pairs_are_kept_the_worst_first(store: Store) -> None:
    for side in (0, 1):
        for number in range(6):
            store.add(side, version(f"u{number}", "", 1 - side * (0.1 * number)))

    assert [found.new.url for found in compared(store, "", 2).worst] == ["u5", "u4"]
    assert len(compared(store, "", 9).worst) == 5, "one is alike"


@pytest.mark.parametrize(("count", "quantile"), [(2, 12.706), (3, 4.303), (4, 3.182), (10, 2.262), (31, 2.042)])
def test_interval_is_that_of_student(count: int, quantile: float) -> None:
    mean = Mean()
    values = [NormalDist().inv_cdf((n + 1) / (count + 1)) for n in range(count)]
    for value in values:
        mean.add(value)
    deviation = (sum(value**2 for value in values) / (count - 1)) ** 0.5

    assert mean.interval == pytest.approx(
        (-quantile * deviation / count**0.5, quantile * deviation / count**0.5), rel=0.01
    )


def test_one_value_has_no_interval() -> None:
    mean = Mean()
    mean.add(1.0)

    assert mean.interval is None
