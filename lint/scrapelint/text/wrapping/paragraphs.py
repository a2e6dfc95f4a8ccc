"""Paragraphs that a program broke into lines: at a width, or where a link or bold type begins.

Programs that print a page as plain text (html2text, mail, terminals) wrap it at some 70 to 80
characters; others begin a new line at each element of a page. Line by line such a text has hardly
a paragraph; joined, it is like any other.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scrapelint.text.lazy_regex import regex
from scrapelint.text.lines import Line
from scrapelint.text.prose import is_dense, is_prose
from scrapelint.text.scripts import begins_small, has_case
from scrapelint.text.sentences.marks import CLAUSE_MARKS, CLOSERS, END_MARKS
from scrapelint.text.wrapping.blocks import block_breaks
from scrapelint.text.wrapping.cut_lines import cut_length

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    Pair: TypeAlias = tuple[Line, Line]

MIN_WIDTH, MAX_WIDTH = 50, 110
"""Widths, in code points, at which texts get wrapped."""
MAX_WORD_CHARS = 30
"""Longest word, in code points, that tells how much room was left on the line above."""
MIN_BREAKS = 5
"""Lines that have to be filled up to one width."""
MIN_FILLED_SHARE = 0.7
"""Least share of them among lines of about that length; the others' next word would have fitted."""
REACH_CHARS = 25
"""How much shorter than the width a line of about its length is."""
MIN_LOW_SHARE = 0.3
"""Least share of lines that go on in lower case, where the script has it: headlines begin with a capital."""

MIN_CASELESS_BREAKS, MIN_CASELESS_SHARE = 10, 0.9
"""The same as MIN_BREAKS and MIN_FILLED_SHARE for scripts without case, which do not tell headlines."""
MIN_SENTENCE_SPACES, MAX_LINK_SPACES = 3, 5
"""Spaces from which a line that ends in a link is part of a sentence, and to which a line is such a link."""

MIN_LONG_CHARS, MIN_LONG_SHARE = 30, 0.5
"""Length of a line that is part of a sentence, and least share of a paragraph's text in such lines: menus have none."""
MIN_LONG_DENSE_CHARS = 10
"""The same length for scripts that write a word in one or two characters."""
MAX_SENTENCE_SPACES = 60
"""Spaces for each end mark of a paragraph; a list of links has one at most."""

