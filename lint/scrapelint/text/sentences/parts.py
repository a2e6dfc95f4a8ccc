"""The smallest part of a line that is residue, where words on it are known to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Span
from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence, is_dense
from scrapelint.text.sentences.abbreviations import PARTS, POSSIBLE_ENDS, STARTERS, TITLES
from scrapelint.text.sentences.address import addresses
from scrapelint.text.sentences.joined import (
    CAPITAL_NOUNS,
    LINKING,
    MIN_SENTENCE_SPACES,
    bracket_end,
    glued_at,
    is_sentence,
    is_uncased,
    is_whole,
    joined_at,
    may_follow,
    sentence_after,
)
from scrapelint.text.sentences.marks import CLOSERS, END_MARKS, OPENERS
from scrapelint.text.sentences.page_ends import ends_story, is_asked_with, page_start
from scrapelint.text.sentences.splitting import sentences

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from scrapelint.text.lines import Line

_MARKS = CLOSERS + END_MARKS + " *:;,-–—|>→»›"
_LINKS = (",", ";", ":", "-", "–", "—")
"""Characters after which a sentence goes on."""
_GAP = "  "
"""What may be left of a lost line break: a colon before it ends what the article says of a film or a post."""
_LATE_MARK = regex(r"(?P<word>[^\W\d_]{4,})[.。]\s+(?=[^\W\d_])")
"""A full stop after a word of some length; sentences are not parted at it where a small letter follows."""
_OPENS_SPEECH = regex(r'"[^\W\d_]')
"""A plain quotation mark that a word touches: where it has no partner before, speech begins with it."""
_LATE_QUOTE = regex(r"[。！？][」』”]+(?=[^\s」』”，、。])")
"""The end of speech in scripts without spaces, after which the sentence may go on: "「…。」 he said"."""
MAX_DENSE_BUTTON_CHARS = 12
"""Longest button before a pitch in scripts without spaces, in code points; a longer one may be an article's end."""
MAX_ITEM_WORDS = 3
"""Longest name in a list of networks or apps, in words."""
_ITEM_END = regex(r"\s*[,،、]\s*|\s+(?:and|und|et|y|e|i|и|та|oraz|ve|dan|và|og|och|en|și|és)\s+")
"""What comes between names of a list."""
_SEAM = regex(
    r"(?<=[^\W\d_]{2}[^\W\d_A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]{3})"
    r"|(?<=[^\W_]|[%)\]”’»])(?<!\W[A-Za-zÀ-ÿ])[.!?][)”’»\"]?(?=[^\W\d_])"
    r"|(?<!\w)(?:[^\W\d_]{1,4}\.)+[^\W\d_]{2,4}\.\s+(?=[^\W\d_])"
)
"""Where a sentence may end that is glued to the next, or ends in an abbreviation such as "TP.HCM."."""

MAX_NAME_REACH = 40
"""How far before a capital within a word the letters are looked at, in code points."""
_NO_SEAMS = frozenset(OPENERS + "-–—/@#&")
"""Characters that a word with a capital may touch without beginning a sentence."""
MAX_CALL_CHARS = 24
"""Longest call that belongs to the pitch that is glued to it, in code points: "Good news!Larn tops charts"."""
_HEAD = regex(r"[^\W\d_][^A-Za-z]*(?P<head>[A-Za-z]+)$")

_ABBREVIATED = regex(r"[A-Z]{1,8}[가-힣]")
"""A Korean word that begins with letters of a name: a sentence of the article opens with it as with any other."""
_HANDLE = regex(r"(?:(?<=@)|[\s:(]{0,3}(?:at )?@)\w{2,40}\)?(?= +[\"“‘(]?[^\W\d_a-zß-ÿ])")
"""The name of an account after words that end before it or in its @, where no small letter follows."""

_ITEM_NUMBER = regex(r"\d{1,2}\.")
"""The number of the article's next item, glued to words of the page: "Post shared by Ana5. Do not hurry"."""


class Words(NamedTuple):
    """Words on a line that are known for the page's, and what is known of them."""

    span: Span
    language: str = ""
    """ISO 639-1 code of their language; empty where nobody says."""

    @property
    def capital_nouns(self) -> bool:
        """Whether their language writes nouns with a capital, which then tells no beginning of a sentence."""
        return self.language in CAPITAL_NOUNS


