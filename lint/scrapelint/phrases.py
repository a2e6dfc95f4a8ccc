"""All phrases of all packs, and the literals of all line patterns, found in one scan."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from scrapelint.lines import Line

Where = Literal["line", "start", "end", "inside"]

PLACEHOLDERS = {
    "{n}": r"\d[\d., ']{0,11}[km]?",
    "{words}": r"\S{1,40}(?: \S{1,40}){0,5}",
}
"""What a placeholder stands for; bounded, so that no phrase can take more than linear time."""

MAX_SMALL_CHARS = 30_000
"""How much text is searched by small automata, in code points, before the one of all literals is built."""
GRAM_CHARS = 6
"""Beginning of a literal that is looked up first, in code points; of 26,000 literals a text of 5 KB has some 400."""
SHORT_GRAM_CHARS = 3
"""The same of a literal that is shorter."""

RE2 = "re2:"
"""What a regex that RE2 runs begins with."""

# Thai, Chinese, Japanese and Korean: scripts in which a word needs no space before the next.
_UNSPACED = "\u0e00"


class Entry(NamedTuple):
    """Phrases of a pack that share a place, a zone and a confidence; the phrases themselves are in the table."""

    concept: str
    id: str
    max_line_chars: int
    zones: Sequence[str]
    confidence: float


class PhraseTable(NamedTuple):
    """All phrases of all packs in the form in which they are matched and cached.

    A reference is the index of an entry and a language, as in `12:en`; several are parted by spaces.
    """

    entries: Sequence[Entry] = ()
    lines: Mapping[str, str] = {}
    """References by the key of a whole line."""
    literals: Mapping[str, str] = {}
    """References by a literal that is the phrase; a line break marks the edge of a line's key."""
    templates: Mapping[str, Sequence[Sequence[str]]] = {}
    """Regex, phrase and reference, by a literal that the match contains; RE2 where the regex begins so."""

    def languages(self) -> dict[str, set[str]]:
        """Return the languages of each concept."""
        known: dict[str, set[str]] = {entry.concept: set() for entry in self.entries}
        references = [*self.lines.values(), *self.literals.values()]
        references += [template[2] for templates in self.templates.values() for template in templates]
        for reference in " ".join(references).split():
            number, _, language = reference.partition(":")
            known[self.entries[int(number)].concept].add(language)
        return known


NO_PHRASES = PhraseTable()
"""For rules that need no pack."""


class Hit(NamedTuple):
    """A phrase found in a line."""

    entry: Entry
    language: str
    phrase: str
    line: Line
    start: int
    """Offset in the text."""
    end: int


