"""Pieces that belong to no sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import LinePattern, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Line

_ORPHAN = regex(
    r"(?<=[^\W\d_][.!?]) (?P<fragment>(?:[^\W\d_]+ ){0,2}[^\W\d_]+\. \.)(?![ .])(?=\s|$)"
    r"|(?<=[^\W\d_][.]) (?P<stop>\.)(?! ?\.)(?=\s|$)"
    r"|(?<=[^\W\d_]),(?P<comma> ?,)(?= [^\W\d_])"
)
"""A full stop or a comma after another mark, with the few words before it; not the dots of an ellipsis."""
_WRITTEN_SIGNS = (". .", ",,", ", ,")
_SIGNS = tuple(map(str.encode, _WRITTEN_SIGNS))
"""One of these is in each of them, and in the shape of the text."""

_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
HEADING = LinePattern(
    rf"^\s*[A-Z][a-z]+ (?P<ordinal>{'|'.join(_ORDINALS.split())}) [a-z]+(?: [a-z]+){{0,3}}\s*$",
    literals=[f" {word} " for word in _ORDINALS.split()],
)
"""A name, an ordinal without article, and words in lower case: no heading is put so in English."""
_FUNCTION = regex(r"\b(?:in|of|to|for|at|on|with|from|by|and|as|after|over|since|time|place|is|was|are|has)\b")


class Fragment(NamedTuple):
    """A piece, and what it is."""

    start: int
    end: int
    kind: str
    """`stop`, `fragment`, `comma` or `heading`."""


def fragments(doc: Document) -> Iterator[Fragment]:
    """Yield the fragments in the paragraphs of an article, and the garbled headings between them."""
    if any(sign in doc.shape for sign in _SIGNS):
        for index in sorted(doc.paragraphs):
            line = doc.lines[index]
            for match in _ORPHAN.finditer(line.text) if any(sign in line.text for sign in _WRITTEN_SIGNS) else ():
                kind = str(match.lastgroup)
                yield Fragment(line.start + match.start(kind), line.start + match.end(kind), kind)
    if doc.found_language == "en":
        for line, match in doc.matches(HEADING):
            if _stands_between(doc, line) and not _FUNCTION.search(match[0]):
                yield Fragment(*line.span, "heading")


def _stands_between(doc: Document, line: Line) -> bool:
    """Tell whether a line comes between two paragraphs."""
    above, below = doc.before(line), doc.after(line)
    return above is not None and below is not None and {above.index, below.index} <= doc.paragraphs
