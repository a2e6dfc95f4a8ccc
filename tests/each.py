"""Many small cases in one test: to start a test takes longer than to check most examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


def check_each(cases: Iterable[T], check: Callable[[T], object], name: Callable[[T], str] = str) -> None:
    """Check every case; raise AssertionError that names each one that does not hold, and says why."""
    failed = []
    for case in cases:
        try:
            check(case)
        except Exception as error:  # noqa: BLE001  # whatever it is, the other cases are to be told of too
            failed.append(f"{name(case)}: {type(error).__name__}: {error}")
    if failed:
        raise AssertionError("\n".join(failed))