def part_of(line: Line, at: Words, known: Collection[Words], *, covers: bool = False, is_flat: bool = False) -> Span:
    """Return what to take out for the words at `at`: the line, or of several sentences those that are residue.

    The line goes whole where each of its sentences has known words, or speaks to the reader; else only
    those that do and are next to `at`. With `covers` what follows on the line goes too: notes on
    authors, firms and rights go on in sentences that say nothing of themselves. Where line breaks are lost,
    `is_flat`, a sentence may have been joined to a pitch anywhere.
    """
    own_sentences = [Span(line.start + start, line.start + end) for start, end in loose_sentences(line.text)]
    spans = [part for span in own_sentences for part in _parted(line, span, known, is_flat=is_flat)]
    if len(spans) < 2:
        return line.span
    hit = [any(touches(span, one.span) for one in known) for span in spans]
    languages = _languages(known)
    if all(is_hit or _addresses(line, span, at.span, languages) for is_hit, span in zip(hit, spans, strict=True)):
        return line.span
    own = [number for number, span in enumerate(spans) if touches(span, at.span)]
    first, last = own[0], own[-1]
    while first and hit[first - 1]:
        first -= 1
    while last + 1 < len(spans) and hit[last + 1]:
        last += 1
    return Span(spans[first].start, spans[-1 if covers else last].end)


def touches(one: Span, other: Span) -> bool:
    """Tell whether two spans have a code point in common."""
    return one.start < other.end and other.start < one.end


def _languages(known: Collection[Words]) -> frozenset[str]:
    return frozenset(words.language for words in known)


def loose_sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, parted also after speech, and where one opens with a small letter."""
    for span in sentences(text):
        start, end = span
        for stop, following in sorted([*_late_marks(text, start, end), *_late_quotes(text, start, end)]):
            yield Span(start, stop)
            start = following
        yield Span(start, end)


def _late_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence ends that one with a small letter follows, and where that begins."""
    for match in _LATE_MARK.finditer(text, start, end):
        if _ends_late(match):
            yield match.end("word") + 1, match.end()