_STOPS = END_MARKS + CLAUSE_MARKS
"""Marks after which a line may have ended on its own."""
_MIDDLE = ",.;:)”»…،؛、。，）」"
"""Characters that no line of its own begins with."""
_OPEN = ",(“„«،、，（「"
"""Characters that end no line of its own."""
_SENTENCE_ENDS = (". ", "! ", "? ", ".” ", '." ', "。", "।", "؟ ", "۔ ")
_GAPS = ("\t", "    ", "----", "====", "____", "....", "····", " | ")
_CELLS = regex(r"\S ?(?:\t+| {4,}|[-=_·]{4,}|(?<!\.)\.{4,}(?= ?\d)| \| [^|\n]{1,80} \| ) ?\S|(?<!\.)\.{5,} ?\d")
"""Dots are looked at from the first of them on: many without a number would be counted from each."""
_MARKERS = "|•·*-–—+#>"
"""Characters that open the rows of a table and the items of a list."""
_LINK_END = regex(r"(?:\w{3,5}://|www\.)\S+\s*$")
_INDENT = " " * 8
"""Spaces that a page's source has before what is within an element of a paragraph."""
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters of no width that are at the ends of lines."""


class Break(NamedTuple):
    """A line that does not end, with another right below."""

    line: int
    """Index of the upper line."""
    low: int
    """Its length in code points, the least width at which it fits."""
    high: int
    """The greatest width at which the next word does not fit."""
    first: str
    """The character that opens the lower line."""


class Paragraphs(NamedTuple):
    """The paragraphs of a text of which some were broken."""

    lines: Sequence[Line]
    """One for each paragraph, as it was before it was broken, and for each other line."""
    of_line: Sequence[int]
    """For each line of the text the index of its paragraph."""


class Wrapping:
    """The lines of a text, of which a program may have broken some; each question is linear in the text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take lines that are not blank, in order; what is asked of them is worked out once."""
        self._lines = lines

    def paragraphs(self) -> Paragraphs | None:
        """Return the paragraphs of a text of which some were broken; None for any other text."""
        inner = self._filled | _broken(self._lines, self._near, self._low)
        if not inner:
            return None
        of_line = list(accumulate((index not in inner for index in range(1, len(self._lines))), initial=0))
        joined = [_join(group, index) for index, group in enumerate(_groups(self._lines, inner))]
        return Paragraphs(joined, of_line)

    def wrapped(self) -> frozenset[int]:
        """Return the lines that go on with the one right above, of a text or a block wrapped at a width."""
        return frozenset(self._filled | block_breaks(self._near, self._low))

    @cached_property
    def cut_length(self) -> int:
        """The number of characters after which a program broke the wrapped lines, amid words too; 0 if not."""
        return cut_length([(self._lines[index - 1], self._lines[index]) for index in self.wrapped()])

    @cached_property
    def _near(self) -> list[Pair]:
        """The pairs of lines without a blank one between them; rows of a table belong to no paragraph."""
        near = [(upper, lower) for upper, lower in pairwise(self._lines) if lower.row == upper.row + 1]
        if not near:
            return near
        rows = _rows(self._lines)
        near = [pair for pair in near if rows.isdisjoint((pair[0].index, pair[1].index))] if rows else near
        links = _links(self._lines)
        return [pair for pair in near if not links.issuperset((pair[0].index, pair[1].index))] if links else near

    @cached_property
    def _low(self) -> list[Pair]:
        """Those of them whose lower line begins in small letters, as what goes on does."""
        return [pair for pair in self._near if begins_small(pair[1].text)]

    @cached_property
    def _filled(self) -> set[int]:
        """The lines that go on with the one above, of a text that was wrapped at a width."""
        return _wrapped(self._near)


def _rows(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are rows of a table: its cells are parted by tabs, bars, wide gaps or lines of dashes."""
    text = "\n".join([line.text for line in lines])
    gaps = [gap for gap in _GAPS if gap in text]
    inner = [(line.index, line.text.strip()) for line in lines] if gaps else []
    return {index for index, text in inner if any(gap in text for gap in gaps) and _CELLS.search(text)}


def _links(lines: Sequence[Line]) -> set[int]:
    """Return the lines that end in an address: two of them, one below the other, are items of a list."""
    may_be = [line for line in lines if "://" in line.text or "www." in line.text]
    return {line.index for line in may_be if _LINK_END.search(line.text)}


def _wrapped(near: Sequence[Pair]) -> set[int]:
    """Return the lines that go on with the one above, of a text that was wrapped at a width."""
    breaks = list(_breaks(near))
    if len(breaks) < MIN_BREAKS:
        return set()
    width = _width(breaks)
    filled = [one for one in breaks if one.low <= width <= one.high]
    inner = {one.line + 1 for one in filled}
    if len(filled) == _about(breaks, width) and cut_length([pair for pair in near if pair[1].index in inner]):
        return inner
    return inner if _is_wrapped(filled, breaks, width) else set()


def _broken(lines: Sequence[Line], near: Sequence[Pair], low: Sequence[Pair]) -> set[int]:
    """Return the lines that go on with the one above, of paragraphs that were broken at links and the like.

    Of `near` lines `low` ones begin in small letters.
    """
    small = {lower.index for _, lower in low}
    inner = {lower.index for upper, lower in near if _goes_on(upper, lower, is_small=lower.index in small)}
    inner |= {upper.index for upper, lower in near if lower.index in inner and _is_link(lines, upper, inner)}
    inner |= _indented(near)
    if not inner:
        return inner
    groups = [group for group in _groups(lines, inner) if len(group) > 1 and _is_paragraph(group)]
    return {line.index for group in groups for line in group[1:]}


def _indented(near: Sequence[Pair]) -> set[int]:
    """Return the lines that go on with an open sentence, deep indented as in the page's source: a link first."""
    inner: set[int] = set()
    deep = [pair for pair in near if pair[1].text.startswith(_INDENT)]
    for upper, lower in deep:
        if lower.text.lstrip()[0] in _MARKERS:
            continue
        is_sentence = not upper.text[0].isspace() and upper.text.rstrip().count(" ") >= MIN_SENTENCE_SPACES
        begins = is_sentence and lower.text.strip().count(" ") <= MAX_LINK_SPACES
        if (begins or upper.index in inner) and _end(upper) not in _STOPS:
            inner.add(lower.index)
    return inner


