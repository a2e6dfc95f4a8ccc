"""Libraries that only some runs need, and what to install for them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from scrapelint.errors import MissingExtraError
from scrapelint.resources.signals import stopped_afterwards


def needed(module: str, extra: str, purpose: str) -> Any:
    """Return a module; raises MissingExtraError, saying what to install, where it is not there.

    A signal waits until it is loaded: a library in C may end the process by force where an exception meets it while it
    loads, and then nothing is put in order any more.
    """
    try:
        with stopped_afterwards():
            return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingExtraError(f"{purpose} needs {package}: pip install 'scrapelint[{extra}]'") from error
