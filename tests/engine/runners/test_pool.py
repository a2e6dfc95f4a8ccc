"""Several processes find what one finds, in the same order."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from command import ARTICLE

from scrapelint.article import Article
from scrapelint.config.values import Config
from scrapelint.engine.linter import Linter
from scrapelint.errors import WorkerError
from scrapelint.intake import Intake
from scrapelint.readers.files import input_of
from scrapelint.runners import local, pool
from scrapelint.runners.pipeline import jobs_for, worker_linter

if TYPE_CHECKING:
    from pathlib import Path

    from scrapelint.engine.document import Document

CONFIG = Config(select=("CMT", "SEG"))
INTAKES = [
    Intake(Article(f"Nr {n}.\n\n" + ARTICLE * (n % 3), id=str(n), record=n), readable=n % 7 != 0) for n in range(300)
]


class Killer(Linter):
    """A linter whose process dies at one article; where a mark is named, only as long as it is not there."""

    def __init__(self, mark: Path | None = None) -> None:
        super().__init__(())
        self.mark = mark

    def document(self, article: Article) -> Document:
        if article.record == 130 and not (self.mark and self.mark.exists()):
            if self.mark:
                self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().document(article)


def test_pool_yields_what_one_process_yields() -> None:
    alone = list(local.run(INTAKES, worker_linter(CONFIG)))

    together = list(pool.run(iter(INTAKES), partial(worker_linter, CONFIG), 2))

    assert together == alone
    assert sum(len(checked.findings) for checked in alone) > 100


def test_work_in_flight_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MAX_CHUNK_ARTICLES", 1)
    read = []
    found = pool.run((read.append(intake) or intake for intake in INTAKES), partial(worker_linter, CONFIG), 2)

    next(found)

    assert len(read) <= 2 * pool.CHUNKS_PER_JOB + 1
    found.close()  # type: ignore[attr-defined]


def test_record_that_kills_two_processes_is_named() -> None:
    named = [intake._replace(article=intake.article._replace(filename="crawl.jsonl")) for intake in INTAKES]

    with pytest.raises(WorkerError, match=r"crawl.jsonl:130: a worker process was killed at this record twice"):
        list(pool.run(named, Killer, 2))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_what_a_killed_process_had_is_done_once_more(tmp_path: Path, jobs: int) -> None:
    alone = [(checked.article.record, checked.findings) for checked in local.run(INTAKES, Linter(()))]

    together = list(pool.run(iter(INTAKES), partial(Killer, tmp_path / "mark"), jobs))

    assert [(checked.article.record, checked.findings) for checked in together] == alone
    assert (tmp_path / "mark").exists()


def test_signal_waits_until_processes_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[str] = []

    class Stopped(ProcessPoolExecutor):
        def submit(self, *arguments: Any, **named: Any) -> Any:
            signal.raise_signal(signal.SIGTERM)
            future = super().submit(*arguments, **named)
            came.append("started")
            return future

    monkeypatch.setattr(pool, "ProcessPoolExecutor", Stopped)
    before = signal.signal(signal.SIGTERM, lambda *_: came.append("stopped"))
    found = list(pool.run(INTAKES[1:2], partial(worker_linter, CONFIG), 1))
    signal.signal(signal.SIGTERM, before)

    assert (len(found), came) == (1, ["started", "stopped"])


def test_large_article_is_a_chunk_of_its_own() -> None:
    large = Intake(Article("x" * pool.MAX_CHUNK_CHARS))
    small = Intake(Article("x"))

    assert [len(chunk) for chunk in pool.chunks([small, small, large, small], lambda i: len(i.article.text))] == [
        2,
        1,
        1,
    ]


def test_little_input_gets_one_process(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")

    assert jobs_for([input_of(str(path), "a.txt")], None) == 1
    assert jobs_for([], 3) == 3