def _goes_on(upper: Line, lower: Line, *, is_small: bool) -> bool:
    """Tell whether a line goes on with a sentence that the line above does not end."""
    if is_small or lower.text.lstrip()[:1] in _MIDDLE:
        return _end(upper) not in _STOPS
    return upper.text.rstrip()[-1:] in _OPEN


def _is_link(lines: Sequence[Line], line: Line, inner: Container[int]) -> bool:
    """Tell whether a line may be a link or a name in the midst of a sentence, which goes on below it."""
    above = lines[line.index - 1] if line.index else None
    if above is None or above.row + 1 != line.row or _end(above) in _STOPS:
        return False
    is_sentence = above.index in inner or above.text.count(" ") >= MIN_SENTENCE_SPACES
    return is_sentence and line.text.count(" ") <= MAX_LINK_SPACES


def _end(line: Line) -> str:
    """Return the character that ends a line, quotes and brackets after it left aside, or the one that opens them."""
    bare = line.text.rstrip().rstrip(_INVISIBLE)
    return bare[-1:] if bare[-1:] in _OPEN else bare.rstrip(CLOSERS)[-1:] or "."


def _is_paragraph(group: Sequence[Line]) -> bool:
    """Tell whether lines read like one paragraph together: sentences, for the most part in long lines."""
    joined = _join(group)
    least = MIN_LONG_DENSE_CHARS if is_dense(joined.text) else MIN_LONG_CHARS
    long = sum(len(line.text) for line in group if len(line.text) >= least)
    ends = sum(map(joined.text.count, _SENTENCE_ENDS))
    is_list = joined.text.count(" ") > MAX_SENTENCE_SPACES * (ends + 1)
    return is_prose(joined) and not is_list and long >= MIN_LONG_SHARE * len(joined.text)


def _breaks(near: Iterable[Pair]) -> Iterator[Break]:
    for upper, lower in near:
        if MIN_WIDTH <= len(upper.text) <= MAX_WIDTH and _end(upper) not in _STOPS:
            low = len(upper.text.rstrip())
            word = lower.text.split(None, 1)[0]
            if len(word) <= MAX_WORD_CHARS and word[0] not in _MARKERS:
                yield Break(upper.index, low, low + len(word), word[0])


def _width(breaks: Sequence[Break]) -> int:
    """Return the width up to which most lines are filled, the widest of several."""
    steps = [0] * (MAX_WIDTH + MAX_WORD_CHARS + 2)
    for one in breaks:
        steps[one.low] += 1
        steps[one.high + 1] -= 1
    filled = list(accumulate(steps))
    most = max(filled)
    return max(width for width, count in enumerate(filled) if count == most)


def _about(breaks: Sequence[Break], width: int) -> int:
    """Return how many lines are of about the width."""
    return sum(width - REACH_CHARS <= one.low for one in breaks)


def _is_wrapped(filled: Sequence[Break], breaks: Sequence[Break], width: int) -> bool:
    about = _about(breaks, width)
    if len(filled) < max(MIN_BREAKS, MIN_FILLED_SHARE * about):
        return False
    caseless = sum(one.first.isalpha() and not has_case(one.first) for one in filled)
    if 2 * caseless > len(filled):
        return len(filled) >= max(MIN_CASELESS_BREAKS, MIN_CASELESS_SHARE * about)
    return sum(one.first.islower() for one in filled) >= MIN_LOW_SHARE * len(filled)


def _groups(lines: Iterable[Line], inner: Container[int]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and line.index not in inner:
            yield group
            group = []
        group.append(line)
    yield group


def _join(group: Sequence[Line], index: int = 0) -> Line:
    first = group[0]
    if len(group) == 1:
        return Line(index, first.row, first.start, first.text.strip(), first.key, first.key_start)
    gap = "" if is_dense(first.text) else " "
    text = gap.join([line.text.strip() for line in group])
    key = gap.join([line.key for line in group if line.key])
    return Line(index, first.row, first.start, text, key, first.key_start)
