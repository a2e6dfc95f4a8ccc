"""Compiled packs on disk, so that a hook does not parse a megabyte of TOML on every commit.

A cache file is plain text, named by a checksum of the packs' own bytes: it cannot be stale,
holds no code, and may be deleted at any time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from scrapelint.phrases import Entry, PhraseTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = 9
"""Changes whenever the compiled form does, or how phrases are folded."""

# Unit and record separators: a fifth of the time that JSON takes for forty thousand phrases.
_ITEM, _PART = "\x1f", "\x1e"


def phrase_table(paths: Sequence[Path]) -> PhraseTable:
    """Return the phrases of these pack files, from the cache where they are in it.

    Raises PackError for a file that is not a valid pack.
    """
    cached = cache_folder() / f"packs-{checksum(paths)}.txt"
    try:
        return _read(cached.read_bytes().decode())
    except (OSError, ValueError, TypeError):
        table = _compile(paths)
        _write(cached, table)
        return table


def cache_folder() -> Path:
    """Return the folder of the cache: SCRAPELINT_CACHE_DIR, or `scrapelint` in the user's cache folder."""
    if given := os.environ.get("SCRAPELINT_CACHE_DIR"):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "~/.cache"
    return Path(base).expanduser() / "scrapelint"


def checksum(paths: Iterable[Path]) -> str:
    """Return a name of the content of these files; one that cannot be read counts as empty."""
    total, sums = 0, FORMAT
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        total += len(content)
        sums = crc32(content, sums)
    return f"{FORMAT}-{total:x}-{sums:08x}"


def _compile(paths: Iterable[Path]) -> PhraseTable:
    from scrapelint.packs import compiled, load

    return compiled(map(load, paths))


def _read(text: str) -> PhraseTable:
    """Return the table of a cache file; raises ValueError or TypeError for one that is damaged."""
    head, lines, line_references, literals, literal_references = text.split(_PART)
    entries, templates = json.loads(head)
    return PhraseTable(
        [Entry(*entry) for entry in entries],
        _paired(lines, line_references),
        _paired(literals, literal_references),
        templates,
    )


def _paired(keys: str, values: str) -> dict[str, str]:
    return dict(zip(keys.split(_ITEM), values.split(_ITEM), strict=True)) if keys else {}


def _write(cached: Path, table: PhraseTable) -> None:
    """Write the cache, whole or not at all; a folder that cannot be written costs only time."""
    head = json.dumps([table.entries, table.templates], ensure_ascii=False)
    text = _PART.join([head, *_columns(table.lines), *_columns(table.literals)])
    part = cached.with_suffix(f".{os.getpid()}.part")
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(cached)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _columns(table: Mapping[str, str]) -> tuple[str, str]:
    return _ITEM.join(table), _ITEM.join(table.values())
