"""What findings depend on besides the article: the program, its plugins and libraries, and the rules that run."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from typing import TYPE_CHECKING

from scrapelint.resources.data_files import read_data
from scrapelint.selection.entry_points import METADATA_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapelint.config.values import Config
    from scrapelint.selection.registry import Registry

DIGEST_BYTES = 32
MAX_READ_BYTES = 1 << 20
"""A larger file of a plugin, in bytes, is known by its size and the time of its last change."""
_SELECTING = (
    "select",
    "extend_select",
    "ignore",
    "extend_ignore",
    "preview",
    "rules",
    "max_record_findings",
    "per_site_ignores",
)
"""What of a configuration a linter is made of, besides its packs."""


def program(registry: Registry, secret: bytes) -> bytes:
    """Return a digest of all that is installed: the content of the program and of each plugin, libraries by version.

    It takes some 10 ms. Raises OSError where a file cannot be read.
    """
    known = blake2b(key=secret, digest_size=DIGEST_BYTES)
    for part in (sys.version, *_libraries()):
        known.update(f"{part}\0".encode())
    roots = {_root("scrapelint"), *(_root(rule.__module__) for rule in registry.rules.values())}
    for path in (*_files(roots), *registry.pack_files):
        _add(known, path)
    return known.digest()


def of_linter(installed: bytes, config: Config, across: Config | None) -> bytes:
    """Return a digest of a linter: what is installed, and what selects its rules and those across articles.

    Raises OSError where a pack of the configuration cannot be read.
    """
    known = blake2b(installed, key=installed, digest_size=DIGEST_BYTES)
    for each in (config, across):
        known.update(repr([getattr(each, name) for name in _SELECTING] if each else None).encode("utf-8", "replace"))
        for path in each.packs if each else ():
            _add(known, path)
    return known.digest()


def _add(known: blake2b, path: str) -> None:
    """Add the path and content of a file, each with its length: no two lists of files come to the same bytes."""
    stat = os.stat(path)  # noqa: PTH116
    is_large = stat.st_size > MAX_READ_BYTES
    name, content = os.fsencode(path), f"{stat.st_mtime_ns}".encode() if is_large else read_data(path)
    known.update(f"{len(name)} {stat.st_size} ".encode() + name)
    known.update(content)


def _libraries() -> Iterator[str]:
    """Yield what is installed, by the names of the folders that say so: they have the versions in them."""
    for folder in dict.fromkeys(sys.path):
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208
        except OSError:
            continue
        yield from (name for name in names if name.endswith(METADATA_FOLDERS))


def _root(module: str) -> str:
    """Return the folder of the outermost package of a module that has code, or the file of a module without one."""
    names = module.split(".")
    for end in range(1, len(names) + 1):
        path: str | None = getattr(sys.modules.get(".".join(names[:end])), "__file__", None)
        if path:
            return os.path.dirname(path) if os.path.basename(path).startswith("__init__.") else path  # noqa: PTH119, PTH120
    raise OSError(0, "a module without a file", module)


def _files(roots: Iterable[str]) -> Iterator[str]:
    for root in sorted(roots):
        yield from _below(root) if os.path.isdir(root) else (root,)  # noqa: PTH112


def _below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path) if entry.name != "__pycache__" else ()
        elif entry.is_file():
            yield entry.path
