"""Sentences that a program broke into lines: a run of lines neither begins nor ends inside one.

What the engine joins again has lines of one width, or lines that go on in small letters. Where nouns have capitals, or a
page was broken at its elements and at a width as well, only some lines of a sentence show that it goes on.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import begins_small, ends_sentence, is_data_row, is_dense, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Line

MAX_SENTENCE_LINES = 12
"""Lines of a broken sentence that are looked at to either side."""
MIN_LONG_SPACES = 2
"""Spaces of a line that is a piece of a sentence; a shorter one is one only where it begins in small letters."""
MIN_PARAGRAPH_CHARS = 80
"""Shortest paragraph whose pieces are known by what is above them."""
MAX_OWN_PROBABILITY = 0.5
"""Of the paragraph above such a one."""
MAX_QUOTED_LINES = 8
"""Lines above and below one within which the quotation that it is in opens and closes."""
_OPEN_QUOTES, _CLOSED_QUOTES = "“「『", "”」』"
MAX_DENSE_PIECES = 4
"""Lines of a torn sentence in a script without spaces."""
MIN_TORN_CHARS = 15
"""Shortest piece of such a sentence that tells of a text that it is torn, in code points."""
_DENSE_COMMAS = ("，", "、")
BEFORE_LINK = "\u00a0"
"""What a line ends in that was broken before a link: a space that does not break."""
POINTED, _POINTED_END = ("<", "‹", "＜"), (">", "›", "＞")
"""Pointed brackets: what stood in them was a link, as the code of a firm after its name."""
_SIGNED = regex(r"[+＋−-]\d[\d.,]{0,12}$")
"""A change of a price, alone on its line."""
_UNIT = regex(r"(?:[円元원%％€$£]|[^\W\d_]{1,6}) ?[(（]")
"""What it is counted in, with what follows in brackets."""
_LIST_FOLLOWS = (":", ";", "：")


def is_within_brackets(doc: Document, index: int) -> bool:
    """Tell whether a line goes on with what a pointed bracket opened or a number ended, which is on a line of its own.

    "Larn Ferries <", "4613", "> 2,581 yen", "+279", "yen (+12.1%)": an extractor broke them at links and coloured figures.
    """
    if not 0 < index < len(doc.lines):
        return False
    upper, lower = (line.text.strip() for line in doc.lines[index - 1 : index + 1])
    if upper.endswith(POINTED):
        return True
    if lower.startswith(_POINTED_END):
        return index > 1 and doc.lines[index - 2].text.rstrip().endswith(POINTED)
    return _SIGNED.match(upper) is not None and _UNIT.match(lower) is not None


def is_within_quotation(doc: Document, index: int) -> bool:
    """Tell whether a line is in a quotation of several: one near above opens it, one from this on closes it."""
    above = (_open_quotes(line.text) for line in reversed(doc.lines[max(0, index - MAX_QUOTED_LINES) : index]))
    from_here = (_open_quotes(line.text) for line in doc.lines[index : index + MAX_QUOTED_LINES])
    return next(filter(None, above), 0) > 0 > next(filter(None, from_here), 0)


def _open_quotes(text: str) -> int:
    """Return how many quotations a line leaves open, or, below 0, closes for others; 0 where its marks may do either."""
    if text.isascii() or "„" in text:
        return 0
    return sum(map(text.count, _OPEN_QUOTES)) - sum(map(text.count, _CLOSED_QUOTES))


def is_within_sentence(doc: Document, index: int) -> bool:
    """Tell whether the line of an index goes on with a sentence that lines above it have begun."""
    if not 0 < index < len(doc.lines) or not _may_go_on(doc, index):
        return False
    upper, lower = doc.lines[index - 1], doc.lines[index]
    return _goes_on(upper, lower) or any(_goes_on(*pair) for pair in pairwise(_around(doc, index)))


def broken_on(doc: Document) -> Iterator[int]:
    """Yield the lines of paragraphs that a program broke, each right below one of the article's."""
    ends = {index for index in doc.paragraph_lines if doc.residue_probability[index] < MAX_OWN_PROBABILITY}
    last = -1
    for index in sorted(ends):
        below = _sentence(doc, index + 1) if index >= last else ()
        while below:
            yield from (line.index for line in below)
            last = below[-1].index
            below = _sentence(doc, last + 1)


