"""How the rows of rules across articles are written: between processes, on disk and on other machines they are text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

R = TypeVar("R")


class Codec(Protocol[R]):
    """Writes rows of one stage, and reads them; what it writes orders the rows of one article under one key."""

    @property
    def encode(self) -> Callable[[R], str]:
        """Return the row as text."""

    def decode(self, written: str) -> R:
        """Return the row that `encode` wrote."""


class Nothing:
    """Of a rule to which the key says all: its rows are None."""

    def encode(self, row: object) -> str:
        """Return an empty text; raises TypeError for a row, which would be lost."""
        if row is not None:
            kind = type(row).__name__
            raise TypeError(f"the rule does not say how its evidence is written: codec = Json({kind})")
        return ""

    def decode(self, _: str) -> None:
        """Return None."""


class Integers(Generic[R]):
    """A flat named tuple of integers, or of truth values, as decimals with spaces between them."""

    def __init__(self, kind: type[R]) -> None:
        """Take the class of the rows."""
        self._make: Callable[..., R] = kind
        # An article has some sixty such rows: a method of one's own would take twice as long as the writing.
        self.encode: Callable[[R], str] = " ".join(["%d"] * len(_fields(kind))).__mod__

    def decode(self, written: str) -> R:
        """Return the row that `encode` wrote."""
        return self._make(*map(int, written.split()))


class Json(Generic[R]):
    """A named tuple as a list of JSON; a tuple in it is a list in the list."""

    def __init__(self, kind: type[R], make: Callable[..., R] | None = None) -> None:
        """Take the class of the rows; `make` makes one of the values in the list, where a tuple is among them."""
        self.kind = kind
        self._make: Callable[..., R] = make or kind

    def encode(self, row: R) -> str:
        """Return the row as a list."""
        return json.dumps(row)

    def decode(self, written: str) -> R:
        """Return the row that `encode` wrote."""
        return self._make(*json.loads(written))


class OneOf(Generic[R]):
    """Rows of several kinds under one key, each after the mark of its kind: one character, or none for one kind."""

    def __init__(self, kinds: Mapping[str, Json[Any]]) -> None:
        """Take the kinds by their marks, none of which begins a list."""
        self._kinds = kinds
        self._marks = {codec.kind: mark for mark, codec in kinds.items()}

    def encode(self, row: R) -> str:
        """Return the mark and the row."""
        mark = self._marks[type(row)]
        return mark + self._kinds[mark].encode(row)

    def decode(self, written: str) -> R:
        """Return the row that `encode` wrote."""
        mark = written[:1] if written[:1] in self._kinds else ""
        row: R = self._kinds[mark].decode(written[len(mark) :])
        return row


def _fields(kind: type[Any]) -> tuple[str, ...]:
    fields: tuple[str, ...] = kind._fields
    return fields
