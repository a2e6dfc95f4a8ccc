"""What the models of zones take for the page's, though it is the article's own."""

from __future__ import annotations

from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import is_data_row, regex
from scrapelint_rules.navigation._shared.blocks import is_over_key_points
from scrapelint_rules.navigation._shared.broken import broken_on, dense_pieces
from scrapelint_rules.navigation._shared.endings import ending_lines
from scrapelint_rules.navigation._shared.numbered import own_numbered_lines
from scrapelint_rules.navigation._shared.openings import is_dateline, opening_lines
from scrapelint_rules.navigation._shared.references import reference_lines
from scrapelint_rules.navigation._shared.runs import SURE_LINE
from scrapelint_rules.navigation._shared.sections import entry_headings, is_taken_up, section_headings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from scrapelint.plugin import Document, Line

MIN_PAGE_PROBABILITY = 0.9
"""From which a text is surely a whole page."""
OWN_HEAD_LINES = 8
"""Lines above the first paragraph among which the article's own headline, standfirst, byline and date stand."""
OWN_TAIL_LINES = 4
"""Lines below the last paragraph among which what the article says of its author and its source stands."""
MIN_COMMON_WORDS = 2
"""Words that a headline or standfirst has in common with the paragraphs."""
MIN_HEADLINE_SPACES = 4
"""Spaces of a headline; a line with fewer, alone among paragraphs, is a subheading in two of three cases."""
MAX_PLACE_WORDS = 4
"""Words of the place above a story."""
_BETWEEN_NAMES = frozenset("de del do da dos la las los el of the am an der im upon sur les di".split())
_POST = regex(r"pic\.twitter\.com|\(@\w+\)|\s@\w.*\s@\w")
MAX_DATA_CHARS = 60
"""Start of a row in which its label stands: what it says may be long."""
MAX_DATA_ROW_CHARS = 80
"""Longest row of technical data, in code points."""
MIN_DATA_LINES = 4
"""Rows of data, one below the other, that make a box."""
MAX_BETWEEN_MEASURES = 2
"""Lines of a box of technical data between two rows with a measure."""
MAX_BOX_HEAD_LINES = 5
"""Lines between the paragraph above such a box and its first measure: a picture's words, the name of the thing."""
MAX_PARAGRAPH_PROBABILITY = 0.5
"""Of that paragraph."""
_UNITS = (
    r"[gmt][bt]|[гмт]б|mpx?|мп|m?ah|мач|[mg]?hz|[мг]?гц|[cmk]?m|[смк]?м|k?g|к?г|kwh?|квт|hk|hp|hv|ps|cv|km|nm|v|d?l|"
    r"tuumaa|tommer|tum|zoll|inch(?:es)?|дюйм\w*|pulgadas|pouces|pollici|polegadas|cal[ei]|palc[eů]"
)
_MEASURED = regex(rf"(?i)[^\W\d_]{{3}}.{{0,70}}?\d[\s-]?(?:{_UNITS})\b")
"""A row of a box of technical data: what is measured, a number and its unit."""
_FIGURES = regex(r"\s*[^\W\d_][^\d\n]{1,60}(?:[ \t]+[+−–-]?\d[\d.,]{0,15}%?){3,12}\s*$")
"""A row of a table: what it is about, and figures side by side."""
_PRICE = regex(r"[€$£¥₽₴]|\d ?(?:kr|zł|kč|ft|lei|eur|usd)\b")
_VOWEL = regex("[AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-ÝАЕЁИОУЫЭЮЯ]")
_DASHES = ("—", "–", "-")
OWN_PACKS = ("byline", "author-bio", "syndication", "wire-tail", "agency")
"""What an article says of its author and its source is often its own, and other rules know it better."""


def is_page(doc: Document) -> bool:
    """Tell whether a text is surely a whole page around its article."""
    return doc.whole_page_probability >= MIN_PAGE_PROBABILITY


def own_lines(doc: Document) -> set[int]:
    """Return the lines of the article's own that the models take for the page's.

    Lists that it announces, its tables of figures, its numbered pictures and steps, who speaks in it, its byline, not
    those of other stories on a page, and above its first paragraph what has words in common with it, as headline and
    standfirst do, or is a date or a place.
    """
    shared = doc.features.columns["shared"]
    first, last = doc.body_range
    head = max(0, first - OWN_HEAD_LINES)
    own = {index for index in doc.hit_lines(*OWN_PACKS) if head <= index <= last + OWN_TAIL_LINES}
    listed = (
        doc.announced_lines
        | doc.speaker_lines
        | doc.turn_lines
        | doc.table_lines
        | _posts(doc)
        | _data(doc)
        | _measured(doc)
        | _figures(doc)
    )
    own |= own_numbered_lines(doc).union(index for index in listed if not _is_of_page(doc, index))
    for line in doc.lines[head:first]:
        is_told = shared[line.index] >= MIN_COMMON_WORDS or (line.index == first - 1 and _is_place(line))
        if is_told or is_dateline(line) or _is_headline(line) or is_over_key_points(doc, line):
            own.add(line.index)
    return own


def is_labelled(line: Line) -> bool:
    """Tell whether a line is a row of data, however long what it says is: "Crew: Ana Ruiz, Jo Hale, Kari Moe ..."."""
    return is_data_row(line.text.lstrip()[:MAX_DATA_CHARS])


