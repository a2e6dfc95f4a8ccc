"""Where literals are in a text: one by one for few literals, all in one pass for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Match: TypeAlias = tuple[str, int, int]
    Search: TypeAlias = Callable[[str], Iterable[Match]]


GRAM_CHARS = 4
"""Both ends of a literal are looked up before it is searched for: so many code points of each."""


class Automaton:
    """All literals in one Aho-Corasick automaton; of 26,000 it takes some fifty milliseconds to build."""

    def __init__(self, literals: Iterable[str]) -> None:
        """Take the literals, none of them empty."""
        from ahocorasick_rs import AhoCorasick, Implementation

        self._literals = tuple(literals)
        self._automaton = AhoCorasick(self._literals, implementation=Implementation.ContiguousNFA)

    def search(self, haystack: str) -> Iterator[Match]:
        """Yield literal, start and end of each match, overlapping ones too, in order of their ends."""
        literals = self._literals
        for index, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True):
            yield literals[index], start, end


def one_by_one(literals: Iterable[str]) -> Search:
    """Return a search for few literals; it gives what an automaton of them would, and needs none."""

    def search(haystack: str) -> list[Match]:
        grams = {haystack[i : i + GRAM_CHARS] for i in range(len(haystack))}
        likely = [
            literal
            for literal in literals
            if len(literal) < GRAM_CHARS or (literal[:GRAM_CHARS] in grams and literal[-GRAM_CHARS:] in grams)
        ]
        found = [(literal, at, at + len(literal)) for literal in likely for at in _starts(literal, haystack)]
        return sorted(found, key=_by_end)

    return search


def _starts(literal: str, haystack: str) -> Iterator[int]:
    start = haystack.find(literal)
    while start >= 0:
        yield start
        start = haystack.find(literal, start + 1)


def _by_end(match: Match) -> tuple[int, int]:
    _, start, end = match
    return end, start
