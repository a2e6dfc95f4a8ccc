"""The bytes of a file, decompressed on the way, in bounded memory."""

from __future__ import annotations

import io
import sys
import zlib
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, BinaryIO

from scrapelint.readers import remote
from scrapelint.readers.zstd import zstd

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

    from scrapelint.readers.files import Input

BUFFER_BYTES = 1 << 16
"""How much is read, and comes out, in one step."""

READ_ERRORS = (OSError, EOFError, zlib.error)
"""What reading a file can raise; ZstdStream turns errors of its own into OSError."""


@contextmanager
def open_bytes(file: Input) -> Iterator[BinaryIO]:
    """Open a file, or standard input, for its decompressed bytes."""
    with _raw(file) as raw, _decompressed(raw, file.compression) as stream:
        yield stream


def position(stream: BinaryIO) -> int:
    """Return how many bytes of a file are read so far, as it is on disk; 0 where that cannot be told."""
    inner: Any = getattr(stream, "raw", None)
    source = inner.fileobj if hasattr(inner, "fileobj") else inner.source if isinstance(inner, ZstdStream) else stream
    try:
        return int(source.tell())
    except (OSError, ValueError):
        return 0


def why(error: BaseException, file: Input) -> str:
    """Return in words what kept a file from being read."""
    if isinstance(error, EOFError):
        return f"the {file.compression} data is cut short"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).lower() or type(error).__name__


class ZstdStream(io.RawIOBase):
    """Decompressed zstd; raises EOFError where a frame is cut short."""

    def __init__(self, raw: BinaryIO) -> None:
        """Take the compressed stream."""
        self._zstd = zstd()
        self._raw = raw
        self._frame = self._zstd.ZstdDecompressor()
        self._started = False
        self._ready = memoryview(b"")

    @property
    def source(self) -> BinaryIO:
        """The compressed stream."""
        return self._raw

    def readable(self) -> bool:
        """Tell that the stream can be read."""
        return True

    def readinto(self, target: WriteableBuffer) -> int:
        """Fill the target as far as bytes are at hand; 0 at the end."""
        while not self._ready:
            chunk = self._chunk()
            if chunk is None:
                return self._end()
            self._ready = memoryview(self._step(chunk))
        view = memoryview(target).cast("B")
        size = min(len(view), len(self._ready))
        view[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _chunk(self) -> bytes | None:
        """Return what to decompress next, nothing where more of what is there comes out; None at the end."""
        if not self._frame.eof and not self._frame.needs_input:
            return b""
        chunk = self._frame.unused_data if self._frame.eof else b""
        return chunk or self._raw.read(BUFFER_BYTES) or None

    def _step(self, chunk: bytes) -> bytes:
        if self._frame.eof:
            self._frame = self._zstd.ZstdDecompressor()
        self._started = True
        try:
            step: bytes = self._frame.decompress(chunk, BUFFER_BYTES)
        except self._zstd.ZstdError as error:
            raise OSError(f"not valid zst data: {error}") from error
        return step

    def _end(self) -> int:
        if self._started and not self._frame.eof:
            raise EOFError
        return 0


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
    if file.path is None and file.copy:
        return io.BufferedReader(_Copying(sys.stdin.buffer, file.copy), BUFFER_BYTES)
    if file.path is None:
        return nullcontext(sys.stdin.buffer)
    if remote.is_remote(file.path):
        return remote.open_remote(file.path)
    return open(file.path, "rb", buffering=BUFFER_BYTES)  # noqa: PTH123  # a path as given may be a str


def _decompressed(raw: BinaryIO, compression: str) -> nullcontext[BinaryIO] | BinaryIO:
    if compression == "gz":
        import gzip

        return io.BufferedReader(gzip.GzipFile(fileobj=raw), BUFFER_BYTES)
    if compression == "zst":
        return io.BufferedReader(ZstdStream(raw), BUFFER_BYTES)
    return nullcontext(raw)
