"""Credits of pictures that a sentence of the article follows on the same line, where the line breaks are lost.

"… on Monday. Photo: Ana Ruiz/Reuters The mayor said …": the sentence is cut after the agency, whose name has an end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.folding import composed, fold
from scrapelint.text.lazy_regex import regex
from scrapelint.text.sentences.marks import FIRST_LETTER, OPENING
from scrapelint.text.sentences.units import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapelint.text.lines import Line

MAX_AGENCY_CHARS = 40
"""Longest ending of a credit, in code points: "/AFP via Getty Images"."""
MAX_ACRONYM_CHARS = 3
"""Longest name of an agency that is a word where only its first letter is a capital: "Read also: Apa Itu"."""
MAX_CREDIT_CHARS = 120
"""Longest credit before its agency, in code points."""

_STARTS = rf"(?={OPENING}{FIRST_LETTER}|\d{{1,3}}\. {FIRST_LETTER})"
"""Where a sentence may begin, or a numbered item."""
_NAMES = rf"(?:{FIRST_LETTER}[\w.'’-]{{0,24}}[ ,&/]{{0,2}}){{0,4}}"
_LABEL = r"[^\W\d_]{2,14}(?: [^\W\d_]{2,14})?(?: ?[:=]| (?:by|courtesy of|von|par|de|di|av))"
_CREDIT = regex(rf"(?:^|[.!?…”\"»](?P<gap> {{1,3}})){OPENING}(?:{_LABEL} ?)?{_NAMES}$|[(\[][^()\[\]]{{0,80}}$")
"""What comes before the agency: names with a capital from a sentence's start on, after a label or none; a bracket."""
_AGENCY = regex(r" ?/ ?(?=[^\W\d_])|\b[Vv]ia (?=[^\W\d_a-z])|(?<=\w[:=]) (?=[^\W\d_a-z])")
"""What an agency follows: a slash, "via", or a label."""
_NEXT = regex(
    rf"[)\].]{{0,2}}(?P<gap>\s{{1,40}})(?!(?:Images?|Photos?|Pictures|Press|News|Agency|File|Pool)\b){_STARTS}"
)
"""What parts a credit from the sentence after it, and not an agency's first word from its second."""
_BRACKET = regex(
    r"(?P<head>[(\[][^\W\d_]{2,20}(?:[:=]| [^\W\d_]{2,20}:?))[^()\[\]]{1,120}[)\]](?P<gap>\s{1,40})" + _STARTS
)
"""A bracket, with the words that it begins with, and what parts it from the sentence after it."""


_AGENCY_SIGNS, _BRACKETS = ("/", "ia ", ": ", "= "), ("(", "[")
"""Of what a line has to have any for an agency, and for a bracket, to be on it."""


def parted(lines: Iterable[Line], is_ending: Callable[[str], bool]) -> Iterator[Line]:
    """Yield the sentences of a text, those after the credit of a picture as lines of their own; the indices are stale.

    `is_ending` tells whether words, from a slash or from "via" on, are the agency at the end of a credit.
    """
    for line in lines:
        gaps: set[tuple[int, int]] = set()
        if any(sign in line.text for sign in _AGENCY_SIGNS):
            gaps.update(_gaps(line.text, is_ending))
        if any(sign in line.text for sign in _BRACKETS):
            gaps.update(_after_brackets(line.text, is_ending))
        yield from cut(line, sorted(gaps))


def _gaps(text: str, is_ending: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield what parts the credits of a line from what comes before and after them."""
    start = 0
    for at, after in _agencies(text, is_ending):
        first = max(start, at - MAX_CREDIT_CHARS)
        credit = _CREDIT.search(text[first:at])
        if credit is None or (first > start and credit.start() == 0):
            continue
        if credit["gap"]:
            yield first + credit.start("gap"), first + credit.end("gap")
        yield after
        start = after[1]


def _after_brackets(text: str, is_ending: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield what parts brackets with a credit, as "(AP Photo/Ana Ruiz, File)", from what follows them."""
    return (match.span("gap") for match in _BRACKET.finditer(text) if is_ending(fold(composed(match["head"]))))


def _agencies(text: str, is_ending: Callable[[str], bool]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield where agencies begin that a sentence may follow, and the gap after them; of several in a row, the last."""
    known = None
    for match in _AGENCY.finditer(text):
        gap = _gap(text, match.start(), is_ending)
        if known and match.start() >= known[1][0]:
            yield known
            known = None
        if gap:
            known = (known[0], max(gap, known[1])) if known else (match.start(), gap)
    if known:
        yield known


def _gap(text: str, start: int, is_ending: Callable[[str], bool]) -> tuple[int, int] | None:
    """Return what parts the longest agency that begins at a place from what follows it."""
    for match in reversed(list(_NEXT.finditer(text, start + 2, start + MAX_AGENCY_CHARS))):
        name = text[start : match.start()].strip()
        words = fold(composed(name))
        if not _is_word(name) and is_ending(words if words.startswith(("/", "via ")) else f"/{words}"):
            return match.span("gap")
    return None


def _is_word(name: str) -> bool:
    """Tell whether what follows a label is a short word, which an acronym in small letters may be spelled as."""
    return len(name) <= MAX_ACRONYM_CHARS and name.istitle()
