"""Phrases that mean another thing where they are: somebody says them, quotes them, or they are another language's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex
from scrapelint.text.related_languages import are_related
from scrapelint.text.sentences.joined import is_whole
from scrapelint.text.sentences.marks import QUESTION_MARKS
from scrapelint.text.sentences.reporting import reports
from scrapelint.text.sentences.splitting import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapelint.packs.matcher import Hit

MAX_BUTTON_WORDS = 2
"""A button of so few words has no full stop: "Got it." is what somebody says, in a transcript or a novel."""
MAX_DENSE_CHARS = 4
"""The same in scripts without spaces, in code points."""
MAX_AMBIGUOUS_CHARS = 12
"""Longest words, in code points, that may mean another thing in another language: "ad" is a name in Turkish."""
MAX_LOOSE_CHARS = 12
"""Longest word of a script that parts phrases at spaces, in code points, that may as well be a piece of a sentence."""
WORLDWIDE = "en"
"""The language whose buttons are on pages of all languages."""
REACH_CHARS = 600
"""How far before and after a phrase its quotation marks and its sentence are looked for, so that cost is linear."""

MIN_QUOTATION_CHARS = 16
"""Shortest line of a quotation of several, in code points."""

_FULL_STOPS = (".", "。", "।", "۔")
_QUESTIONS = tuple(QUESTION_MARKS)
_OPENING = '"“”„«»‹「『‘'
_QUOTES = regex("[“”„«»「」『』]")
_CLOSING = "”»」』"
_SORTING = regex(r"\s{0,2}[▲△↑⬆⇧]\s{0,2}[▼▽↓⬇⇩]\s*$")
"""Arrows up and down after a word."""
_ARROWS = regex("[«»]")
"""Quotation marks that are at the edges of links as well: "Read more »"."""
_OTHERS = regex(r"\b(?:sie|ihnen|ihre[mnrs]?|ihr(?= [A-ZÄÖÜ]))\b")
"""German words for other people; with a capital they are the polite ones for the reader."""
_EITHER = "“"
"""Opens a quotation in English and closes one in German."""
# Thai, Chinese, Japanese and Korean: scripts in which one word is as long as a phrase of others.
_DENSE = "\u0e00"


def is_said(hit: Hit, *, among_paragraphs: bool) -> bool:
    """Tell whether a phrase of a word or two is its whole line and ends like a sentence, or is a question of one word.

    Two words may be a notice of the page, as "Comments closed." is, but not among the paragraphs of an article; a
    question of two may be a link, as "Forgotten password?" is. "Comment ?" asks "How?" in French.
    """
    line = hit.line
    if hit.end - hit.start < len(line.key) or line.key.count(" ") >= MAX_BUTTON_WORDS:
        return False
    if line.key[:1] >= _DENSE and len(line.key) > MAX_DENSE_CHARS:
        return False
    text = line.text.strip()
    if " " not in line.key and text.endswith(_QUESTIONS):
        return True
    is_sentence = text.endswith(_FULL_STOPS) and not text.endswith("..") and not text.startswith("(")
    return is_sentence and (among_paragraphs or " " not in line.key)


def is_column(hit: Hit) -> bool:
    """Tell whether a phrase is the head of a column that a table can be sorted by: "Followers ▲ ▼"."""
    text = hit.line.text
    return not text.isascii() and _SORTING.match(text, hit.end - hit.line.start) is not None


def is_loose(hit: Hit) -> bool:
    """Tell whether a phrase is all that comes between two spaces and short: in Thai "latest" opens sentences, too."""
    return fills(hit) and len(hit.line.key) <= MAX_LOOSE_CHARS


def fills(hit: Hit) -> bool:
    """Tell whether a phrase is its whole line, but for marks at its ends."""
    return hit.end - hit.start == len(hit.line.key)


def is_quoted(hit: Hit, *, in_sentence: bool) -> bool:
    """Tell whether a phrase is in quotation marks within a sentence, or in a quotation of several lines."""
    # A heading such as 2 thoughts on "Tram line approved" opens the quotation itself.
    line = hit.line
    is_long = len(line.key) >= MIN_QUOTATION_CHARS and '"' not in hit.phrase
    if not (in_sentence or is_long) or (line.text.isascii() and '"' not in line.text):
        return False
    before, after = _around(hit)
    if in_sentence and before and (before[-1] in _OPENING or _depth(before) > 0):
        return True
    return is_long and _goes_on(_ARROWS.sub("", before), _ARROWS.sub("", after))


def is_of_others(hit: Hit) -> bool:
    """Tell whether a German phrase within a line is about other people: a page that means its reader writes "Ihre"."""
    if hit.language != "de" or hit.entry.of_people or fills(hit) or hit.line.text.islower():
        return False
    text, start, end = hit.line.text, hit.start - hit.line.start, hit.end - hit.line.start
    return _OTHERS.search(text, start, end) is not None


def is_reported(hit: Hit) -> bool:
    """Tell whether the sentence around a phrase says who said it: "Sign up here, the mayor told the council."."""
    before, after = _around(hit)
    first, last = len(before), len(before) + hit.end - hit.start
    words = hit.line.text[hit.start - hit.line.start : hit.end - hit.line.start]
    if is_whole(words, hit.language) and after.lstrip()[:1].isupper():
        after = ""
    text = f"{before}{words}{after}"
    around = [span for span in sentences(text) if span.start < last and span.end > first]
    return any(
        reports(f"{text[start : max(start, first)]} {text[min(end, last) : end]}", hit.language)
        for start, end in around
    )


def is_ambiguous(hit: Hit) -> bool:
    """Tell whether a phrase says little of its language: a short word on a line of its own, or two that open a line.

    "Se alla" asks readers in Swedish to see them all, and begins a sentence in Italian.
    """
    phrase, key = hit.phrase, hit.line.key
    if hit.language == WORLDWIDE or len(phrase) > MAX_AMBIGUOUS_CHARS or phrase[:1] >= _DENSE:
        return False
    return key.startswith(f"{phrase} ") if " " in phrase else phrase == key


def is_of(language: str, known: Iterable[str | None]) -> bool:
    """Tell whether a language is one of those that a text may be in, or near to one; any is, where none is known."""
    languages = [other for other in known if other]
    return not languages or any(are_related(language, other) for other in languages)


def _around(hit: Hit) -> tuple[str, str]:
    """Return what comes before and after a phrase on its line, as far as is looked."""
    line, start, end = hit.line, hit.start - hit.line.start, hit.end - hit.line.start
    return line.text[max(0, start - REACH_CHARS) : start], line.text[end : end + REACH_CHARS]


def _goes_on(before: str, after: str) -> bool:
    """Tell whether the quotation around a place began on a line above, or ends on one below."""
    opened, closed = _depth(before), _depth(after)
    if opened == 0 and after.count('"') + after.count(_EITHER) == 1 and '"' not in before:
        return after.rstrip().endswith(('"', _EITHER))
    return opened + closed > 0 if opened > 0 else opened == 0 and closed == -1


def _depth(text: str) -> int:
    """Return how many quotations a text leaves open; below 0, how many it closes that it has not opened."""
    depth = 0
    for mark in _QUOTES.findall(text):
        closes = mark in _CLOSING or (mark in _EITHER and depth > 0)
        depth += -1 if closes else 1
    return depth
