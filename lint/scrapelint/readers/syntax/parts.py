"""Where the strings of a record are in its file, and how they are written there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator


class Writing(NamedTuple):
    """How a string is written in a file of some format."""

    escape: re.Pattern[str] | None = None
    """What stands for one code point of the string, where that is written otherwise."""
    written: Callable[[str], str] = str
    """Writes a string."""
    anew: Callable[[str], str] | None = None
    """Writes the whole string where a part of it cannot be written alone; None where that always can be."""

    def size(self, written: str) -> int:
        """Return how many code points the string has that is written so."""
        if self.escape is None:
            return len(written)
        return len(written) - sum(found.end() - found.start() - 1 for found in self.escape.finditer(written))

    def places(self, written: str, wanted: Iterable[int]) -> Iterator[int]:
        """Yield where code points of the string are as it is written; they have to be asked for in order."""
        escapes = self.escape.finditer(written) if self.escape else iter(())
        at = value = 0  # a place as it is written, and the same in the string
        escape = next(escapes, None)
        for place in wanted:
            while escape and value + (escape.start() - at) < place:
                value += escape.start() - at + 1
                at = escape.end()
                escape = next(escapes, None)
            yield at + place - value


PLAIN = Writing()
"""A string that is as it is."""


class Part(NamedTuple):
    """A string, or a part of one, in a piece of a file."""

    start: int
    end: int
    """Where it ends in the piece, exclusive."""
    writing: Writing = PLAIN
    at: int = 0
    """Where it begins in the field of the article."""


def in_row(spans: Iterable[tuple[int, int, Writing]], piece: str, between: str) -> Iterator[Part]:
    """Yield parts that follow each other in a field, with `between` between two of them."""
    at = 0
    for start, end, writing in spans:
        yield Part(start, end, writing, at)
        at += writing.size(piece[start:end]) + len(between)
