"""Signals that end a run, and what must not be cut in two by one."""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def stopped_afterwards() -> Iterator[None]:
    """Let a signal that ends the run wait for the end of a block."""
    came: list[int] = []
    handlers: dict[int, Any] = {}
    with suppress(ValueError):  # in any other thread than the main one, no handler runs anyway
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and callable(signal.getsignal(number)):
                handlers[number] = signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in came[:1]:
            signal.raise_signal(number)
