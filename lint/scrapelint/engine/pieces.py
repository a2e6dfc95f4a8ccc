"""Sentences that an extractor has torn into lines at their links: what is taken out of one goes whole, or stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.finding import Span
from scrapelint.text.lazy_regex import regex
from scrapelint.text.prose import ends_sentence
from scrapelint.text.scripts import begins_small
from scrapelint.text.sentences.address import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding
    from scrapelint.text.lines import Line

MAX_PIECES = 8
"""Lines of a torn sentence."""
MAX_PIECE_CHARS = 25
"""Longest piece that may be any words between those that are known: "or", "on our", in code points."""
MIN_SENTENCE_CHARS = 40
"""Shortest torn sentence: shorter ones are labels in small letters."""
MAX_CALL_CHARS = 120
"""Longest piece that is the page's because it speaks to the reader."""
MIN_REST_CHARS = 12
"""Shortest rest of a sentence after a mark, in scripts without spaces; a shorter one may be a label."""
MIN_KNOWN_SHARE = 0.6
"""Least share of a torn sentence that is known for the page's, for the rest of it to be so."""
_ADDRESS = regex(r"\S{0,60}(?:@|://|[^\W_]\.[^\W\d_])")
_DENSE_GOING_ON = ("，", "。", "、", "；", "）")
_GOING_ON = (".", ",", ";", ")", "…", "،", *_DENSE_GOING_ON)
"""Characters that no line begins with."""
_ANNOUNCING = (":", "：")


def whole(doc: Document, finding: Finding) -> Finding:
    """Return a finding on lines that are pieces of a torn sentence with all of it, where that is the page's.

    Without a fix where it would take words out of the midst of a sentence that may be the article's.
    """
    own = _removed(doc, finding)
    if not own or doc.known_residue.isdisjoint(line.index for line in own):
        return finding
    above, below = _above(doc, own[0]), _below(doc, own[-1])
    pieces = [*above, *own, *below]
    if not above and not below:
        return finding
    if len(pieces) <= MAX_PIECES and _opens(doc, pieces[0]) and _is_pages(doc, own, [*above, *below]):
        return _with_lines(doc, finding, pieces)
    is_amid = above and below and not (_is_known(doc, above[-1]) or _is_known(doc, below[0]))
    return finding._replace(fix=None) if is_amid or _leaves_open(doc, own[0], above) else finding


def _leaves_open(doc: Document, first: Line, above: Sequence[Line]) -> bool:
    """Tell whether a sentence of a script without spaces would lose its end: the line begins with a mark."""
    is_rest = len(first.text) >= MIN_REST_CHARS and first.text.lstrip().startswith(_DENSE_GOING_ON)
    return is_rest and bool(above) and not _is_known(doc, above[-1])


def _removed(doc: Document, finding: Finding) -> Sequence[Line]:
    """Return the lines that the fix of a finding takes out, where it does nothing else."""
    edits = finding.fix.edits if finding.fix and not doc.is_flat and finding.field == "text" else ()
    if len(edits) != 1 or edits[0].content:
        return ()
    start, end, _ = edits[0]
    lines = doc.lines_in(_bare(doc.text, start, end))
    rest = doc.text[lines[0].start : start] + doc.text[end : lines[-1].end] if lines else ""
    return () if any(map(str.isalnum, rest)) else lines


def _above(doc: Document, line: Line) -> list[Line]:
    """Return the pieces of a sentence above one of its lines."""
    found: list[Line] = []
    while len(found) < MAX_PIECES and (upper := doc.before(line)) is not None and _goes_on(upper, line):
        found.insert(0, upper)
        line = upper
    return found


def _below(doc: Document, line: Line) -> list[Line]:
    """Return the pieces of a sentence below one of its lines."""
    found: list[Line] = []
    while len(found) < MAX_PIECES and (lower := doc.after(line)) is not None and _goes_on(line, lower):
        found.append(lower)
        line = lower
    return found


def _goes_on(upper: Line, lower: Line) -> bool:
    """Tell whether a line goes on with the sentence of the line right above it; not with a label in capitals."""
    if lower.row != upper.row + 1 or ends_sentence(upper.text) or upper.text.isupper():
        return False
    text = lower.text.lstrip()
    if ("." in text or "@" in text or "://" in text) and _ADDRESS.match(text):
        return upper.text.rstrip().endswith(_ANNOUNCING)
    return text.startswith(_GOING_ON) or begins_small(text)


def _opens(doc: Document, line: Line) -> bool:
    """Tell whether no sentence of the article is open above a line."""
    above = doc.before(line)
    is_apart = above is None or above.row != line.row - 1 or ends_sentence(above.text)
    return is_apart or (above is not None and _is_known(doc, above))


def _is_pages(doc: Document, own: Sequence[Line], others: Sequence[Line]) -> bool:
    """Tell whether what is taken out of a sentence, and what else of it is known, are most of it."""
    known = [line for line in others if _is_known(doc, line)]
    rest = [line for line in others if line not in known]
    size, unknown = (sum(len(line.text.strip()) for line in lines) for lines in ([*own, *others], rest))
    is_short = all(len(line.text.strip()) <= MAX_PIECE_CHARS for line in rest)
    return is_short and size >= MIN_SENTENCE_CHARS and size - unknown >= MIN_KNOWN_SHARE * size


def _is_known(doc: Document, line: Line) -> bool:
    is_address = _ADDRESS.match(line.text.strip()) is not None and len(line.text.split()) == 1
    speaks = len(line.text) <= MAX_CALL_CHARS and addresses(line.text, (doc.language or "",))
    return line.index in doc.known_residue or is_address or speaks


def _with_lines(doc: Document, finding: Finding, lines: Sequence[Line]) -> Finding:
    return finding.moved(doc.span(lines[0], lines[-1]), doc.removal(lines[0], lines[-1]))


def _bare(text: str, start: int, end: int) -> Span:
    """Return a span without white space at its edges."""
    content = text[start:end]
    return Span(end - len(content.lstrip()), start + len(content.rstrip()))
