"""Lines with a cue of links that are the article's own: its headline, its data, the entry of its live blog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import QUESTION_MARKS, ends_sentence, regex
from scrapelint_rules.navigation._shared.entry_times import is_time
from scrapelint_rules.navigation._shared.links.cues import CUE_MARKS
from scrapelint_rules.navigation._shared.own.boxes import is_below_data
from scrapelint_rules.navigation._shared.sections import is_taken_up
from scrapelint_rules.navigation._shared.shapes import is_headline

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit, Line

MIN_LINK_SPACES = 3
"""Spaces of a headline before the link that is glued to it."""
_ITEM_END = regex(r"(?:[)\]]|\d ?%?)[\s.]{0,2}$")
"""A bracket or a figure that closes an item of a list."""
MAX_CREDIT_WORDS = 4
"""Words after "Video:" that are a name where the line breaks are lost; more of them have run into a sentence."""
_LIVE = regex(r"live|vivo|ticker|newsblog|direct\b|онлайн|canlı")
"""What opens the headline of a live blog as often as a link to one."""
SHOWS = regex(
    r"video|vídeo|vidéo|videó|photo|foto|pictur|imag|bilder|bildspel|galer|watch|listen|podcast|écouter|escuch|ouça|assista|guarda"
    r"|zobacz|katso|kuuntele|izle|tonton|видео|фото|смотри"
)
"""What opens the headline of a film, of pictures or of a talk as often as a link to one."""


def is_insert(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with a cue is a headline or a question, or the cue stands apart."""
    if hit.entry.id == "question":
        return hit.line.text.rstrip().endswith(tuple(QUESTION_MARKS))
    if _is_own_headline(doc, hit) or _lists_items(doc, hit):
        return False
    # "Video: ..." and "Poll: ..." open many a headline.
    if hit.entry.id == "cue-colon" and (doc.opens(hit.line) or is_below_data(doc, hit.line) or _runs_on(doc, hit)):
        return False
    return is_headline(hit.line) or doc.text[hit.end - 1 : hit.end + 1].strip(" \u00a0")[-1:] in CUE_MARKS


def _lists_items(doc: Document, hit: Hit) -> bool:
    """Tell whether a cue opens a list of the article's own: items parted by semicolons, each with a figure or bracket."""
    items = doc.text[hit.end : hit.line.end].split(";")
    return len(items) > 1 and all(map(_ITEM_END.search, items))


def _is_own_headline(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with a cue opens the text and the first paragraph takes it up, or it is of a live blog above one.

    Where pictures are all that it announces, no paragraph has to take it up. The headline of an entry has its time above.
    """
    is_first = doc.opens(hit.line)
    if SHOWS.search(hit.phrase) and _is_entry(doc, hit.line):
        return True
    if is_first and (SHOWS.search(hit.phrase) or is_taken_up(doc, hit.line)):
        return True
    return (is_first or doc.zone(hit.line) == "head") and _LIVE.search(hit.phrase) is not None


def _is_entry(doc: Document, line: Line) -> bool:
    """Tell whether a line is the headline of an entry of a live blog: its time is above, its text below."""
    above, below = doc.before(line), doc.after(line)
    return above is not None and below is not None and below.index in doc.paragraphs and is_time(above.text)


def _runs_on(doc: Document, hit: Hit) -> bool:
    """Tell whether more than a name follows a word with a colon where the line breaks are lost."""
    return doc.is_flat and len(doc.text[hit.end : hit.line.end].split()) > MAX_CREDIT_WORDS


def ends_headline(doc: Document, hit: Hit) -> bool:
    """Tell whether a link to more is glued to a headline: no sentence ends before it, and the text goes on below."""
    before = doc.text[hit.line.start : hit.start].rstrip()
    if ends_sentence(hit.line.text) or not _begins_anew(doc.text[hit.start : hit.end], before):
        return False
    return before[-1:].isalnum() and before.count(" ") >= MIN_LINK_SPACES and not doc.is_last(hit.line)


def _begins_anew(link: str, before: str) -> bool:
    """Tell whether a link has a capital that the line itself would not have there: "Why children read more" has none."""
    last = before.rsplit(None, 1)[-1:]
    is_sentence_case = " " in link and link[1:].islower()
    return link[:1].isupper() and (is_sentence_case or "".join(last)[:1].islower())
