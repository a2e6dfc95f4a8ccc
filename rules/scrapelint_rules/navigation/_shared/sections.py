"""Headings of the article's own: those of its sections, and those that the next paragraph takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Line

MAX_SECTION_SPACES, MAX_SECTION_CHARS = 3, 40
"""Longest heading of a section, in spaces and in code points."""
MIN_SECTIONS = 3
"""Different sections of a text; a heading that is in it twice is a button."""
PARTING_PACKS = ("ad-label", "share", "live-blog")
"""Wording of what parts entries; what parts comments is other wording."""
MIN_ENTRIES = 5
"""Fewest equal lines of the page that part the entries of a live blog, or an article with advertisements in it."""
MIN_ENTRY_SPACES = 4
"""Spaces of a headline over an entry."""
MAX_ENTRY_PROBABILITY = 0.92
"""Probability from which a line there is the page's all the same: a teaser under an advertisement."""
MAX_OWN_PROBABILITY = 0.5
MIN_OWN_SPACES = 5
"""Probability and length of what is the article's, above and below a heading."""
NEAR_LINES = 2
"""Lines above a heading in one of which the article has to be: a picture may be between."""

MIN_COMMON_WORDS, MIN_COMMON_CHARS = 2, 5
"""Words of so many letters that a heading has in common with its paragraph."""
MIN_COMMON_SHARE = 0.4
"""Least share of the words of a heading that its paragraph takes up: links to stories on the same matter have some."""
_WORD = regex(r"\w+(?:-\w+)*")


def long_words(text: str, least: int = MIN_COMMON_CHARS) -> set[str]:
    """Return the words of a text that have at least so many letters: those that tell what it is about."""
    return {word for word in _WORD.findall(text) if len(word) >= least}


def common_words(heading: Line, paragraph: Line) -> set[str]:
    """Return the longer words that a heading has in common with a paragraph."""
    return long_words(heading.key).intersection(_WORD.findall(paragraph.key))


def is_taken_up(doc: Document, heading: Line) -> bool:
    """Tell whether the paragraph right below a line takes up most of its words: it heads the paragraph."""
    below = doc.after(heading)
    if below is None or below.index not in doc.paragraph_lines or not _is_own(doc, below):
        return False
    common = common_words(heading, below)
    return len(common) >= MIN_COMMON_WORDS and len(common) >= MIN_COMMON_SHARE * len(long_words(heading.key))


def section_headings(doc: Document) -> frozenset[int]:
    """Return the indices of the short lines over the sections of an article, each once in it, with its text around."""
    if doc.is_flat:
        return frozenset()
    own = [line.index for line in doc.lines if _is_own(doc, line)]
    below_own = {index + steps for index in own for steps in range(1, NEAR_LINES + 1)}
    above_own = [doc.lines[index - 1] for index in own if index - 1 in below_own]
    found = [line for line in above_own if _is_short(line) and len(doc.by_key[line.key]) == 1]
    is_told = any(line.index not in doc.known_residue for line in found)
    return frozenset(line.index for line in found) if is_told and len(found) >= MIN_SECTIONS else frozenset()


def entry_headings(doc: Document) -> frozenset[int]:
    """Return the indices of the headlines right below lines of the page that part the entries of a live blog.

    "Link copied", a heading, who wrote it, and its paragraphs, over and over. What is surely the page's is none.
    """
    if doc.is_flat:
        return frozenset()
    parting = [lines for lines in doc.by_key.values() if len(lines) >= MIN_ENTRIES]
    known = doc.hit_lines(*PARTING_PACKS)
    below = [doc.after(line) for lines in parting if lines[0].index in known for line in lines]
    return frozenset(line.index for line in below if line is not None and _is_entry_heading(doc, line))


def _is_entry_heading(doc: Document, line: Line) -> bool:
    """Tell whether a line above a paragraph is long enough for a headline, and is in the text once."""
    is_own = line.index not in doc.known_residue and doc.residue_probability[line.index] < MAX_ENTRY_PROBABILITY
    is_once = len(doc.by_key.get(line.key, ())) == 1
    return is_own and is_once and line.text.count(" ") >= MIN_ENTRY_SPACES and doc.zone(line) != "tail"


def _is_short(line: Line) -> bool:
    """Tell whether a line is a few words that begin with a capital and end in no mark."""
    text = line.text.strip()
    opening = text[:1]
    return (
        opening.isalpha()
        and not opening.islower()
        and len(text) <= MAX_SECTION_CHARS
        and text.count(" ") <= MAX_SECTION_SPACES
        and not ends_sentence(text)
    )


def _is_own(doc: Document, line: Line) -> bool:
    """Tell whether a line is a sentence or a headline that the models take for the article's."""
    if doc.residue_probability[line.index] >= MAX_OWN_PROBABILITY:
        return False
    return line.index in doc.paragraph_lines or line.text.count(" ") >= MIN_OWN_SPACES
