"""Lines that are one below the other in nearly all articles that have one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.boilerplate.shared import SharedBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from scrapelint.boilerplate.shared import SharedLine
    from scrapelint.boilerplate.tally import LineTally

MIN_TOGETHER = 0.8
"""Share of the articles that have either of two lines in which the one is right above the other.

Above a half, so that a line has at most one below it and one above it."""


def blocks(lines: Sequence[SharedLine], tallies: Mapping[int, LineTally]) -> list[SharedBlock]:
    """Return the lines of a site in blocks, those with the most characters first. Linear in the lines."""
    by_key = {line.key: line for line in lines}
    below = {line.key: found for line in lines if (found := _below(line, tallies[line.key], by_key)) is not None}
    starts = [key for key in by_key if key not in set(below.values())]
    chained = [SharedBlock(tuple(by_key[key] for key in chain)) for chain in _chains([*starts, *by_key], below)]
    return sorted(chained, key=lambda block: -block.chars)


def _below(line: SharedLine, tally: LineTally, by_key: Mapping[int, SharedLine]) -> int | None:
    """Return the key of the line that belongs right below; None where there is none, or where it changed otherwise."""
    for key, together in tally.followers.items():
        other = by_key.get(key)
        if other and together >= MIN_TOGETHER * max(line.articles, other.articles) and _kind(line) == _kind(other):
            return key
    return None


def _kind(line: SharedLine) -> str:
    return line.change.kind if line.change else ""


def _chains(starts: Sequence[int], below: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield each chain once; lines that go round in a circle, as links that rotate do, begin anywhere."""
    done: set[int] = set()
    for start in starts:
        chain: list[int] = []
        key: int | None = start
        while key is not None and key not in done:
            done.add(key)
            chain.append(key)
            key = below.get(key)
        if chain:
            yield chain
