"""All phrases of all packs, and the literals of all line patterns, found in one scan."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from scrapelint.packs.leading_labels import apart
from scrapelint.packs.search import Automaton, one_by_one
from scrapelint.packs.trailing_credits import parted
from scrapelint.resources.collecting import uncollected
from scrapelint.text.sentences.marks import QUESTION_MARKS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from scrapelint.packs.line_patterns import LinePattern
    from scrapelint.packs.search import Search
    from scrapelint.text.lines import Line

Where = Literal["line", "start", "end", "inside"]
Flat = Literal["", "label", "long-label", "credit-end"]
"""What phrases are that a sentence may follow on the same line, where the line breaks are lost.

`label`: labels of the page ("Advertisement"); `long-label`: labels that count from two words on, as those of one word
may open a sentence ("Next"); `credit-end`: what credits end with ("/Reuters").
"""

Cue = Literal["", "links", "menu", "promotion", "comments", "credit", "notice"]
"""What the wording of a pack says of a line and its neighbours, to the models of zones.

`links`: headings and labels of links to other stories; `menu`: menus, buttons and footers; `promotion`: adverts,
newsletters and walls; `comments`: readers' comments and their forms; `credit`: who took or sold a picture; `notice`:
who wrote, sold or answers for a text. Empty: nothing.
"""

PLACEHOLDERS = {
    "{n}": r"\d[\d., ']{0,11}[km]?",
    "{words}": r"\S{1,40}(?:(?<![^\W\d_]{4}[.!?…।۔]) \S{1,40}){0,5}",
}
"""What a placeholder stands for; bounded, so that no phrase can take more than linear time.

Words do not go on into the next sentence: a mark after a word of four letters ends one; a shorter one may be "Dr.".
"""

MAX_SMALL_CHARS = 150_000
"""How much text is searched for what may be in it, in code points, before the automaton of all literals is built: as
much as takes the time to build it."""

RE2 = "re2:"
"""What a regex that RE2 runs begins with."""

ASKS = "?"
"""What a reference ends with whose phrase counts only before a question mark."""

# Thai, Chinese, Japanese and Korean: scripts in which a word needs no space before the next.
_UNSPACED = "\u0e00"


class Entry(NamedTuple):
    """Phrases of a pack that share a place, a zone and a confidence; the phrases themselves are in the table."""

    concept: str
    id: str
    max_line_chars: int
    zones: Sequence[str]
    confidence: float
    flat: Flat = ""
    """What its phrases are that a sentence may follow on the same line; see `leading_labels` and `trailing_credits`."""
    of_people: bool = False
    """Whether its wording tells of people, and does not speak to the reader; see `other_senses`."""
    in_lists: bool = False
    """Whether lists of an article have its words too, so that they do not end one."""
    cue: Cue = ""


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

    def part(self, haystack: str) -> PhraseTable:  # noqa: ARG002
        """Return a table that has at least what is in this text: this one."""
        return self

    def whole(self) -> PhraseTable:
        """Return this table."""
        return self

    def of_key(self, key: str) -> str:
        """Return the references of the phrase that is this key, with a line break after it if it ends a line."""
        return self.lines.get(key) or self.literals.get(key, "")

    def languages(self) -> dict[str, set[str]]:
        """Return the languages of each concept."""
        known: dict[str, set[str]] = {entry.concept: set() for entry in self.entries}
        references = [*self.lines.values(), *self.literals.values()]
        references += [template[2] for templates in self.templates.values() for template in templates]
        for reference in " ".join(references).split():
            number, _, language = reference.partition(":")
            known[self.entries[int(number)].concept].add(language.removesuffix(ASKS))
        return known


NO_PHRASES = PhraseTable()
"""For rules that need no pack."""


class Phrases(Protocol):
    """What gives the phrases of all packs: a table, or a file of one."""

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, by their index."""

    def part(self, haystack: str) -> PhraseTable:
        """Return a table that has at least what is in this text: keys of lines between line breaks."""

    def whole(self) -> PhraseTable:
        """Return the table of all phrases."""

    def of_key(self, key: str) -> str:
        """Return the references of the phrase that is this key, with a line break after it if it ends a line."""


