"""Compiled packs on disk, so that a hook does not parse a megabyte of TOML on every commit.

A cache file is named by a checksum of the packs' own bytes and of the modules that compile them: it cannot be
stale. It begins with a checksum of its content: a damaged one is made anew. It holds no code, and may be deleted at
any time.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from scrapelint.packs.table import PackedPhrases, packed
from scrapelint.resources.data_files import data_file, read_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from scrapelint.packs.matcher import Phrases, PhraseTable

COMPILER = ("cache", "files", "literals", "matcher", "table", "../text/folding", "../text/lines")
"""Modules, from this folder, on which the compiled form depends; one that is not there counts as empty."""
CACHE_DIR = "SCRAPELINT_CACHE_DIR"
"""Variable of the environment that names the folder of all caches."""
SUM_BYTES = 4
"""Length of the checksum that a cache file begins with."""
MAX_AGE_S = 30 * 24 * 3600
"""When an older file of the cache is removed, should a new one be written: packs change, and programs are updated."""


def phrases_of(paths: Sequence[str]) -> Phrases:
    """Return the phrases of these pack files, from the cache where they are in it.

    Raises PackError for a file that is not a valid pack.
    """
    cached = os.path.join(cache_folder(), f"packs-{checksum(paths)}.bin")  # noqa: PTH118  # pathlib is slow to import
    with suppress(OSError, ValueError, TypeError):
        return PackedPhrases(_sound(cached))
    table = _compile(paths)
    try:
        content = packed(table)
    except ValueError:
        return table
    from pathlib import Path

    _write(Path(cached), content)
    return PackedPhrases(content)


def cache_folder() -> str:
    """Return the folder of the cache: SCRAPELINT_CACHE_DIR, or `scrapelint` in the user's cache folder."""
    if given := os.environ.get(CACHE_DIR):
        return given
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "~/.cache"
    return os.path.join(os.path.expanduser(base), "scrapelint")  # noqa: PTH111, PTH118  # the same


def checksum(paths: Iterable[str]) -> str:
    """Return a name of the content of these files and of the compiler; one that cannot be read counts as empty."""
    total = sums = 0
    for path in (*_compiler(), *paths):
        content = b""
        with suppress(OSError):
            content = read_data(path)
        total += len(content)
        sums = crc32(content, sums)
    return f"{total:x}-{sums:08x}"


def _compiler() -> Iterator[str]:
    return (data_file(__file__, f"{name}.py") for name in COMPILER)


def _sound(path: str) -> bytes:
    """Return the content of a cache file; raises ValueError where it is not what was written."""
    written = read_data(path)
    content = memoryview(written)[SUM_BYTES:]
    if crc32(content).to_bytes(SUM_BYTES, "big") != written[:SUM_BYTES]:
        raise ValueError(path)
    return bytes(content)


def _compile(paths: Iterable[str]) -> PhraseTable:
    from scrapelint.packs.files import compiled, load

    return compiled(map(load, paths))


def _write(cached: Path, content: bytes) -> None:
    """Write the cache, whole or not at all; a folder that cannot be written costs only time."""
    part = cached.with_suffix(f".{os.getpid()}.part")
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(crc32(content).to_bytes(SUM_BYTES, "big") + content)
        part.replace(cached)
        _clean_up(cached)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _clean_up(cached: Path) -> None:
    """Remove what other packs have left in the cache long ago; one that is still in use is written anew."""
    oldest = cached.stat().st_mtime - MAX_AGE_S
    for other in cached.parent.glob("packs-*"):
        if other.stat().st_mtime < oldest:
            other.unlink(missing_ok=True)
