"""The cue of a link, "READ ALSO: ...", its marks, and the headline after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import regex
from scrapelint_rules.navigation._shared.shapes import MAX_HEADLINE_CHARS, is_headline

if TYPE_CHECKING:
    from scrapelint.plugin import Hit

SENTENCE_WITHIN = regex(r"[^\W\d_]{4,}[.!?][”»“\"]?\s|[^\W\d_]{4,}[”»“\"][.!?]\s")
"""The end of a sentence: subheadings of the article have several, headlines of others hardly ever."""
_ASKED = regex(r"(?<=[?!])\s+")
MAX_PARTS = 2
MIN_TITLE_WORD_CHARS, MIN_TITLE_SHARE = 4, 0.8
"""Shortest word that titles write with a capital, and least share of them that has one."""
COLONS = (":", "：")
CUE_MARKS = frozenset(":|：>")
"""Marks by which a cue stands apart."""
QUOTES = ('"', "'", "“", "„", "«", "‘", "’")
CLOSING_QUOTES = ('"', "'", "”", "“", "»", "’")
_CUT = ("..", "…")
"""What a headline ends in that was cut."""
CALLS = frozenset({"call-start", "call-inside", "click-here", "sentence-call"})
"""Entries of calls, after whose full stop the article may go on."""
ENDINGS = frozenset({"call-inside", "click-here"})
"""Entries of calls that may end a sentence: "for the list of ships, click here"."""


def is_one_headline(hit: Hit) -> bool:
    """Tell whether all after a cue is one headline, whatever marks are in it: it has no end, or is quoted."""
    after = hit.line.text[hit.end - hit.line.start :]
    if hit.entry.id in CALLS and after[:1] not in CUE_MARKS and SENTENCE_WITHIN.search(after):
        return False
    rest = after.strip(" :.")
    is_quoted = rest.startswith(QUOTES) and rest.endswith(CLOSING_QUOTES)
    return is_headline(hit.line) or is_quoted or _is_cut_headline(hit, rest) or _is_asked_headline(hit, rest)


def _is_cut_headline(hit: Hit, rest: str) -> bool:
    """Tell whether one headline that breaks off in dots follows a cue with its mark."""
    at = hit.end - hit.line.start
    is_cue = not CUE_MARKS.isdisjoint(hit.line.text[at - 1 : at + 2])
    is_cut = hit.line.text.rstrip().endswith(_CUT)
    return is_cue and is_cut and len(rest) <= MAX_HEADLINE_CHARS and SENTENCE_WITHIN.search(rest) is None


def _is_asked_headline(hit: Hit, rest: str) -> bool:
    """Tell whether a headline of two sentences follows a cue, of which one asks and both are in capitals as titles are."""
    at = hit.end - hit.line.start
    parts = _ASKED.split(rest) if len(rest) <= MAX_HEADLINE_CHARS else []
    is_cue = not CUE_MARKS.isdisjoint(hit.line.text[at - 1 : at + 2])
    return is_cue and len(parts) == MAX_PARTS and all(map(_is_in_capitals, parts))


def _is_in_capitals(part: str) -> bool:
    words = [word for word in part.split() if len(word) >= MIN_TITLE_WORD_CHARS]
    return bool(words) and sum(word[:1].isupper() for word in words) >= MIN_TITLE_SHARE * len(words)
