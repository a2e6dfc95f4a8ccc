"""Labels of the page that a sentence of the article follows on the same line, where the line breaks are lost.

"… on Monday. Advertisement The mayor said …": the sentence is cut after the label, which is a line of its own again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.text.folding import composed, fold
from scrapelint.text.lazy_regex import regex
from scrapelint.text.lines import EDGE_CHARS
from scrapelint.text.sentences.marks import FIRST_LETTER, OPENING
from scrapelint.text.sentences.units import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scrapelint.text.lines import Line

MAX_LABEL_CHARS = 80
"""How far into a sentence a label may reach, in code points."""
SURE_WORDS = 3
"""A label of so many words counts wherever it heads a sentence; a shorter one has to do so before different words."""
MIN_WORD_CHARS = 4
"""Shortest label of one word, in code points; shorter ones are titles and names as well, as "Pr" and "다음" are."""
MAX_LABELS = 20
"""So many different labels of a text are looked for, the first ones: it has hardly five."""

_NEXT = regex(rf"\s{{1,40}}(?={OPENING}(?P<word>(?P<letter>[^\W\d_a-z])\w{{0,40}}))")
"""What parts a label from the sentence after it, which begins with no small letter of ASCII."""
_OPENS = regex(rf"\s{{1,40}}(?={OPENING}{FIRST_LETTER})|\s*$")


class Label(NamedTuple):
    """A label at the head of a sentence."""

    text: str
    next_word: str
    end: int
    """Where the sentence begins after it, in its line."""
    is_cased: bool
    """Whether a capital tells that a sentence begins there."""


def apart(lines: Sequence[Line], is_label: Callable[[str], bool]) -> list[Line]:
    """Return the sentences of a text, each label of the page among them as a line of its own; the indices are stale.

    `is_label` tells whether the key of a line is that of a label. What heads several sentences is a label in the
    middle of one as well: there a headline ran into it, which has no mark at its end.
    """
    sure = _sure([label for line in lines for label in _labels(line.text, is_label)])
    if not sure:
        return list(lines)
    words = re.compile("|".join(map(re.escape, sorted(sure, key=len, reverse=True))))
    return [part for line in lines for part in cut(line, list(_gaps(line.text, words, sure)))]


def _labels(text: str, is_label: Callable[[str], bool]) -> Iterator[Label]:
    """Yield the labels that a sentence begins with, one after the other, the last perhaps with nothing after it."""
    start = 0
    while label := _label_at(text, start, is_label):
        yield label
        start = label.end
    rest = text[start : start + MAX_LABEL_CHARS + 1].strip()
    if " " in rest and len(rest) <= MAX_LABEL_CHARS and is_label(_key(rest)):
        yield Label(rest, "", len(text), is_cased=False)


def _label_at(text: str, start: int, is_label: Callable[[str], bool]) -> Label | None:
    """Return the longest label at a place, where what may be a sentence follows it."""
    head = text[start : start + MAX_LABEL_CHARS]
    if head.isascii() and head[1:].islower():
        return None
    for match in reversed(list(_NEXT.finditer(text, start, start + MAX_LABEL_CHARS))):
        if match["letter"].islower():
            continue
        words = text[start : match.start()]
        key = _key(words)
        is_cased = match["letter"].isupper()
        may_open = " " in key or (is_cased and len(key) >= MIN_WORD_CHARS)
        if key and may_open and is_label(key):
            return Label(words, match["word"], match.end(), is_cased)
    return None


def _key(words: str) -> str:
    return fold(composed(words)).strip(EDGE_CHARS)


def _sure(labels: Iterable[Label]) -> dict[str, bool]:
    """Return the labels that are no words of the sentences that they head, and whether they are labels within one, too.

    The name of an office or a game is at the head of many sentences as well, but always before the same word.
    """
    after: dict[str, set[str]] = defaultdict(set)
    long = []
    for label in labels:
        after[label.text].add(label.next_word)
        if label.is_cased and label.text.count(" ") >= SURE_WORDS - 1:
            long.append(label.text)
    often = [text for text, words in after.items() if len(words) > 1]
    sure = list(dict.fromkeys([*often, *long]))[:MAX_LABELS]
    return {text: text in often and " " in text for text in sure}


def _gaps(text: str, words: re.Pattern[str], sure: dict[str, bool]) -> Iterator[tuple[int, int]]:
    """Yield what parts the labels of a line from what comes before and after them."""
    start = 0
    for match in words.finditer(text):
        after = _OPENS.match(text, match.end())
        before = text[start : match.start()]
        stands_alone = not before.strip() or (sure[match.group()] and before[-1:].isspace())
        if after is None or not stands_alone:
            continue
        if before.strip():
            yield start + len(before.rstrip()), match.start()
        start = after.end()
        if start < len(text):
            yield after.span()
