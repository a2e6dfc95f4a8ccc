"""What work costs, in rounds: all that is compared takes its turn in each, so that a busy moment falls on all of it."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"
"""Variable of the environment by which Python does not keep what it compiles, unless it is empty."""


class Cost(NamedTuple):
    """What a piece of work took, in seconds."""

    wall: float
    cpu: float
    """User and system, of all its processes."""


def medians(works: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Return the median cost of each work over so many rounds, in which each is done once, in turn from either end."""
    taken: dict[str, list[Cost]] = {name: [] for name in works}
    for number in range(rounds):
        for name in list(works)[:: -1 if number % 2 else 1]:
            taken[name].append(works[name]())
    return {name: Cost(*(median(values) for values in zip(*costs, strict=True))) for name, costs in taken.items()}


def of_command(command: Sequence[str], cwd: Path, **environment: str) -> Cost:
    """Return what a command costs; raises RuntimeError where its exit status is none of `check`.

    Python may keep what it compiles, as that of an installed program is: else each start compiles every module again.
    """
    variables = {**os.environ, KEEPS_NOTHING: "", **environment}
    before, began = _children(), time.perf_counter()
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, env=variables)  # noqa: S603
    cost = Cost(time.perf_counter() - began, _children() - before)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode()}")
    return cost


def of_call(work: Callable[[], object]) -> Cost:
    """Return what a function costs in this process."""
    cpu, began = time.process_time(), time.perf_counter()
    work()
    return Cost(time.perf_counter() - began, time.process_time() - cpu)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