class LinePattern:
    """A regular expression that is run only on lines that hold one of its literals."""

    def __init__(self, regex: str, literals: Iterable[str], flags: int = 0) -> None:
        """Take a regex for `re`, run on the line as it stands, and literals in folded form.

        A literal may begin or end with a line break for the edge of a line's key.
        """
        self.regex = regex
        self.literals = tuple(literals)
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regex, compiled on first use."""
        return re.compile(self.regex, self._flags)


class Automaton(NamedTuple):
    """What finds literals in a text, and the literals by their index."""

    search: Callable[[str], Iterable[tuple[int, int, int]]]
    """Yields index, start and end of each match, overlapping ones too, in order of their ends."""
    literals: Sequence[str]


class Hits(NamedTuple):
    """What one scan found."""

    phrases: dict[str, list[Hit]]
    """By concept, in the order of the text."""
    lines: dict[LinePattern, list[Line]]
    """Lines on which a literal of the pattern stands, in order, each once."""


class Matcher:
    """One automaton over every phrase and literal; phrases that are whole lines are looked up by the line's key.

    Built once a process; it cannot be pickled. The automaton itself is built on the first scan.
    """

    def __init__(
        self, table: PhraseTable, patterns: Iterable[LinePattern] = (), concepts: Container[str] | None = None
    ) -> None:
        """Take all phrases, the patterns of all rules in use, and the concepts in use; None for all concepts."""
        self._table = table
        self._wanted = [concepts is None or entry.concept in concepts for entry in table.entries]
        self._patterns: dict[str, list[LinePattern]] = {}
        for pattern in patterns:
            for literal in pattern.literals:
                self._patterns.setdefault(literal, []).append(pattern)
        self._regexes: dict[str, Any] = {}
        self._scanned_chars = 0

    @property
    def _literals(self) -> Iterator[str]:
        """All that is looked for inside lines: phrases, literals of templates and of patterns."""
        return chain(self._table.literals, self._table.templates, self._patterns)

    @cached_property
    def _automaton(self) -> Automaton:
        """The automaton of all literals; it takes some fifty milliseconds to build."""
        return _automaton(self._literals)

    def _automaton_for(self, haystack: str) -> Automaton:
        """Return an automaton that finds all there is in this text.

        For the first few texts one of only those literals that stand in them: a hook reads
        three short files and would spend most of its time on an automaton for a million.
        """
        if self._scanned_chars > MAX_SMALL_CHARS:
            return self._automaton
        self._scanned_chars += len(haystack)
        long, short = _grams(haystack, GRAM_CHARS), _grams(haystack, SHORT_GRAM_CHARS)
        likely = (
            x
            for x in self._literals
            if x[:GRAM_CHARS] in long
            or (len(x) < GRAM_CHARS and (x[:SHORT_GRAM_CHARS] in short or len(x) < SHORT_GRAM_CHARS))
        )
        return _automaton(literal for literal in likely if literal in haystack)

    def scan(self, lines: Sequence[Line], text: str) -> Hits:
        """Return all hits in these lines of this text; linear in the text."""
        found = Hits({}, {})
        keyed = [line for line in lines if line.key]
        known = self._table.lines
        for line in keyed:
            if line.key in known:
                self._hits(found, known[line.key], line.key, line, 0, len(line.key))
        if keyed:
            self._search(found, keyed, text)
            for hits in found.phrases.values():
                hits.sort(key=_start)
        return found

    def _search(self, found: Hits, keyed: Sequence[Line], text: str) -> None:
        """Add what the automaton finds in the keys of these lines, joined by line breaks."""
        haystack = "\n" + "\n".join([line.key for line in keyed]) + "\n"
        starts = _starts(keyed)
        search, literals = self._automaton_for(haystack)
        tried: dict[str, Line] = {}
        table = self._table
        for index, start, end in search(haystack):
            literal = literals[index]
            inner = start + (literal[0] == "\n")
            at = bisect_right(starts, inner) - 1
            line = keyed[at]
            if literal in self._patterns:
                for pattern in self._patterns[literal]:
                    _note(found.lines.setdefault(pattern, []), line)
            if literal in table.templates and tried.get(literal) is not line:
                tried[literal] = line
                self._template_hits(found, table.templates[literal], line)
            if literal in table.literals:
                shift = line.key_start - starts[at]
                if not (_inside_word(haystack, text, start, shift) or _inside_word(haystack, text, end, shift)):
                    begin, phrase = inner - starts[at], literal.strip("\n")
                    self._hits(found, table.literals[literal], phrase, line, begin, begin + len(phrase))

    def _hits(self, found: Hits, references: str, phrase: str, line: Line, start: int, end: int) -> None:
        """Add a hit for each reference whose entry is in use and takes lines of this length."""
        for reference in references.split(" "):
            number, _, language = reference.partition(":")
            entry = self._table.entries[int(number)]
            if self._wanted[int(number)] and len(line.key) <= entry.max_line_chars:
                hit = Hit(entry, language, phrase, line, line.key_start + start, line.key_start + end)
                found.phrases.setdefault(entry.concept, []).append(hit)

    def _template_hits(self, found: Hits, templates: Iterable[Sequence[str]], line: Line) -> None:
        for regex, phrase, reference in templates:
            entry = self._table.entries[int(reference.partition(":")[0])]
            match = len(line.key) <= entry.max_line_chars and self._regex(regex).search("\n" + line.key + "\n")
            if match:
                start, end = max(0, match.start() - 1), min(len(line.key), match.end() - 1)
                self._hits(found, reference, phrase, line, start, end)

    def _regex(self, source: str) -> Any:
        if source not in self._regexes:
            self._regexes[source] = _compile(source)
        return self._regexes[source]


def _automaton(literals: Iterable[str]) -> Automaton:
    from ahocorasick_rs import AhoCorasick, Implementation

    found = list(dict.fromkeys(literals))
    automaton = AhoCorasick(found, implementation=Implementation.ContiguousNFA)
    return Automaton(partial(automaton.find_matches_as_indexes, overlapping=True), found)


def _grams(haystack: str, chars: int) -> set[str]:
    """Return the beginnings that a literal in this text can have, so many code points long."""
    return {haystack[i : i + chars] for i in range(len(haystack))}


def _compile(source: str) -> Any:
    if source.startswith(RE2):
        import re2

        return re2.compile("(?m)" + source.removeprefix(RE2))
    return re.compile(source)


def _starts(lines: Iterable[Line]) -> list[int]:
    starts, offset = [], 1
    for line in lines:
        starts.append(offset)
        offset += len(line.key) + 1
    return starts


def _start(hit: Hit) -> int:
    return hit.start


def _note(lines: list[Line], line: Line) -> None:
    if not lines or lines[-1] is not line:
        lines.append(line)


def _is_word(char: str) -> bool:
    return char < _UNSPACED and char.isalnum()


def _inside_word(haystack: str, text: str, at: int, shift: int) -> bool:
    """Tell whether a word goes on over this place.

    A change from lower to upper case ends a word: pages get glued ("ответВаш адрес").
    """
    if at in (0, len(haystack)) or not (_is_word(haystack[at - 1]) and _is_word(haystack[at])):
        return False
    before, after = text[at + shift - 1], text[at + shift]
    return not (before.islower() and after.isupper())


def matches(pattern: LinePattern, lines: Iterable[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield each match of a pattern in these lines, with its line."""
    for line in lines:
        for match in pattern.compiled.finditer(line.text):
            yield line, match