def own_parts(doc: Document, told: Collection[int]) -> set[int]:
    """Return the lines of the article's own among those that would be told as the page's.

    Its headline and standfirst, the headings of its sections and of the entries of a live blog, and those that their
    paragraphs take up, its last sentences, its notes and sources, and sentences that links have torn into lines behind
    words of the page, or that a program has broken into lines below a paragraph, or at links in a script without spaces.
    """
    headings = [doc.lines[index] for index in told if index + 1 in doc.paragraph_lines]
    taken_up = {line.index for line in headings if is_taken_up(doc, line) or _is_among_labels(doc, line)}
    own = opening_lines(doc) | section_headings(doc) | entry_headings(doc) | ending_lines(doc) | reference_lines(doc)
    own = own.union(_torn(doc), broken_on(doc), () if is_page(doc) else doc.once(dense_pieces))
    return taken_up | own.intersection(told)


def _is_among_labels(doc: Document, heading: Line) -> bool:
    """Tell whether a heading in capitals with a colon stands over a paragraph that opens so: a part of a round-up."""
    text, below = heading.text.rstrip(), doc.after(heading)
    if not text.endswith(":") or not text.isupper() or below is None or below.index not in doc.paragraph_lines:
        return False
    label, colon, _ = below.text.partition(": ")
    return colon != "" and label.isupper()


def _torn(doc: Document) -> set[int]:
    """Return the lines of a paragraph in pieces of which only the first ones are known for the page's."""
    found: set[int] = set()
    residue: Line | None = None
    for line in doc.lines if doc.rejoined else ():
        whole = doc.paragraph(line)
        if whole is line or line.index not in doc.paragraph_lines:
            continue
        if line.index in doc.known_residue:
            residue = whole
        elif residue is whole:
            found.add(line.index)
    return found


def _is_of_page(doc: Document, index: int) -> bool:
    """Tell whether a line is surely of a whole page around its article: menus name and announce much."""
    first, last = doc.body_range
    return is_page(doc) and not first <= index <= last and doc.residue_probability[index] >= SURE_LINE


def _posts(doc: Document) -> set[int]:
    """Return the lines of posts on a network that the article quotes."""
    if "@" not in doc.text and "pic.twitter" not in doc.text:
        return set()
    named = [line for line in doc.lines if "@" in line.text or "pic.twitter" in line.text]
    posts = {line.index for line in named if _POST.search(line.text)}
    return posts | {line.index - 1 for line in named if line.index and _signs_post(line)}


def _data(doc: Document) -> set[int]:
    """Return the lines of a box of data on what the article is about: a label and what it says, line for line."""
    labelled = (line for line in doc.lines if (":" in line.text or "：" in line.text) and is_labelled(line))
    return {index for rows in _side_by_side(labelled) for index in rows}


def _figures(doc: Document) -> set[int]:
    """Return the lines of tables whose rows have several figures each, below a paragraph, with what heads them."""
    found = _side_by_side(line for line in doc.lines_with_digits if _FIGURES.match(line.text))
    return {index for rows in found for index in _whole_box(doc, rows[0], rows[-1])}


def _side_by_side(lines: Iterable[Line]) -> Iterator[list[int]]:
    """Yield the indices of lines that are one below the other, where they are enough for a box."""
    indices = (line.index for line in lines)
    for _, run in groupby(enumerate(indices), lambda pair: pair[1] - pair[0]):
        rows = [index for _, index in run]
        if len(rows) >= MIN_DATA_LINES:
            yield rows


def _measured(doc: Document) -> set[int]:
    """Return the lines of boxes of technical data that stand below a paragraph of the article, with what heads them."""
    short = (line for line in doc.lines_with_digits if len(line.text) <= MAX_DATA_ROW_CHARS)
    rows = [line.index for line in short if _is_measured(line)]
    if len(rows) < MIN_DATA_LINES:
        return set()
    breaks = [place for place, pair in enumerate(pairwise(rows), 1) if pair[1] - pair[0] > MAX_BETWEEN_MEASURES + 1]
    boxes = [rows[start:end] for start, end in pairwise([0, *breaks, len(rows)])]
    return {index for box in boxes if len(box) >= MIN_DATA_LINES for index in _whole_box(doc, box[0], box[-1])}


def _is_measured(line: Line) -> bool:
    return _MEASURED.match(line.text.lstrip()) is not None and _PRICE.search(line.text) is None


def _whole_box(doc: Document, first: int, last: int) -> range:
    """Return a box from the paragraph above it on, with rows with numbers below it; empty without such a paragraph."""
    head = range(first - 1, max(-1, first - 2 - MAX_BOX_HEAD_LINES), -1)
    above = next((index for index in head if index in doc.paragraph_lines or index in doc.known_residue), -1)
    if above not in doc.paragraph_lines or doc.residue_probability[above] > MAX_PARAGRAPH_PROBABILITY:
        return range(0)
    below = doc.lines[last + 1 : last + 2 + MAX_BETWEEN_MEASURES]
    rows = takewhile(lambda line: line.index not in doc.known_residue and any(map(str.isdigit, line.text)), below)
    return range(above + 1, last + 1 + len(list(rows)))


def _signs_post(line: Line) -> bool:
    """Tell whether a line says whose post stands above it: "— Orlo (@OrloTown) July 8, 2024"."""
    return line.text.lstrip()[:1] in _DASHES and "(@" in line.text


def _is_headline(line: Line) -> bool:
    """Tell whether a line opens the text and is long enough for its headline."""
    return line.index == 0 and line.text.count(" ") >= MIN_HEADLINE_SPACES


def _is_place(line: Line) -> bool:
    """Tell whether a line is two to four words with capitals, small ones between them: the place above a story."""
    words = line.text.split()
    names = [word for word in words if word not in _BETWEEN_NAMES]
    return 1 < len(words) <= MAX_PLACE_WORDS and len(names) > 1 and all(map(_is_named, names))


def _is_named(word: str) -> bool:
    """Tell whether a word is written as names of places are: with a capital, or as letters that stand for one, "TP HCM"."""
    return word.istitle() or (word.isupper() and _VOWEL.search(word) is None)
