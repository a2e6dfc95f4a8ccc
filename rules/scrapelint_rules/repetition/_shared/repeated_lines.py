"""Lines that are in a text twice, word for word: singly, in blocks, or as a whole article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from scrapelint.plugin import QUESTION_MARKS, ends_sentence, regex
from scrapelint_rules.repetition._shared.line_shape import (
    MAX_HEADLINE_INDEX,
    MIN_HEADLINE_SIZE,
    is_item,
    is_paragraph,
    size,
)
from scrapelint_rules.repetition._shared.meant import (
    are_numbered_apart,
    is_direction,
    is_options,
    is_verse,
    is_within_speech,
    leaves_speech_open,
    may_come_again,
    meant_again,
)
from scrapelint_rules.repetition._shared.repeat import Repeat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.plugin import Document, Line
    from scrapelint_rules.repetition._shared.repeat import Form

MIN_DOUBLED_PARAGRAPHS = 3
"""Paragraphs that have to come again in order before the text counts as doubled."""
MIN_DOUBLED_SHARE = 0.2
"""Share of the text's characters that the first copy has to be; half of it where the text is X + X."""
MAX_CHARS_A_FIGURE = 20
"""Most characters of a line of figures for each digit in it."""
MAX_RUN_GAP = 4
"""Lines from one repeated line to the next of a run; captions between them differ from copy to copy."""
MAX_TEASER_INDEX = 2
"""Sentences before a teaser at the top of a text of one line: a caption, its credit."""
MAX_TEASER_GAP = 6
"""Sentences from such a teaser to its copy in the first paragraphs."""
MAX_CARD_GAP = 3
"""The same for a box beside its paragraph."""
MIN_LINE_SIZE = 12
"""Shortest repeated line in letters; shorter ones are cells, names and labels."""
MIN_FAR_SIZE = 25
"""The same where the copies stand apart."""
MIN_CAPTION_SENTENCE_SIZE = 40
"""Shortest sentence of a text without line breaks that may be a caption and its echo, in letters."""
MAX_NEAR_LINES = 2
"""Lines from one copy to the other for a caption and its echo."""
FAR_IN_BODY = 0.6
"""Confidence of a short line that comes again far off among the paragraphs; of 93 on labelled news pages 55 are right."""
IN_BODY = 0.75
"""Confidence of a short line beside a paragraph further down, as sure as the paragraph: a heading goes with it or stays."""
MAX_COPIES = 3
"""More copies of a short line are a label or a cell, not a mistake."""
MAX_UNIFORM_GROUPS = 6
"""More different repeated short lines make a plan, a table or a list, whose cells may come again."""

MAX_CREDIT_GAP = 2
"""Sentences from one of a caption to its credit."""
_CREDIT = regex(
    r"\W{0,3}(?:(?i:photos?|photograph|picture|image|credit|foto|bild|crédits?|фото|사진)\b ?(?:[:/=©]|by\b|via\b|courtesy\b)"
    r"|\w{0,6}记者[^。]{1,12}摄|(?:\w{2,6}社|图)\w{0,3}[/／：:]|사진[=/])"
)
"""How a credit begins, in several scripts."""
_CUT = ("...", "…")

Pair = tuple[int, int]


def equal_repeats(doc: Document, taken: set[int]) -> Iterator[Repeat]:
    """Yield repeats of equal lines, the largest structure first; `taken` holds the lines reported so far."""
    groups = [lines for lines in doc.by_key.values() if len(lines) > 1]
    if not groups:
        return
    meant = doc.once(meant_again)
    pairs = sorted(
        (a.index, b.index)
        for lines in groups
        for a, b in pairwise(lines)
        if a.index not in meant and not (are_numbered_apart(doc, a, b) or (doc.is_flat and _is_answered(a, b)))
    )
    runs = [run for run in _runs(pairs) if not _is_reused(doc, run)]
    yield from _doubled(doc, runs)
    if doc.is_flat:
        yield from _passages(doc, runs)
    else:
        yield from _paragraphs(doc, (pair for run in runs for pair in run))
        yield from _companions(doc, runs)
    uniform = _is_uniform(doc, groups, taken)
    if not uniform:
        yield from _blocks(doc, runs)
    single = [*_headlines(doc, groups), *_near(doc, groups, taken)]
    # Of sentences that stand apart, which is out of place cannot be told.
    single += [] if uniform or doc.is_flat else _far(doc, groups, taken)
    yield from (repeat for repeat in single if not may_come_again(doc, repeat.first, repeat.other))


