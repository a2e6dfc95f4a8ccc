"""The end of a page: what follows on its last known line, up to the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import addresses, ends_sentence, is_dense, regex
from scrapelint_rules.navigation._shared.own.endings import MIN_LAST_SPACES
from scrapelint_rules.navigation._shared.shapes import MIN_PARAGRAPH_DENSE_CHARS, MIN_PARAGRAPH_SPACES

if TYPE_CHECKING:
    from collections.abc import Container

    from scrapelint.plugin import Document, Line

_FOOTER = "site-footer"
CLOSING_PACKS = (
    _FOOTER, "author-bio", "newsletter", "app-prompt", "appeal", "follow-us", "comment-form", "comment-prompt",
    "comment-policy", "see-also",
)  # fmt: skip
"""Wording of what closes a page: after it, up to the end of the text, nothing of the article follows."""
MAX_ENDING_LINES, MAX_ENDING_CHARS = 8, 400
"""Most that is left of the end of a page between and after its known lines."""
MAX_REACH_LINES = 40
"""How many lines above the end of the text it is looked for."""
MIN_ENDING_PROBABILITY = 0.4
"""Least probability of each of its lines: of 150 such lines of labelled texts one was the article's."""
MIN_ENDING_SENTENCE_PROBABILITY = 0.7
"""The same of a sentence that does not speak to the reader: it may be the article's last one, after a pitch amid it."""
MIN_ENDING_PARAGRAPH_PROBABILITY = 0.9
"""The same of one as long as a paragraph: between a link and a signature is the last paragraph of a story."""
MIN_FLAT_ENDING_PROBABILITY, MIN_FLAT_ENDING_SENTENCE_PROBABILITY = 0.6, 0.85
"""Both where the line breaks are lost."""
MIN_FOOTER_PROBABILITY = 0.15
"""Of sentences there after a notice of rights, which goes on in sentences that say nothing of themselves."""
_PARAGRAPH_END = regex(r"[\w%)][.!?…。！？][\"'”’»)]{0,2}(?=\s|[^\W\d_]|$)")
"""The end of a sentence, also one to which a signature is glued: "in February 2024.Editor: Jo Hale"."""
_ADDRESS = regex(r"\w@\w+(?:[.-]\w+){1,4}\b|\bhttps?://|\bwww\.|\+?\d[\d ()/-]{7,20}\d")
MAX_ADDRESS_CHARS = 80
"""Longest line below a footer that is an address or a number of the page's."""
_STORIES = "see-also"
"""A link to another story closes no page where the line breaks are lost."""


def page_ending(doc: Document, removed: Container[int], own: Container[int]) -> list[int]:
    """Return the indices of the lines left between the last lines that are taken out for what closes a page, and after them.

    A footer, a pitch and a note on the author go on in lines without any known words, up to the end of the text. None
    of them is the article's `own`, reads like its paragraph or is not likely enough the page's.
    """
    closing = doc.hit_lines(*[pack for pack in CLOSING_PACKS if not (doc.is_flat and pack == _STORIES)])
    found: list[int] = []
    below: list[int] = []
    # From the end up: the lines below a known one go with it, as long as all of them could be the page's.
    for index in reversed(range(max(doc.body_range[0] + 1, len(doc.lines) - MAX_REACH_LINES), len(doc.lines))):
        if index not in removed:
            below.append(index)
        elif index in closing:
            if not all(i not in own and _is_ending(doc, doc.lines[i], index) for i in below):
                break
            found += below
            below = []
    # All or nothing: of a long rest nothing tells which part is the page's.
    is_short = len(found) <= MAX_ENDING_LINES and sum(len(doc.lines[index].text) for index in found) <= MAX_ENDING_CHARS
    return sorted(found) if is_short else []


def _is_ending(doc: Document, line: Line, known: int) -> bool:
    """Tell whether a line after the last known one is likely the page's."""
    if known in doc.hit_lines(_FOOTER) and _goes_on_footer(doc, line):
        return True
    is_own = not doc.is_flat and line.index in doc.paragraph_lines
    return not is_own and doc.residue_probability[line.index] >= _least_ending(doc, line)


def _goes_on_footer(doc: Document, line: Line) -> bool:
    """Tell whether a line below a footer is an address; where the line breaks are lost, whether it may be any sentence of it."""
    if doc.is_flat:
        return doc.residue_probability[line.index] >= MIN_FOOTER_PROBABILITY
    return len(line.text) <= MAX_ADDRESS_CHARS and _ADDRESS.search(line.text) is not None


def _least_ending(doc: Document, line: Line) -> float:
    """Return the least probability of a line that ends the page: more where it could be a sentence of the article."""
    is_long = is_dense(line.text) or line.text.count(" ") > MIN_LAST_SPACES
    is_paragraph = not doc.is_flat and _is_paragraph(line.text)
    is_story = (is_paragraph or (is_long and ends_sentence(line.text))) and not addresses(
        line.text, (doc.language or "",)
    )
    if is_paragraph and is_story:
        return MIN_ENDING_PARAGRAPH_PROBABILITY
    if doc.is_flat:
        return MIN_FLAT_ENDING_SENTENCE_PROBABILITY if is_story else MIN_FLAT_ENDING_PROBABILITY
    return MIN_ENDING_SENTENCE_PROBABILITY if is_story else MIN_ENDING_PROBABILITY


def _is_paragraph(text: str) -> bool:
    """Tell whether a line opens with a sentence of the length of a paragraph, whatever is glued to it."""
    end = _PARAGRAPH_END.search(text, MIN_PARAGRAPH_DENSE_CHARS if is_dense(text) else 0)
    return end is not None and (is_dense(text) or text.count(" ", 0, end.start()) >= MIN_PARAGRAPH_SPACES)
