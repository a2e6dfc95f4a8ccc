"""Of which files results are kept; a hook on few files asks, and loads nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.readers.remote import is_remote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.readers.files import Input

MIN_RUN_BYTES = 200_000
"""Input, in bytes, from which results are kept: what is less is checked in the time that it takes to look."""
MAX_FILE_BYTES = 64_000_000
"""Largest file, in bytes, of which results are kept: a larger one is a data set, and would drive all others out."""


def is_worthwhile(files: Sequence[Input]) -> bool:
    """Tell whether there is enough in these files for results to be kept."""
    return sum(file.size_bytes for file in files) >= MIN_RUN_BYTES and any(map(is_held, files))


def is_held(file: Input) -> bool:
    """Tell whether results of a file are kept: not of what comes by standard input, or from elsewhere."""
    is_local = file.path is not None and not is_remote(file.path) and not file.is_read_once
    return is_local and file.size_bytes <= MAX_FILE_BYTES