def _runs(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Yield the pairs in runs in which both copies move on by a few lines."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not _continues(run, pair):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _is_reused(doc: Document, run: Sequence[Pair]) -> bool:
    """Tell whether a sentence or two come again far off in a text of one line: which is out of place cannot be told."""
    if not doc.is_flat or len(run) >= MIN_DOUBLED_PARAGRAPHS:
        return False
    first, second = run[0]
    return first > 0 and second - first > (MAX_TEASER_GAP if first <= MAX_TEASER_INDEX else MAX_CARD_GAP)


def _continues(run: Sequence[Pair], pair: Pair) -> bool:
    steps = pair[0] - run[-1][0], pair[1] - run[-1][1]
    return min(steps) > 0 and max(steps) <= MAX_RUN_GAP and pair[0] < run[0][1]


def _doubled(doc: Document, runs: Iterable[list[Pair]]) -> Iterator[Repeat]:
    """Yield runs long enough to be the article once more.

    The last copy stays: what comes before it is the page's summary of itself, cut or without headings.
    """
    lines = doc.lines
    for run in runs:
        if len(run) < MIN_DOUBLED_PARAGRAPHS:
            continue
        paragraphs = [lines[first] for first, _ in run if is_paragraph(lines[first])]
        share = sum(len(lines[first].text) for first, _ in run) / len(doc.text)
        if len(paragraphs) >= MIN_DOUBLED_PARAGRAPHS and share >= MIN_DOUBLED_SHARE:
            yield Repeat("doubled", "run", lines[run[0][0]], lines[run[-1][0]], lines[run[0][1]], 0.9, share)


def _paragraphs(doc: Document, pairs: Iterable[Pair]) -> Iterator[Repeat]:
    """Yield paragraphs that come again; the last copy stays, earlier ones are teasers and pull quotes."""
    for first, second in pairs:
        line = doc.lines[first]
        if is_paragraph(line):
            yield _equal(doc, line, line, doc.lines[second], doc.lines[second])


def _passages(doc: Document, runs: Iterable[list[Pair]]) -> Iterator[Repeat]:
    """Yield the sentences in a row that come again in a text of one line; long or short, all go from the same copy.

    Not those of a quotation that was opened before them or goes on after them: it would be left with a hole. Nor those
    of which one copy is a caption: that would lose its head, or stay where the article's own sentence goes.
    """
    for block in (block for run in runs for block in _solid(run)):
        lines = [doc.lines[first] for first, _ in block]
        first, last = block[0][1], block[-1][1]
        is_told = any(map(is_paragraph, lines)) and not any(_loops(doc, line) for line in lines)
        is_caption = _is_caption(doc, lines[-1]) or _is_caption(doc, doc.lines[last])
        is_speech = is_within_speech(doc, lines[0]) or leaves_speech_open(doc, lines[0], lines[-1])
        if is_told and not is_caption and not is_speech:
            yield _equal(doc, lines[0], lines[-1], doc.lines[first], doc.lines[last])


def _is_caption(doc: Document, line: Line) -> bool:
    """Tell whether a credit is at most one sentence after a sentence of a text of one line."""
    after = doc.lines[line.index + 1 : line.index + MAX_CREDIT_GAP + 1]
    return any(_CREDIT.match(one.text) is not None for one in after if one.row == line.row)


def _equal(doc: Document, first: Line, last: Line, other: Line, other_last: Line) -> Repeat:
    form: Form = "standfirst" if _opens(doc, first) else "paragraph"
    return Repeat(form, "equal", first, _cut_rest(doc, last, other_last) or last, other, 0.95)


def _cut_rest(doc: Document, line: Line, other: Line) -> Line | None:
    """Return the line below a teaser's in which the next sentence of its copy breaks off, if there is one."""
    rest, whole = doc.after(line), doc.after(other)
    if rest is None or whole is None or rest.index >= other.index or not rest.text.rstrip("[]() ").endswith(_CUT):
        return None
    begun = rest.key.rstrip("[]() .…")
    return rest if size(begun) >= MIN_LINE_SIZE and whole.key.startswith(begun) else None


def _loops(doc: Document, line: Line) -> bool:
    """Tell whether a sentence comes again so often that the text goes round in circles; that is a fault of its own."""
    return len(doc.by_key[line.key]) > MAX_COPIES


def _companions(doc: Document, runs: Iterable[list[Pair]]) -> Iterator[Repeat]:
    """Yield the shorter lines right beside repeated paragraphs: of one structure all lines go from the same side."""
    for run in runs:
        for block in _solid(run):
            lines = [(doc.lines[first], doc.lines[second]) for first, second in block]
            paragraphs = [first for first, _ in lines if is_paragraph(first)]
            if paragraphs:
                is_top = any(_opens(doc, line) for line in paragraphs)
                kind, confidence = ("companion", 0.9) if is_top else ("companion-in-body", IN_BODY)
                for first, second in lines:
                    if not is_paragraph(first) and size(first.key) >= MIN_LINE_SIZE:
                        yield Repeat("caption", kind, first, first, second, confidence)


def _opens(doc: Document, line: Line) -> bool:
    """Tell whether a line can be the standfirst: near the top, before or at the first paragraph."""
    return line.index <= max(MAX_HEADLINE_INDEX, doc.body_range[0])


def _headlines(doc: Document, groups: Iterable[list[Line]]) -> Iterator[Repeat]:
    for lines in groups:
        first = lines[0]
        if first.index <= MAX_HEADLINE_INDEX and size(first.key) >= MIN_HEADLINE_SIZE and doc.zone(first) == "head":
            for line in lines[1:]:
                is_copy = ends_sentence(line.text) <= ends_sentence(first.text) and not is_paragraph(line)
                if is_copy and not _heads_section(doc, first, line):
                    yield Repeat("caption", "headline", line, line, first, 0.95)


def _heads_section(doc: Document, first: Line, line: Line) -> bool:
    """Tell whether a copy of the headline is so far down a text of one line that it heads a section, or begins to."""
    return doc.is_flat and line.index - first.index > MAX_CARD_GAP


def _is_uniform(doc: Document, groups: Iterable[list[Line]], taken: set[int]) -> bool:
    """Tell whether so many short lines come again that the text is a table or a plan."""
    apart = sum(
        lines[1].index - lines[0].index > MAX_NEAR_LINES and taken.isdisjoint(line.index for line in lines)
        for lines in groups
    )
    return apart > max(MAX_UNIFORM_GROUPS, len(doc.lines) // 10)


def _blocks(doc: Document, runs: Iterable[list[Pair]]) -> Iterator[Repeat]:
    """Yield two or more short lines that come again in order, without any other between them."""
    for block in (block for run in runs for block in _solid(run)):
        lines = [doc.lines[second] for _, second in block]
        # On one row they are sentences of a text that has lost its breaks: a refrain, or two people who talk.
        is_list = is_item(lines[0].text) or is_options(lines[0].text) or is_direction(lines[0].text.strip())
        is_apart = len(block) > 1 and lines[0].row != lines[-1].row and not is_list
        is_once = max(len(doc.by_key[line.key]) for line in lines) == 2
        is_long = sum(size(line.key) for line in lines) >= MIN_FAR_SIZE
        if is_apart and is_once and is_long and not is_verse(doc, lines) and not _are_announced(doc, lines):
            yield Repeat("block", "lines", lines[0], lines[-1], doc.lines[block[0][0]], 0.95)


def _are_announced(doc: Document, lines: Iterable[Line]) -> bool:
    """Tell whether lines are of a list or a poem that the article announces."""
    return doc.announced_lines.issuperset(line.index for line in lines)


def _solid(run: Iterable[Pair]) -> Iterator[list[Pair]]:
    block: list[Pair] = []
    for pair in run:
        if block and pair != (block[-1][0] + 1, block[-1][1] + 1):
            yield block
            block = []
        block.append(pair)
    yield block


def _near(doc: Document, groups: Iterable[list[Line]], taken: set[int]) -> Iterator[Repeat]:
    """Yield short lines directly followed by their copy: alternative text and caption, teaser and title."""
    for lines in groups:
        if len(lines) <= MAX_COPIES and size(lines[0].key) >= MIN_LINE_SIZE:
            for first, second in pairwise(lines):
                near = second.index - first.index <= MAX_NEAR_LINES and not _head_two(doc, first, second)
                near = near and not (_is_said_twice(doc, first) or _is_answered(first, second))
                if near and first.index not in taken and "@" not in first.key:
                    yield Repeat("caption", "near", second, _with_rest(doc, first, second), first, 0.95)


def _with_rest(doc: Document, first: Line, second: Line) -> Line:
    """Return the last line of a copy: the one after it, too, where that comes between the copies: a name, and an office."""
    between, after = doc.after(first), doc.after(second)
    if between is None or after is None or between.index + 1 != second.index:
        return second
    return after if after.key == between.key else second


def _is_answered(first: Line, second: Line) -> bool:
    """Tell whether one copy asks what the other says: who is asked answers in the words of the question."""
    marks = tuple(QUESTION_MARKS)
    return first.text.rstrip().endswith(marks) != second.text.rstrip().endswith(marks)


def _is_said_twice(doc: Document, line: Line) -> bool:
    """Tell whether a line is a short sentence of a text without line breaks, as one says in a talk: captions have no mark."""
    return doc.is_flat and size(line.key) < MIN_CAPTION_SENTENCE_SIZE and ends_sentence(line.text)


def _head_two(doc: Document, first: Line, second: Line) -> bool:
    """Tell whether what comes between two copies parts them: a paragraph that one speaks, a name with the same price."""
    is_apart = second.index - first.index > 1
    is_spoken = doc.zone(first) == "body" and second.index - 1 in doc.paragraphs
    return is_spoken or (is_apart and _is_figures(first.key))


def _far(doc: Document, groups: Iterable[list[Line]], taken: set[int]) -> Iterator[Repeat]:
    """Yield longer lines that come again further down, once."""
    for lines in groups:
        first, second = lines[0], lines[1]
        if len(lines) > 2 or size(first.key) < MIN_FAR_SIZE or first.index in taken:
            continue
        if "@" not in first.key and not (_is_figures(first.key) or is_item(first.text) or _ends_row_above(doc, second)):
            inside = doc.zone(second) == "body"
            kind, confidence = ("far-in-body", FAR_IN_BODY) if inside else ("far", 0.9)
            yield Repeat("caption", kind, second, second, first, confidence)


def _ends_row_above(doc: Document, line: Line) -> bool:
    """Tell whether a line goes on with the row right above, which ends in a comma: a name that a link was on."""
    above = doc.before(line)
    return above is not None and above.row == line.row - 1 and above.text.rstrip().endswith(",")


def _is_figures(key: str) -> bool:
    """Tell whether a line is mostly a price, a result or a date, which may come again."""
    return sum(map(key.count, "0123456789")) * MAX_CHARS_A_FIGURE >= len(key)
