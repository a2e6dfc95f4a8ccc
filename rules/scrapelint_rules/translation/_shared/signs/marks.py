"""Marks of quotation that stand as no language sets them, or as only another one does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_WITHIN = regex(r"“[^”“„\n]{8,400}[.!?…] (?P<within>“)(?=[^”“\n]{3,400}”)")
_CLOSING = regex(r"“[^”“„\n]{3,200}(?P<closing>“)(?=[.,;:!?)]|\s|$)")
_COMMAS = regex(r"(?:^|[\s(])(?P<commas>,,)(?=[^\W\d_])")
_DASH = regex(
    r"(?:[”\"»’],|,[”\"»’]) ?(?P<dash>[-–—]) (?:said|says|added|adds|noted|notes|stressed|stresses|explained|explains|wrote|writes|summed|summarized|emphasi[sz]ed|"
    r"concluded|told|stated|reported|reminded|clarified|assured|admitted) (?!to\b)"
)


_BEFORE_DASH = {
    end: [f"{end}{space}{dash} " for space in ("", " ") for dash in "-–—"]
    for end in ('",', "”,", "»,", "’,", ',"', ",”", ",»")
}
"""What ends a quotation, and how it stands before a dash."""


class Mark(NamedTuple):
    """A mark, and what is wrong with it."""

    start: int
    end: int
    kind: str
    """`within` (opens inside an open quotation), `closing` (an opening mark that closes), `commas` or `dash`."""


def marks(doc: Document) -> Iterator[Mark]:
    """Yield the misplaced marks of an English document, and two commas for a low mark in any."""
    text = doc.text
    if ",," in text:
        yield from _found(_COMMAS, "commas", text)
    if doc.found_language != "en":
        return
    if "“" in text:
        yield from _found(_WITHIN, "within", text)
        yield from _found(_CLOSING, "closing", text)
    if any(end in text and any(sign in text for sign in signs) for end, signs in _BEFORE_DASH.items()):
        yield from _found(_DASH, "dash", text)


def _found(pattern: re.Pattern[str], kind: str, text: str) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        yield Mark(*match.span(kind), kind)
