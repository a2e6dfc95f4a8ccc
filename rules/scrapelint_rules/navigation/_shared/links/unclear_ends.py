"""Links that nothing tells the end of, or that end what the article says: they are shown and stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence
from scrapelint_rules.navigation._shared.links.cues import CALLS, COLONS, CUE_MARKS, ENDINGS
from scrapelint_rules.navigation._shared.links.joined_headings import ends_in_own, own_marked_at

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

MIN_ITEMS = 3
"""Lines one below the other with such a call that make them a list of the article's."""
MAX_TOPIC_WORDS = 2
"""Words of the topic that a headline opens with."""
_EDGES = " :.\u00a0"
_OPENED = {"(": ")", "[": "]", "（": "）"}
MAX_CALL_LEAD_SPACES = 12
"""Spaces before a call that ends in a colon; more of them tell of what it leads to, which may be the article's."""
MIN_ANNOUNCER_SPACES = 6
"""Spaces after a cue from which a line that ends in a colon has run into a sentence of the article: it leads on to a list."""


def ends_unclear(doc: Document, hit: Hit, finding: Finding) -> bool:
    """Tell whether a link has run into what the article says, or ends it, so that taking it out might take that too."""
    return (
        _leads_on(doc, hit)
        or _runs_into_own(doc, hit)
        or _is_unclosed(doc, hit)
        or _is_topic(doc, hit)
        or _ends_a_sentence(doc, hit)
        or _tells_of_film(hit)
        or _is_item(doc, hit)
        or _cuts_quote(doc, hit, finding)
    )


def _leads_on(doc: Document, hit: Hit) -> bool:
    """Tell whether a line with a cue ends in a sentence of the article that announces what follows, or has run into it."""
    after = doc.text[hit.end : hit.line.end].rstrip() + " "
    last = max(after.rfind(f"{mark} ") for mark in COLONS)
    is_last = doc.is_flat or last == len(after) - 2
    return is_last and after.count(" ", 0, max(last, 0)) >= MIN_ANNOUNCER_SPACES


def _runs_into_own(doc: Document, hit: Hit) -> bool:
    """Tell whether a headline of another has run into a heading of the article's own where the line breaks are lost."""
    is_marked = own_marked_at(doc.text[hit.end : hit.line.end]) is not None
    return doc.is_flat and not is_marked and ends_in_own(doc, hit.line, hit.end)


def _ends_a_sentence(doc: Document, hit: Hit) -> bool:
    """Tell whether a call to click is the end of a sentence where line breaks are lost: without it that would be cut off."""
    before = doc.text[hit.line.start : hit.start].rstrip()
    return doc.is_flat and hit.entry.id in ENDINGS and before[-1:] not in ("", *CUE_MARKS) and not ends_sentence(before)


def _tells_of_film(hit: Hit) -> bool:
    """Tell whether a call ends a long sentence with a colon: it tells of the film or list that stood below it."""
    before = hit.line.text[: hit.start - hit.line.start]
    is_call = hit.entry.id in CALLS and hit.line.text.rstrip().endswith(COLONS)
    return is_call and before.count(" ") > MAX_CALL_LEAD_SPACES


def _cuts_quote(doc: Document, hit: Hit, finding: Finding) -> bool:
    """Tell whether what is taken out of a line ends within a quotation: the title of a link goes on after it."""
    span = finding.span or hit.line.span
    if span.end >= hit.line.span.end and not doc.is_flat:
        return False
    part = doc.text[span.start : span.end]
    closed = sum(map(part.count, "”“")) + part.count('"')
    return part.count('"') % 2 == 1 or part.count("«") > part.count("»") or part.count("„") > closed


def is_bracketed(doc: Document, hit: Hit) -> bool:
    """Tell whether a call stands alone in brackets where the line breaks are lost: after them the next item begins."""
    before, after = doc.text[max(0, hit.start - 1) : hit.start], doc.text[hit.end : hit.end + 1]
    return doc.is_flat and before != "" and _OPENED.get(before) == after


def _is_item(doc: Document, hit: Hit) -> bool:
    """Tell whether a call to click ends an item of a list, of which each ends so: services, which the article lists."""
    if hit.entry.id not in ENDINGS or doc.zone(hit.line) != "body":
        return False
    ends = {other.line.index for other in doc.hits("see-also") if other.entry.id in ENDINGS}
    return any(
        ends.issuperset(range(first, first + MIN_ITEMS)) for first in range(hit.line.index - 2, hit.line.index + 1)
    )


def _is_unclosed(doc: Document, hit: Hit) -> bool:
    """Tell whether the bracket before a cue is never closed where the line breaks are lost: nothing tells where the link ends."""
    opened = doc.text[hit.line.start : hit.start].rstrip()[-1:]
    return doc.is_flat and opened in _OPENED and _OPENED[opened] not in doc.text[hit.end : hit.line.end]


def _is_topic(doc: Document, hit: Hit) -> bool:
    """Tell whether only the topic of a headline comes before its first full stop, where line breaks are lost.

    "See also: USA. State bans ...": nothing tells where the rest of the headline ends.
    """
    after = doc.text[hit.end : hit.line.end].strip(_EDGES)
    return doc.is_flat and hit.line.text.rstrip().endswith(".") and 0 < len(after.split()) <= MAX_TOPIC_WORDS
