"""Evidence of articles that were checked in an earlier run, as it was written: it is read only if it is wanted."""

from __future__ import annotations

from struct import Struct
from typing import IO, TYPE_CHECKING

from scrapelint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.corpus.rows import ArticleEvidence

MAX_MEMORY_BYTES = 8 << 20
"""What is kept in memory; more goes to a temporary file."""
_HEAD = Struct("!iI")
"""Severity, -1 for none, and length."""


class WrittenEvidence:
    """Evidence in the order in which it came."""

    def __init__(self) -> None:
        """Start with none."""
        self._file: IO[bytes] | None = None

    def put(self, written: bytes, worst: Severity | None) -> None:
        """Keep the evidence of an article, and the worst that was found in it."""
        if self._file is None:
            from tempfile import SpooledTemporaryFile

            self._file = SpooledTemporaryFile(MAX_MEMORY_BYTES, prefix="scrapelint-")  # noqa: SIM115  # see `close`
        self._file.write(_HEAD.pack(-1 if worst is None else worst, len(written)))
        self._file.write(written)

    def evidence(self) -> Iterator[tuple[ArticleEvidence, Severity | None]]:
        """Yield the evidence of each article, and the worst that was found in it."""
        if self._file is None:
            return
        from scrapelint.result_cache.written import loaded_evidence

        self._file.seek(0)
        while head := self._file.read(_HEAD.size):
            worst, length = _HEAD.unpack(head)
            yield loaded_evidence(self._file.read(length)), None if worst < 0 else Severity(worst)

    def close(self) -> None:
        """Forget it."""
        if self._file:
            self._file.close()
