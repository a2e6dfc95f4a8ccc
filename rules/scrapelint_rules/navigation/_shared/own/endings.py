"""The end of an article: its last sentences, and the lists that go on below its last paragraph."""

from __future__ import annotations

from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import LIST_SIGNS, ends_sentence, is_dense, regex
from scrapelint_rules.navigation._shared.shapes import MIN_PARAGRAPH_DENSE_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.plugin import Document, Line

MAX_LAST_LINES = 3
"""Sentences between the last paragraph and the page; more of them are a list of the page's."""
MIN_LAST_SPACES, MIN_LAST_DENSE_CHARS = 3, 8
"""Shortest such sentence, in spaces, and in code points where words have none between them: a call of the page is shorter."""
MAX_PARAGRAPH_PROBABILITY = 0.7
"""Of the paragraph above them: one that is more likely the page's has no last sentence of the article below it."""
MAX_OWN_PROBABILITY = 0.5
"""Of the first items of a list that is the article's."""
_PART = regex(r"[【＜《\[<].{1,20}[】＞》\]>]$|[「『“].{1,80}[」』”]$")
"""The heading of a part of such a list, or what somebody named in it has said."""
_FIGURED = regex(r"[(（][^()（）]{0,20}[:：] ?[+-]?\d[^()（）]{0,40}[)）]")
"""A figure with its label in a bracket: "(forecast: 2.6%)"."""
_CUT = ("..", "…")
"""What the beginning of another story ends in."""
MAX_TOLD_GAP, MAX_TOLD_PROBABILITY = 3, 0.92
"""Lines between two sentences of news in short, and how likely such a sentence is at most the page's."""
MIN_OWN_ITEMS = 3
"""Items of a list that are the article's from which the rest of it is."""
_PARTING = regex(r"(?:https?://\S{4,}|<3|[:;]-?[)(DP]|[\U0001f300-\U0001faff❤☺])\ufe0f?$")
"""What ends a sentence of an author's in place of a mark: an address, a smile."""
_SIGNED = regex(r"[.!?…][\"'”“»’]{0,2} ?(?:\(\w{2,6}(?:[/,+-] ?\w{2,6}){0,3}\)|/\w{2,5}/?)$")
"""After the last sentence, who wrote the article: "(dpa/abc)", "/mk"."""
MAX_SIGN_CHARS = 40
"""Longest such signature, with the mark before it."""
_NAME = regex(r"[^\W\d_]{4,}")
_COUNTED = regex(r"\s*\(?(\d{1,2})[.)]\s?[^\W\d]")

_OPENING = {"”": "“", "»": "«", "」": "「", "』": "『"}
"""Marks that close a quotation, with those that open it."""
_DASHES = (" – ", " — ", " - ")
MAX_LABEL_CHARS = 40
"""Longest label in capitals before a dash that opens an item."""


def ending_lines(doc: Document) -> set[int]:
    """Return the indices of the lines that an article ends with: sentences above the page, and the rest of a list."""
    lists = {*_listed_on(doc), *_headed_on(doc), *_bulleted_on(doc), *_counted_on(doc), *_labelled_on(doc)}
    return lists.union(_last_sentences(doc), _signed(doc), _figured_on(doc), _told_on(doc), _quoted_on(doc))


def _quoted_on(doc: Document) -> Iterator[int]:
    """Yield the lines that close a quotation which was opened above, right below a line that is the article's."""
    for above, line in () if doc.is_flat else pairwise(doc.lines):
        is_last = _closes_quotation(line.text.rstrip(" .!?…。")) and above.index not in doc.known_residue
        if is_last and doc.residue_probability[above.index] < MAX_OWN_PROBABILITY:
            yield line.index


def _closes_quotation(text: str) -> bool:
    opening = _OPENING.get(text[-1:])
    return opening is not None and opening not in text


def _told_on(doc: Document) -> Iterator[int]:
    """Yield the short items that go on below the last paragraph, of sentences without spaces, with their headings.

    The models take news in short for teasers of other stories; those are no sentences.
    """
    gap = 0
    found: list[int] = []
    told: list[int] = []
    for line in _below(doc):
        text = line.text.strip()
        if gap > MAX_TOLD_GAP or (not told and gap):
            break
        is_told = is_dense(text) and len(text) >= MIN_PARAGRAPH_DENSE_CHARS and not text.endswith(_CUT)
        is_own = is_told and doc.residue_probability[line.index] <= MAX_TOLD_PROBABILITY
        found.append(line.index)
        gap = 0 if is_own else gap + 1
        told += [len(found)] * is_own
    if len(told) >= MIN_OWN_ITEMS:
        yield from found[: told[-1]]


def _figured_on(doc: Document) -> Iterator[int]:
    """Yield the items of a list that each have figures with a label in brackets, and the headings right above them."""
    items = [
        line for line in doc.lines if line.text.lstrip()[:1] in LIST_SIGNS and _FIGURED.search(line.text) is not None
    ]
    for item in items if len(items) >= MIN_OWN_ITEMS else ():
        yield item.index
        above = doc.before(item)
        if above is not None and _PART.match(above.text.strip()):
            yield above.index


