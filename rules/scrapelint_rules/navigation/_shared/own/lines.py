"""What the models of zones take for the page's, though it is the article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.navigation._shared.broken import broken_on, dense_pieces
from scrapelint_rules.navigation._shared.links.blocks import is_over_key_points
from scrapelint_rules.navigation._shared.own.boxes import (
    figure_rows,
    is_below_data,
    is_labelled,
    labelled_rows,
    measured_rows,
)
from scrapelint_rules.navigation._shared.own.endings import ending_lines
from scrapelint_rules.navigation._shared.own.networks import own_networks
from scrapelint_rules.navigation._shared.own.numbered import own_numbered_lines
from scrapelint_rules.navigation._shared.own.openings import is_dateline, opening_lines
from scrapelint_rules.navigation._shared.own.references import reference_lines
from scrapelint_rules.navigation._shared.runs.run import SURE_LINE
from scrapelint_rules.navigation._shared.sections import entry_headings, is_taken_up, section_headings
from scrapelint_rules.navigation._shared.shapes import MIN_HEADLINE_SPACES
from scrapelint_rules.navigation._shared.whole_page import is_page

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrapelint.plugin import Document, Line

OWN_HEAD_LINES = 8
"""Lines above the first paragraph among which the article's own headline, standfirst, byline and date are."""
OWN_TAIL_LINES = 4
"""Lines below the last paragraph among which what the article says of its author and its source is."""
MIN_COMMON_WORDS = 2
"""Words that a headline or standfirst has in common with the paragraphs."""
MAX_PLACE_WORDS = 4
"""Words of the place above a story."""
_BETWEEN_NAMES = frozenset("de del do da dos la las los el of the am an der im upon sur les di".split())
_POST = regex(r"pic\.twitter\.com|\(@\w+\)|\s@\w.*\s@\w")
_VOWEL = regex("[AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-ÝАЕЁИОУЫЭЮЯ]")
_DASHES = ("—", "–", "-")
OWN_PACKS = ("byline", "author-bio", "syndication", "wire-tail", "agency")
"""What an article says of its author and its source is often its own, and other rules know it better."""


def own_lines(doc: Document) -> set[int]:
    """Return the lines of the article's own that the models take for the page's.

    Lists that it announces or speaks of, its tables of figures, its numbered pictures and steps, who speaks in it, its
    byline, not those of other stories on a page, and above its first paragraph what has words in common with it, as
    headline and standfirst do, or is a date or a place.
    """
    shared = doc.features.columns["shared"]
    first, last = doc.body_range
    head = max(0, first - OWN_HEAD_LINES)
    own = {index for index in doc.hit_lines(*OWN_PACKS) if head <= index <= last + OWN_TAIL_LINES}
    listed = (
        doc.announced_lines
        | doc.taken_up_lines
        | doc.speaker_lines
        | doc.turn_lines
        | doc.table_lines
        | _posts(doc)
        | labelled_rows(doc)
        | measured_rows(doc)
        | figure_rows(doc)
        | own_networks(doc)
    )
    own |= own_numbered_lines(doc).union(index for index in listed if not _is_of_page(doc, index))
    for line in doc.lines[head:first]:
        is_told = shared[line.index] >= MIN_COMMON_WORDS or (line.index == first - 1 and _is_place(line))
        if is_told or is_dateline(line) or _is_headline(line) or is_over_key_points(doc, line):
            own.add(line.index)
    return own


def own_parts(doc: Document, told: Collection[int]) -> set[int]:
    """Return the lines of the article's own among those that would be told as the page's.

    Its headline and standfirst, the headings of its sections and of the entries of a live blog, and those that their
    paragraphs take up, its last sentences, its notes and sources, and sentences that links have torn into lines after
    words of the page, or that a program has broken into lines below a paragraph, or at links in a script without spaces.
    """
    headings = [doc.lines[index] for index in told if index + 1 in doc.paragraph_lines]
    taken_up = {line.index for line in headings if is_taken_up(doc, line) or _is_among_labels(doc, line)}
    own = opening_lines(doc) | section_headings(doc) | entry_headings(doc) | ending_lines(doc) | reference_lines(doc)
    own = own.union(_torn(doc), broken_on(doc), () if is_page(doc) else doc.once(dense_pieces))
    # "TV: Orlo Sports" is the channel of a match below its stadium and referee, and a cue of links elsewhere.
    cues = (doc.lines[index] for index in doc.hit_lines("see-also"))
    own |= {line.index for line in cues if is_labelled(line) and is_below_data(doc, line)}
    return taken_up | own.intersection(told)


def _is_among_labels(doc: Document, heading: Line) -> bool:
    """Tell whether a heading in capitals with a colon is over a paragraph that opens so: a part of a round-up."""
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


def _signs_post(line: Line) -> bool:
    """Tell whether a line says whose post is above it: "— Orlo (@OrloTown) July 8, 2024"."""
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


def doubled_sentences(doc: Document) -> set[int]:
    """Return the sentences of a text without line breaks of which a copy is elsewhere in it.

    What tells them from the article is that they come twice: the rules on repeats take one, and know that one stays.
    """
    if not doc.is_flat:
        return set()
    return {
        line.index
        for copies in doc.by_key.values()
        if len(copies) > 1
        for line in copies
        if line.index in doc.paragraphs
    }
