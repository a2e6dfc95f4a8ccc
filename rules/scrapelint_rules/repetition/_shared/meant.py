"""Lines that come again because somebody means them to: answers, speakers, refrains, items, pieces of a sentence."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import CLOSERS, QUESTION_MARKS, ends_sentence, is_cell, is_dense, regex
from scrapelint_rules.repetition._shared.sung import sung_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.plugin import Document, Line

MAX_VERSE_CHARS = 70
"""Longest line of a verse or a chant, in code points."""
MIN_STANZA_LINES = 3
MIN_VERSE_WORDS = 3
"""Fewest words of one: shorter lines are names, sections and buttons."""

MIN_QUESTIONS = 2
"""Different questions that come again from which an article asks several people the same."""
MIN_CONTENTS = 3
"""Lines of a table of contents below a colon from one of them on: of fewer it is a teaser and its section."""
MAX_CONTENTS = 12
"""Lines of a table of contents up to the colon that announces it."""

MAX_NOTES = 5
"""Lines right below a table among which its notes are."""
MIN_ITEMS = 2
"""Numbers that make a list."""
MAX_NUMBER_GAP = 3
"""Lines from the number of an item of a list down to a line of it."""
_TIME = regex(
    r"[(\[]?\d{1,2}[:.：h]\d{2}(?: ?(?:[ap]\.?m\.?|[AP]M|Uhr|h|hrs|uur))?[)\]]?\s?[-–—~～〜]?(?:\s?\d{1,2}[:.：h]\d{2})?"
)
"""A time of day that is all of its line, or from one to another."""
_OPTION = regex(r"(?<!\w)\(?([^\W\d_]|[①-⑳])(?:[.)．] ?|(?<=[①-⑳]) ?)(?=\S)")
"""The letter or the number in a circle before an answer."""
MAX_LETTER_STEP = 2
"""How far apart, in code points, letters are that follow on each other."""
_SPEECH_OPENERS, _SPEECH_CLOSERS = frozenset("«“„「『"), frozenset('»”“"」』')
_NUMBER = regex(r"\s{0,4}(\d{1,3})[.)、．] ?\S")

MAX_SPEECH_CHARS = 600
"""How far before a sentence the quotation may begin that it is a part of, in code points."""
_SPEECH_MARK = regex('(?P<opening>(?<![^\\s(.!?…])["“„«「『](?=\\w))|(?<=\\S)["”“»」』]')
"""A mark of speech: one after a space or a full stop that a word touches opens it, any other after a word ends it."""

MIN_COLUMN_GAPS, MAX_TABLE_GAP = 2, 3
"""Gaps between the columns of a table's head, and lines from it down to the first figures."""
_COLUMN = regex(r"(?<=\S)(?:\s{2,}|\t)(?=\S)")
_LEFT_OPEN = frozenset("<‹＜(（[")
"""What ends a line in mid-sentence: the name of a firm before its code, which was a link."""
_COLONS = frozenset(":：")
_CALLED = frozenset("!！")
_GOES_ON = frozenset(",;:.)]、，。）")
_DIRECTIONS = {"(": ")", "[": "]", "（": "）"}
_OPENING = frozenset("\"'“„«‘‚»「『&|")
_CLOSING = frozenset("\"'”“»’‘«」』;|")


def may_come_again(doc: Document, line: Line, other: Line) -> bool:
    """Tell whether the article itself may say a short line twice."""
    is_turn = line.index in doc.speaker_lines or line.index in doc.turn_lines
    is_placed = line.index in doc.once(meant_again) or are_numbered_apart(doc, line, other)
    if is_turn or is_placed or is_options(line.text) or _opens_speech(line.text):
        return True
    announced = not doc.announced_lines.isdisjoint((line.index, other.index))
    is_headed = announced or _is_section(doc, line, other) or _heads_row(doc, line)
    if is_headed or _is_before_bracket(doc, line) or _are_slots(doc, line, other):
        return True
    if _is_chant(line, other) or is_direction(line.text.strip()) or _are_cells(doc, line, other):
        return True
    if doc.zone(line) != "body":
        return False
    if _is_in_verse(doc, line):
        return True
    return is_piece(doc, line) or is_speech(line.text) or _is_answer(doc, line, other)


def is_options(text: str) -> bool:
    """Tell whether a line has two answers of a quiz that one can choose, after letters that follow on each other."""
    if _OPTION.match(text.lstrip()) is None:
        return False
    letters = [match[1] for match in _OPTION.finditer(text)]
    return any(0 < ord(below) - ord(above) <= MAX_LETTER_STEP for above, below in pairwise(letters))


