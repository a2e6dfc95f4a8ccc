"""What the tests of readers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint.readers.files import Input, find
from scrapelint.readers.reading import read
from scrapelint.readers.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from scrapelint.intake import Intake

    Reading = Callable[..., list[Intake]]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Return a function that writes a file and reads it."""

    def read_back(name: str, content: bytes, **source: object) -> list[Intake]:
        path = tmp_path / name
        path.write_bytes(content)
        (file,) = find([str(path)], lambda _: False)
        assert isinstance(file, Input)
        return list(read(file, Source(name, **source)))  # type: ignore[arg-type]

    return read_back