def _late_quotes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where speech ends a sentence in scripts without spaces, and where the next begins."""
    for match in _LATE_QUOTE.finditer(text, start, end):
        yield match.end(), match.end()


def _ends_late(match: re.Match[str]) -> bool:
    """Tell whether a full stop ends a sentence though a small letter follows: "he said. follow us" lost a capital."""
    low = match["word"].lower()
    return low not in TITLES and low not in PARTS and low not in POSSIBLE_ENDS and match.string[match.end()].islower()


def _parted(line: Line, sentence: Span, known: Collection[Words], *, is_flat: bool) -> Iterator[Span]:
    """Yield what a sentence is made of where a sentence of the article runs into a pitch, or a pitch into it."""
    inner = [words for words in known if touches(words.span, sentence)]
    start, end = sentence
    languages = _languages(inner or known)
    if not inner:
        nouns = min(known).capital_nouns
        at = start + joined_at(_text(line, start, end), languages, capital_nouns=nouns) if is_flat else end
        yield Span(start, start + len(_text(line, start, at).rstrip()))
        if at < end:
            yield Span(at, end)
        return
    first = _pitch_start(line, sentence, min(inner), languages, is_flat=is_flat)
    last = _pitch_end(line, sentence, max(inner, key=_end), languages, is_flat=is_flat)
    if first > start:
        yield Span(start, start + len(_text(line, start, first).rstrip()))
    yield Span(first, first + len(_text(line, first, last).rstrip()))
    if last < end:
        yield Span(last, end)


def _pitch_start(line: Line, sentence: Span, words: Words, languages: Collection[str], *, is_flat: bool) -> int:
    """Return where a pitch begins that a sentence runs into; the sentence's own start where none does.

    Known words begin one whose capital is glued to what comes before: "@anaruizOur journalism needs your support".
    """
    start, end = sentence
    before = _text(line, start, words.span.start)
    is_call = before.endswith("!") and len(before) <= MAX_CALL_CHARS
    if not is_call and _is_glued(before[-1:], _text(line, words.span.start, end)):
        return words.span.start
    if glued := _glued_at(_text(line, start, words.span.start + 1), languages):
        return start + glued
    bare = before.rstrip(OPENERS)
    at = start + len(bare)
    told = bare.rstrip()
    # Two spaces are left of a line break: a comma or a semicolon goes on over them, a colon does not.
    links = (_LINKS[:2] if before[len(told) :].startswith(_GAP) else _LINKS[:3]) if is_flat else _LINKS
    page = 0 if bare.isascii() else page_start(bare)
    if page == len(bare) and not is_flat and is_asked_with(told, _text(line, *words.span)):
        page = 0
    is_after = ends_story(bare[:page])
    alone = start + page if is_flat or start > line.start or is_after else start
    goes_on = told.endswith(links) or _last_word(bare) in LINKING
    if goes_on or not is_sentence(bare, languages):
        return alone
    opens = _opens(_text(line, at, end)) and (is_flat or not words.capital_nouns)
    tells = opens or ((is_flat or ends_story(told)) and is_uncased(_text(line, at, words.span.end)))
    return at if tells and not is_after else alone


def _is_glued(before: str, text: str) -> bool:
    """Tell whether a text that begins with a capital touches what is before it as no word within a sentence does."""
    return bool(before.strip()) and before not in _NO_SEAMS and text[:1].isupper() and text[1:2].islower()


def _glued_at(text: str, languages: Collection[str]) -> int:
    """Return where a pitch begins that is glued to a sentence, in a text up to its first known letter; else 0."""
    seams = (match.end() for match in _SEAM.finditer(text))
    ends = [end for end in seams if text[end].isupper() and not _is_within_name(text, end)]
    ends = [end for end in ends if _ABBREVIATED.match(text, end) is None]
    return next((end for end in reversed(ends) if is_sentence(text[:end], languages)), 0)


def _is_within_name(text: str, at: int) -> bool:
    """Tell whether a capital is in a name of two words as one, after words in letters without any: "GoodNews"."""
    before = text[max(0, at - MAX_NAME_REACH) : at]
    head = _HEAD.search(before)
    return head is not None and is_uncased(before[head.start() : head.start("head")])


def _pitch_end(line: Line, sentence: Span, words: Words, languages: Collection[str], *, is_flat: bool) -> int:
    """Return where the sentence begins that a pitch runs into; the end of its own where none does.

    The name of an account has no full stop: where the line breaks are lost, it ends what asks to follow it.
    """
    end = sentence.end
    handle = _HANDLE.match(line.text, words.span.end - line.start) if is_flat else None
    if handle and not addresses(line.text[handle.end() : end - line.start], (words.language,)):
        return line.start + handle.end() + 1
    after = _text(line, words.span.end, end)
    rest = after.lstrip(_MARKS)
    if _OPENS_SPEECH.match(after) and after.count('"') % 2:
        rest = after
    marks = after[: len(after) - len(rest)].strip()
    if _is_list(after):
        return end
    if at := bracket_end(_text(line, sentence.start, words.span.start), after):
        return end - len(after) + at
    if is_flat and is_whole(_text(line, *words.span), words.language) and _opens(rest) and may_follow(rest, languages):
        return end - len(rest)
    opens = _opens(rest) and not rest.isupper() and ends_sentence(rest) and not marks.endswith(_LINKS)
    if (
        opens
        and is_sentence(rest, languages)
        and not (words.capital_nouns and not marks and _first_word(rest) not in STARTERS)
    ):
        return end - len(rest)
    return words.span.end + _joined(after, words, languages) if is_flat else end


def _is_list(after: str) -> bool:
    """Tell whether the rest of a sentence is a list of names that ends a call: "on Facebook, Telegram and Threads."."""
    items = _ITEM_END.split(after.strip(_MARKS))
    words = [item.split() for item in items if item.strip()]
    is_named = all(word[:1].isupper() for item in words for word in item)
    return len(items) > 1 and is_named and max(map(len, words)) <= MAX_ITEM_WORDS and ends_sentence(after)


def _joined(after: str, words: Words, languages: Collection[str]) -> int:
    """Return how far after words the sentence begins that was joined to them without a mark, or an item's number."""
    if _ITEM_NUMBER.fullmatch(after):
        return 0
    at = joined_at(after, languages, capital_nouns=words.capital_nouns)
    if ends_sentence(after):
        at = glued_at(after, at, languages)
    tells = not words.capital_nouns and not is_uncased(after)
    return at if at < len(after) or tells else sentence_after(after, languages)


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].strip(OPENERS + ",").lower()


def _last_word(text: str) -> str:
    return "".join(text.rsplit(None, 1)[-1:]).lower()


def _end(words: Words) -> int:
    return words.span.end


def _text(line: Line, start: int, end: int) -> str:
    return line.text[start - line.start : end - line.start]


def _opens(text: str) -> bool:
    """Tell whether words begin as a sentence does, with a capital; scripts without any do not tell."""
    return text.lstrip().lstrip(OPENERS)[:1].isupper()


def _addresses(line: Line, span: Span, at: Span, languages: Collection[str]) -> bool:
    """Tell whether words beside a pitch speak to the reader, or are its button."""
    text = _text(line, *span)
    is_long = span.start < at.start and is_dense(text) and len(text) > MAX_DENSE_BUTTON_CHARS
    is_button = text.count(" ") < MIN_SENTENCE_SPACES and not is_long and not ends_sentence(text)
    return is_button or "©" in text or addresses(text, languages)