def _opens_speech(text: str) -> bool:
    """Tell whether a line begins with a quotation that goes on in the lines below: it is the article's, a pull quote ends."""
    text = text.strip()
    return text[:1] in _SPEECH_OPENERS and _SPEECH_CLOSERS.isdisjoint(text[1:])


def _are_slots(doc: Document, line: Line, other: Line) -> bool:
    """Tell whether two lines are below two times of a programme: who is on at nine, and again at noon."""
    above = [doc.before(one) for one in (line, other)]
    times = {one.text.strip() for one in above if one is not None and _TIME.fullmatch(one.text.strip())}
    return len(times) > 1


def _heads_row(doc: Document, line: Line) -> bool:
    """Tell whether a line is the head of a table in plain text, with figures below, or the beginning of a broken sentence."""
    if line.text.rstrip()[-1:] in _LEFT_OPEN:
        return True
    if len(_COLUMN.findall(line.text)) < MIN_COLUMN_GAPS:
        return False
    below = doc.lines[line.index + 1 : line.index + 1 + MAX_TABLE_GAP]
    return any(any(map(str.isdigit, one.text)) for one in below)


def _is_before_bracket(doc: Document, line: Line) -> bool:
    """Tell whether a bracket right below goes on with a line without an end mark, in a script without spaces."""
    below = doc.after(line)
    is_right_below = below is not None and below.row == line.row + 1 and below.text.lstrip()[:1] in _DIRECTIONS
    return is_right_below and is_dense(line.text) and not ends_sentence(line.text)


def meant_again(doc: Document) -> frozenset[int]:
    """Return the indices of the lines that have a place of their own each time: questions, notes on tables, songs."""
    return _asked_again(doc) | _notes(doc) | sung_lines(doc)


def _notes(doc: Document) -> frozenset[int]:
    """Return the indices of the lines right below a table of figures that another one has below it, too."""
    ends = [at + 1 for at in doc.table_lines if at + 1 not in doc.table_lines]
    notes = [
        list(takewhile(lambda line: len(doc.by_key.get(line.key, ())) > 1, doc.lines[end : end + MAX_NOTES]))
        for end in ends
    ]
    keys = Counter(line.key for lines in notes for line in lines)
    return frozenset(line.index for lines in notes for line in lines if keys[line.key] > 1)


def _asked_again(doc: Document) -> frozenset[int]:
    """Return the indices of the questions that an article asks several people: there are two, or one comes three times."""
    questions = [lines for lines in doc.by_key.values() if len(lines) > 1 and _is_question(lines[0])]
    asked = [lines for lines in questions if _have_answers(doc, lines)]
    if len(asked) < MIN_QUESTIONS and not any(len(lines) > MIN_QUESTIONS for lines in asked):
        return frozenset()
    return frozenset(line.index for lines in asked for line in lines)


def are_numbered_apart(doc: Document, line: Line, other: Line) -> bool:
    """Tell whether two lines are below different numbers of one list: a refrain, or verses that say the same."""
    known = doc.once(_numbers)
    if len(known) < MIN_ITEMS:
        return False
    numbers = [_number_above(known, one) for one in (line, other)]
    return None not in numbers and numbers[0] != numbers[1]


def _numbers(doc: Document) -> dict[int, str]:
    """Return the number that opens a line, by the index of the line."""
    opened = ((line.index, _NUMBER.match(line.text)) for line in doc.lines_with_digits)
    return {index: match[1] for index, match in opened if match}


def _number_above(numbers: Mapping[int, str], line: Line) -> str | None:
    """Return the number that opens one of the few lines above a line, the nearest."""
    above = range(line.index - 1, line.index - 1 - MAX_NUMBER_GAP, -1)
    return next((numbers[index] for index in above if index in numbers), None)


def _have_answers(doc: Document, questions: Sequence[Line]) -> bool:
    """Tell whether something else is below each of these lines."""
    below = [line.key for line in map(doc.after, questions) if line is not None]
    return len(set(below)) == len(questions)


def _is_question(line: Line) -> bool:
    return line.text.rstrip().endswith(tuple(QUESTION_MARKS))


