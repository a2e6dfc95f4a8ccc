"""What a reader knows about the file that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.config.values import DEFAULT_MAX_EXPANSION, DEFAULT_MAX_RECORD_MB
from scrapelint.record import FIELD_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

CHARS_PER_MB = 1_000_000
"""A limit in MB is counted in code points: that of a record is known before its size in bytes is."""

STDIN = "-"
"""How standard input is named where the user gives it no name."""


class Source(NamedTuple):
    """The name of a file, and how its records are to be read."""

    filename: str
    names: Mapping[str, tuple[str, ...]] = FIELD_NAMES
    """The names under which a record may have our fields, the preferred first."""
    max_record_chars: int = int(DEFAULT_MAX_RECORD_MB * CHARS_PER_MB)
    """Longest record, in code points; a longer one is skipped without being kept."""
    path: str = ""
    """The file from the folder of its project; see `Article.path`."""
    text_fields: tuple[str, ...] = ()
    """The names that were given for the text; records of a file in which none has any are told of."""
    max_expansion: int = DEFAULT_MAX_EXPANSION
    """How many times its size compressed data may have inside; what is beyond is not read."""


def field_names(configured: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the known names of each field, with the configured ones before them."""
    return {name: (*configured.get(name, ()), *known) for name, known in FIELD_NAMES.items()}
