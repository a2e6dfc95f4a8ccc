"""Several processes: articles go out in chunks, findings come back in order.

A chunk whose process is killed is done once more, alone; if that is killed too, the error names the record at
which both died.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from scrapelint.errors import WorkerError
from scrapelint.resources.signals import stopped_afterwards
from scrapelint.runners import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.article import Article
    from scrapelint.engine.linter import Linter
    from scrapelint.intake import Checked, Found, Intake

T = TypeVar("T")
P = TypeVar("P")
R = TypeVar("R")

MAX_CHUNK_ARTICLES = 64
MAX_CHUNK_CHARS = 400_000
"""Some 0.1 s of work: short enough to spread a small input, long enough to forget the cost of sending it."""
WATCH_S = 1.0
"""How often a worker looks whether its parent is still there, in seconds."""
CHUNKS_PER_JOB = 3
"""Chunks in flight for each process; bounds memory, and keeps a process busy while another is slow."""


def run(intakes: Iterable[Intake], make_linter: Callable[[], Linter], jobs: int) -> Iterator[Checked]:
    """Yield each article with its findings, in the order of the input.

    `make_linter` runs once in each process: it has to be picklable, the linter is not. Raises
    WorkerError where one record kills two processes.
    """
    for intake, found in results(intakes, make_linter, jobs):
        yield local.joined(intake, found)


def results(intakes: Iterable[Intake], make_linter: Callable[[], Linter], jobs: int) -> Iterator[tuple[Intake, Found]]:
    """Yield each article with what the rules made of it, like `run`; no process is started for what is known."""
    from scrapelint.intake import Found

    make = partial(_checker, make_linter)
    for intake, result in mapped(intakes, make, jobs, payload=_article, size=_article_chars, name=_address):
        yield intake, intake.known or result or Found()


def mapped(
    items: Iterable[T],
    make_work: Callable[[], Callable[[P], R]],
    jobs: int,
    *,
    payload: Callable[[T], P | None],
    size: Callable[[T], int],
    name: Callable[[T], str],
) -> Iterator[tuple[T, R | None]]:
    """Yield each item with what the work on its payload came to, in order; None where it has no payload.

    `make_work` runs once in each process and has to be picklable; `size` is that of a payload in code
    points. Raises WorkerError, with the `name` of an item, where that item kills two processes.
    """
    crew = _Crew(make_work, jobs, payload, name)
    try:
        for chunk in chunks(items, size):
            crew.send(chunk)
            if len(crew.pending) >= jobs * CHUNKS_PER_JOB:
                yield from crew.next()
        while crew.pending:
            yield from crew.next()
    except BaseException:
        crew.kill()
        raise
    finally:
        crew.stop()


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


class _Crew(Generic[T, P, R]):
    """Processes and the chunks that are out."""

    def __init__(
        self, make_work: Callable[[], Callable[[P], R]], jobs: int, payload: Callable[[T], P | None],
        name: Callable[[T], str],
    ) -> None:  # fmt: skip
        self._make_work = make_work
        self._jobs = jobs
        self._payload = payload
        self._name = name
        self.pending: deque[tuple[list[T], Future[list[R | None]]]] = deque()
        self._start()

    def send(self, chunk: list[T]) -> None:
        """Give a chunk to the processes."""
        try:
            self.pending.append((chunk, self._submit(chunk)))
        except BrokenProcessPool:
            self._renew()
            self.pending.append((chunk, self._submit(chunk)))

    def next(self) -> Iterator[tuple[T, R | None]]:
        """Yield what the oldest chunk came to."""
        chunk, future = self.pending.popleft()
        try:
            done = future.result()
        except BrokenProcessPool:
            # Whose process it was is not known: the oldest is done alone, where the next to die is.
            done = self._alone(chunk)
            self._renew()
        return zip(chunk, done, strict=True)

    def stop(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def kill(self) -> None:
        """End the processes at once: nobody waits for what they are doing."""
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001  # public only from Python 3.14 on
            process.kill()

    def _start(self) -> None:
        with stopped_afterwards():
            self._pool = ProcessPoolExecutor(self._jobs, initializer=_start, initargs=(self._make_work,))

    def _submit(self, chunk: list[T]) -> Future[list[R | None]]:
        payloads = [self._payload(item) for item in chunk]
        if all(payload is None for payload in payloads):
            return _nothing(len(chunk))
        with stopped_afterwards():  # it starts processes, of which a signal would leave halves
            return self._pool.submit(_do, payloads)

    def _renew(self) -> None:
        """Start new processes, and give them again what the old ones had not done."""
        self.stop()
        self._start()
        self.pending = deque((chunk, f if _is_done(f) else self._submit(chunk)) for chunk, f in self.pending)

    def _alone(self, chunk: list[T]) -> list[R | None]:
        """Return what a chunk comes to in a process of its own; raises WorkerError with the item that kills it."""
        place = get_context().Value("i", 0, lock=False)  # a process that is killed gives no lock back
        with ProcessPoolExecutor(1, initializer=_start, initargs=(self._make_work, place)) as pool:
            try:
                return pool.submit(_do, [self._payload(item) for item in chunk]).result()
            except BrokenProcessPool as error:
                # Items without a payload count as well: the place is that in the chunk.
                name = self._name(chunk[min(place.value, len(chunk) - 1)])
                msg = f"{name}: a worker process was killed at this record twice, perhaps for want of memory"
                raise WorkerError(f"{msg}; leave it out, or try a lower --jobs") from error


def _nothing(count: int) -> Future[list[R | None]]:
    """Return what items without a payload come to."""
    future = Future[list[R | None]]()
    future.set_result([None] * count)
    return future


def _is_done(future: Future[Any]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _article(intake: Intake) -> Article | None:
    return intake.article if intake.readable and intake.known is None else None


def _article_chars(intake: Intake) -> int:
    return 0 if intake.known else len(intake.article.text)


def _address(intake: Intake) -> str:
    return intake.article.address


def _checker(make_linter: Callable[[], Linter]) -> Callable[[Article], Found]:
    return partial(local.check, linter=make_linter())


_work: Callable[[Any], Any]
"""The work of this process, with what it needs."""
_place: Any = None
"""Where this process tells the others which item it is at, where they want to know."""


def _start(make_work: Callable[[], Callable[[Any], Any]], place: Any = None) -> None:
    global _work, _place  # a process pool has no other way to keep something in its workers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()
    _work, _place = make_work(), place


def _follow(parent: int) -> None:
    """End this process when its parent has ended: one that is killed cannot say so."""
    while os.getppid() == parent:
        time.sleep(WATCH_S)
    os._exit(1)


def _do(payloads: list[Any]) -> list[Any]:
    done = []
    for number, payload in enumerate(payloads):
        if _place is not None:
            _place.value = number
        done.append(None if payload is None else _work(payload))
    return done
