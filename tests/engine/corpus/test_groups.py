"""Evidence under its keys: the same in memory and on disk, in any order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from scrapelint.corpus import duckdb_store as duck
from scrapelint.corpus.comparison import COUNT, SEEN, VERDICT
from scrapelint.corpus.duckdb_store import DuckGroups
from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.corpus.groups import MemoryGroups
from scrapelint.corpus.spilling_store import SpillingGroups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapelint.corpus.comparison import Row
    from scrapelint.corpus.evidence import Group
    from scrapelint.corpus.groups import Groups

RNG = random.Random(3)  # noqa: S311  # nothing here is secret
ROWS: list[Row] = [
    (
        stage,
        stream,
        RNG.randrange(-40, 40),
        RNG.randrange(-(2**62), 2**62),
        RNG.choice([0, 5, 6]),
        RNG.choice(["", "é", "x"]),
    )
    for stage in (0, 1)
    for stream in (0, 1)
    for _ in range(150)
]
ROWS += [(COUNT, 1, key, article, 0, "") for key in (5, 6) for article in range(key)]


@pytest.fixture(params=["memory", "disk", "spilling"])
def make(request: pytest.FixtureRequest) -> Iterator[Callable[[], Groups]]:
    opened: list[Groups] = []
    makers: dict[str, Callable[[], Groups]] = {
        "memory": MemoryGroups,
        "disk": DuckGroups,
        "spilling": lambda: SpillingGroups(DuckGroups, max_rows=100),
    }

    def made() -> Groups:
        opened.append(makers[request.param]())
        return opened[-1]

    yield made
    for groups in opened:
        groups.close()


def grouped(groups: Groups, rows: list[Row], stage: int, stream: int) -> list[Group]:
    """Return the groups of these rows, in the order of their keys."""
    for start in range(0, len(rows), 30):
        groups.add(rows[start : start + 30])
    return sorted(groups.groups(stage, stream), key=lambda group: group.key)


@pytest.mark.parametrize("stage", [0, 1])
@pytest.mark.parametrize("stream", [0, 1])
def test_groups_do_not_depend_on_where_and_in_which_order_they_are_kept(
    make: Callable[[], Groups], stage: int, stream: int
) -> None:
    shuffled = RNG.sample(ROWS, len(ROWS))

    assert grouped(make(), shuffled, stage, stream) == grouped(MemoryGroups(), ROWS, stage, stream)


def test_evidence_that_stands_alone_is_left_out_of_the_first_stage_only(make: Callable[[], Groups]) -> None:
    rows: list[Row] = [(0, 0, 1, 1, 0, ""), (1, 0, 1, 1, 0, "")]

    assert grouped(make(), rows, 0, 0) == []
    assert len(grouped(make(), rows, 1, 0)) == 1


def test_total_is_how_often_the_key_of_the_count_was_counted(make: Callable[[], Groups]) -> None:
    totals = {e.of: e.total for group in grouped(make(), ROWS, 0, 1) for e in group.evidences}

    assert totals == {0: 0, 5: 5, 6: 6}


def test_of_many_the_smallest_article_numbers_are_kept_and_all_are_counted(make: Callable[[], Groups]) -> None:
    rows: list[Row] = [(0, 0, 9, article, 0, "") for article in range(MAX_GROUP + 50, 0, -1)]

    (group,) = grouped(make(), rows, 0, 0)

    assert [e.article for e in group.evidences] == list(range(1, MAX_GROUP + 1))
    assert group.size == MAX_GROUP + 50


def test_results_are_found_by_article(make: Callable[[], Groups]) -> None:
    groups = make()
    groups.add([(VERDICT, 2, 7, 7, 0, "a"), (SEEN, 0, 7, 7, 0, ""), (VERDICT, 2, 8, 8, 0, "b"), (SEEN, 0, 9, 9, 0, "")])

    assert sorted(groups.results([7, 10])[7]) == [(VERDICT, 2, 7, 7, 0, "a"), (SEEN, 0, 7, 7, 0, "")]
    assert groups.verdicts() == 2


def test_rows_that_come_while_groups_are_read_are_kept(make: Callable[[], Groups]) -> None:
    groups = make()
    groups.add(ROWS)

    for group in groups.groups(0, 0):
        groups.add([(2, 0, group.key, e.article, 0, "") for e in group.evidences])

    assert [g.key for g in sorted(groups.groups(2, 0))] == [g.key for g in grouped(MemoryGroups(), ROWS, 0, 0)]


def test_rows_may_come_between_the_groups_of_one_stream_and_those_of_the_next(make: Callable[[], Groups]) -> None:
    groups = make()
    groups.add([(0, 0, 1, 1, 0, ""), (0, 0, 1, 2, 0, ""), (0, 1, 5, 1, 0, ""), (0, 1, 5, 2, 0, "")])

    found = []
    for stage, stream in ((0, 0), (0, 1), (1, 0)):
        found += [(group.key, group.size) for group in groups.groups(stage, stream)]
        groups.add([(1, 0, 9, 3, 0, ""), (VERDICT, 0, 3, 3, 0, str(stream))])
        assert groups.verdicts() == 1

    assert found == [(1, 2), (5, 2), (9, 2)]


def test_disk_takes_more_than_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duck, "PART_ROWS", 40_000)
    groups = DuckGroups("60MB")
    for part in range(20):
        groups.add(
            [(0, 0, n, part * 20_000 + n, 0, f"{part} and what else is known of it {n}" * 3) for n in range(20_000)]
        )

    found = sum(len(group.evidences) for group in groups.groups(0, 0))

    assert found == 400_000
    groups.close()
