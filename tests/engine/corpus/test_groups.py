"""Evidence under its keys: the same in memory and on disk, in any order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from scrapelint.corpus import duckdb_store as duck
from scrapelint.corpus.duckdb_store import DuckGroups
from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.corpus.groups import MemoryGroups
from scrapelint.corpus.rows import ArticleEvidence, Counted, OwnFindings, RuleVerdict
from scrapelint.corpus.spilling_store import SpillingGroups
from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapelint.corpus.groups import Groups
    from scrapelint.corpus.rows import EvidenceGroup, EvidenceRow

RNG = random.Random(3)  # noqa: S311  # nothing here is secret
ROWS: list[EvidenceRow] = [
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
COUNTED = [Counted(1, key, article) for key in (5, 6) for article in range(key)]


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


def grouped(groups: Groups, rows: list[EvidenceRow], stage: int, stream: int) -> list[EvidenceGroup]:
    """Return the groups of these rows, in the order of their keys."""
    for start in range(0, len(rows), 30):
        groups.add(rows[start : start + 30])
    groups.add_counted(COUNTED)
    return sorted(groups.groups(stage, stream), key=lambda group: group.key)


@pytest.mark.parametrize("stage", [0, 1])
@pytest.mark.parametrize("stream", [0, 1])
def test_groups_do_not_depend_on_where_and_in_which_order_they_are_kept(
    make: Callable[[], Groups], stage: int, stream: int
) -> None:
    shuffled = RNG.sample(ROWS, len(ROWS))

    assert grouped(make(), shuffled, stage, stream) == grouped(MemoryGroups(), ROWS, stage, stream)


def test_evidence_that_stands_alone_is_left_out_of_the_first_stage_only(make: Callable[[], Groups]) -> None:
    rows: list[EvidenceRow] = [(0, 0, 1, 1, 0, ""), (1, 0, 1, 1, 0, "")]

    assert grouped(make(), rows, 0, 0) == []
    assert len(grouped(make(), rows, 1, 0)) == 1


def test_total_is_how_often_the_key_of_the_count_was_counted(make: Callable[[], Groups]) -> None:
    totals = {key: total for group in grouped(make(), ROWS, 0, 1) for _, _, key, total in group.rows}

    assert totals == {0: 0, 5: 5, 6: 6}


def test_of_many_the_smallest_article_numbers_are_kept_and_all_are_counted(make: Callable[[], Groups]) -> None:
    rows: list[EvidenceRow] = [(0, 0, 9, article, 0, "") for article in range(MAX_GROUP + 50, 0, -1)]

    (group,) = grouped(make(), rows, 0, 0)

    assert [article for article, *_ in group.rows] == list(range(1, MAX_GROUP + 1))
    assert group.size == MAX_GROUP + 50


def test_evidence_of_an_article_is_kept_as_its_rows_are(make: Callable[[], Groups]) -> None:
    groups, by_row = make(), make()
    for article in (3, 4):
        noted = ArticleEvidence(article, [0, 0], [0, 1], [7, 7], [0, 5], ["a", "b"], [Counted(1, 5, article)])
        groups.take(noted)
        by_row.add(noted.by_row())
        by_row.add_counted(noted.counted)

    found = [list(groups.groups(0, stream)) for stream in (0, 1)]

    assert found == [list(by_row.groups(0, stream)) for stream in (0, 1)]
    assert found[1][0].rows == [(3, "b", 5, 2), (4, "b", 5, 2)]


def test_results_are_found_by_article(make: Callable[[], Groups]) -> None:
    groups = make()
    groups.add_verdicts([RuleVerdict(7, 2, "a"), RuleVerdict(8, 2, "b"), RuleVerdict(7, 1, "c")])
    groups.add_own_findings([OwnFindings(7, Severity.WARNING), OwnFindings(9, Severity.INFO)])

    found = groups.results([7, 8, 9, 10])

    assert sorted(found[7].verdicts) == [RuleVerdict(7, 1, "c"), RuleVerdict(7, 2, "a")]
    assert {article: decided.worst_before for article, decided in found.items()} == {7: Severity.WARNING, 8: None}
    assert groups.decided() == 2


def test_verdicts_and_counts_move_to_disk_with_the_evidence() -> None:
    groups = SpillingGroups(DuckGroups, max_rows=100)
    groups.add_verdicts([RuleVerdict(7, 2, "a")])
    groups.add_own_findings([OwnFindings(7, Severity.ERROR)])

    totals = {key: total for group in grouped(groups, ROWS, 0, 1) for _, _, key, total in group.rows}

    assert totals == {0: 0, 5: 5, 6: 6}
    assert groups.results([7])[7].verdicts == [RuleVerdict(7, 2, "a")]
    assert groups.results([7])[7].worst_before == Severity.ERROR
    groups.close()


def test_rows_that_come_while_groups_are_read_are_kept(make: Callable[[], Groups]) -> None:
    groups = make()
    groups.add(ROWS)

    for group in groups.groups(0, 0):
        groups.add([(2, 0, group.key, article, 0, "") for article, *_ in group.rows])

    assert [g.key for g in sorted(groups.groups(2, 0))] == [g.key for g in grouped(MemoryGroups(), ROWS, 0, 0)]


def test_rows_may_come_between_the_groups_of_one_stream_and_those_of_the_next(make: Callable[[], Groups]) -> None:
    groups = make()
    groups.add([(0, 0, 1, 1, 0, ""), (0, 0, 1, 2, 0, ""), (0, 1, 5, 1, 0, ""), (0, 1, 5, 2, 0, "")])

    found = []
    for stage, stream in ((0, 0), (0, 1), (1, 0)):
        found += [(group.key, group.size) for group in groups.groups(stage, stream)]
        groups.add([(1, 0, 9, 3, 0, "")])
        groups.add_verdicts([RuleVerdict(3, 0, str(stream))])
        assert groups.decided() == 1

    assert found == [(1, 2), (5, 2), (9, 2)]


def test_disk_takes_more_than_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duck, "PART_ROWS", 40_000)
    groups = DuckGroups("60MB")
    for part in range(20):
        groups.add(
            [(0, 0, n, part * 20_000 + n, 0, f"{part} and what else is known of it {n}" * 3) for n in range(20_000)]
        )

    found = sum(len(group.rows) for group in groups.groups(0, 0))

    assert found == 400_000
    groups.close()
