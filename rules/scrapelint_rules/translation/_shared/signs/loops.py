"""Words and phrases that a decoder repeated."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import CLOSERS, END_MARKS, regex
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.sentences import is_sentence
from scrapelint_rules.translation._shared.signs.labels import is_bare, is_cell, is_named_again, is_row, is_title
from scrapelint_rules.translation._shared.words.wordlist import BREAKS, copies_of, lines_at, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Line
    from scrapelint_rules.translation._shared.words.wordlist import Copy

MIN_WORDS = 3
"""Shortest phrase whose second copy right after the first is a loop, in words."""
MIN_COMMA_WORDS = 6
"""Fewest repeated words where a comma comes between the copies: chants and lists are shorter."""
MIN_TELLING_CHARS = 400
"""A longer text whose language cannot be told is in one that no rule here knows."""
MAX_WORDS = 12
"""Longest phrase that is looked for."""
MIN_PHRASE_CHARS = 9
MIN_LINE_CHARS = 20
"""Shortest line that is looked at for words, in code points."""
MIN_WORD_COPIES = 4
"""Times in a row that a word has to be there; function words three times."""
MIN_SIGN_COPIES = 3
"""The same for a run of two characters or more in scripts without spaces."""

PAIR = 2
"""Copies of a heading and the sentence below it that begins with its words, and of phrases that only are side by side."""
MIN_UNKNOWN_COPIES = 4
"""The same in a language of which no list here knows the small words: many double a word for the plural, or list so."""
LANGUAGES = frozenset(
    "en de fr es it pt ca gl nl sv da nb pl cs sk sl hr sr ru uk be bg mk ro hu fi et lv lt el tr".split()
)
"""Languages in which nobody says a phrase of three words twice in a row but for a song or a chant."""

_SIGN = r"(?:[^\W_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e])"
_WORD = regex(rf"{_SIGN}+(?:['’-]{_SIGN}+)*")
MIN_RUN_SIGNS, MAX_RUN_SIGNS = 2, 12
_DENSE = regex(rf"([\u0e01-\u0e4e\u3040-\u30ff\u3400-\u9fff]{{{MIN_RUN_SIGNS},{MAX_RUN_SIGNS}}}?)\1{{2,}}")
_DENSE_LANGUAGES = frozenset({"ja", "zh", "th"})
_AROUND = f" „¿¡({CLOSERS}"
_CLAUSE_MARKS = frozenset('!?;:…"“”«»*|•·/–—\t')


class Loop(NamedTuple):
    """A stretch that is there several times in a row."""

    start: int
    end: int
    phrase: str
    copies: int
    is_title: bool = False
    """Whether each copy may be a title that the page prints again, or the cell of a table."""


def loops(doc: Document) -> Iterator[Loop]:
    """Yield the loops of a document, line by line; those in quotes and of more than one sentence left out."""
    if not doc.text.isascii() and doc.found_language in _DENSE_LANGUAGES and _has_runs(doc.text):
        for line in doc.lines:
            yield from (loop for loop in _dense(line) if not is_set_apart(doc.text, loop.start, loop.end))
    copies = copies_of(doc)
    for line in lines_at(doc, None if copies is None else _places(words_of(doc), copies)):
        words = line.key.split() if len(line.key) >= MIN_LINE_CHARS else []
        if len(words) > MIN_WORDS and _may_loop(words):
            yield from _in_words(doc, line)


def _places(words: Sequence[str], copies: Iterable[Copy]) -> Iterator[int]:
    """Yield where three words are again on their line, or one three times; the first may begin a sentence."""
    for at, distance, length in copies:
        if min(distance, 2) != length:
            continue
        after, before = at + length, at - 1
        goes_on = words[after : after + 1] == words[after + distance : after + distance + 1]
        is_longer = goes_on or (at > 0 and words[before].lower() == words[before + distance].lower())
        if is_longer and BREAKS.isdisjoint(words[at : after + distance]):
            yield at


def _may_loop(words: Sequence[str]) -> bool:
    """Tell whether three words and all up to them come again at once, or one word is there three times in a row.

    The last word of a phrase may differ: a mark may follow it.
    """
    triples = list(zip(words, words[1:], words[2:], strict=False))
    if len(set(triples)) == len(triples):
        return any(one == two == three for one, two, three in triples)
    last: dict[tuple[str, str, str], int] = {}
    for at, triple in enumerate(triples):
        size = at - last.get(triple, -MAX_WORDS - 1)
        if size <= MAX_WORDS and words[at - size : at - 1] == words[at : at + size - 1]:
            return True
        last[triple] = at
    return False


def _in_words(doc: Document, line: Line) -> Iterator[Loop]:
    is_plain = is_sentence(doc, line)
    least = 2 if _is_known(doc) else MIN_UNKNOWN_COPIES
    for copies, before in _copies(line.text):
        start, end = copies[0][0], copies[-1][1]
        phrase, stretch = line.text[slice(*copies[0])], line.text[start:end]
        words = _WORD.findall(phrase.lower())
        is_loop = len(copies) >= least and _is_one_stretch(stretch, len(words) * (len(copies) - 1))
        is_loop = is_loop and (is_plain or end - start >= len(line.key) - 1)
        is_loop = is_loop and not (len(copies) == PAIR and _is_pair(line.text, copies))
        is_loop = is_loop and not _is_from_to([*before, *words]) and not is_row(words)
        if is_loop and not is_set_apart(doc.text, line.start + start, line.start + end):
            is_meant = is_title(line.text, copies, doc.found_language) or (
                len(copies) == PAIR
                and (is_cell(phrase) or is_named_again(doc.text, stretch, phrase, doc.found_language))
            )
            yield Loop(line.start + start, line.start + end, phrase, len(copies), is_meant)


def _copies(text: str) -> Iterator[tuple[list[tuple[int, int]], list[str]]]:
    """Yield where the copies of each phrase that comes again at once are in a line, and the word before them, if any."""
    places = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in places]
    at = 0
    while at < len(words) - 2:
        size, copies = _loop_at(words, at)
        if size:
            firsts = range(at, at + size * copies, size)
            yield [(places[first][0], places[first + size - 1][1]) for first in firsts], words[max(0, at - 1) : at]
        at += size * copies or 1


def _is_pair(text: str, copies: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two copies are a heading and its sentence, or two phrases whose marks are lost."""
    (first, _), (second, end) = copies
    return _is_headed(text, first, second) or is_bare(text, first, end)


