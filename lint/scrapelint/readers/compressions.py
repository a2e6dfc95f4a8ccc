"""How files are compressed: by the ending of a name, what reads and what writes it."""

from __future__ import annotations

import io
import os
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from scrapelint.config.values import DEFAULT_MAX_EXPANSION

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER_BYTES = 1 << 16
"""How much is read, and comes out, in one step."""

ENDINGS = {".gz": "gz", ".zst": "zst", ".bz2": "bz2", ".xz": "xz"}
"""Names of compressions by ending."""

FREE_BYTES = 4_000_000
"""How much a file may have inside however small it is."""

READ_ERRORS = (OSError, EOFError, zlib.error)
"""What reading a file can raise; errors that xz and zstd have besides become OSError."""


class Decompressed(io.BufferedReader):
    """The decompressed bytes of a stream."""

    def __init__(self, raw: BinaryIO, compression: str, max_expansion: int = DEFAULT_MAX_EXPANSION) -> None:
        """Take the compressed stream, how it is compressed, and how many times its size it may have inside."""
        counted = _Counted(raw)
        super().__init__(_Steps(_reader(counted, compression), compression, counted, max_expansion), BUFFER_BYTES)
        self.source = raw
        """The compressed stream."""


def compression_of(path: str) -> str:
    """Return how a file is compressed, by its ending; an empty string where it is not."""
    return ENDINGS.get(os.path.splitext(path.lower())[1], "")  # noqa: PTH122  # str paths all through


def compressing(out: BinaryIO, compression: str) -> BinaryIO:
    """Return a stream that compresses what is written to another, which stays open when it is closed."""
    if compression == "gz":
        import gzip

        # Neither time nor name: the same content makes the same file.
        return cast("BinaryIO", gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=6))
    if compression == "bz2":
        import bz2

        return cast("BinaryIO", bz2.BZ2File(out, "wb"))
    if compression == "xz":
        import lzma

        return cast("BinaryIO", lzma.LZMAFile(out, "wb"))
    return cast("BinaryIO", zstd().ZstdFile(out, "wb"))


def most_inside(stored_bytes: int, max_expansion: int) -> int:
    """Return how many bytes may be inside of so many that are compressed."""
    return max(FREE_BYTES, max_expansion * stored_bytes)


def too_much_inside(what: str, max_expansion: int) -> str:
    """Return what to say of compressed data with more inside; it names the bound."""
    return f"{what} has more than {max_expansion:,} times its size inside; `max-expansion` allows no more"


def zstd() -> Any:
    """Return Python's own module for zstd, or what replaces it before Python 3.14: both have the same names."""
    try:
        return import_module("compression.zstd")
    except ModuleNotFoundError:
        return import_module("backports.zstd")


class _Counted:
    """A stream that counts what is read of it."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.read_bytes = 0

    def read(self, size: int = -1) -> bytes:
        """Return bytes."""
        data = self._raw.read(size)
        self.read_bytes += len(data)
        return data

    def __getattr__(self, name: str) -> Any:
        """Return what else the stream has."""
        return getattr(self._raw, name)


class _Steps(io.RawIOBase):
    """A decompressing file that gives what it has, step by step: what comes before a fault is not lost."""

    def __init__(self, file: Any, compression: str, counted: _Counted, max_expansion: int) -> None:
        self._file = file
        self._max_expansion = max_expansion
        self._compression = compression
        self._counted = counted
        self._expanded_bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, target: WriteableBuffer) -> int:
        view = memoryview(target).cast("B")
        try:
            data = self._file.read1(len(view))
        except READ_ERRORS:
            raise
        except Exception as error:  # xz and zstd have errors of their own
            raise OSError(f"not valid {self._compression} data: {error}") from error
        self._expanded_bytes += len(data)
        if self._expanded_bytes > most_inside(self._counted.read_bytes, self._max_expansion):
            raise OSError(too_much_inside(f"the {self._compression} data", self._max_expansion))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


def _reader(raw: Any, compression: str) -> Any:
    if compression == "gz":
        import gzip

        return gzip.GzipFile(fileobj=raw)
    if compression == "bz2":
        import bz2

        return bz2.BZ2File(raw)
    if compression == "xz":
        import lzma

        return lzma.LZMAFile(raw)
    return zstd().ZstdFile(raw)
