"""Paragraphs that a program broke into lines: at a width, or where a link or bold type begins.

Programs that print a page as plain text (html2text, mail, terminals) wrap it at some 70 to 80
characters; others begin a new line at each element of a page. Line by line such a text has hardly
a paragraph; joined, it is like any other.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from scrapelint.body import is_prose
from scrapelint.lines import Line

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

MIN_SENTENCE_SPACES, MAX_LINK_SPACES = 3, 5
"""Spaces from which a line that ends in a link is part of a sentence, and to which a line is such a link."""

_STOPS = ".!?…。！？:："
"""Marks behind which a line may have ended on its own."""
_MIDDLE = ",.;:)”»…、。，）」"
"""Signs that no line of its own begins with."""
_OPEN = ",(“„«、，（「"
"""Signs that end no line of its own."""


class Break(NamedTuple):
    """A line that does not end, with another right below."""

    line: int
    """Index of the upper line."""
    low: int
    """Its length in code points, the least width at which it fits."""
    high: int
    """The greatest width at which the next word does not fit."""
    first: str
    """The sign that opens the lower line."""


class Paragraphs(NamedTuple):
    """The paragraphs of a text of which some were broken."""

    lines: Sequence[Line]
    """One for each paragraph, as it was before it was broken, and for each other line."""
    of_line: Sequence[int]
    """For each line of the text the index of its paragraph."""


def paragraphs(lines: Sequence[Line]) -> Paragraphs | None:
    """Return the paragraphs of a text of which some were broken; None for any other text. Linear in the text."""
    near = [(upper, lower) for upper, lower in pairwise(lines) if lower.row == upper.row + 1]
    inner = _wrapped(near) | _broken(lines, near)
    if not inner:
        return None
    of_line = list(accumulate((index not in inner for index in range(1, len(lines))), initial=0))
    joined = [_join(group, index) for index, group in enumerate(_groups(lines, inner))]
    return Paragraphs(joined, of_line)


def _wrapped(near: Sequence[Pair]) -> set[int]:
    """Return the lines that go on with the one above, of a text that was wrapped at a width."""
    breaks = list(_breaks(near))
    if len(breaks) < MIN_BREAKS:
        return set()
    width = _width(breaks)
    filled = [one for one in breaks if one.low <= width <= one.high]
    return {one.line + 1 for one in filled} if _is_wrapped(filled, breaks, width) else set()


def _broken(lines: Sequence[Line], near: Sequence[Pair]) -> set[int]:
    """Return the lines that go on with the one above, of paragraphs that were broken at links and the like."""
    inner = {lower.index for upper, lower in near if _goes_on(upper.text.rstrip()[-1], lower.text[0])}
    if not inner:
        return inner
    inner |= {upper.index for upper, lower in near if lower.index in inner and _is_link(lines, upper, inner)}
    groups = [group for group in _groups(lines, inner) if len(group) > 1 and is_prose(_join(group))]
    return {line.index for group in groups for line in group[1:]}


def _goes_on(end: str, opening: str) -> bool:
    """Tell whether a line with this opening goes on with a sentence that a line with this end does not end."""
    return (opening.islower() or opening in _MIDDLE or end in _OPEN) and end not in _STOPS


def _is_link(lines: Sequence[Line], line: Line, inner: Container[int]) -> bool:
    """Tell whether a line may be a link or a name in the midst of a sentence, which goes on below it."""
    above = lines[line.index - 1] if line.index else None
    if above is None or above.row + 1 != line.row or above.text.rstrip()[-1] in _STOPS:
        return False
    is_sentence = above.index in inner or above.text.count(" ") >= MIN_SENTENCE_SPACES
    return is_sentence and line.text.count(" ") <= MAX_LINK_SPACES


def _breaks(near: Iterable[Pair]) -> Iterator[Break]:
    for upper, lower in near:
        if MIN_WIDTH <= len(upper.text) <= MAX_WIDTH:
            text = upper.text.rstrip()
            word = lower.text.split(None, 1)[0] if text[-1] not in _STOPS else ""
            if 0 < len(word) <= MAX_WORD_CHARS:
                yield Break(upper.index, len(text), len(text) + len(word), word[0])


def _width(breaks: Sequence[Break]) -> int:
    """Return the width up to which most lines are filled, the widest of several."""
    steps = [0] * (MAX_WIDTH + MAX_WORD_CHARS + 2)
    for one in breaks:
        steps[one.low] += 1
        steps[one.high + 1] -= 1
    filled = list(accumulate(steps))
    most = max(filled)
    return max(width for width, count in enumerate(filled) if count == most)


def _is_wrapped(filled: Sequence[Break], breaks: Sequence[Break], width: int) -> bool:
    about = sum(width - REACH_CHARS <= one.low for one in breaks)
    cased = [one.first for one in filled if one.first.lower() != one.first.upper()]
    low = sum(first.islower() for first in cased)
    return len(filled) >= max(MIN_BREAKS, MIN_FILLED_SHARE * about) and low >= MIN_LOW_SHARE * len(cased)


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
    text = " ".join([line.text.strip() for line in group])
    return Line(index, first.row, first.start, text, " ".join([line.key for line in group]), first.key_start)
