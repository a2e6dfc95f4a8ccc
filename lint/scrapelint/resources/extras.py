"""Libraries that only some runs need, and what to install for them."""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scrapelint.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator


def needed(module: str, extra: str, purpose: str) -> Any:
    """Return a module; raises MissingExtraError, saying what to install, where it is not there."""
    try:
        with _stopped_afterwards():
            return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingExtraError(f"{purpose} needs {package}: pip install 'scrapelint[{extra}]'") from error


@contextmanager
def _stopped_afterwards() -> Iterator[None]:
    """Let a signal that ends the run wait for the end of a block.

    A library in C may end the process by force where an exception meets it while it loads, and then nothing is put in
    order any more.
    """
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
