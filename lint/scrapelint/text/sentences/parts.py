"""The smallest part of a line that is residue, where words on it are known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Span
from scrapelint.text.prose import ends_sentence, is_dense
from scrapelint.text.sentences.abbreviations import STARTERS
from scrapelint.text.sentences.address import addresses
from scrapelint.text.sentences.marks import CLOSERS, END_MARKS, OPENERS
from scrapelint.text.sentences.splitting import sentences

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


class Words(NamedTuple):
    """Words on a line that are known for the page's, and what is known of them."""

    span: Span
    capital_nouns: bool = False
    """Whether their language writes nouns with a capital, which then tells no beginning of a sentence."""


def part_of(line: Line, at: Words, known: Collection[Words], *, covers: bool = False) -> Span:
    """Return what to take out for the words at `at`: the line, or of several sentences those that are residue.

    The line goes whole where each of its sentences has known words, or speaks to the reader; else only
    those that do and stand together with `at`. With `covers` what follows on the line goes too: notes on
    authors, firms and rights go on in sentences that say nothing of themselves.
    """
    spans = [part for span in _sentences(line) for part in _parted(line, span, known)]
    if len(spans) < 2:
        return line.span
    hit = [any(touches(span, one.span) for one in known) for span in spans]
    if all(is_hit or _addresses(line, span) for is_hit, span in zip(hit, spans, strict=True)):
        return line.span
    own = [number for number, span in enumerate(spans) if touches(span, at.span)]
    first, last = own[0], own[-1]
    while first and hit[first - 1]:
        first -= 1
    while last + 1 < len(spans) and hit[last + 1]:
        last += 1
    return Span(spans[first].start, spans[-1 if covers else last].end)


def _sentences(line: Line) -> Iterator[Span]:
    for start, end in sentences(line.text):
        yield Span(line.start + start, line.start + end)


def _parted(line: Line, sentence: Span, known: Collection[Words]) -> Iterator[Span]:
    """Yield what a sentence is made of where a sentence of the article runs into a pitch, or a pitch into it."""
    inner = [words for words in known if touches(words.span, sentence)]
    if not inner:
        yield sentence
        return
    start, end = sentence
    first = _pitch_start(line, sentence, min(inner))
    last = _pitch_end(line, sentence, max(inner, key=_end))
    if first > start:
        yield Span(start, start + len(_text(line, start, first).rstrip()))
    yield Span(first, first + len(_text(line, first, last).rstrip()))
    if last < end:
        yield Span(last, end)


def _pitch_start(line: Line, sentence: Span, words: Words) -> int:
    """Return where a pitch begins that a sentence runs into; the sentence's own start where none does."""
    start, end = sentence
    before = _text(line, start, words.span.start)
    bare = before.rstrip(OPENERS)
    at = start + len(bare)
    lone = _is_sentence(bare) and not words.capital_nouns and not bare.rstrip().endswith(_LINKS)
    return at if lone and _opens(_text(line, at, end)) else start


def _pitch_end(line: Line, sentence: Span, words: Words) -> int:
    """Return where the sentence begins that a pitch runs into; the end of its own where none does."""
    end = sentence.end
    behind = _text(line, words.span.end, end)
    rest = behind.lstrip(_MARKS)
    marks = behind[: len(behind) - len(rest)].strip()
    if marks.endswith(_LINKS) or not (_opens(rest) and ends_sentence(rest) and _is_sentence(rest)):
        return end
    if words.capital_nouns and not marks and _first_word(rest) not in STARTERS:
        return end
    return end - len(rest)


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].strip(OPENERS + ",").lower()


def _end(words: Words) -> int:
    return words.span.end


def _text(line: Line, start: int, end: int) -> str:
    return line.text[start - line.start : end - line.start]


def _opens(text: str) -> bool:
    """Tell whether words begin as a sentence does, with a capital; scripts without any do not tell."""
    return text.lstrip().lstrip(OPENERS)[:1].isupper()


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
