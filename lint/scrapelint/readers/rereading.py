"""Files that are read more than once: of standard input, or a pipe, a copy is kept meanwhile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapelint.readers.files import Input


class KeptInputs:
    """Copies of what can be read only once, on disk until they are closed."""

    def __init__(self) -> None:
        """Start with none."""
        self._copies: list[str] = []

    def kept(self, file: Input) -> Input:
        """Return the file as it is to be read the first time."""
        if not file.is_read_once:
            return file
        import tempfile

        handle, path = tempfile.mkstemp(prefix="scrapelint-")
        os.close(handle)
        self._copies.append(path)
        return file._replace(copy=path)

    def close(self) -> None:
        """Take the copies away."""
        while self._copies:
            os.unlink(self._copies.pop())  # noqa: PTH108


def again(file: Input) -> Input:
    """Return a file that was kept, as it is to be read from then on."""
    return file._replace(path=file.copy, copy="") if file.copy else file
