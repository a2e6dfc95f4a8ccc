"""The smallest part of a line that is residue, where words on it are known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.address import addresses
from scrapelint.text.marks import CLOSERS, END_MARKS, OPENERS
from scrapelint.text.prose import ends_sentence, is_dense
from scrapelint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from scrapelint.text.lines import Line

_MARKS = CLOSERS + END_MARKS + " *:;,-–—|>→»›"
_LINKS = (",", ";", ":", "-", "–", "—")
"""Signs behind which a sentence goes on."""
MIN_SENTENCE_SPACES = 2
"""Spaces from which words before or behind a pitch can be a sentence of their own that lost its mark or its space."""
MIN_DENSE_CHARS = 8
"""The same in code points for scripts without spaces."""


def part_of(line: Line, at: Span, known: Collection[Span]) -> Span:
    """Return what to take out for the words at `at`: the line, or of several sentences those that are residue.

    `known` holds all words of the line that are known for the page's. The line goes whole where each of
    its sentences has some, or speaks to the reader; else only those that do and stand together with `at`.
    """
    spans = [part for span in _sentences(line) for part in _parted(line, span, known)]
    if len(spans) < 2:
        return line.span
    hit = [any(touches(span, one) for one in known) for span in spans]
    if all(is_hit or _addresses(line, span) for is_hit, span in zip(hit, spans, strict=True)):
        return line.span
    own = [number for number, span in enumerate(spans) if touches(span, at)]
    first, last = own[0], own[-1]
    while first and hit[first - 1]:
        first -= 1
    while last + 1 < len(spans) and hit[last + 1]:
        last += 1
    return Span(spans[first].start, spans[last].end)


def _sentences(line: Line) -> Iterator[Span]:
    for start, end in sentences(line.text):
        yield Span(line.start + start, line.start + end)


def _parted(line: Line, sentence: Span, known: Collection[Span]) -> Iterator[Span]:
    """Yield what a sentence is made of where a sentence of the article runs into a pitch, or a pitch into it."""
    start, end = sentence
    inner = [span for span in known if touches(span, sentence)]
    if not inner:
        yield sentence
        return
    first, last = max(start, min(inner).start), min(end, max(span.end for span in inner))
    first -= len(_text(line, start, first)) - len(_text(line, start, first).rstrip(OPENERS))
    last += len(_text(line, last, end)) - len(_text(line, last, end).lstrip(_MARKS))
    before, behind = _text(line, start, first), _text(line, last, end)
    if _opens(_text(line, first, end)) and _is_sentence(before):
        yield Span(start, start + len(before.rstrip()))
    else:
        first = start
    goes_on = _text(line, last - 2, last).strip().endswith(_LINKS)
    if not goes_on and _opens(behind) and ends_sentence(behind) and _is_sentence(behind):
        yield Span(first, last)
        yield Span(end - len(behind.lstrip()), end)
    else:
        yield Span(first, end)


def _text(line: Line, start: int, end: int) -> str:
    return line.text[start - line.start : end - line.start]


def _opens(text: str) -> bool:
    """Tell whether words begin as a sentence does: not with a small letter."""
    opening = text.lstrip().lstrip(OPENERS)[:1]
    return opening.isalpha() and not opening.islower()


def _is_sentence(text: str) -> bool:
    """Tell whether words beside a pitch are enough for a sentence, and not one that speaks to the reader."""
    bare = text.strip()
    enough = len(bare) >= MIN_DENSE_CHARS if is_dense(bare) else bare.count(" ") >= MIN_SENTENCE_SPACES
    return enough and not addresses(bare)


def _addresses(line: Line, span: Span) -> bool:
    """Tell whether words beside a pitch speak to the reader, or are its button."""
    text = _text(line, *span)
    return addresses(text) or "©" in text or (text.count(" ") < MIN_SENTENCE_SPACES and not ends_sentence(text))


def touches(one: Span, other: Span) -> bool:
    """Tell whether two spans have a code point in common."""
    return one.start < other.end and other.start < one.end