def dense_pieces(doc: Document) -> set[int]:
    """Return the lines of sentences that links have torn in a script without spaces, but for the last one of each.

    One of them shows it in such a text: it is long, has a comma and no end mark, and the next line ends the sentence. In
    "昨日，网传", "加盟", "《海港》，引发热议。" no line is long.
    """
    found: set[int] = set()
    if not is_dense(doc.text):
        return found
    pieces: list[Line] = []
    is_torn = False
    for upper, lower in pairwise(doc.lines):
        pieces = [*pieces, upper] if _is_dense_piece(upper, lower) else []
        if pieces and len(pieces) <= MAX_DENSE_PIECES and ends_sentence(lower.text):
            found.update(line.index for line in pieces)
            is_torn = is_torn or any(map(_shows_tear, pieces))
    return found if is_torn else set()


def _is_dense_piece(upper: Line, lower: Line) -> bool:
    """Tell whether a line may go on on the next one: that is right below, and it has neither an end mark nor a label."""
    return lower.row == upper.row + 1 and not ends_sentence(upper.text) and not _is_label(upper.text)


def _shows_tear(line: Line) -> bool:
    return len(line.text) >= MIN_TORN_CHARS and any(comma in line.text for comma in _DENSE_COMMAS)


def _is_label(text: str) -> bool:
    """Tell whether a line is a label, or a label and what it says."""
    return text.rstrip().endswith(_LIST_FOLLOWS) or is_data_row(text)


def _sentence(doc: Document, start: int) -> Sequence[Line]:
    """Return the lines of a broken paragraph that begins at an index: its last one ends, some go on in small letters."""
    if start >= len(doc.lines) or ends_sentence(doc.lines[start].text) or begins_small(doc.lines[start].text):
        return ()
    end = start
    while end + 1 < len(doc.lines) and end - start < MAX_SENTENCE_LINES and _may_go_on(doc, end + 1):
        end += 1
    lines = doc.lines[start : end + 1]
    is_whole = ends_sentence(lines[-1].text) and sum(len(line.text) for line in lines) >= MIN_PARAGRAPH_CHARS
    return lines if is_whole and any(_goes_on(*pair) for pair in pairwise(lines)) else ()


def _around(doc: Document, index: int) -> Sequence[Line]:
    """Return the lines around an index that may be of one sentence."""
    first = last = index
    while first and index - first < MAX_SENTENCE_LINES and _may_go_on(doc, first):
        first -= 1
    while last + 1 < len(doc.lines) and last - index < MAX_SENTENCE_LINES and _may_go_on(doc, last + 1):
        last += 1
    return doc.lines[first : last + 1]


def _may_go_on(doc: Document, index: int) -> bool:
    """Tell whether a line may go on with the one above: that has no end mark, and both are pieces of sentences."""
    upper, lower = doc.lines[index - 1], doc.lines[index]
    if lower.row != upper.row + 1 or ends_sentence(upper.text) or upper.text.rstrip().endswith(_LIST_FOLLOWS):
        return False
    if not doc.known_residue.isdisjoint((upper.index, lower.index)):
        return False
    if begins_small(lower.text):
        return _is_long(upper) or _is_long(lower) or begins_small(upper.text)
    is_piece = _is_long(upper) or begins_small(upper.text) or upper.text.endswith(BEFORE_LINK)
    return is_piece and (_is_long(lower) or ends_sentence(lower.text))


def _goes_on(upper: Line, lower: Line) -> bool:
    """Tell whether a line surely goes on with the one above, of lines that may."""
    return begins_small(lower.text) and (_is_long(upper) or _is_long(lower)) and not ends_sentence(upper.text)


def _is_long(line: Line) -> bool:
    return line.text.count(" ") >= MIN_LONG_SPACES