class Hit(NamedTuple):
    """A phrase found in a line."""

    entry: Entry
    language: str
    phrase: str
    line: Line
    start: int
    """Offset in the text."""
    end: int


class Hits(NamedTuple):
    """What one scan found."""

    phrases: dict[str, list[Hit]]
    """By concept, in the order of the text."""
    lines: dict[LinePattern, list[Line]]
    """Lines on which a literal of the pattern is, in order, each once."""


class _Reference(NamedTuple):
    """What a reference of the table says of a phrase."""

    entry: Entry
    language: str
    is_wanted: bool
    """Whether the entry is in use."""
    asks: bool
    """Whether the phrase counts only before a question mark."""


class Matcher:
    """Finds every phrase and literal in a text; phrases that are whole lines are looked up by the line's key.

    Built once a process; it cannot be pickled.
    """

    def __init__(
        self, phrases: Phrases, patterns: Iterable[LinePattern] = (), concepts: Container[str] | None = None
    ) -> None:
        """Take all phrases, the patterns of all rules in use, and the concepts in use; None for all concepts."""
        self._phrases = phrases
        self._wanted = [concepts is None or entry.concept in concepts for entry in phrases.entries]
        self._patterns: dict[str, list[LinePattern]] = {}
        for pattern in patterns:
            for literal in pattern.literals:
                self._patterns.setdefault(literal, []).append(pattern)
        self._regexes: dict[str, Any] = {}
        self._references: dict[str, list[_Reference]] = {}
        self._scanned_chars = 0

    def _literals(self, table: PhraseTable) -> Iterable[str]:
        """Return all that is looked for inside lines: phrases, literals of templates and of patterns."""
        return dict.fromkeys(chain(table.literals, table.templates, self._patterns))

    @cached_property
    def _everything(self) -> tuple[PhraseTable, Search]:
        """All phrases and what finds them; it takes a hundred milliseconds to make."""
        with uncollected():
            table = self._phrases.whole()
            return table, Automaton(self._literals(table)).search

    def _for(self, haystack: str) -> tuple[PhraseTable, Search]:
        """Return the phrases for a text, and what finds them in it.

        For the first few texts only those that may be in them: a hook reads three short files
        and would spend most of its time on an automaton for a million.
        """
        self._scanned_chars += len(haystack)
        if self._scanned_chars > MAX_SMALL_CHARS:
            return self._everything
        table = self._phrases.part(haystack)
        return table, one_by_one(self._literals(table))

    def units(self, lines: Iterable[Line]) -> list[Line]:
        """Return the sentences of a text that has lost its line breaks, labels and credits among them parted from them.

        So it is whatever concepts are in use: what rules look at one by one does not depend on which rules run.
        """
        units = apart(list(parted(lines, self._ends_credit)), self._is_label)
        for index, unit in enumerate(units):
            unit.index = index
        return units

    def _is_label(self, key: str) -> bool:
        kinds = {entry.flat for entry in self._entries(self._phrases.of_key(key))}
        return "label" in kinds or ("long-label" in kinds and " " in key)

    def _ends_credit(self, words: str) -> bool:
        inside, at_end = map(self._phrases.of_key, (words, words + "\n"))
        return any(entry.flat == "credit-end" for entry in self._entries(f"{inside} {at_end}"))

    def _entries(self, references: str) -> Iterator[Entry]:
        return (self._phrases.entries[int(one.partition(":")[0])] for one in references.split())

    def scan(self, lines: Sequence[Line], text: str) -> Hits:
        """Return all hits in these lines of this text; linear in the text."""
        found = Hits({}, {})
        keyed = [line for line in lines if line.key]
        if not keyed:
            return found
        haystack = "\n" + "\n".join([line.key for line in keyed]) + "\n"
        table, search = self._for(haystack)
        known = table.lines
        for line in keyed:
            if line.key in known:
                self._hits(found, known[line.key], line.key, line, 0, len(line.key))
        self._inside(found, keyed, text, haystack, table, search(haystack))
        for hits in found.phrases.values():
            hits.sort(key=_start)
        return found

    def _inside(
        self,
        found: Hits,
        keyed: Sequence[Line],
        text: str,
        haystack: str,
        table: PhraseTable,
        matches: Iterable[tuple[str, int, int]],
    ) -> None:
        """Add what is found inside the keys of these lines, which the haystack joins by line breaks."""
        starts = list(accumulate([len(line.key) + 1 for line in keyed], initial=1))
        patterns, templates, literals = self._patterns, table.templates, table.literals
        tried: dict[str, Line] = {}
        for literal, start, end in matches:
            inner = start + (literal[0] == "\n")
            at = bisect_right(starts, inner) - 1
            line = keyed[at]
            for pattern in patterns.get(literal, ()):
                _note(found.lines.setdefault(pattern, []), line)
            if literal in templates and tried.get(literal) is not line:
                tried[literal] = line
                self._template_hits(found, templates[literal], line)
            if literal in literals:
                first, last = line.offset(start - starts[at]), line.offset(end - starts[at])
                if not (_inside_word(haystack, text, start, first) or _inside_word(haystack, text, end, last)):
                    begin, phrase = inner - starts[at], literal.strip("\n")
                    self._hits(found, literals[literal], phrase, line, begin, begin + len(phrase))

    def _hits(self, found: Hits, references: str, phrase: str, line: Line, start: int, end: int) -> None:
        """Add a hit for each reference whose entry is in use and takes lines of this length."""
        for entry, language, is_wanted, asks in self._read(references):
            if is_wanted and len(line.key) <= entry.max_line_chars and not (asks and not _is_asked(line, end)):
                hit = Hit(entry, language, phrase, line, line.offset(start), line.offset(end))
                found.phrases.setdefault(entry.concept, []).append(hit)

    def _read(self, references: str) -> list[_Reference]:
        """Return what references say; they are kept, for a page has the phrases of the one before."""
        if references not in self._references:
            self._references[references] = [
                _Reference(self._phrases.entries[number], language.removesuffix(ASKS), self._wanted[number],
                           language.endswith(ASKS))
                for number, language in map(_parted, references.split(" "))
            ]  # fmt: skip
        return self._references[references]

    def _template_hits(self, found: Hits, templates: Iterable[Sequence[str]], line: Line) -> None:
        key, size = f"\n{line.key}\n", len(line.key)
        for regex, phrase, reference in templates:
            match = size <= self._read(reference)[0].entry.max_line_chars and self._regex(regex).search(key)
            if match:
                start, end = max(0, match.start() - 1), min(len(line.key), match.end() - 1)
                self._hits(found, reference, phrase, line, start, end)

    def _regex(self, source: str) -> Any:
        if source not in self._regexes:
            self._regexes[source] = _compile(source)
        return self._regexes[source]


def _parted(reference: str) -> tuple[int, str]:
    number, _, language = reference.partition(":")
    return int(number), language


def _compile(source: str) -> Any:
    if source.startswith(RE2):
        import re2

        return re2.compile("(?m)" + source.removeprefix(RE2))
    return re.compile(source)


def _start(hit: Hit) -> int:
    return hit.start


def _note(lines: list[Line], line: Line) -> None:
    if not lines or lines[-1] is not line:
        lines.append(line)


def _is_asked(line: Line, end: int) -> bool:
    """Tell whether a question mark follows this place of a line's key."""
    return line.text[line.offset(end) - line.start :].lstrip().startswith(tuple(QUESTION_MARKS))


def _is_word(char: str) -> bool:
    return char < _UNSPACED and char.isalnum()


def _inside_word(haystack: str, text: str, at: int, offset: int) -> bool:
    """Tell whether a word goes on over this place of the keys, which has this offset in the text.

    A change from lower to upper case ends a word: pages get glued ("ответВаш адрес").
    """
    if at in (0, len(haystack)) or not (_is_word(haystack[at - 1]) and _is_word(haystack[at])):
        return False
    before, after = text[offset - 1], text[offset]
    return not (before.islower() and after.isupper())