def _last_sentences(doc: Document) -> Iterator[int]:
    """Yield the sentences from a paragraph of the article to the first line that is surely the page's, or to the end."""
    page = doc.known_residue
    for index in () if doc.is_flat else doc.paragraph_lines - page:
        if doc.residue_probability[index] > MAX_PARAGRAPH_PROBABILITY:
            continue
        below = doc.lines[index + 1 : index + MAX_LAST_LINES + 2]
        # Once the buttons are taken out, the text ends here: one sentence alone is the article's.
        at_end = 1 if len(below) == 1 else 0
        end = next((place for place, line in enumerate(below) if line.index in page), at_end)
        least = 1 if index in doc.turn_lines else MIN_LAST_SPACES  # who is interviewed may end with a greeting
        if all(_is_sentence(line, least) for line in below[:end]):
            yield from (line.index for line in below[:end])


def _signed(doc: Document) -> Iterator[int]:
    """Yield the last sentences right below a paragraph of the article that end in who wrote it."""
    for index in () if doc.is_flat else doc.paragraph_lines - doc.known_residue:
        below = doc.after(doc.lines[index])
        is_own = doc.residue_probability[index] <= MAX_PARAGRAPH_PROBABILITY
        if is_own and below is not None and _is_signed(below.text) and _is_sentence(below):
            yield below.index


def _is_signed(text: str) -> bool:
    return _SIGNED.search(text.rstrip()[-MAX_SIGN_CHARS:]) is not None


def _is_sentence(line: Line, least: int = MIN_LAST_SPACES) -> bool:
    text = line.text.strip()
    opening = text.lstrip("«“„\"'‘¿¡([「『 ")[:1]
    is_long = text.count(" ") >= least or (is_dense(text) and len(text) >= MIN_LAST_DENSE_CHARS)
    is_ended = ends_sentence(text) or _PARTING.search(text) is not None or _is_signed(text)
    return is_ended and is_long and opening.isalpha() and not opening.islower()


def _listed_on(doc: Document) -> Iterator[int]:
    """Yield the lines of a list below the last paragraph of which the first items are the article's, by how they end."""
    ends: set[str] = set()
    for line in _below(doc):
        end = line.key.rpartition(" ")[2]
        if doc.residue_probability[line.index] < MAX_OWN_PROBABILITY:
            ends.add(end)
        elif end in ends:
            yield line.index


def _headed_on(doc: Document) -> Iterator[int]:
    """Yield the lines of a list below the last paragraph, each with a word of its heading, which is the article's."""
    heading, *below = _below(doc) or (None,)
    if heading is None or ends_sentence(heading.text) or doc.residue_probability[heading.index] >= MAX_OWN_PROBABILITY:
        return
    names = [word for word in _NAME.findall(heading.text) if word[0].isupper()]
    listed = (list(takewhile(lambda line: name in line.text, below)) for name in names)  # noqa: B023
    longest = max(listed, key=len, default=[])
    if len(longest) >= MIN_OWN_ITEMS:
        yield from (line.index for line in longest)


def _bulleted_on(doc: Document) -> Iterator[int]:
    """Yield the items of a list with one mark before each, of which the models take the first ones for the article's."""
    mark, own = "", 0
    parts: list[int] = []
    for line in doc.lines:
        opening = line.text.lstrip()[:1]
        if mark == "・" and _PART.match(line.text.strip()) and line.index not in doc.known_residue:
            parts.append(line.index)
            continue
        if opening not in LIST_SIGNS or line.index in doc.known_residue:
            mark, parts = "", []
            continue
        if opening != mark:
            mark, own = opening, 0
        if own >= MIN_OWN_ITEMS:
            yield from (*parts, line.index)
        parts = []
        own += doc.residue_probability[line.index] < MAX_OWN_PROBABILITY


def _counted_on(doc: Document) -> Iterator[int]:
    """Yield the items of a list that counts from 1 right below a sentence that announces it."""
    expected, last = 0, -1
    for line in doc.lines_with_digits:
        number = _COUNTED.match(line.text)
        expected, last = expected if line.index == last + 1 else 0, line.index
        above = doc.before(line)
        if number and number[1] == "1" and above is not None and above.index in doc.announced_lines:
            expected = 1
        if number is None or number[1] != str(expected):
            expected = 0
            continue
        yield line.index
        expected += 1


def _labelled_on(doc: Document) -> Iterator[int]:
    """Yield the items of a list that each open with a label in capitals, where the models take one for the article's."""
    if not any(dash in doc.text for dash in _DASHES):
        return
    for is_item, run in groupby(doc.lines, _has_loud_label):
        items = [line.index for line in run] if is_item else []
        if len(items) >= MIN_OWN_ITEMS and any(doc.residue_probability[index] < MAX_OWN_PROBABILITY for index in items):
            yield from items


def _has_loud_label(line: Line) -> bool:
    """Tell whether a line opens with words in capitals and a dash: "BRIDGES – What Larn pays"."""
    if not line.text[:2].isupper():
        return False
    start = line.text[:MAX_LABEL_CHARS]
    return any(dash in start and start.partition(dash)[0].isupper() for dash in _DASHES)


def _below(doc: Document) -> Sequence[Line]:
    """Return the lines between the last paragraph and the first line below it that is surely the page's."""
    first, last = doc.body_range
    below = doc.lines[last + 1 :] if first <= last and not doc.is_flat else []
    end = next((place for place, line in enumerate(below) if line.index in doc.known_residue), len(below))
    return below[:end]
