"""Libraries that only some runs need, and what to install for them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from scrapelint.errors import MissingExtraError


def needed(module: str, extra: str, purpose: str) -> Any:
    """Return a module; raises MissingExtraError, saying what to install, where it is not there."""
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise MissingExtraError(f"{purpose} needs {package}: pip install 'scrapelint[{extra}]'") from error
