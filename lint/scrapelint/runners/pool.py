"""Several processes: articles go out in chunks, findings come back in order."""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from scrapelint.errors import WorkerError
from scrapelint.runners import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from scrapelint.article import Article
    from scrapelint.engine import Linter
    from scrapelint.finding import Finding
    from scrapelint.intake import Checked, Intake

T = TypeVar("T")
P = TypeVar("P")
R = TypeVar("R")

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
    make = partial(_checker, make_linter)
    for intake, result in mapped(intakes, make, jobs, payload=_article, size=_article_chars):
        yield local.joined(intake, *(result or ((), "")))


def mapped(
    items: Iterable[T],
    make_work: Callable[[], Callable[[P], R]],
    jobs: int,
    *,
    payload: Callable[[T], P | None],
    size: Callable[[T], int],
) -> Iterator[tuple[T, R | None]]:
    """Yield each item with what the work on its payload came to, in order; None where it has no payload.

    `make_work` runs once in each process and has to be picklable; `size` is that of a payload in code
    points. Raises WorkerError where a process is killed.
    """
    pending: deque[tuple[list[T], Future[list[R | None]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(make_work,))
    try:
        for chunk in chunks(items, size):
            pending.append((chunk, pool.submit(_do, [payload(item) for item in chunk])))
            if len(pending) >= jobs * CHUNKS_PER_JOB:
                yield from _finished(*pending.popleft())
        while pending:
            yield from _finished(*pending.popleft())
    except BrokenProcessPool as error:
        msg = "a worker process was killed, perhaps for want of memory; try a lower --jobs, or --jobs 1"
        raise WorkerError(msg) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def chunks(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield the items in lists of bounded number and size; a larger one is a list of its own."""
    chunk: list[T] = []
    chars = 0
    for item in items:
        item_chars = size(item)
        if chunk and (len(chunk) == MAX_CHUNK_ARTICLES or chars + item_chars > MAX_CHUNK_CHARS):
            yield chunk
            chunk, chars = [], 0
        chunk.append(item)
        chars += item_chars
    if chunk:
        yield chunk


def _finished(chunk: list[T], future: Future[list[R | None]]) -> Iterator[tuple[T, R | None]]:
    return zip(chunk, future.result(), strict=True)


def _article(intake: Intake) -> Article | None:
    return intake.article if intake.readable else None


def _article_chars(intake: Intake) -> int:
    return len(intake.article.text)


def _checker(make_linter: Callable[[], Linter]) -> Callable[[Article], tuple[Sequence[Finding], str]]:
    return partial(local.check, linter=make_linter())


_work: Callable[[Any], Any]
"""The work of this process, with what it needs."""


def _start(make_work: Callable[[], Callable[[Any], Any]]) -> None:
    global _work  # noqa: PLW0603  # a process pool has no other way to keep something in its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = make_work()


def _do(payloads: list[Any]) -> list[Any]:
    return [None if payload is None else _work(payload) for payload in payloads]
