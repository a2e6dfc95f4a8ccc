"""People and places of the story, of whom it tells as notes on authors do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import ends_sentence, regex
from scrapelint_rules.credits._shared.authors.bios import follows_known

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

LIFE_ENTRIES = frozenset({"bio-inside"})
"""Entries of the pack with sentences that the life of anybody has: what they studied, where they work."""
_ADDRESS = regex(r"@|www\.|https?:")
_PLACE = regex(r"\b(?:is|are) (?:at|on|open|located|situated) [^.!?]{3,80}[.!?]\s*\Z")
"""A sentence on where something is: "Tvam is at 1st Main Road." """
_WHO = frozenset(
    "who which que qui che ce care die der dat som joka который которая який яка który która který která koji".split()
)
"""Words that begin a clause on somebody."""


def is_of_story(doc: Document, hit: Hit) -> bool:
    """Tell whether words of a note tell of somebody or of a place that the story is about."""
    return _refers_back(hit) or _tells_life(doc, hit) or _follows_page(doc, hit) or _reaches_place(hit)


def _follows_page(doc: Document, hit: Hit) -> bool:
    """Tell whether a call to follow names no author but an account after a colon: "Follow the debate: @orlo on Twitter"."""
    is_between = "{words} " in hit.phrase
    return is_between and ": @" in doc.text[hit.start : hit.end]


def _reaches_place(hit: Hit) -> bool:
    """Tell whether it is a shop or an office that can be reached, which the sentence before says the place of."""
    before = hit.line.text[: hit.start - hit.line.start]
    return hit.phrase.startswith("they can be reached") and _PLACE.search(before) is not None


def _refers_back(hit: Hit) -> bool:
    """Tell whether a clause tells of somebody whom the story has named: "The professor, who is a columnist for ..."."""
    words = hit.line.text[: hit.start - hit.line.start].rpartition(". ")[2].split()
    is_clause = not _WHO.isdisjoint(map(str.lower, words[-2:]))
    return is_clause and len(words) > 1 and not any(word[:1].isupper() for word in words[1:])


def _tells_life(doc: Document, hit: Hit) -> bool:
    """Tell whether a sentence with no name goes on with the life of somebody whom the story has named before."""
    is_told = hit.entry.id in LIFE_ENTRIES and ends_sentence(hit.line.text) and not _ADDRESS.search(hit.line.text)
    has_name = hit.line.text[: hit.start - hit.line.start].count(" ") > 1
    return is_told and not has_name and follows_known(doc, hit.line)