def _is_section(doc: Document, line: Line, other: Line) -> bool:
    """Tell whether a line heads a section that a table of contents above names: a list of such, or one below a colon."""
    if other.index in doc.once(_contents):
        return True
    below = doc.after(line)
    if below is None or below.index not in doc.paragraphs or line.index - other.index < MIN_CONTENTS:
        return False
    above = doc.lines[max(0, other.index - MAX_CONTENTS) : other.index]
    label = next((one.index for one in reversed(above) if one.text.rstrip()[-1:] in _COLONS), None)
    return label is not None and doc.known_residue.union(doc.paragraphs).isdisjoint(range(label, other.index))


def _contents(doc: Document) -> frozenset[int]:
    """Return the indices of the lines of a table of contents: each comes again further down, over paragraphs of its own."""
    twice = sorted((lines[0].index, lines[1].index) for lines in doc.by_key.values() if len(lines) == 2)
    found: set[int] = set()
    for (upper, heading), (lower, next_heading) in pairwise(twice):
        between = range(heading + 1, next_heading)
        if lower == upper + 1 < heading and not doc.paragraphs.isdisjoint(between):
            found.update((upper, lower))
    return frozenset(found)


def _is_chant(line: Line, other: Line) -> bool:
    """Tell whether one row of a text says twice in a row what is called out: "Build it now! Build it now!"."""
    is_called = line.text.rstrip(CLOSERS)[-1:] in _CALLED
    return is_called and abs(line.index - other.index) == 1 and line.row == other.row


def _are_cells(doc: Document, *lines: Line) -> bool:
    """Tell whether lines are in tables: two things that are compared may have one value."""
    return all(is_cell(doc.lines, line.index) for line in lines)


def is_direction(text: str) -> bool:
    """Tell whether a line says in brackets what is heard or done: "(Applause)" is in a transcript wherever it is.

    So does a note between slashes on the paragraph above it: "/Amended by the law of 3 May/".
    """
    closing = "/" if text[:1] == "/" and len(text) > 1 else _DIRECTIONS.get(text[:1])
    return closing is not None and text.endswith(closing)


def is_piece(doc: Document, line: Line) -> bool:
    """Tell whether the line below goes on with the sentence of a line: a link or bold type began a line there."""
    below = doc.after(line)
    start = below.text.lstrip()[:1] if below else ""
    return start.islower() or start in _GOES_ON


def is_speech(text: str) -> bool:
    """Tell whether a line is in quotation marks as a whole."""
    text = text.strip()
    return text[:1] in _OPENING and text.rstrip(".!?,")[-1:] in _CLOSING


def is_within_speech(doc: Document, line: Line) -> bool:
    """Tell whether a sentence of a text of one line goes on with a quotation that was opened before it."""
    before = doc.text[max(0, line.start - MAX_SPEECH_CHARS) : line.start].rpartition("\n")[2]
    marks = list(_SPEECH_MARK.finditer(before))
    return bool(marks) and marks[-1]["opening"] is not None


def leaves_speech_open(doc: Document, first: Line, last: Line) -> bool:
    """Tell whether sentences of a text of one line begin with a quotation that goes on after them."""
    marks = list(_SPEECH_MARK.finditer(doc.text, first.start, last.start + len(last.text)))
    return len(marks) == 1 and marks[0]["opening"] is not None and marks[0].start() == first.span.start


def is_verse(doc: Document, lines: Sequence[Line]) -> bool:
    """Tell whether lines are a refrain or a chant: one below the other, each of some words, among the paragraphs.

    A verse of several lines may be above the only paragraph, too.
    """
    zones = {"body"} if len(lines) < MIN_STANZA_LINES else {"body", "head"}
    return all(_is_sung(line) and doc.zone(line) in zones for line in lines) and all(
        below.row - above.row == 1 for above, below in pairwise(lines)
    )


def _is_in_verse(doc: Document, line: Line) -> bool:
    """Tell whether a line and the one right above or below it read like a verse."""
    beside = (doc.before(line), doc.after(line))
    return _is_sung(line) and any(
        one is not None and abs(one.row - line.row) == 1 and one.key != line.key and _is_sung(one) for one in beside
    )


def _is_sung(line: Line) -> bool:
    text = line.text
    is_plain = not any(map(str.isdigit, text)) and "|" not in text and ":" not in text
    is_short = len(text) <= MAX_VERSE_CHARS and len(text.split()) >= MIN_VERSE_WORDS
    return is_short and is_plain


def _is_answer(doc: Document, line: Line, other: Line) -> bool:
    """Tell whether two equal lines are each below a question of its own."""
    questions = [above for above in (doc.before(line), doc.before(other)) if above is not None]
    asked = [above.key for above in questions if _is_question(above)]
    return len(asked) == 2 and asked[0] != asked[1]