def _is_from_to(words: Sequence[str]) -> bool:
    """Tell whether a phrase, with the word before it, goes from one to another of a kind: "from one school to (one ...)"."""
    return words[0] in _FROM and words[-1] in _TO


def _is_headed(text: str, first: int, second: int) -> bool:
    """Tell whether a heading ends in the words that a sentence after it begins with: a text of one line has lost the break."""
    opens = not text[:first].strip() or text[:first].rstrip(_AROUND).endswith(tuple(END_MARKS))
    return text[second].isupper() and (opens or text[first].islower())


def _is_known(doc: Document) -> bool:
    """Tell whether a text is in a known language, or too short to tell."""
    return doc.found_language in LANGUAGES or (doc.found_language is None and len(doc.text) < MIN_TELLING_CHARS)


def _loop_at(words: Sequence[str], at: int) -> tuple[int, int]:
    """Return the length of the shortest phrase that loops from here, and its copies; (0, 0) where none does."""
    first = words[at]
    for size in range(1, min(MAX_WORDS, (len(words) - at) // 2) + 1):
        if words[at + size] != first:
            continue
        phrase = words[at : at + size]
        if not _may_be_loop(phrase):
            continue
        copies = 1
        while words[at + copies * size : at + (copies + 1) * size] == phrase:
            copies += 1
        # The shortest phrase first: "no no no no" is four times one word, not twice two.
        if copies >= _least_copies(phrase):
            return (0, 0) if _climbs(words, at, size * copies) else (size, copies)
    return 0, 0


def _climbs(words: Sequence[str], at: int, size: int) -> bool:
    """Tell whether two copies go on with one word more: "about grain, but also not about grain, but also not not about"."""
    last, first = words[at + size - 1], words[at]
    return words[at + size : at + size + 2] == [last, first] and last != first


def _may_be_loop(phrase: Sequence[str]) -> bool:
    """Tell whether any number of copies of a phrase is more than a song or a number.

    Asked before the copies are counted: so a row of a million letters is counted once, not a million times.
    """
    if all(word.isdigit() or len(word) < 2 for word in phrase):
        return False
    if len(phrase) > 1 and len(set(phrase)) == 1:
        return False  # one word many times, which was looked at alone
    if len(phrase) == 1:
        return phrase[0] not in _SUNG
    if len(phrase) == 2:
        return not set(phrase) & (_LINKS | _SPEAKERS)
    is_next = phrase[0] in _LINKS and not _NEXT.isdisjoint(phrase)
    if is_next or _is_part_of_part(phrase) or not _SPEAKERS.isdisjoint(phrase):
        return False
    return sum(map(len, phrase)) >= MIN_PHRASE_CHARS


def _is_part_of_part(phrase: Sequence[str]) -> bool:
    """Tell whether a phrase is that of "a fraction of a fraction of", or "a copy of one's copy of one's"."""
    if "of" not in phrase:
        return False
    return (len(phrase) == MIN_WORDS and not _ARTICLES.isdisjoint(phrase)) or phrase[-1].endswith(_POSSESSIVES)


def _least_copies(phrase: Sequence[str]) -> int:
    """Return how many copies in a row are no emphasis any more."""
    if len(phrase) >= MIN_WORDS:
        return 2
    return MIN_WORD_COPIES if len(phrase) == 1 and phrase[0] not in _function_words() else MIN_WORD_COPIES - 1


def _is_one_stretch(text: str, words: int) -> bool:
    """Tell whether no sentence ends within a loop, no dash halts it, and no comma stands in a short one: chants and lists do so."""
    return (
        _CLAUSE_MARKS.isdisjoint(text)
        and ". " not in text
        and " - " not in text
        and "--" not in text
        and ("," not in text or words >= MIN_COMMA_WORDS)
    )


def _has_runs(text: str) -> bool:
    """Tell whether so many signs as a run may have are three times in a row anywhere.

    All are compared at once: a sign is two bytes of one integer, which is laid over itself so many signs further on.
    """
    row = text.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(row, "little")
    unlike = ((size, number ^ number >> 16 * size) for size in range(MIN_RUN_SIGNS, MAX_RUN_SIGNS + 1))
    return any(bytes(4 * size) in rest.to_bytes(len(row), "little") for size, rest in unlike)


def _dense(line: Line) -> Iterator[Loop]:
    for match in _DENSE.finditer(line.text):
        copies = len(match[0]) // len(match[1])
        if len(set(match[1])) > 1 and copies >= MIN_SIGN_COPIES:
            yield Loop(line.start + match.start(), line.start + match.end(), match[1], copies)


_LINKS = frozenset("and und et y e och og en i и ja ve a after by upon nach après por для за po".split())
"""Words for "and": "on and on and on" is no loop."""
_NEXT = frozenset(
    "next nächste nächsten suivant suivante siguiente próximo próxima successivo volgende nästa næste neste".split()
)
"""Words for what comes next: "and the next day and the next day" is no loop."""
_ARTICLES = frozenset({"a", "an"})
_POSSESSIVES = ("'s", "’s")
_FROM = frozenset("from von vom d de du des desde da dal van från fra z ze od с со из от від dari".split())
_TO = frozenset("to zu zum zur nach auf à a al para naar tot till til na do до на ke".split())
"""Words for "from" and "to": "from one school to one school to save fuel" is no loop."""
_SUNG = frozenset("la na da do ha ho he hey yeah oh ooh uh und doo ja no nein non ne tap knock bla blah".split())
"""What is sung, laughed or knocked, and "und und und", as German ends a list."""
_SPEAKERS = frozenset(
    "i you we me ich du wir je tu nous vous yo tú eu você io noi я ты вы мы ja ty my jag vi jeg ik jij".split()
)
"""Who speaks says things twice: "I know I know I know"."""


@cache
def _function_words() -> frozenset[str]:
    """Return words that nobody says three times for emphasis."""
    return frozenset(
        "the of to in that is was for on with as at by are this have from they which would were their an "
        "der die das und den von zu mit des auf für ist dem ein eine la le les des est que qui dans sur el los las "
        "del por con para una il di che della per det att som den och de het een van op te dat na się że do w z "
        "и в на что с по как из от bir bu ve ile için ja on ei että sen".split()
    )
