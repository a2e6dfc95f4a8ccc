"""Libraries that only some runs need."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from scrapelint.errors import MissingExtraError
from scrapelint.resources.extras import needed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STOPPED = "import signal\nsignal.raise_signal(signal.SIGTERM)\nis_loaded = True\n"
"""A library during whose import the run is told to stop."""


@pytest.fixture
def stops() -> Iterator[list[bool]]:
    """Note, for each SIGTERM, whether the library was loaded by then."""
    came: list[bool] = []
    before = signal.signal(signal.SIGTERM, lambda *_: came.append(hasattr(sys.modules.get("stopped"), "is_loaded")))
    yield came
    signal.signal(signal.SIGTERM, before)
    sys.modules.pop("stopped", None)


def test_a_signal_waits_until_a_library_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: list[bool]
) -> None:
    (tmp_path / "stopped.py").write_text(STOPPED)
    monkeypatch.syspath_prepend(tmp_path)

    needed("stopped", "all", "a test")

    assert stops == [True]


def test_a_signal_that_waited_is_not_lost_where_the_library_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: list[bool]
) -> None:
    (tmp_path / "stopped.py").write_text(STOPPED + "raise ImportError\n")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(MissingExtraError, match="a test needs stopped"):
        needed("stopped", "all", "a test")

    assert stops == [False]
