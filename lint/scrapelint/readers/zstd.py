"""Python's own module for zstd, or what stands in for it before Python 3.14."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def zstd() -> Any:
    """Return the module; both have the same names."""
    try:
        return import_module("compression.zstd")
    except ModuleNotFoundError:
        return import_module("backports.zstd")
