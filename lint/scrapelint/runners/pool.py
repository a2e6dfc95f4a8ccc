"""Several processes: articles go out in chunks, findings come back in order."""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from scrapelint.errors import WorkerError
from scrapelint.runners import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from scrapelint.article import Article
    from scrapelint.engine import Linter
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked, Intake

    Results = list[tuple[Sequence[Finding], str]]

MAX_CHUNK_ARTICLES = 64
MAX_CHUNK_CHARS = 400_000
"""Some 0.1 s of work: short enough to spread a small input, long enough to forget the cost of sending it."""
CHUNKS_PER_JOB = 3
"""Chunks in flight for each process; bounds memory, and keeps a process busy while another is slow."""


def run(intakes: Iterable[Intake], make_linter: Callable[[], Linter], jobs: int) -> Iterator[Checked]:
    """Yield each article with its findings, in the order of the input.

    `make_linter` runs once in each process: it has to be picklable, the linter is not. Raises
    WorkerError where a process is killed.
    """
    pending: deque[tuple[list[Intake], Future[Results]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(make_linter,))
    try:
        for chunk in chunks(intakes):
            pending.append((chunk, pool.submit(_check, [i.article if i.readable else None for i in chunk])))
            if len(pending) >= jobs * CHUNKS_PER_JOB:
                yield from _finished(*pending.popleft())
        while pending:
            yield from _finished(*pending.popleft())
    except BrokenProcessPool as error:
        msg = "a worker process was killed, perhaps for want of memory; try a lower --jobs, or --jobs 1"
        raise WorkerError(msg) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def chunks(intakes: Iterable[Intake]) -> Iterator[list[Intake]]:
    """Yield the intakes in lists of bounded number and size; a larger article is a list of its own."""
    chunk: list[Intake] = []
    chars = 0
    for intake in intakes:
        size = len(intake.article.text)
        if chunk and (len(chunk) == MAX_CHUNK_ARTICLES or chars + size > MAX_CHUNK_CHARS):
            yield chunk
            chunk, chars = [], 0
        chunk.append(intake)
        chars += size
    if chunk:
        yield chunk


def _finished(chunk: list[Intake], future: Future[Results]) -> Iterator[Checked]:
    for intake, (findings, error) in zip(chunk, future.result(), strict=True):
        yield local.joined(intake, findings, error)


_linter: Linter
"""The linter of this worker process."""


def _start(make_linter: Callable[[], Linter]) -> None:
    global _linter  # noqa: PLW0603  # a process pool has no other way to keep something in its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _linter = make_linter()


def _check(articles: list[Article | None]) -> Results:
    return [local.check(article, _linter) if article else ((), "") for article in articles]
