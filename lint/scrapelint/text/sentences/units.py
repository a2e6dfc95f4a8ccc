"""What rules look at one by one: the lines of a text, or its sentences where the line breaks are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.folding import fold
from scrapelint.text.lazy_regex import regex
from scrapelint.text.lines import EDGE_CHARS, Line, with_composed_key
from scrapelint.text.prose import is_dense
from scrapelint.text.sentences.abbreviations import STARTERS
from scrapelint.text.sentences.splitting import parts_at_spaces, sentences
from scrapelint.text.sentences.syllables import goes_on_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MIN_FLAT_CHARS, MIN_FLAT_DENSE_CHARS = 200, 80
"""Length in code points from which the one line of a text is taken for several that were joined."""
MAX_LONE_LINES = 2
"""Lines of a text that may be nothing but headline and article."""
MIN_LONG_CHARS, MIN_LONG_DENSE_CHARS = 1200, 500
"""Length from which any line is taken for several: hardly one in a hundred paragraphs is longer."""
MIN_LONG_SHARE = 0.6
"""Least share of a text in such lines for it to be flat."""

WIDE_GAP = 2
"""White space in a row that may stand for a line break, in code points."""
MAX_WORD_CHARS = 24
"""How far to the left of a mark its word is looked for, in code points."""
LINKING = frozenset(
    "a an the of in at on for by with from to and or as "
    "called titled named der die das den dem des ein eine im am und von "
    "mit für zu le la les de du des et à dans el los las del en y il lo gli di e da o os as do no na het een van "
    "is was are were said says und oder "
    "apa siapa berapa bagaimana mengapa kenapa kapan apakah what who why how when where which".split()
)
"""Words after which a capital begins a title, not a sentence, or goes on with a question: "Apa Itu", "What Is"."""
POLITE = frozenset("sie ihr ihre u de dem vi вы".split())
"""Words that German, Dutch, Danish, Italian and Russian write with a capital within sentences, to a reader."""
_OPENING_WORDS = STARTERS - POLITE
_CAPITAL, _SMALL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]", "[a-zà-öø-ÿа-яё]"
_JOINT = regex(
    rf"{_CAPITAL}(?:(?P<glued>(?<={_SMALL}{{2}}[.!?].)|(?<={_SMALL}{{2}}[”»’\"][.!?].))(?={_SMALL}+[ ,])"
    rf"|(?<=[\w)\]”»’\"] .)(?=(?P<rest>{_SMALL}{{1,10}}),? {_SMALL}))"
)
"""The capital of a sentence that may be joined to what comes before it, by a mark without a space or by no mark.

A quotation mark may come before that mark, not after it, where it may as well open the next sentence. The capital
is first, so that all other characters are passed over at once.
"""
MAX_CONTACT_CHARS = 60
_CONTACT = regex(r":\s+(?:[^\W\d_]{3}[\w-]*\.\w{2,}[^\s:]*|[^\s:]*@\w[^\s:]*)")
"""An address or a name in a network after its colon, the end of a call to write to somebody: "Signal: ruiz.90"."""


def is_flat(lines: Sequence[Line]) -> bool:
    """Tell whether a text has lost its line breaks: most of it is in one line, or in very long ones."""
    if not lines:
        return False
    sizes = [len(line.text) for line in lines]
    size = max(sizes)
    longest = lines[sizes.index(size)]
    if len(lines) <= MAX_LONE_LINES:
        return _may_be_article(longest.text)
    least = MIN_LONG_DENSE_CHARS if is_dense(longest.text) else MIN_LONG_CHARS
    if size < least:
        return False
    return sum([size for size in sizes if size >= least]) >= MIN_LONG_SHARE * sum(sizes)


def parted(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the sentences of these lines as lines of their own; their rows are those that they are on.

    A line that is too short for an article is one already, as the headline above the article's only line.
    """
    index = 0
    for line in lines:
        for part in _pieces(line, _parts(line.text)):
            part.index = index
            yield part
            index += 1


def cut(line: Line, gaps: Sequence[tuple[int, int]]) -> Iterable[Line]:
    """Return a line without these spans of it, in order, as the lines that are left; their indices are its own."""
    if not gaps:
        return [line]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line.text)]
    return _pieces(line, zip(starts, ends, strict=True))


def _pieces(line: Line, spans: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """Yield parts of a line, each a line with a key of its own."""
    folded = fold(line.text)
    for start, end in spans:
        trimmed = folded[start:end].lstrip(EDGE_CHARS)
        key_start = line.start + end - len(trimmed)
        part = Line(
            line.index, line.row, line.start + start, line.text[start:end], trimmed.rstrip(EDGE_CHARS), key_start
        )
        yield with_composed_key(part) if line.is_composed else part


def stands_alone(part: Line, row: Line) -> bool:
    """Tell whether a part of a row may be a line that was joined to others, and not a piece of a sentence.

    Where no marks end sentences, as in Thai, one space parts phrases: only where more white space or nothing is on
    both sides does a part stand alone.
    """
    start, end = part.start - row.start, part.end - row.start
    edges = row.text[max(0, start - WIDE_GAP) : start], row.text[end : end + WIDE_GAP]
    return not (parts_at_spaces(part.text) and any(map(str.strip, edges)))


def _may_be_article(text: str) -> bool:
    """Tell whether a line is long enough for an article that lost its line breaks."""
    return len(text) >= (MIN_FLAT_DENSE_CHARS if is_dense(text) else MIN_FLAT_CHARS)


def _parts(text: str) -> Iterable[tuple[int, int]]:
    if not _may_be_article(text):
        return [(0, len(text))]
    return (part for span in sentences(text) for part in _cuts(text, *span))


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that another was joined to without a mark or a space."""
    first = start
    for match in _JOINT.finditer(text, start, end):
        at = match.start()
        if match["glued"] is not None:
            yield start, at
            start = at
        elif at > first and _opens(text, at, match[0] + match["rest"]):
            yield start, at - 1
            start = at
    yield start, end


def _opens(text: str, at: int, word: str) -> bool:
    """Tell whether a word with a capital opens a sentence, and not a name within one."""
    if _ends_call(text, at - 1):
        return True
    if word.lower() not in _OPENING_WORDS or goes_on_name(text, at):
        return False
    before = text[max(0, at - 1 - MAX_WORD_CHARS) : at - 1].rsplit(None, 1)[-1:]
    return not (before and before[0].lower() in LINKING)


def _ends_call(text: str, end: int) -> bool:
    """Tell whether the words up to a space are a call to write to somebody: a colon, and an address."""
    start = text.rfind(":", max(0, end - MAX_CONTACT_CHARS), end)
    return start >= 0 and _CONTACT.fullmatch(text, start, end) is not None
