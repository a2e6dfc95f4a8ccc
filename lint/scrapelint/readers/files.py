"""From the paths that a user gives to the files to read."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.config.globs import matches
from scrapelint.errors import nearest
from scrapelint.readers import remote
from scrapelint.readers.foreign import left_out_as, refusal
from scrapelint.readers.registry import format_of, formats, standing_for
from scrapelint.readers.source import STDIN

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.readers.format import Format

DEFAULT_EXCLUDE = ("node_modules", "__pycache__", "__pypackages__", "site-packages", "venv")
"""Folders that hold no articles; hidden files and folders are never searched."""
MIN_LIKENESS = 0.75
"""Of the name of a file that may be meant, from 0 to 1: all that end alike are somewhat like each other."""


class Input(NamedTuple):
    """A file to read."""

    path: str | None
    """None for standard input."""
    filename: str
    """The name as reports show it: as given, or below a folder as given."""
    format: Format
    compression: str = ""
    """A name that `compressions` knows, or nothing."""
    copy: str = ""
    """Where standard input is kept for a second reading."""

    @property
    def is_read_once(self) -> bool:
        """Whether it cannot be read a second time: standard input, or a pipe with a name."""
        try:
            return self.path is None or ("://" not in self.path and stat.S_ISFIFO(os.stat(self.path).st_mode))  # noqa: PTH116
        except OSError:
            return False

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


def find(
    paths: Iterable[str],
    exclude: Callable[[str], bool],
    stdin_filename: str = "",
    left_out: Counter[str] | None = None,
) -> Iterator[Input | Missing]:
    """Yield the files that these paths lead to, in order, each once; folders are walked in name order.

    A file that is named itself is read whatever its ending, as text where the ending says nothing; one of a kind
    that is known to hold no text of articles is missing, with the reason. In a folder such files are passed over,
    and counted in `left_out`, by ending, where articles may be in them.
    """
    seen = set()
    search = _Search(exclude, left_out)
    for given in paths:
        for found in search.one(given, stdin_filename):
            if found not in seen:
                seen.add(found)
                yield found


def excluder(patterns: Iterable[str], root: str = ".") -> Callable[[str], bool]:
    """Return a test of paths: whether a name, or the path from `root`, matches one of these globs."""
    globs = tuple(patterns)
    return lambda path: any(matches(path, glob, root) for glob in globs)


def input_of(path: str | None, name: str = "") -> Input:
    """Return a file to read; its name says its format, where it is not its path."""
    kind, compression = format_of(name or path or STDIN)
    return Input(path, name or path or STDIN, kind or standing_for("file"), compression)


class _Search:
    """A search for files."""

    def __init__(self, exclude: Callable[[str], bool], left_out: Counter[str] | None) -> None:
        self._exclude = exclude
        self._left_out = left_out

    def one(self, given: str, stdin_filename: str) -> Iterator[Input | Missing]:
        """Yield the files that one path leads to."""
        if given == STDIN:
            yield _named(None, stdin_filename or STDIN)
        elif remote.is_remote(given):
            yield from (_named(address, address) for address in remote.find(given))
        elif os.path.isdir(given):  # noqa: PTH112  # str paths all through: a folder may hold a million files
            yield from self._folder(given)
        elif os.path.exists(given):  # noqa: PTH110
            yield _named(given, given)
        elif os.path.islink(given):  # noqa: PTH114
            yield Missing(f"{given}: a link that leads nowhere")
        elif any(c in given for c in "*?["):
            yield from self._glob(given)
        else:
            yield Missing(f"{given}: no such file{_similar(given)}")

    def _folder(self, given: str) -> Iterator[Input | Missing]:
        empty = True
        for path in self._walk(given):
            empty = False
            yield path if isinstance(path, Missing) else input_of(path)
        if empty:
            endings = " ".join(ending for kind in formats() for ending in kind.endings)
            more = f"; left out: {counted_endings(self._left_out)}" if self._left_out else ""
            yield Missing(f"{given}: no articles in this folder; files that end in {endings} are read{more}")

    def _walk(self, folder: str) -> Iterator[str | Missing]:
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
            companions = _companions(inside)
        except OSError as error:
            yield Missing(f"{folder}: {(error.strerror or str(error)).lower()}")
            return
        for entry in inside:
            path = os.path.normpath(entry.path)
            if not (entry.name.startswith(".") or entry.name in companions or self._exclude(path)):
                yield from self._entry(entry, path)

    def _entry(self, entry: os.DirEntry[str], path: str) -> Iterator[str | Missing]:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(path)
            elif format_of(path)[0]:
                if entry.is_file():
                    yield path
            elif self._left_out is not None and (ending := left_out_as(path)):
                self._left_out[ending] += 1
        except OSError as error:
            yield Missing(f"{path}: {(error.strerror or str(error)).lower()}")

    def _glob(self, given: str) -> Iterator[Input | Missing]:
        from glob import glob

        paths = sorted(path for path in glob(given, recursive=True) if not self._exclude(path))  # noqa: PTH207
        if not paths:
            yield Missing(f"{given}: no file matches")
        for path in paths:
            if os.path.isfile(path):  # noqa: PTH113
                yield _named(path, path)
            elif "**" not in given:
                yield from self._folder(path)


def counted_endings(left_out: Counter[str]) -> str:
    """Return how many files of which endings were left out: `3 files (2 .html, 1 .pdf)`."""
    total = left_out.total()
    each = ", ".join(f"{number:,} {ending}" for ending, number in sorted(left_out.items()))
    return f"{total:,} file{'' if total == 1 else 's'} ({each})"


def _named(path: str | None, name: str) -> Input | Missing:
    """Return a file that is named itself."""
    problem = _endless(path) or ("" if format_of(name)[0] else refusal(name))
    return Missing(problem) if problem else input_of(path, name)


def _endless(path: str | None) -> str:
    """Return why a device is not read; an empty string for anything else, and for the one that is always empty."""
    try:
        mode = os.stat(path).st_mode if path and "://" not in path else 0  # noqa: PTH116
    except OSError:
        return ""
    is_device = stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and path != os.devnull)
    return f"{path}: a device, not a file of articles" if is_device else ""


def _companions(entries: Sequence[os.DirEntry[str]]) -> frozenset[str]:
    """Return which files of a folder belong to others, in it or in a folder of it, that hold the articles."""
    names = [entry.name for entry in entries]
    known = {name: kind for kind in formats() for name in kind.companions}
    if known.keys().isdisjoint(names):
        return frozenset()
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            names += os.listdir(entry.path)  # noqa: PTH208
    beside = {format_of(name)[0] for name in names}
    return frozenset(name for name, kind in known.items() if kind in beside)


def _similar(given: str) -> str:
    folder, name = os.path.split(given)
    try:
        near = nearest(name, os.listdir(folder or "."), MIN_LIKENESS)  # noqa: PTH208
    except OSError:
        return ""
    return f'; did you mean "{os.path.join(folder, near)}"?' if near else ""  # noqa: PTH118
