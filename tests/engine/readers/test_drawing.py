"""A sample of the records of a run."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from scrapelint.readers import reading, records
from scrapelint.readers.drawing import Sample
from scrapelint.readers.files import Input, find
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def lines(*ids: str) -> str:
    return "".join(json.dumps({"id": name, "text": f"Talks of {name} ended."}) + "\n" for name in ids)


def files_in(*paths: Path) -> list[Input]:
    return [file for file in find(map(str, paths), lambda _: False) if isinstance(file, Input)]


def drawn(sample: Sample, files: Sequence[Input]) -> list[str]:
    return [one.intake.article.id for one in sample.draw(files, lambda file: Source(file.filename), lambda _: None)]


def counting(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> list[Any]:
    """Return the list of what a function is called with from now on."""
    function, calls = getattr(module, name), []

    def counted(*arguments: Any, **named: Any) -> Any:
        calls.append(arguments)
        return function(*arguments, **named)

    monkeypatch.setattr(module, name, counted)
    return calls


@pytest.fixture
def several(tmp_path: Path) -> list[Input]:
    """Five records in three files, two of which are one article each."""
    (tmp_path / "a.jsonl").write_text(lines("1", "2", "3"), encoding="utf-8")
    (tmp_path / "b.txt").write_text("Talks ended.", encoding="utf-8")
    (tmp_path / "c.md").write_text("Talks ended.", encoding="utf-8")
    return files_in(tmp_path)


def test_every_set_of_records_is_as_likely_as_any_other(several: list[Input]) -> None:
    seen = Counter(tuple(drawn(Sample(2, seed), several)) for seed in range(3000))
    names = drawn(Sample(9, 0), several)
    assert set(seen) == set(combinations(names, 2))
    # Ten sets, 300 times each; the standard deviation is 16.
    assert min(seen.values()) > 230
    assert max(seen.values()) < 370


def test_a_larger_sample_has_all_of_a_smaller_one(several: list[Input]) -> None:
    for seed in range(30):
        assert set(drawn(Sample(2, seed), several)) < set(drawn(Sample(4, seed), several))


def test_all_are_drawn_where_there_are_no_more_in_the_order_of_the_input(several: list[Input]) -> None:
    sample = Sample(5, 1)
    assert [name[-5:] for name in drawn(sample, several)] == ["1", "2", "3", "b.txt", "/c.md"]
    assert (sample.total, sample.drawn, sample.unseen) == (5, 5, 0)


def test_records_that_are_not_drawn_are_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_text(lines(*map(str, range(2000))), encoding="utf-8")
    parsed = counting(monkeypatch, records, "from_record")
    assert len(drawn(Sample(10, 0), files_in(tmp_path))) == 10
    # Ten, and those that went again: 10 ln 200 of them.
    assert 10 < len(parsed) < 120


def test_files_of_one_article_that_are_not_drawn_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text("Talks ended.", encoding="utf-8")
    opened = counting(monkeypatch, reading, "open_bytes")
    assert len(drawn(Sample(3, 0), files_in(tmp_path))) == 3
    assert 3 <= len(opened) < 50


def test_a_file_that_cannot_be_read_on_is_told_besides(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines("1", "2", "3"), encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gz")
    sample = Sample(1, 0)
    found = list(sample.draw(files_in(tmp_path), lambda file: Source(file.filename), lambda _: None))
    assert [(one.intake.readable, one.intake.is_article) for one in found] == [(True, True), (False, False)]
    assert sample.total == 3


def test_a_record_whose_text_is_data_is_a_record_like_others(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "['One.', 'Two.']"}] * 5), encoding="utf-8")

    sample = Sample(2, 0)
    assert len(drawn(sample, files_in(tmp_path))) == 2
    assert sample.total == 5


def test_records_without_text_are_told_once_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"t": ""}\n' * 20, encoding="utf-8")
    (found,) = Sample(5, 0).draw(files_in(tmp_path), lambda file: Source(file.filename), lambda _: None)
    assert "no text in any of 5 records" in found.intake.faults[0].message


def test_files_without_records_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(lines("1"), encoding="utf-8")
    told: list[Input] = []
    list(Sample(5, 0).draw(files_in(tmp_path), lambda file: Source(file.filename), told.append))
    assert [file.filename[-7:] for file in told] == ["a.jsonl"]
