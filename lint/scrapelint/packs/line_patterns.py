"""Regular expressions of rules that are run only on lines where their literals are."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from scrapelint.text import lazy_regex
from scrapelint.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint.text.lines import Line

    Words = Mapping[str, Sequence[str]]
    Choice = tuple[tuple[str, ...], ...]

MAX_VARIANTS = 8
"""Choices of words that are compiled each by itself; more take as long as the regex with all words."""

_NAMED = lazy_regex.regex(r"\(\?P>(\w+)\)")


class LinePattern:
    """A regular expression that is run only on lines that hold one of its literals."""

    def __init__(
        self,
        source: str,
        literals: Iterable[str],
        flags: int = 0,
        words: Words | None = None,
        *,
        needs: Iterable[str] = (),
    ) -> None:
        """Take a regex for `re`, run on the line as it is, and literals in folded form.

        A literal may begin or end with a line break for the edge of a line's key. `(?P>name)` in the regex
        stands for the `words` of that name, the longest first; a line with none of the words has no match.
        With a hundred of them a regex takes milliseconds to compile: a short run compiles only those of its lines.
        Where the literals are frequent words, `needs` are pieces of text of which a line has to hold one as well.
        """
        self.source = source
        self.literals = tuple(literals)
        self._needs = tuple(needs)
        self._flags = flags
        self._folds = bool(flags & re.IGNORECASE) or "(?i" in source
        self._words = {name: sorted(known, key=len, reverse=True) for name, known in (words or {}).items()}
        self._variants: dict[Choice, re.Pattern[str]] = {}

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regex with all words, compiled on first use."""
        return self._with(self._words)

    @cached_property
    def _sought(self) -> dict[str, list[tuple[str, str]]]:
        """By name, each word and how it is looked for in a line."""
        look = fold if self._folds else str
        return {name: [(word, look(word)) for word in known] for name, known in self._words.items()}

    def on(self, line: Line) -> re.Pattern[str] | None:
        """Return a regex that matches on this line what the one with all words does; None where nothing can."""
        if self._needs and not any(piece in line.text for piece in self._needs):
            return None
        if not self._words or len(self._variants) > MAX_VARIANTS:
            return self.compiled
        text = fold(line.text) if self._folds else line.text
        words = {
            name: tuple([word for word, sought in known if sought in text]) for name, known in self._sought.items()
        }
        choice = tuple(words.values())
        if not any(choice):
            return None
        if choice not in self._variants:
            self._variants[choice] = self._with(words)
        return self._variants[choice]

    def _with(self, words: Words) -> re.Pattern[str]:
        groups = {name: "|".join(map(re.escape, chosen)) or "(?!)" for name, chosen in words.items()}
        return re.compile(_NAMED.sub(lambda named: f"(?:{groups[named[1]]})", self.source), self._flags)


def matches(pattern: LinePattern, lines: Iterable[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield each match of a pattern in these lines, with its line."""
    for line in lines:
        regex = pattern.on(line)
        if regex:
            for match in regex.finditer(line.text):
                yield line, match
