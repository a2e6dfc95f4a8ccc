"""From the paths that a user gives to the files to read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.config.globs import matches
from scrapelint.errors import suggestion
from scrapelint.readers import remote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
}
COMPRESSIONS = {".gz": "gz", ".zst": "zst"}

DEFAULT_EXCLUDE = ("node_modules", "__pycache__", "site-packages")
"""Folders that hold no articles; hidden files and folders are never searched."""

STDIN = "-"


class Input(NamedTuple):
    """A file to read."""

    path: str | None
    """None for standard input."""
    filename: str
    """The name as reports show it: as given, or below a folder as given."""
    kind: str
    """`text`, `markdown`, `json`, `json-lines`, `parquet` or `warc`."""
    compression: str
    """`gz`, `zst` or nothing."""
    copy: str = ""
    """Where standard input is kept for a second reading."""

    @property
    def size_bytes(self) -> int:
        """Size on disk; 0 where it is not known."""
        try:
            return os.stat(self.path).st_size if self.path and "://" not in self.path else 0  # noqa: PTH116
        except OSError:
            return 0


class Missing(NamedTuple):
    """A path that leads to no article."""

    message: str


def find(paths: Iterable[str], exclude: Callable[[str], bool], stdin_filename: str = "") -> Iterator[Input | Missing]:
    """Yield the files that these paths lead to, in order, each once; folders are walked in name order.

    A file that is named itself is read whatever its ending, as text where the ending says nothing.
    """
    seen = set()
    for given in paths:
        for found in _one(given, exclude, stdin_filename):
            if found not in seen:
                seen.add(found)
                yield found


def excluder(patterns: Iterable[str], root: str = ".") -> Callable[[str], bool]:
    """Return a test of paths: whether a name, or the path from `root`, matches one of these globs."""
    globs = tuple(patterns)
    return lambda path: any(matches(path, glob, root) for glob in globs)


def _one(given: str, exclude: Callable[[str], bool], stdin_filename: str) -> Iterator[Input | Missing]:
    if given == STDIN:
        yield _input(None, stdin_filename or STDIN)
    elif remote.is_remote(given):
        yield from map(_input_of, remote.find(given))
    elif os.path.isdir(given):  # noqa: PTH112  # str paths all through: a folder may hold a million files
        yield from _folder(given, exclude)
    elif os.path.exists(given):  # noqa: PTH110
        yield _input(given, given)
    elif any(c in given for c in "*?["):
        yield from _glob(given, exclude)
    else:
        yield Missing(f"{given}: no such file{_similar(given)}")


def _folder(given: str, exclude: Callable[[str], bool]) -> Iterator[Input | Missing]:
    empty = True
    for path in _walk(given, exclude):
        empty = False
        yield path if isinstance(path, Missing) else _input(path, path)
    if empty:
        endings = " ".join(KINDS)
        yield Missing(f"{given}: no articles in this folder; files that end in {endings} (.gz, .zst) are read")


def _walk(folder: str, exclude: Callable[[str], bool]) -> Iterator[str | Missing]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Missing(f"{folder}: {(error.strerror or str(error)).lower()}")
        return
    for entry in inside:
        path = os.path.normpath(entry.path)
        if entry.name.startswith(".") or exclude(path):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, exclude)
        elif kind_of(path)[0] and entry.is_file():
            yield path


def _glob(given: str, exclude: Callable[[str], bool]) -> Iterator[Input | Missing]:
    from glob import glob

    paths = sorted(path for path in glob(given, recursive=True) if not exclude(path))  # noqa: PTH207
    if not paths:
        yield Missing(f"{given}: no file matches")
    for path in paths:
        if os.path.isfile(path):  # noqa: PTH113
            yield _input(path, path)
        elif "**" not in given:
            yield from _folder(path, exclude)


def _input_of(path: str) -> Input:
    return _input(path, path)


def _input(path: str | None, name: str) -> Input:
    kind, compression = kind_of(name)
    return Input(path, name, kind or "text", compression)


def kind_of(name: str) -> tuple[str, str]:
    """Return kind and compression of a file by its name; empty where the ending says nothing."""
    stem, ending = os.path.splitext(name.lower())  # noqa: PTH122
    compression = COMPRESSIONS.get(ending, "")
    if compression:
        ending = os.path.splitext(stem)[1]  # noqa: PTH122
    return KINDS.get(ending, ""), compression


def _similar(given: str) -> str:
    folder, name = os.path.split(given)
    try:
        return suggestion(name, os.listdir(folder or "."))  # noqa: PTH208
    except OSError:
        return ""
