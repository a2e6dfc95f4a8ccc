"""How far a run is, in words."""

from __future__ import annotations

import gzip
import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from scrapelint.article import Article
from scrapelint.commands.shared import progress
from scrapelint.commands.shared.progress import progress_words
from scrapelint.intake import Checked
from scrapelint.readers.files import input_of
from scrapelint.readers.reading import read
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from scrapelint.readers.files import Input


@pytest.mark.parametrize(
    ("done", "total", "passed_s", "words"),
    [
        (25, 100, 10, "25%, 1,200 articles, 120 a second, 30 s left"),
        (25, 100, 100, "25%, 1,200 articles, 12 a second, 5 min left"),
        (1, 100, 600, "1%, 1,200 articles, 2 a second, 16 h left"),
        (0, 100, 10, "1,200 articles, 120 a second"),
        (50, None, 10, "1,200 articles, 120 a second"),
    ],
)
def test_of_bytes_it_is_told_how_long_it_takes(done: int, total: int | None, passed_s: float, words: str) -> None:
    assert progress_words(done, total, 1200, passed_s, in_bytes=True) == words


@pytest.mark.parametrize(
    ("total", "words"),
    [(12, "3 of 12 files, 1,200 articles, 120 a second"), (1, "1,200 articles, 120 a second")],
)
def test_files_are_counted_where_there_are_several(total: int, words: str) -> None:
    assert progress_words(3, total, 1200, 10, in_bytes=False) == words


class Bar:
    """Notes what a bar is told."""

    made: list[Bar]

    def __init__(self, total: int | None, *, in_bytes: bool = False) -> None:
        self.total, self.in_bytes = total, in_bytes
        self.done: list[int] = []
        self.made.append(self)

    def update(self, done: int, articles: int) -> None:
        assert articles == len(self.done) + 1
        self.done.append(done)

    def close(self) -> None:
        pass


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> list[Bar]:
    Bar.made = []
    monkeypatch.setattr(progress, "_Bar", Bar)
    monkeypatch.setattr(progress, "DELAY_S", -1)
    return Bar.made


def run(files: Sequence[Input], **flags: Any) -> None:
    def found() -> Iterator[Checked]:
        for file in files:
            for intake in read(file, Source(file.filename)):
                yield Checked(intake.article, [], **flags)

    list(progress.shown(found(), files))


def records(path: Path) -> Input:
    made = random.Random(1)  # noqa: S311  # nothing here is secret
    text = "".join(json.dumps({"text": made.randbytes(500).hex()}) + "\n" for _ in range(400))
    with (gzip.open if path.suffix == ".gz" else open)(path, "wt") as out:
        out.write(text)
    return input_of(str(path))


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_of_one_large_file_the_bytes_are_shown_that_are_read(tmp_path: Path, bars: list[Bar], ending: str) -> None:
    file = records(tmp_path / f"a.{ending}")

    run([file])

    (bar,) = bars
    assert (bar.in_bytes, bar.total) == (True, file.size_bytes)
    assert bar.done == sorted(bar.done)
    assert 0 < bar.done[0] < bar.done[200] < bar.done[-1] <= file.size_bytes


def test_several_files_are_read_to_the_bytes_of_all(tmp_path: Path, bars: list[Bar]) -> None:
    files = [records(tmp_path / "a.jsonl"), records(tmp_path / "b.jsonl")]

    run(files)

    assert bars[0].total == 2 * files[0].size_bytes
    assert bars[0].done[399] <= files[0].size_bytes < bars[0].done[400]


def test_of_a_second_reading_it_is_not_told_how_much_is_done(tmp_path: Path, bars: list[Bar]) -> None:
    run([records(tmp_path / "a.jsonl")], again=True)

    assert set(bars[0].done) == {0}


def test_empty_file_among_others_changes_nothing(tmp_path: Path, bars: list[Bar]) -> None:
    (tmp_path / "b.jsonl").touch()
    known = records(tmp_path / "a.jsonl")

    run([input_of(str(tmp_path / "b.jsonl")), known])

    assert (bars[0].in_bytes, bars[0].total) == (True, known.size_bytes)


def test_where_a_size_is_not_known_files_are_counted(bars: list[Bar]) -> None:
    checked = [Checked(Article("", filename=name), []) for name in ("https://larn.example/b.jsonl", "a.jsonl")]

    list(progress.shown(checked, [input_of(checked[0].article.filename), input_of("a.jsonl")]))

    assert (bars[0].in_bytes, bars[0].total, bars[0].done) == (False, 2, [0, 1])
