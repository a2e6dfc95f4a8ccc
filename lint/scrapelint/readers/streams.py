"""The bytes of a file, decompressed on the way, in bounded memory."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, BinaryIO

from scrapelint.config.values import DEFAULT_MAX_EXPANSION
from scrapelint.readers import remote
from scrapelint.readers.compressions import BUFFER_BYTES, Decompressed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

    from scrapelint.readers.files import Input


_open: dict[str, BinaryIO] = {}
"""The files that are being read in this process, by name: what a bar of progress looks at."""


@contextmanager
def open_bytes(file: Input, max_expansion: int = DEFAULT_MAX_EXPANSION) -> Iterator[BinaryIO]:
    """Open a file, or standard input, for its decompressed bytes; those that are too many raise OSError when read."""
    with _raw(file) as raw, _decompressed(raw, file.compression, max_expansion) as stream:
        _open[file.filename] = stream
        try:
            yield stream
        finally:
            _open.pop(file.filename, None)


def read_bytes(file: Input) -> int:
    """Return how many bytes of a file this process has read, as it is on disk; 0 where it does not read it now."""
    return position(_open[file.filename]) if file.filename in _open else 0


def position(stream: BinaryIO) -> int:
    """Return how many bytes of a file are read so far, as it is on disk; 0 where that cannot be told."""
    source = stream.source if isinstance(stream, Decompressed) else stream
    try:
        return int(source.tell())
    except (OSError, ValueError):
        return 0


def why(error: BaseException, file: Input) -> str:
    """Return in words what kept a file from being read."""
    if isinstance(error, EOFError):
        return f"the {file.compression} data is cut short" if file.compression else "the file is cut short"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).lower() or type(error).__name__


class _Copying(io.RawIOBase):
    """A stream that writes all that is read from it to a file."""

    def __init__(self, raw: BinaryIO, path: str) -> None:
        self._raw = raw
        self._copy = open(path, "wb")  # noqa: PTH123, SIM115  # closed with the stream

    def readable(self) -> bool:
        return True

    def readinto(self, target: WriteableBuffer) -> int:
        view = memoryview(target).cast("B")
        data = self._raw.read1(len(view)) if isinstance(self._raw, io.BufferedReader) else self._raw.read(len(view))
        self._copy.write(data)
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._copy.close()
        super().close()


def _raw(file: Input) -> nullcontext[BinaryIO] | BinaryIO:
    if file.path is None:
        return _copied(sys.stdin.buffer, file.copy) if file.copy else nullcontext(sys.stdin.buffer)
    if remote.is_remote(file.path):
        return remote.open_remote(file.path)
    opened = open(file.path, "rb", buffering=BUFFER_BYTES)  # noqa: PTH123, SIM115  # a path as given may be a str
    return _copied(opened, file.copy) if file.copy else opened


def _copied(raw: BinaryIO, copy: str) -> BinaryIO:
    return io.BufferedReader(_Copying(raw, copy), BUFFER_BYTES)


def _decompressed(raw: BinaryIO, compression: str, max_expansion: int) -> nullcontext[BinaryIO] | Decompressed:
    return Decompressed(raw, compression, max_expansion) if compression else nullcontext(raw)
