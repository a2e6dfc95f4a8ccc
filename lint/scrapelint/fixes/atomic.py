"""Files written whole or not at all: a crash leaves the old file or the new one."""

from __future__ import annotations

import io
import os
import stat
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from scrapelint.errors import WriteError
from scrapelint.readers.compressions import compressing
from scrapelint.resources.signals import stopped_afterwards
from scrapelint.resources.temporary import beside

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from _typeshed import ReadableBuffer

MAX_WAIT_S = 60.0
"""How long a run waits for another that writes in the same folder, in seconds."""
TRY_EACH_S = 0.05
"""How long is waited between two tries to get the lock, in seconds."""


class Staged(NamedTuple):
    """New content of a file, beside it."""

    path: str
    real: str
    """What the path leads to, where it is a link."""
    temporary: str
    unchanged: os.stat_result | None

    def put(self) -> None:
        """Put it in the place of the old; raises WriteError where the file is no longer what `unchanged` says."""
        try:
            with _told(self.path):
                _check(self.path, self.unchanged)
                os.replace(self.temporary, self.real)  # noqa: PTH105
                _sync_folder(self.real)
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Leave the old; nothing happens where the new content is in its place already."""
        with suppress(OSError):
            os.unlink(self.temporary)  # noqa: PTH108


@contextmanager
def replacing(
    path: str,
    compression: str = "",
    *,
    unchanged: os.stat_result | None = None,
    keeps: bool = False,
    staged: list[Staged] | None = None,
) -> Iterator[BinaryIO]:
    """Open a file for new content that takes the place of the old at the end.

    If something was raised the old one stays, unless what there is of the new one `keeps` its worth. With
    `staged` the new content is added there, and the old one stays until that is put in its place.

    The mode stays, a link is followed. Raises WriteError where the file cannot be written, or is no
    longer what `unchanged` says of it: what others wrote meanwhile is never lost. What is no regular
    file (a device, a pipe) is written as it goes.
    """
    known = _stat(path)
    if known and not stat.S_ISREG(known.st_mode):
        with _told(path), open(path, "wb") as out, compressed(out, compression) as file:  # noqa: PTH123
            yield file
        return
    real = os.path.realpath(path)
    new = Staged(path, real, beside(real), unchanged)
    try:
        with _told(path):
            private = _private(new.temporary)
        with ExitStack() as end:
            with _Told(path, private) as told:
                with compressed(told, compression) as file:
                    raised = yield from _written(file, keeps=keeps)
                    if keeps:  # a signal that comes only now would cost all of it
                        end.enter_context(stopped_afterwards())
                with _told(path):
                    _finish(told, known)
            new.put() if staged is None else staged.append(new)
        _raise_again(raised)
    except BaseException:
        new.drop()
        raise


def _written(file: BinaryIO, *, keeps: bool) -> Generator[BinaryIO, None, BaseException | None]:
    """Yield a file to be written; return what was raised meanwhile, where the file is to be kept all the same."""
    try:
        yield file
    except BaseException as error:
        if not keeps or isinstance(error, GeneratorExit):
            raise
        return error
    return None


def _raise_again(error: BaseException | None) -> None:
    if error:
        raise error


@contextmanager
def exclusive(folder: str) -> Iterator[None]:
    """Hold a folder for oneself, among those that ask the same way; waits for the one before.

    The lock ends with the process. Nothing is held on systems without such locks, as Windows, nor on file systems
    that know none. Raises WriteError where the one before does not end, as one that was stopped.
    """
    try:
        import fcntl  # noqa: F401

        held = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        _hold(held, folder)
        yield
    finally:
        os.close(held)


def _hold(held: int, folder: str) -> None:
    """Wait for a lock on an open folder."""
    import fcntl

    for _ in range(int(MAX_WAIT_S / TRY_EACH_S)):
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(TRY_EACH_S)
        except OSError:
            return  # a file system without locks
        else:
            return
    raise WriteError(f"{folder}: another run has been writing here for {MAX_WAIT_S:g} s: end it, then run again")


@contextmanager
def compressed(out: BinaryIO, compression: str) -> Iterator[BinaryIO]:
    """Return a stream that compresses what is written to another, which stays open."""
    if compression:
        with compressing(out, compression) as file:
            yield file
    else:
        yield out


class _Told(io.BufferedWriter):
    """A file that says its name where it cannot be written: a disk may be full at any byte."""

    def __init__(self, path: str, out: io.FileIO) -> None:
        super().__init__(out)
        self._path = path

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes."""
        with _told(self._path):
            return super().write(data)

    def flush(self) -> None:
        """Write what is held back."""
        with _told(self._path):
            super().flush()


def _private(path: str) -> io.FileIO:
    """Return a new file that nobody else may read, while it is written."""
    return io.FileIO(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


def _finish(out: BinaryIO, known: os.stat_result | None) -> None:
    out.flush()
    os.chmod(out.fileno(), stat.S_IMODE(known.st_mode) if known else 0o666 & ~_umask())  # noqa: PTH101
    if known:
        with suppress(OSError):
            os.chown(out.fileno(), known.st_uid, known.st_gid)
    os.fsync(out.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def is_same(path: str, known: os.stat_result) -> bool:
    """Tell whether a file is still what the system said of it before."""
    now = _stat(path)
    return now is not None and _identity(now) == _identity(known)


def _check(path: str, unchanged: os.stat_result | None) -> None:
    if unchanged is not None and not is_same(path, unchanged):
        raise WriteError(f"{path}: changed while it was read; nothing was written, run again")


def _identity(known: os.stat_result) -> tuple[int, ...]:
    return known.st_dev, known.st_ino, known.st_size, known.st_mtime_ns


def _stat(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116
    except OSError:
        return None


def _sync_folder(path: str) -> None:
    # Not every system lets a folder be opened; the rename is then as lasting as the system makes it.
    with suppress(OSError):
        folder = os.open(os.path.dirname(path) or ".", os.O_RDONLY)  # noqa: PTH120
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error
