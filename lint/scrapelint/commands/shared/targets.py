"""Which file a data set is read from, and which it goes to."""

from __future__ import annotations

import os
import stat
from collections import Counter, deque
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.commands.shared.console import warn
from scrapelint.errors import UsageError
from scrapelint.readers.compressions import compression_of
from scrapelint.readers.files import Input, Missing, counted_endings, find
from scrapelint.readers.format import TextFormat
from scrapelint.readers.registry import format_of, standing_for
from scrapelint.readers.source import STDIN
from scrapelint.readers.table import TableFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Target(NamedTuple):
    """A file and where its cleaned or restored self goes."""

    file: Input
    path: str
    """`-` for standard output."""
    name: str = ""
    """Path below the folder that is read; empty where one file is."""

    @property
    def root(self) -> str:
        """The folder that the new files go to; empty where one file is written."""
        return self.path[: -len(self.name)].rstrip("/" + os.sep) if self.name else ""

    @property
    def compression(self) -> str:
        """How the new file is compressed: as its ending says."""
        return compression_of(self.path)


def targets(given: str, output: str, exclude: Callable[[str], bool], tell: Callable[[str], None]) -> list[Target]:
    """Return what becomes of a file or of every file of a folder; raises UsageError where that cannot be.

    Why something of a folder cannot be read is told, and the rest is read.
    """
    if given == STDIN:
        return [Target(Input(None, STDIN, format_of(output)[0] or standing_for("stream")), output)]
    left_out = Counter[str]()
    found = list(find([given], exclude, left_out=left_out))
    missing = [file.message for file in found if isinstance(file, Missing)]
    files = [file for file in found if isinstance(file, Input)]
    if missing and not files:
        raise UsageError(missing[0])
    deque(map(tell, missing), maxlen=0)
    if left_out:
        warn(f"left out {counted_endings(left_out)}: not read, and not in {output}")
    if any(_identity(path) == _identity(output) for path in (given, *(file.path or "" for file in files))):
        raise UsageError(f"{output} is what is read: give another name with -o, or mend it with `check --fix`")
    if os.path.isdir(given):  # noqa: PTH112
        _check_folder(given, output)
        return [_in_folder(file, given, output) for file in files if not _is_below(file.path or "", output)]
    if len(files) != 1:
        raise UsageError(f"{given}: one file or folder, not {len(files)} files")
    _check_kind(files[0], output)
    return [Target(files[0], output)]


def copy_companions(target: Target) -> None:
    """Copy what lies beside a file of a data set and tells how it is loaded, where the new one has none."""
    from shutil import copyfile  # brings four kinds of compression along, and only folders of data sets need it

    source, new = (os.path.dirname(path) for path in (target.file.path or "", target.path))  # noqa: PTH120
    for name in target.file.format.companions if target.name else ():
        for there, here in ((source, new), (os.path.dirname(source), os.path.dirname(new))):  # noqa: PTH120
            old, copy = os.path.join(there, name), os.path.join(here, name)  # noqa: PTH118
            if os.path.isfile(old) and not os.path.exists(copy) and _is_below(copy, target.root):  # noqa: PTH110, PTH113
                copyfile(old, copy)


def check_apart(read: Iterable[str], written: Iterable[tuple[str, str]]) -> None:
    """Raise UsageError where a run would write, by an option of this name, to a file that it reads or writes."""
    known = {_identity(path): "is read" for path in read}
    for option, path in written:
        if not path or path == STDIN or "://" in path:
            continue
        identity = _identity(path)
        if identity in known:
            raise UsageError(f"{option}: {path} {known[identity]}: give another name")
        if identity[0] >= 0 and _is_device(path):
            continue
        known[identity] = f"is written by {option} already"


def _identity(path: str) -> tuple[int, int | str]:
    """Return what a file is known by, under whatever name."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return -1, os.path.realpath(path)
    return found.st_dev, found.st_ino


def _is_device(path: str) -> bool:
    return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116


def check_mended(file: Input) -> None:
    """Raise UsageError for a file of a format that is only read."""
    kind = file.format
    if not (isinstance(kind, TableFormat) or (isinstance(kind, TextFormat) and kind.is_mended)):
        raise UsageError(f"{file.filename}: {kind.cannot_clean}")


def make_folder(target: Target) -> None:
    """Make the folder that a file goes to, where it is one of many; raises UsageError where that is a file."""
    folder = os.path.dirname(target.path)  # noqa: PTH120
    if not target.name or not folder:
        return
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made: {(error.strerror or str(error)).lower()}") from error


def _is_below(path: str, folder: str) -> bool:
    """Tell whether a file is of an earlier run, whose folder lies in the one that is read."""
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)


def _in_folder(file: Input, folder: str, output: str) -> Target:
    if output == STDIN:
        raise UsageError(f"{folder} is a folder: give another folder with -o")
    name = os.path.relpath(file.path or "", folder)
    return Target(file, os.path.join(output, name), name)  # noqa: PTH118


def _check_folder(given: str, output: str) -> None:
    """Raise UsageError where a folder would be made under the name of a file: all articles do not go into one."""
    if format_of(output)[0] and not os.path.isdir(output):  # noqa: PTH112
        raise UsageError(f"{given} is a folder, and {output} has the name of a file: give another folder with -o")


def _check_kind(file: Input, output: str) -> None:
    if output == STDIN:
        return
    if os.path.isdir(output):  # noqa: PTH112
        raise UsageError(f"{output} is a folder, {file.filename} a file: give the file's new name with -o")
    kind = format_of(output)[0]
    if kind and kind is not file.format:
        raise UsageError(f"{output}: {file.filename} is {file.format.name} and stays so: choose the same ending")
