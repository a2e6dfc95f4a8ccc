"""Notes with a mailbox that say more than whom to write to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Span, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

_TO_DESK = regex(r"(?i)contact (?:us|our|the (?:[^\W\d_]{1,20} ){0,3}(?:department|office|team|desk|centre|center))\b")
"""How readers are told to turn to an office, not to an author."""
_TELLS_OTHERS = regex(
    r"(?i)(?<!\byou )\b(?:can|may|should|must|could|will|asked|urged|encouraged|invited|advised|told)\b[^.!?]{0,40}$"
    r"|\b(?:information|details|questions|tickets?|inquiries|enquiries|reservations?|register|join|apply|donate|volunteer|rsvp)\b[^.!?]{0,60}$"
)
"""What comes before "contact" where the story tells its readers whom to turn to: "businesses can contact", "to join, contact"."""
_CONTACT_THEM = regex(r"(?i)contact (?:him|her|them|me)\b")
"""How readers are told to turn to the author."""
MAX_TELLING_CHARS = 120
"""How far before "contact" that is looked for, in code points."""
_AFTER_ADDRESS = regex(r"@[\w.-]{3,60}\w(?:,? (?:or|and|und|oder) [\d() .-]{6,20}\d)?(?P<rest>\s[^@]*)$")
"""What directly follows the last mailbox of a note, and the number with it."""
MAX_REST_SPACES = 3
"""Fewest spaces in what follows a mailbox that make it a sentence of its own."""


def says_more(doc: Document, hit: Hit, span: Span) -> bool:
    """Tell whether a note with a mailbox says more than whom to write to: what an office is for, or the next sentence."""
    if not hit.phrase.startswith("contact {"):
        return False
    after = _AFTER_ADDRESS.search(doc.text, hit.start, span.end)
    runs_on = after is not None and after["rest"].count(" ") >= MAX_REST_SPACES
    lead = doc.text[span.start : hit.start].strip()
    is_named = _CONTACT_THEM.match(doc.text, hit.start) is None
    is_told = is_named and _TELLS_OTHERS.search(lead[-MAX_TELLING_CHARS:]) is not None
    has_lead = lead.casefold() not in {"", "please"}
    return runs_on or is_told or (has_lead and _TO_DESK.match(doc.text, hit.start) is not None)
