"""The end of a list of links that is right above running text: the last of its lines may be the article's again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import begins_small, ends_sentence, is_dense, regex
from scrapelint_rules.navigation._shared.shapes import is_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.plugin import Line

MIN_HEADLINE_SPACES, MIN_DENSE_HEADLINE_CHARS = 3, 10
"""Shortest headline right above a paragraph; a shorter line is the paragraph's own subheading."""
MAX_SUBHEADING_SPACES, MAX_SUBHEADING_SHARE = 6, 0.85
"""Longest subheading, in spaces, and as a share of the longest link above it."""
MAX_MUCH_SHORTER_SPACES, MAX_MUCH_SHORTER_SHARE = 4, 0.6
"""The same of a line that is a subheading wherever it is, as a share of the mean length of the links above it."""
MIN_OPENING_CHARS, MIN_OPENING_SHARE = 100, 1.25
"""Shortest line that opens a sentence which goes on on the next line, and as a share of the longest link above it."""
MIN_ALONE_GAP = 3
"""Rows from a link alone to the text below, where that has no blank rows."""
MIN_TEXT_SPACES = 4
"""Spaces of a line that reads like text."""
MIN_PIECE_SPACES = 3
"""Spaces of a line in small letters that goes on with the one above; a shorter one may be "by" over a name."""

_MARKS = frozenset(",.;)(")
"""What a line begins with that goes on with the one above it."""
_DASH = regex(r"[-–—]\s+")
"""What comes before who said a sentence, and before items."""
_OPENING, _CLOSING = frozenset('"„“«»'), frozenset('"”“»«')
_TWO_PARTS = regex(r"(?<!\d)[.!?:]\s+[^\W\d_]|[\[|]")
"""What headlines have more often than subheadings: two sentences, a speaker, a note such as [VIDEO]."""
_NEXT_SENTENCE = regex(r"[^\W\d_]{3}[.!?…][\"”»]? [–—-]? ?[\"“„«]?[^\W\d_]")
"""Where a sentence ends in a line and the next one begins."""
_SAID = regex(r",[\"”»’“]? (?:[^\W\d_]{2,12} (?:hun|han|hon|hän|sie|er|hij|zij|ze|she|he)|(?:she|he) (?:said|says))$")
"""Who has said a line, by a pronoun: in a headline he has a name."""
MIN_SPEECH_CHARS, MIN_SAID_CHARS = 60, 100
"""Shortest line of three sentences that is no link, and of two of which a dash or a quotation mark opens the first."""


def is_alone(heading: Line, links: Sequence[Line], below: Line, next_below: Line | None) -> bool:
    """Tell whether one line under "Read also:" is farther from the text below than the lines of that from each other."""
    if len(links) != 1 or not heading.text.rstrip().endswith(":") or _is_speech(links[0]):
        return False
    is_close = next_below is not None and _gap(below, next_below) == 1
    return is_close and _gap(heading, links[0]) > 1 and _gap(links[0], below) >= MIN_ALONE_GAP


def is_running(line: Line) -> bool:
    """Tell whether a line below links reads like text, though it may be only a part of a paragraph."""
    is_long = line.text.count(" ") >= MIN_TEXT_SPACES
    return is_long and not is_headline(line) and not line.text.rstrip().endswith(":")


def without_pieces(lines: Sequence[Line], below: Line) -> Sequence[Line]:
    """Return lines above running text without those at their end that open or go on with a sentence of it.

    Where the text is torn into lines, all is its own from the first line that goes on on the next one.
    """
    count, last = len(lines), below
    while count and (_goes_on(lines[count - 1], last) or _is_piece(lines[:count])):
        count -= 1
        last = lines[count]
    if count == len(lines):
        return lines
    count = next((place for place in range(1, count) if _goes_on(lines[place], lines[place + 1])), count)
    return lines[: count - _is_amid_sentence(lines, count)]


def without_close(heading: Line, links: Sequence[Line], below: Line) -> Sequence[Line]:
    """Return lines without those at their end that are close on each other, or on the text below them.

    That is so where the links stand apart from their heading and from each other: the others are a subheading, and what
    is under it.
    """
    start = len(links) - 1
    if start < 1 or _gap(heading, links[0]) == 1 or _gap(links[0], links[1]) == 1:
        return links
    while start and _gap(links[start - 1], links[start]) == 1:
        start -= 1
    is_close = start < len(links) - 1 or _gap(links[-1], below) == 1
    return links[:start] if is_close and _gap(links[start - 1], links[start]) > 1 else links


def without_speech(links: Sequence[Line], below: Line) -> Sequence[Line]:
    """Return lines up to the first that is said in the article, and without the subheading above that."""
    for count, line in enumerate(links):
        if _is_speech(line) or (count and _is_question(line, links[count + 1] if count + 1 < len(links) else below)):
            before = links[:count]
            return without_headings(before) if len(before) > 1 and may_head(before) else before
    return links


