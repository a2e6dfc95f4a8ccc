"""Files written whole or not at all: a crash leaves the old file or the new one."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, cast

from scrapelint.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: str, compression: str = "", *, unchanged: os.stat_result | None = None) -> Iterator[BinaryIO]:
    """Open a file for new content that takes the place of the old at the end, if nothing was raised.

    The mode stays, a link is followed. Raises WriteError where the file cannot be written, or is no
    longer what `unchanged` says of it: what others wrote meanwhile is never lost. What is no regular
    file (a device, a pipe) is written as it goes.
    """
    path = os.path.realpath(path)
    known = _stat(path)
    if known and not stat.S_ISREG(known.st_mode):
        with _told(path), open(path, "wb") as out, compressed(out, compression) as file:  # noqa: PTH123
            yield file
        return
    folder, name = os.path.split(path)
    # Hidden, so that nothing takes it for an article meanwhile.
    temporary = os.path.join(folder, f".{name}.{os.urandom(4).hex()}.tmp")  # noqa: PTH118
    try:
        with _told(path):
            out = open(temporary, "xb")  # noqa: PTH123, SIM115
        with out:
            with compressed(out, compression) as file:
                yield file
            with _told(path):
                _finish(out, known)
        with _told(path):
            _check(path, unchanged)
            os.replace(temporary, path)  # noqa: PTH105
            _sync_folder(path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


@contextmanager
def compressed(out: BinaryIO, compression: str) -> Iterator[BinaryIO]:
    """Return a stream that compresses what is written to another, which stays open."""
    if compression == "gz":
        import gzip

        # Neither time nor name: the same content makes the same file.
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=6) as file:
            yield cast("BinaryIO", file)
    elif compression == "zst":
        from scrapelint.readers.zstd import zstd

        with zstd().ZstdFile(out, "wb") as file:
            yield cast("BinaryIO", file)
    else:
        yield out


def _finish(out: BinaryIO, known: os.stat_result | None) -> None:
    if known:
        os.chmod(out.fileno(), stat.S_IMODE(known.st_mode))  # noqa: PTH101
        with suppress(OSError):
            os.chown(out.fileno(), known.st_uid, known.st_gid)
    out.flush()
    os.fsync(out.fileno())


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
