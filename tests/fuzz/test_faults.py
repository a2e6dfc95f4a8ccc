"""Faults around a run, some of each kind; `faults.py` tries as many as one likes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from fuzz.faults import KINDS, Known, undisturbed, usual_seconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

ROUNDS = [
    *(("kill", name) for name in ("fix", "clean", "index", "output")),
    *(("disk", name) for name in ("fix", "index", "report")),
    ("twice", "accept"),
    ("change", "fix"),
    *(("odd", name) for name in ("fix", "clean", "index")),
]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Known]:
    """Return what a command comes to that nothing disturbs, found out once."""
    folder = tmp_path_factory.mktemp("usual")
    usual_s = usual_seconds(folder / "time")
    found: dict[str, Known] = {}

    def of(name: str) -> Known:
        if name not in found:
            found[name] = Known(undisturbed(name, folder / name), usual_s)
        return found[name]

    return of


@pytest.mark.parametrize(("kind", "name"), ROUNDS)
def test_no_fault_tears_a_file_or_ends_a_run(
    kind: str, name: str, tmp_path: Path, known: Callable[[str], Known]
) -> None:
    KINDS[kind](name, tmp_path / "run", random.Random(f"{kind} {name}"), known(name))  # noqa: S311