def without_headings(links: Sequence[Line]) -> Sequence[Line]:
    """Return lines of which the last may be a subheading without it, and without a much shorter one above it."""
    above = links[:-1]
    is_stacked = len(above) > 1 and not _is_short(above[-1]) and is_much_shorter(above[-1], above[:-1])
    return above[:-1] if is_stacked else above


def may_head(links: Sequence[Line]) -> bool:
    """Tell whether the last of these lines may head the text below: too short for a headline, or shorter than links are.

    So may one that is a quotation from end to end, where no link above it is.
    """
    last, longest = links[-1], _longest(links[:-1])
    if is_dense(last.key) or not longest:
        return _is_short(last)
    if _is_quoted(last) and not any(map(_is_quoted, links[:-1])):
        return True
    spaces = last.key.count(" ")
    if _is_short(last) or (spaces <= MAX_MUCH_SHORTER_SPACES and is_much_shorter(last, links[:-1])):
        return True
    is_one = spaces <= MAX_SUBHEADING_SPACES and _TWO_PARTS.search(last.text) is None
    return is_one and len(last.key) <= MAX_SUBHEADING_SHARE * longest


def _is_quoted(line: Line) -> bool:
    """Tell whether a line is a quotation and nothing else."""
    text = line.text.strip()
    return text[:1] in _OPENING and text[-1:] in _CLOSING and not (_OPENING | _CLOSING).intersection(text[1:-1])


def is_much_shorter(line: Line, links: Sequence[Line]) -> bool:
    """Tell whether a line is much shorter than links are in the mean."""
    return len(line.key) * len(links) <= MAX_MUCH_SHORTER_SHARE * sum(len(link.key) for link in links)


def _gap(upper: Line, lower: Line) -> int:
    return lower.row - upper.row


def _is_speech(line: Line) -> bool:
    """Tell whether a line is several sentences, or ends in who has said it, as no link does."""
    text = line.text.strip()
    if _SAID.search(text):
        return True
    inner = len(_NEXT_SENTENCE.findall(text)) if len(text) >= MIN_SPEECH_CHARS else 0
    is_said = len(text) >= MIN_SAID_CHARS and (text[0] in _OPENING or _DASH.match(text) is not None)
    return inner > 1 or (inner == 1 and is_said)


def _is_question(line: Line, below: Line) -> bool:
    """Tell whether a line asks what the one below answers: both open with a dash, and that is no further question."""
    if not line.text.rstrip().endswith("?") or below.text.rstrip().endswith("?"):
        return False
    return all(_DASH.match(text.lstrip()) for text in (line.text, below.text)) and ends_sentence(below.text)


def _is_amid_sentence(lines: Sequence[Line], count: int) -> bool:
    """Tell whether the first piece may be in the middle of its sentence, which then the line above it opens."""
    if not 1 < count < len(lines) or begins_small(lines[count].text) or _is_closed(lines[count - 1]):
        return False
    return len(lines[count].key) <= _longest(lines[:count])


def _goes_on(line: Line, below: Line) -> bool:
    """Tell whether the line below goes on with a sentence that a line has begun."""
    text, rest = line.text.strip(), below.text.lstrip()
    if ends_sentence(text) or text.endswith(":") or rest.count(" ") < MIN_PIECE_SPACES:
        return False
    dash = _DASH.match(rest)
    if dash:
        return _DASH.match(text) is None and begins_small(rest[dash.end() :])
    return begins_small(rest) or rest[0] in _MARKS


def _is_piece(links: Sequence[Line]) -> bool:
    """Tell whether the last of these lines is a piece of a sentence by itself."""
    text = links[-1].text.strip()
    is_quote_open = text[0] in _OPENING and not _CLOSING.intersection(text[1:])
    is_rest = begins_small(text) and text.count(" ") >= MIN_PIECE_SPACES
    return is_quote_open or is_rest or _is_long(links)


def _is_long(links: Sequence[Line]) -> bool:
    """Tell whether the last of these lines is longer than links are, and does not end."""
    text, longest = links[-1].text.strip(), _longest(links[:-1])
    if len(text) < MIN_OPENING_CHARS or ends_sentence(text) or is_dense(text):
        return False
    return not text.endswith("]") and _DASH.match(text) is None and 0 < MIN_OPENING_SHARE * longest <= len(text)


def _is_closed(line: Line) -> bool:
    return ends_sentence(line.text) or _TWO_PARTS.search(line.text) is not None


def _longest(links: Sequence[Line]) -> int:
    return max((len(link.key) for link in links), default=0)


def _is_short(line: Line) -> bool:
    """Tell whether a line is too short for a headline."""
    if is_dense(line.key):
        return len(line.key) < MIN_DENSE_HEADLINE_CHARS
    return line.key.count(" ") < MIN_HEADLINE_SPACES
