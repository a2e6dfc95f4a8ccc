"""Evidence in buckets: what is cut from a key is counted, and what is judged is the same."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pyarrow as pa
import pytest
from engines import CONFIG

from scrapelint.corpus.evidence import MAX_GROUP
from scrapelint.engine.linter import Linter
from scrapelint.integrations import arrow
from scrapelint.integrations.arrow import COUNT, EVIDENCE, MORE, judge_sorted
from scrapelint.integrations.buckets import BUCKET, bucketed, of_stage, sorted_bucket, totals_of
from scrapelint.integrations.ray import as_tables
from scrapelint.selection import selecting as selection
from scrapelint.selection.registry import discover

MANY = 2 * MAX_GROUP + 500


def evidence(rows: list[tuple[Any, ...]]) -> Any:
    return pa.concat_tables(as_tables(rows, EVIDENCE))


@pytest.fixture
def articles() -> list[int]:
    return random.Random(3).sample(range(-MANY, MANY), MANY)  # noqa: S311  # nothing here is secret


@pytest.fixture
def cut(articles: list[int]) -> list[Any]:
    """What is left of two blocks of evidence: a key of many articles, one of three, and counts of two sites."""
    rows = [(0, 1, -7, article, 77, str(article)) for article in articles]
    rows += [(0, 1, 8, article, 78, "") for article in (5, 3, 4)]
    rows += [(COUNT, 1, 77, article, 0, "") for article in articles] + [(COUNT, 2, 78, 1, 0, "")]
    return [bucketed(evidence(rows[n::2]), 4) for n in range(2)]


def test_smallest_of_a_large_key_are_left_and_all_are_counted(cut: list[Any], articles: list[int]) -> None:
    kept = of_stage(pa.concat_tables(cut), 0).to_pylist()

    large = [row for row in kept if row["key"] == -7]
    assert len(large) == 2 * MAX_GROUP
    assert sorted(row["article"] for row in large)[:MAX_GROUP] == sorted(articles)[:MAX_GROUP]
    assert sum(1 + row[MORE] for row in large) == MANY
    assert [row[MORE] for row in kept if row["key"] == 8] == [0, 0, 0]


def test_all_of_a_key_is_in_one_bucket(cut: list[Any]) -> None:
    places = {(row["stream"], row["key"], row[BUCKET]) for row in pa.concat_tables(cut).to_pylist()}

    assert len(places) == len({place[:2] for place in places})
    assert {place[2] for place in places} <= {0, 1, 2, 3}


def test_evidence_is_judged_in_order_with_the_count_of_its_own_stream(cut: list[Any]) -> None:
    totals = totals_of(cut)

    rows = sorted_bucket(of_stage(pa.concat_tables(cut), 0), totals).to_pylist()

    order = [(row["stream"], row["key"], row["article"], row["data"]) for row in rows]
    assert order == sorted(order)
    assert Counter((row["key"], row["total"]) for row in rows) == {(-7, MANY): 2 * MAX_GROUP, (8, 0): 3}


def test_group_is_as_large_as_it_was_before_it_was_cut(cut: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    groups: list[Any] = []
    monkeypatch.setattr(arrow, "_judged", lambda _, stage, stream, group: groups.append((stage, stream, group)) or ())
    table = sorted_bucket(of_stage(pa.concat_tables(cut), 0), totals_of(cut))

    assert list(judge_sorted(table.to_batches(100), 0, linter)) == []

    assert [(group.key, len(group.rows), group.size) for _, _, group in groups] == [(-7, MAX_GROUP, MANY), (8, 3, 3)]


def test_block_without_evidence_is_one_without_rows() -> None:
    assert bucketed(evidence([]), 4).column_names == [*(name for name, _ in EVIDENCE), MORE, BUCKET]


def linter() -> Linter:
    """Return a linter of the rules across articles."""
    return Linter((), comparison=selection.comparison(CONFIG, discover()))
