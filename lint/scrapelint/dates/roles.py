"""What each date of a text is there for, told by its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.dates import cues, shapes
from scrapelint.dates.cuewords import AFTER_EVENTS, BEFORE_EVENTS, ENDS_BEFORE_EVENTS, VERBS_FIRST
from scrapelint.dates.entries import without_entries
from scrapelint.text.announced import LIST_SIGNS
from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence
from scrapelint.text.scripts import LETTERS_A_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.dates.found import FoundDate, Role

MAX_LINE_CHARS = 90
"""Longest date line, dates and times left out, in code points."""
MAX_CUE_DISTANCE = 8
"""How many words may come between a cue and its date on a date line."""
MAX_PROSE_CUE_DISTANCE = 2
"""The same in a longer line."""
MAX_CUE_CHARS = 20
"""How far after a date its cue may end, in code points."""
MAX_DATELINE_CHARS = 60
"""Longest opening of a dateline before its date, in code points."""
MAX_PREPOSITION_CHARS = 4
"""Longest word before the date that opens a line, as in "am Sonntag, 11.12.2022 - 05:00"."""
MAX_OPENED_CHARS = 30
"""Longest rest of such a line, in code points."""
MAX_LABEL_CHARS = 40
"""Longest label on a line of its own above a date, in code points."""
_ITEM_SIGNS = LIST_SIGNS | {"o"}
"""Characters that open an item of a list; a letter stands for a ring."""
MAX_ITEM_WORDS = 3
"""How many words before the date an item may have: with more it is the headline of another story."""
MAX_WORDS = 8
"""How many words before the date a date line may have: with more it is a caption or a headline."""
MIN_LEADING_WORDS = 3
"""Fewest words before a date that are part of a sentence, none of them a cue."""
MIN_SENTENCE_WORDS = 4
"""Fewest words after a comma, with an end mark, that make a date the opening of a sentence."""
MIN_WORDS_AROUND = 6
"""Fewest words around a date, before and after it, that put it in the middle of a sentence."""
MAX_EDGE_CHARS = 3
"""How far from the start of its paragraph a date opens it, in code points: a dash or a bracket may come before."""
MIN_LINKS = 4
"""Fewest short parts, set apart by characters with a space on both sides, that make a line a row of links."""
MAX_QUOTED_CHARS = 400
"""How far from a date the ends of the quotation that it is in are looked for, in code points."""
SIGNS_A_WORD = 2
"""How many such characters a word has."""
HEADER_LINES = 4
"""Among how many lines from the first with anything on it the header of the page is, blank ones too."""
MAX_HEADER_START = 200
"""How far from the top it may be, in code points."""
MAX_HEADER_REST = 12
"""How much more than date and weekday a header may have, in code points: bars and spaces."""

_DATELINE_END = regex(
    r"(?: d\.)?[ \u00a0]?(?:\([^()\n]{1,40}\)[ \u00a0]?)?(?:\.[ \u00a0]?)?"
    r"(?:[-–—―:]|\([^()\n]{1,40}\)|/[^/\n]{1,30}/|\.--)[ \u00a0-]*\S"
)
_PLACE = regex(r"^[^\W\d_][^\d:!?;]{1,59}[,/(.][ \u00a0]?\(?(?:[^\W\d_]{2,4}\.?[ \u00a0])?$")
_EASTERN_PLACE = regex(r"^[（(【\[]?[^\W\d_]{1,12}(?:[=/][^\W\d_]{1,10})?[\])]?[ \u00a0]?$")
_EASTERN_END = regex(r"[ \u00a0]?(?:[电電讯訊】）)]|[-–—])")
_COPYRIGHT = regex(r"(?:©|\(c\)|copyright)[^\n]{0,12}$", re.IGNORECASE)
_OPENS_STORY = regex(r"[)\].,:;|/ \u00a0–—-]{1,5}[\"“„«'‘]?(?P<next>[^\W\d_])")
_CHRONICLE = regex(r"[ \u00a0]?:[ \u00a0]*[^\s\d]")
_CASE_ENDING = regex(r"-[a-zà-ÿőű]{1,8}\b")
"""The ending of a case that Hungarian joins to a day: "2025. január 1-jétől" is since when, not when it was written."""
_LABEL = regex(r"\W{0,4}[^\W\d_]{2,20}[ \u00a0]?:")
_LINKS_APART = regex(r"[ \u00a0][,،、|·•/][ \u00a0]")
_HANDLE = regex(r"(?<!\w)@\w")
_FIRST_SIGN = "\u3040"
_SIGNS = regex(f"[{_FIRST_SIGN}-\u30ff\u3400-\u9fff]")
_DAY_SIGNS = frozenset("日号號일")
_GLUED = regex(f"[{_FIRST_SIGN}-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_COMMA = regex(r"[ \u00a0]?[,،，、]")
_CLAUSE = regex("[，、](?:[\u3040-\u30ff\u3400-\u9fff《》“”「」]{8,80}，|[\u3040-\u30ff\u3400-\u9fff《》“”「」]{16})")
"""What follows the day in a sentence in Chinese that a program may have broken further on: more than a name."""
_NEXT_WORD = regex(r"[ \u00a0]([^\W\d_]{2,15})[ \u00a0]")
_QUOTES = ('""', "“”", "„“", "«»", "‘’", "「」", "『』")
_BRACKET = regex(r"[(\[|][^(\[|]{0,40}$")
_SENTENCE = regex(r"[.?!…]\s")
_SENTENCE_END = regex(r"[.?!…\"”»]\s{0,2}$")
_WORDS = regex(r"[^\W\d_]['’]?[^\s\d.,;:!?()|/\[\]•·–—>-]*")


class Row(NamedTuple):
    """A line, and the dates on it."""

    start: int
    end: int
    number: int
    """How many lines with dates come before."""
    dates: Sequence[FoundDate]


def with_roles(text: str, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """Return the dates with the role that their line gives each; linear in the text."""
    return without_entries(text, list(_by_line(text, dates)))


def _by_line(text: str, dates: Sequence[FoundDate]) -> Iterator[FoundDate]:
    for row in _rows(text, dates):
        left = row.start
        rest = _weight(text, row.start, row.end) - sum(len_of(found) for found in row.dates)
        for found in row.dates:
            yield _with_role(text, row, found, left, rest)
            left = bounds(found)[1]


def bounds(found: FoundDate) -> tuple[int, int]:
    """Return the bounds of a date with its weekday and time."""
    return found.whole or found.span


def len_of(found: FoundDate) -> int:
    """Return how many code points a date takes with its weekday and time."""
    start, end = bounds(found)
    return end - start


def _weight(text: str, start: int, end: int) -> int:
    """Return the length of a line in letters: a character that is half a word counts for as many as it says."""
    line = text[start:end]
    return len(line) + (LETTERS_A_SIGN["zh"] - 1) * _signs(line)


def _signs(text: str) -> int:
    """Return how many characters of a text are half a word each."""
    return 0 if text.isascii() or max(text) < _FIRST_SIGN else len(_SIGNS.findall(text))


def _runs_on(text: str, found: FoundDate) -> bool:
    """Tell whether a sentence goes on right after a date, in a script that sets no space there."""
    if found.clock or found.weekday is not None or text[found.span.end - 1] not in _DAY_SIGNS:
        return False
    return _GLUED.match(text, found.span.end) is not None


def _rows(text: str, dates: Sequence[FoundDate]) -> Iterator[Row]:
    at = number = 0
    while at < len(dates):
        start = text.rfind("\n", 0, dates[at].span.start) + 1
        end = text.find("\n", dates[at].span.start)
        end = len(text) if end < 0 else end
        last = at
        while last < len(dates) and dates[last].span.start < end:
            last += 1
        yield Row(start, end, number, dates[at:last])
        at, number = last, number + 1


def _with_role(text: str, row: Row, found: FoundDate, left: int, rest: int) -> FoundDate:
    start, end = bounds(found)
    if not (found.year and found.day):
        return found._replace(role=_partial_role(text, row, found))
    before = text[max(left, start - MAX_LINE_CHARS) : start]
    if _COPYRIGHT.search(before[-MAX_CUE_CHARS:]):
        return found._replace(role="copyright")
    if left == row.start and _is_dateline(text, row.start, start, end):
        return found._replace(role="dateline")
    cue = None if _HANDLE.search(before) else _cue(text, row, before, end, is_short=rest <= MAX_LINE_CHARS)
    if _is_told_on(text, found, cue):
        return found._replace(role="event")
    if cue:
        return found._replace(role=cue.role, cue=cue.wording)
    return found._replace(role=_uncued_role(text, row, found, before, rest))


def _is_told_on(text: str, found: FoundDate, cue: cues.Cue | None) -> bool:
    """Tell whether a sentence goes on after a date, or a verb far before it says who published something else."""
    end = bounds(found)[1]
    if _CASE_ENDING.match(text, end) or (cue and cue.wording in VERBS_FIRST and cue.words_between > 1):
        return True
    return _runs_on(text, found) and not (cue and cue.wording == text[end : end + len(cue.wording)])


def _partial_role(text: str, row: Row, found: FoundDate) -> Role:
    """Return the role of a date without day or year."""
    if found.order == "y":
        return "copyright"
    is_dateline = found.day is not None and _is_dateline(text, row.start, found.span.start, found.span.end)
    return "dateline" if is_dateline else "event"


def _uncued_role(text: str, row: Row, found: FoundDate, before: str, rest: int) -> Role:
    """Return the role of a date without a cue: by its place on the line, and by what else the line says."""
    if found.until or _HANDLE.search(before) or _CHRONICLE.match(text, bounds(found)[1]):
        return "event"
    if rest > MAX_LINE_CHARS:
        return _edge_role(text, row, found)
    is_line = _is_line(text, row, before, rest) and not _is_quoted(text, found)
    return _line_role(text, row, found, rest) if is_line else "event"


def _cue(text: str, row: Row, before: str, end: int, *, is_short: bool) -> cues.Cue | None:
    """Return the cue of a date: before it, after it, or on the line above where it stands alone."""
    if not is_short:
        return _opening_cue(before)
    cue = cues.nearest(before, MAX_CUE_DISTANCE)
    if cue is None and end >= bounds(row.dates[-1])[1]:
        cue = cues.following(text[end : min(row.end, end + MAX_CUE_CHARS)])
    if cue is None and not any(map(str.isalpha, before)):
        cue = cues.nearest(_line_above(text, row.start), 1)
    return cue


def _opening_cue(before: str) -> cues.Cue | None:
    """Return the cue of a date in a paragraph, where it opens the paragraph or a bracket, or is a whole phrase."""
    if len(before) >= MAX_LINE_CHARS and not _BRACKET.search(before):
        return None
    cue = cues.nearest(before, MAX_CUE_DISTANCE)
    while cue:
        before = before[: before.rfind(cue.wording)]
        is_phrase = cue.wording.count(" ") == cues.MAX_CUE_WORDS - 1
        is_opening = before.rstrip()[-1:] in {"", "(", "[", "|"} and cue.words_between <= MAX_PROSE_CUE_DISTANCE
        if cue.role == "published" and (is_phrase or is_opening):
            return cue
        cue = cues.nearest(before, 1)
    return None


def _line_above(text: str, start: int) -> str:
    """Return the nearest line above that is not blank, where it is short; else an empty string."""
    stretch = text[max(0, start - MAX_LABEL_CHARS) : start].rstrip()
    return stretch.rpartition("\n")[2] if "\n" in stretch or start < MAX_LABEL_CHARS else ""


def _is_line(text: str, row: Row, before: str, rest: int) -> bool:
    """Tell whether nothing before a date on its short line makes it one of an event."""
    words = _WORDS.findall(before)
    # Scripts without spaces have one "word" a line: their length tells how many it has.
    number = max(len(words), _signs(before) // SIGNS_A_WORD)
    if not words:
        above = _line_above(text, row.start)
        is_event = _ends_as_event(above) and not _is_apart(text, row, above)
        return not (_HANDLE.search(above) or is_event or _opens_sentence(text, row))
    if _LABEL.match(before) or number > MAX_WORDS:
        return cues.opens_byline(before)
    if before.lstrip()[:1] in _ITEM_SIGNS and number > MAX_ITEM_WORDS:
        return False
    if len(words) == 1 and _weight(before, 0, len(before)) <= MAX_PREPOSITION_CHARS and rest <= MAX_OPENED_CHARS:
        return not _opens_sentence(text, row)
    is_told = _leads_on(words) or _ends_as_event(before) or _is_in_sentence(text, row, number)
    return cues.opens_byline(before) or not is_told


def _is_apart(text: str, row: Row, above: str) -> bool:
    """Tell whether a date and the preposition above it have a line each, as parts of a byline: "by", a name, "on"."""
    if len(_WORDS.findall(above)) > 1 or len(row.dates) > 1 or not text[row.end : row.end + 2].isspace():
        return False
    start, end = bounds(row.dates[0])
    return not text[row.start : start].strip() and not text[end : row.end].strip()


def _leads_on(words: Sequence[str]) -> bool:
    """Tell whether words without a cue lead to a date by a short one in small letters: "and died on the"."""
    return len(words) >= MIN_LEADING_WORDS and words[-1].islower() and len(words[-1]) <= MAX_PREPOSITION_CHARS


def _ends_as_event(stretch: str) -> bool:
    """Tell whether the last word is one that leads to the date of an event."""
    end = stretch[-MAX_LABEL_CHARS:].lower().rstrip()
    words = _WORDS.findall(end)
    return bool(words) and (words[-1] in BEFORE_EVENTS or end.endswith(ENDS_BEFORE_EVENTS))


def _opens_sentence(text: str, row: Row) -> bool:
    """Tell whether the dates that open a line begin a sentence: a comma, a small letter or a word of time follows."""
    end = bounds(row.dates[-1])[1]
    suffix = shapes.SUFFIX.match(text, end, row.end)
    after = text[suffix.end() if suffix else end : row.end]
    words = _WORDS.findall(after)
    if not (_COMMA.match(after) or _goes_on(after) or (words and words[0] in AFTER_EVENTS)):
        return False
    is_long = max(len(words), _signs(after) // SIGNS_A_WORD) >= MIN_SENTENCE_WORDS
    return is_long and (ends_sentence(after) or _CLAUSE.match(after) is not None)


def _goes_on(after: str) -> bool:
    """Tell whether a word in small letters follows a date: "22 December 2018 was cold"."""
    following = _NEXT_WORD.match(after)
    return following is not None and following[1].islower()


def _is_in_sentence(text: str, row: Row, words_before: int) -> bool:
    """Tell whether a line with words before its dates reads on after them, to the end of one sentence."""
    line, after = text[row.start : row.end], text[bounds(row.dates[-1])[1] : row.end]
    words = words_before + max(len(_WORDS.findall(after)), _signs(after) // SIGNS_A_WORD)
    is_one = ends_sentence(line) and not _SENTENCE.search(line) and any(map(str.isalpha, after))
    return is_one and words >= MIN_WORDS_AROUND


def _is_quoted(text: str, found: FoundDate) -> bool:
    """Tell whether a quotation is open before a date and closed after it, on its line or on those around."""
    start, end = bounds(found)
    before = text[max(0, start - MAX_QUOTED_CHARS) : start].rstrip().rpartition("\n")[2]
    after = text[end : end + MAX_QUOTED_CHARS].lstrip().partition("\n")[0]
    return any(_is_open(before, *pair) and _is_open(after, *reversed(pair)) for pair in _QUOTES)


def _is_open(line: str, opening: str, closing: str) -> bool:
    """Tell whether a line has one opening quote more than it closes."""
    return line.count(opening) % 2 == 1 if opening == closing else line.count(opening) > line.count(closing)


def _line_role(text: str, row: Row, found: FoundDate, rest: int) -> Role:
    """Return `header` for a day and its weekday alone on a line at the top, else `line`."""
    is_bare = (
        rest <= MAX_HEADER_REST
        and not _WORDS.search(text, row.start, bounds(found)[0])
        and found.weekday is not None
        and found.clock is None
    )
    if not is_bare or row.number:
        return "line"
    top = len(text) - len(text.lstrip())
    is_top = row.start - top < MAX_HEADER_START and text.count("\n", top, row.start) < HEADER_LINES
    return "header" if is_top else "line"


def _is_row_of_links(after: str) -> bool:
    """Tell whether links follow a date under a headline, each with a space before its comma as programs print them."""
    parts = _LINKS_APART.split(after)
    return (
        len(parts) >= MIN_LINKS and not _SENTENCE.search(after) and all(len(part) <= MAX_LABEL_CHARS for part in parts)
    )


def _edge_role(text: str, row: Row, found: FoundDate) -> Role:
    """Return the role of a full date that opens a paragraph, is in its byline, or ends it as a line of its own."""
    start, end = bounds(found)
    if not found.year:
        return "event"
    is_first = start - row.start < MAX_EDGE_CHARS
    if is_first and _is_row_of_links(text[end : row.end]):
        return "line"
    if is_first and not any(map(str.isalnum, text[row.start : start])):
        opened = _OPENS_STORY.match(text, end)
        return "dateline" if opened and opened["next"].isupper() else "event"
    before = text[max(row.start, start - MAX_LABEL_CHARS - 1) : start]
    if len(before) <= MAX_LABEL_CHARS and cues.opens_byline(before) and not _SENTENCE.search(before):
        return "line"
    is_last = found.weekday is not None and not text[end : min(row.end, end + MAX_LABEL_CHARS)].strip(" |)")
    return "line" if is_last and _SENTENCE_END.search(text[max(row.start, start - 3) : start]) else "event"


def _is_dateline(text: str, row_start: int, start: int, end: int) -> bool:
    """Tell whether a date is in an opening such as "BEIJING, June 18 (Agency) - "."""
    if not 1 < start - row_start <= MAX_DATELINE_CHARS:
        return False
    place = text[row_start:start]
    if place > cues.SPACELESS or place[1:] > cues.SPACELESS:
        return bool(_EASTERN_END.match(text, end) and _EASTERN_PLACE.match(place))
    return bool(_DATELINE_END.match(text, end) and _PLACE.match(place)) and not cues.nearest(place, 1)
